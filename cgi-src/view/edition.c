/* Edition: the page on which a text is edited, templates/desk/text.tpl. */
#include "view/edition.h"

#include <string.h>

#include "text/diff.h"

/* A field's name for people: a section of the template for what all documents have, and the number of what they have many of. */
static void fill_label(const char *field, struct dictionary *item)
{
    static const struct {
        const char *field, *section;
    } labels[] = {
        { "title", "L_TITLE" },   { "short", "L_SHORT" },   { "summary", "L_SUMMARY" },
        { "body", "L_BODY" },     { "nature", "L_NATURE" }, { "instrument", "L_INSTRUMENT" },
        { "reason", "L_REASON" }, { "slug", "L_SLUG" },     { "note", "L_NOTE" },
    };
    static const struct {
        const char *prefix, *section;
    } numbered[] = { { "milestone.", "L_MILESTONE" }, { "agenda.", "L_AGENDA" }, { "conclusion.", "L_CONCLUSION" } };
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (strcmp(labels[i].field, field) == 0)
            dictionary_section(item, labels[i].section);
    for (size_t i = 0; i < sizeof numbered / sizeof *numbered; i++) {
        size_t length = strlen(numbered[i].prefix);
        if (strncmp(field, numbered[i].prefix, length) == 0)
            dictionary_set(dictionary_section(item, numbered[i].section), "WHICH", field + length);
    }
}

static void fill_diff(const struct view *view, const char *before, const char *after, struct dictionary *parent,
                      const char *section)
{
    static const char *const changes[] = { [CHANGE_NONE] = "SAME", [CHANGE_REMOVED] = "REMOVED", [CHANGE_ADDED] = "ADDED" };
    struct dictionary *diff = dictionary_section(parent, section);
    struct pieces pieces = diff_words(before, after, view->arena);
    for (size_t i = 0; i < pieces.count; i++)
        dictionary_set(dictionary_section(dictionary_section(diff, "PIECE"), changes[pieces.items[i].change]), "WORDS",
                       pieces.items[i].text);
}

static const struct further_text *typed_text(const struct input *typed, const char *field)
{
    for (size_t i = 0; typed && i < typed->further_count; i++)
        if (strcmp(typed->further[i].name, field) == 0)
            return &typed->further[i];
    return NULL;
}

static const char *their_text(const struct edition_fields *theirs, const char *field)
{
    for (size_t i = 0; i < theirs->count; i++)
        if (strcmp(theirs->items[i].field, field) == 0)
            return theirs->items[i].value;
    return "";
}

/* Lines that a text needs, so that it is seen whole where that is possible. */
static const char *lines_for(const struct view *view, const char *field, const char *value)
{
    size_t lines = strcmp(field, "body") == 0 ? 12 : 1;
    lines += strlen(value) / 70;
    for (const char *at = value; (at = strchr(at, '\n')); at++)
        lines++;
    return arena_print(view->arena, "%zu", lines > 40 ? 40 : lines);
}

static void fill_fault(enum fault fault, struct dictionary *item)
{
    static const char *const sections[FAULTS] = {
        [FAULT_MISSING] = "F_MISSING",    [FAULT_TOO_LONG] = "F_TOO_LONG", [FAULT_NOT_OFFERED] = "F_MALFORMED",
        [FAULT_CONTROLS] = "F_MALFORMED", [FAULT_TAKEN] = "F_TAKEN",
    };
    if (sections[fault])
        dictionary_section(dictionary_section(item, "FAULT"), sections[fault]);
}

static void fill_text(const struct view *view, const struct edition_page *shown, const struct edition_text *text,
                      struct dictionary *page)
{
    const struct further_text *typed = typed_text(shown->typed, text->field);
    const char *value = typed ? typed->value : text->value ? text->value : "";
    struct dictionary *item = dictionary_section(page, "TEXT");
    dictionary_set(item, "FIELD", text->field);
    dictionary_set(item, "VALUE", value);
    dictionary_set(item, "LINES", lines_for(view, text->field, value));
    fill_label(text->field, item);
    if (typed)
        fill_fault(typed->fault, item);
    if (shown->theirs && strcmp(their_text(shown->theirs, text->field), value) != 0)
        fill_diff(view, their_text(shown->theirs, text->field), value, item, "THEIRS");
    if (text->original)
        dictionary_set(dictionary_section(item, "BESIDE"), "ORIGINAL_TEXT", text->original);
    if (text->before && text->original)
        fill_diff(view, text->before, text->original, item, "CHANGED");
}

