/* Desk: the frame of the editors' pages, and those that have no document in them. */
#include "view/desk.h"

#include <string.h>

#include "http/query.h"

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

void view_desk_frame(const struct view *view, const char *title, const struct account *account, const char *form_token,
                     struct dictionary *page)
{
    dictionary_set(page, "LANGUAGE", language_tag(view->language));
    dictionary_set(page, "PAGE_TITLE", title);
    dictionary_set(page, "SITE", route_path(view->arena, ROUTE_HOME, view->language, NULL));
    if (!account)
        return;
    struct dictionary *bar = dictionary_section(page, "ACCOUNT");
    dictionary_set(bar, "NAME", account->name);
    dictionary_set(bar, "HOME", route_path(view->arena, ROUTE_DESK_HOME, view->language, NULL));
    dictionary_set(bar, "LOGOUT", route_path(view->arena, ROUTE_DESK_LOGOUT, view->language, NULL));
    dictionary_set(bar, "BAR_TOKEN", form_token);
    dictionary_set(bar, "PASSWORD", route_path(view->arena, ROUTE_DESK_PASSWORD, view->language, NULL));
    if (account->role != ROLE_ADMINISTRATOR)
        return;
    struct dictionary *administrator = dictionary_section(bar, "ADMINISTRATOR");
    dictionary_set(administrator, "AUDIT", route_path(view->arena, ROUTE_DESK_AUDIT, view->language, NULL));
    dictionary_set(administrator, "ACCOUNTS", route_path(view->arena, ROUTE_DESK_ACCOUNTS, view->language, NULL));
}

void view_desk_login(const struct view *view, const struct desk_login *login, const char *form_token, struct dictionary *page)
{
    dictionary_set(page, "ACTION", route_path(view->arena, ROUTE_DESK_LOGIN, view->language, NULL));
    dictionary_set(page, "FORM_TOKEN", form_token);
    dictionary_set(page, "NAME_TYPED", or_empty(login->name));
    dictionary_set(page, "NEXT", or_empty(login->next));
    dictionary_set(page, "KEPT", or_empty(login->kept));
    if (login->kept && *login->kept)
        dictionary_section(page, "IS_KEPT");
    if (login->wait)
        dictionary_set(dictionary_section(page, "WAIT"), "SECONDS", arena_print(view->arena, "%ld", login->wait));
    else if (login->failed)
        dictionary_section(page, "FAILED");
}

void view_desk_resume(const struct view *view, const char *next, const char *kept, const char *form_token,
                      struct dictionary *page)
{
    dictionary_set(page, "ACTION", next);
    dictionary_set(page, "FORM_TOKEN", form_token);
    struct parameters parameters = query_read(kept, view->arena);
    for (size_t i = 0; i < parameters.count; i++) {
        if (strcmp(parameters.items[i].name, "form_token") == 0)
            continue;
        struct dictionary *field = dictionary_section(page, "FIELD");
        dictionary_set(field, "NAME", parameters.items[i].name);
        dictionary_set(field, "VALUE", parameters.items[i].value);
    }
}

static const char *text_path(const struct view *view, const char *key, enum language language)
{
    return route_path(view->arena, ROUTE_DESK_TEXT, language, key);
}

static void fill_cell(const struct view *view, const struct matrix_row *row, enum language language, struct dictionary *parent)
{
    struct dictionary *cell = dictionary_section(parent, "CELL");
    bool published = row->cells[language].published, drafted = row->cells[language].drafted;
    dictionary_set(cell, "PATH", text_path(view, row->key, language));
    dictionary_set(cell, "TAG", language_tag(language));
    if (row->cells[language].outdated)
        dictionary_section(cell, "OUTDATED");
    else if (published)
        dictionary_section(cell, "PUBLISHED");
    if (drafted)
        dictionary_section(cell, "DRAFT");
    if (!published && !drafted)
        dictionary_section(cell, "MISSING");
    if (row->original == language)
        dictionary_section(cell, "ORIGINAL");
}

