/* Desk audit: the log of what was done, templates/desk/log/page.tpl. */
#include "desk/log/view.h"

#include <string.h>

#include "http/query.h"

/* The actions whose words are phrases of templates/desk/log/_action.tpl, and the sections that stand for them there. Another one
 * is shown as it is. */
static const struct {
    const char *action, *section;
} actions[] = {
    { "log-in", "LOG_IN" },
    { "log-out", "LOG_OUT" },
    { "save-text", "SAVE_TEXT" },
    { "publish", "PUBLISH" },
    { "withdraw", "WITHDRAW" },
    { "save-meeting", "SAVE_MEETING" },
    { "save-obstacle", "SAVE_OBSTACLE" },
    { "save-practice", "SAVE_PRACTICE" },
    { "schedule", "SCHEDULE" },
    { "publish-failed", "PUBLISH_FAILED" },
    { "restore", "RESTORE" },
    { "preview", "PREVIEW_MADE" },
    { "end-preview", "PREVIEW_ENDED" },
    { "archive", "ARCHIVED" },
    { "unarchive", "UNARCHIVED" },
    { "account-add", "ACCOUNT_ADD" },
    { "account-enable", "ACCOUNT_ENABLE" },
    { "account-disable", "ACCOUNT_DISABLE" },
    { "account-role", "ACCOUNT_ROLE" },
    { "account-password", "ACCOUNT_PASSWORD" },
    { "account-codes", "ACCOUNT_CODES" },
    { "account-log-out", "ACCOUNT_LOG_OUT" },
    { "codes-confirm", "CODES_CONFIRM" },
    { "codes-renew", "CODES_RENEW" },
    { "codes-off", "CODES_OFF" },
    { "report-take", "REPORT_TAKE" },
    { "report-merge", "REPORT_MERGE" },
    { "report-reject", "REPORT_REJECT" },
    { "report-reopen", "REPORT_REOPEN" },
    { "add-place", "ADD_PLACE" },
    { "change-place", "CHANGE_PLACE" },
    { "delete-place", "DELETE_PLACE" },
    { "add-party", "ADD_PARTY" },
    { "change-party", "CHANGE_PARTY" },
    { "delete-party", "DELETE_PARTY" },
};

static void fill_action(const char *action, struct dictionary *parent)
{
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp(actions[i].action, action) == 0) {
            dictionary_section(parent, actions[i].section);
            return;
        }
    dictionary_set(dictionary_section(parent, "OTHER"), "ACTION_NAME", action);
}

/* The log for FILTER, from where it says. */
static const char *address(const struct view *view, const struct audit_filter *filter)
{
    const struct parameter parameters[] = {
        { "account", filter->account }, { "action", filter->action }, { "document", filter->document },
        { "first", filter->first },     { "last", filter->last },     { "before", filter->before },
        { "after", filter->after },
    };
    return arena_print(view->arena, "%s%s", route_path(view->arena, ROUTE_DESK_AUDIT, view->language, NULL),
                       query_write(parameters, sizeof parameters / sizeof *parameters, view->arena));
}

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static void fill_form(const struct view *view, const struct audit_page *shown, struct dictionary *page)
{
    const struct audit_filter *filter = shown->filter;
    struct dictionary *form = dictionary_section(page, "FORM");
    dictionary_set(form, "FORM_PATH", route_path(view->arena, ROUTE_DESK_AUDIT, view->language, NULL));
    for (size_t i = 0; i < shown->accounts->count; i++)
        view_option(form, "ACCOUNT_OPTION", shown->accounts->items[i], filter->account);
    for (size_t i = 0; i < shown->actions->count; i++)
        fill_action(shown->actions->items[i], view_option(form, "ACTION_OPTION", shown->actions->items[i], filter->action));
    dictionary_set(form, "DOCUMENT_TYPED", or_empty(filter->document));
    dictionary_set(form, "FIRST_DAY", or_empty(filter->first));
    dictionary_set(form, "LAST_DAY", or_empty(filter->last));
    if (filter->account || filter->action || filter->document || filter->first || filter->last)
        dictionary_set(dictionary_section(form, "FILTERED"), "PATH", address(view, &(struct audit_filter){ 0 }));
}

static void fill_entry(const struct audit_entry *entry, struct dictionary *row)
{
    dictionary_set(row, "AT", entry->at);
    dictionary_set(row, "WHO", entry->account);
    dictionary_set(row, "DOCUMENT", or_empty(entry->document));
    dictionary_set(row, "TAG", or_empty(entry->language));
    dictionary_set(row, "DETAIL", or_empty(entry->detail));
    dictionary_set(row, "ADDRESS", or_empty(entry->address));
    fill_action(entry->action, row);
}

/* The pages beside this one: what is later than its first entry, what is earlier than its last. */
static void fill_pages(const struct view *view, const struct audit_page *shown, struct dictionary *page)
{
    struct audit_filter filter = *shown->filter;
    const struct audit_entry *items = shown->audit->items;
    if (!shown->newer && !shown->older)
        return;
    struct dictionary *pages = dictionary_section(page, "PAGES");
    if (shown->newer) {
        filter.before = NULL;
        filter.after = items[0].id;
        dictionary_set(dictionary_section(pages, "NEWER"), "PATH", address(view, &filter));
    }
    if (shown->older) {
        filter.after = NULL;
        filter.before = items[shown->audit->count - 1].id;
        dictionary_set(dictionary_section(pages, "OLDER"), "PATH", address(view, &filter));
    }
}

void view_desk_audit(const struct view *view, const struct audit_page *shown, struct dictionary *page)
{
    fill_form(view, shown, page);
    if (shown->audit->count == 0) {
        dictionary_section(page, "NONE");
        return;
    }
    struct dictionary *list = dictionary_section(page, "LIST");
    for (size_t i = 0; i < shown->audit->count; i++)
        fill_entry(&shown->audit->items[i], dictionary_section(list, "ROW"));
    fill_pages(view, shown, page);
}