static void fill_problems(const struct edition_page *shown, struct dictionary *page)
{
    struct dictionary *problems = NULL;
    const struct input *typed = shown->typed;
    if (!typed || typed->sound)
        return;
    problems = dictionary_section(page, "PROBLEMS");
    for (size_t i = 0; i < typed->form->count; i++)
        if (typed->faults[i]) {
            struct dictionary *problem = dictionary_section(problems, "PROBLEM");
            dictionary_set(problem, "PLACE", typed->form->fields[i].name);
            fill_fault(typed->faults[i], problem);
            fill_label(typed->form->fields[i].name, problem);
        }
    for (size_t i = 0; i < typed->further_count; i++)
        if (typed->further[i].fault) {
            struct dictionary *problem = dictionary_section(problems, "PROBLEM");
            dictionary_set(problem, "PLACE", typed->further[i].name);
            fill_fault(typed->further[i].fault, problem);
            fill_label(typed->further[i].name, problem);
        }
}

static void fill_saves(const struct edition_page *shown, struct dictionary *page)
{
    static const struct {
        const char *state, *section;
    } states[] = {
        { "draft", "DRAFT" }, { "replaced", "REPLACED" }, { "published", "PUBLISHED" }, { "superseded", "SUPERSEDED" }
    };
    for (size_t i = 0; i < shown->saves->count; i++) {
        const struct save *save = &shown->saves->items[i];
        struct dictionary *row = dictionary_section(page, "SAVE");
        dictionary_set(row, "AT", save->at);
        dictionary_set(row, "NOTE", save->note);
        if (save->author)
            dictionary_set(dictionary_section(row, "BY"), "AUTHOR", save->author);
        for (size_t k = 0; k < sizeof states / sizeof *states; k++)
            if (strcmp(states[k].state, save->state) == 0)
                dictionary_section(row, states[k].section);
    }
}

static void fill_done(const struct edition_page *shown, struct dictionary *page)
{
    if (!shown->done)
        return;
    struct dictionary *done = dictionary_section(page, "DONE");
    dictionary_section(done, strcmp(shown->done, "publish") == 0    ? "IS_PUBLISHED"
                             : strcmp(shown->done, "withdraw") == 0 ? "IS_WITHDRAWN"
                                                                    : "IS_SAVED");
}

void view_edition(const struct view *view, const struct edition_page *shown, struct dictionary *page)
{
    const struct edition *edition = shown->edition;
    const struct input *typed = shown->typed;
    const char *slug = typed ? input_value(typed, "slug") : edition->slug;
    dictionary_set(page, "ACTION", route_path(view->arena, ROUTE_DESK_TEXT, shown->language, edition->key));
    dictionary_set(page, "FORM_TOKEN", shown->form_token);
    dictionary_set(page, "DOCUMENT_TITLE", edition->title);
    dictionary_set(page, "ORIGINAL_TAG", language_tag(edition->original));
    dictionary_set(page, "TAG", language_tag(shown->language));
    dictionary_set(page, "LANGUAGE_NAME", language_name(shown->language));
    /* After a conflict the newest edition is what is built on: whoever saves then has seen it. */
    dictionary_set(page, "BASE", edition->id ? edition->id : "");
    dictionary_set(page, "ORIGINAL_ID", edition->original_id ? edition->original_id : "");
    dictionary_set(page, "SLUG", slug ? slug : "");
    dictionary_set(page, "NOTE_TYPED", typed && input_value(typed, "note") ? input_value(typed, "note") : "");
    if (edition->original_id)
        dictionary_section(page, "TRANSLATION");
    if (edition->published)
        dictionary_section(page, "CAN_WITHDRAW");
    if (shown->theirs) {
        struct dictionary *conflict = dictionary_section(page, "CONFLICT");
        dictionary_set(conflict, "AUTHOR", shown->theirs->author ? shown->theirs->author : "");
        dictionary_set(conflict, "AT", shown->theirs->at ? shown->theirs->at : "");
    }
    fill_problems(shown, page);
    fill_done(shown, page);
    for (size_t i = 0; i < edition->text_count; i++)
        fill_text(view, shown, &edition->texts[i], page);
    fill_saves(shown, page);
}