void view_desk_home(const struct view *view, const struct matrix *matrix, struct dictionary *page)
{
    static const char *const sections[DOCUMENT_KINDS] = {
        [DOCUMENT_HOME] = "KIND_PAGES",       [DOCUMENT_OVERVIEW] = "KIND_PAGES", [DOCUMENT_TOPIC] = "KIND_TOPICS",
        [DOCUMENT_PARTNER] = "KIND_PARTNERS", [DOCUMENT_PAGE] = "KIND_ABOUT",     [DOCUMENT_MEETING] = "KIND_MEETINGS",
    };
    struct dictionary *group = NULL;
    dictionary_set(page, "NEW_MEETING", route_path(view->arena, ROUTE_DESK_NEW_MEETING, view->language, NULL));
    for (size_t i = 0; i < matrix->count; i++) {
        const struct matrix_row *row = &matrix->rows[i];
        if (i == 0 || strcmp(sections[row->kind], sections[matrix->rows[i - 1].kind]) != 0) {
            group = dictionary_section(page, "GROUP");
            dictionary_set(group, "PLACE", row->key);
            dictionary_section(group, sections[row->kind]);
        }
        struct dictionary *line = dictionary_section(group, "ROW");
        dictionary_set(line, "TITLE", row->title);
        dictionary_set(line, "ORIGINAL_TAG", language_tag(row->original));
        for (enum language language = 0; language < LANGUAGES; language++)
            fill_cell(view, row, language, line);
    }
}

void view_desk_audit(const struct view *view, const struct audit *audit, struct dictionary *page)
{
    (void)view;
    for (size_t i = 0; i < audit->count; i++) {
        const struct audit_entry *entry = &audit->items[i];
        struct dictionary *row = dictionary_section(page, "ROW");
        dictionary_set(row, "AT", entry->at);
        dictionary_set(row, "WHO", entry->account);
        dictionary_set(row, "ACTION", entry->action);
        dictionary_set(row, "DOCUMENT", or_empty(entry->document));
        dictionary_set(row, "TAG", or_empty(entry->language));
        dictionary_set(row, "DETAIL", or_empty(entry->detail));
        dictionary_set(row, "ADDRESS", or_empty(entry->address));
    }
}

/* A field of a form that came back: what was typed, and the words for what is wrong with it. */
static void fill_field(const struct input *input, const char *name, const char *section, struct dictionary *page)
{
    static const char *const faults[FAULTS] = {
        [FAULT_MISSING] = "F_MISSING",    [FAULT_TOO_LONG] = "F_TOO_LONG", [FAULT_NOT_OFFERED] = "F_MALFORMED",
        [FAULT_CONTROLS] = "F_MALFORMED", [FAULT_TAKEN] = "F_TAKEN_NAME",  [FAULT_WEAK] = "F_WEAK",
    };
    for (size_t i = 0; i < input->form->count; i++)
        if (strcmp(input->form->fields[i].name, name) == 0 && input->faults[i])
            dictionary_section(dictionary_section(page, section), faults[input->faults[i]]);
}

static void fill_account(const struct account_entry *account, struct dictionary *row)
{
    dictionary_set(row, "NAME", account->name);
    dictionary_set(row, "SINCE", account->since);
    dictionary_set(row, "USED", or_empty(account->used));
    dictionary_section(row, account->role == ROLE_ADMINISTRATOR ? "IS_ADMINISTRATOR" : "IS_EDITOR");
    dictionary_section(row, account->enabled ? "ENABLED" : "DISABLED");
}

void view_desk_accounts(const struct view *view, const struct desk_accounts *shown, const char *form_token,
                        struct dictionary *page)
{
    dictionary_set(page, "ACTION", route_path(view->arena, ROUTE_DESK_ACCOUNTS, view->language, NULL));
    dictionary_set(page, "FORM_TOKEN", form_token);
    dictionary_set(page, "NAME_TYPED", or_empty(input_value(shown->input, "name")));
    if (shown->done)
        dictionary_section(page, "DONE");
    if (!shown->input->sound || shown->result) {
        struct dictionary *problem = dictionary_section(page, "PROBLEM");
        if (shown->result == ACCOUNT_LAST)
            dictionary_section(problem, "LAST");
        if (shown->result == ACCOUNT_UNKNOWN)
            dictionary_section(problem, "UNKNOWN");
        fill_field(shown->input, "name", "NAME_FAULT", problem);
        fill_field(shown->input, "role", "ROLE_FAULT", problem);
        fill_field(shown->input, "password", "PASSWORD_FAULT", problem);
    }
    for (size_t i = 0; i < shown->list->count; i++)
        fill_account(&shown->list->items[i], dictionary_section(page, "ROW"));
}

void view_desk_password(const struct view *view, const struct input *input, const char *form_token, struct dictionary *page)
{
    dictionary_set(page, "ACTION", route_path(view->arena, ROUTE_DESK_PASSWORD, view->language, NULL));
    dictionary_set(page, "FORM_TOKEN", form_token);
    if (input->sound)
        return;
    struct dictionary *problem = dictionary_section(page, "PROBLEM");
    fill_field(input, "current", "CURRENT_FAULT", problem);
    fill_field(input, "new", "NEW_FAULT", problem);
}
