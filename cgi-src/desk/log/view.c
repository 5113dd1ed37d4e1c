/* SPDX-License-Identifier: EUPL-1.2 */
/* Desk audit: the log of what was done, templates/desk/log/page.tpl. */
#include "desk/log/view.h"

#include <string.h>

#include "base/characters.h"
#include "base/choice.h"
#include "http/query.h"

const struct choice audit_actions[] = {
    { "log-in", "Logged in" },
    { "log-out", "Logged out" },
    { "save-text", "Saved a text" },
    { "publish", "Published a text" },
    { "withdraw", "Withdrew a text" },
    { "schedule", "Changed when a draft becomes public" },
    { "publish-failed", "A draft could not be published at the time set" },
    { "restore", "Restored an earlier version" },
    { "preview", "Made a link to a preview" },
    { "end-preview", "Ended a link to a preview" },
    { "archive", "Archived a document" },
    { "unarchive", "Took a document back from the archive" },
    { "account-add", "Added an account" },
    { "account-enable", "Enabled an account" },
    { "account-disable", "Disabled an account" },
    { "account-role", "Changed the role of an account" },
    { "account-password", "Changed the password of an account" },
    { "account-codes", "Reset the one-time codes of an account" },
    { "account-log-out", "Ended the sessions of an account" },
    { "codes-confirm", "Turned one-time codes on" },
    { "codes-renew", "Made new recovery codes" },
    { "codes-off", "Turned one-time codes off" },
    { "report-take", "Added a report to the register" },
    { "report-merge", "Merged a report with an obstacle" },
    { "report-reject", "Rejected a report" },
    { "report-reopen", "Reopened a report" },
    { "save-synonyms", "Saved synonyms of the search" },
    { "add-place", "Added a place" },
    { "change-place", "Changed a place" },
    { "delete-place", "Deleted a place" },
    { "add-party", "Added a country, region or organisation" },
    { "change-party", "Changed a country, region or organisation" },
    { "delete-party", "Deleted a country, region or organisation" },
    { NULL, NULL },
};

#define SAVE "save-"

/* The words for an action; an unknown one is shown as it is. */
static const char *words_of(const struct view *view, const char *action)
{
    const char *words = audit_actions[choice_find(audit_actions, action)].words;
    if (!words && strncmp(action, SAVE, strlen(SAVE)) == 0) {
        enum document_kind kind = document_kind_from(action + strlen(SAVE));
        words = kind < DOCUMENT_KINDS ? document_kinds[kind].saved : NULL;
    }
    return words ? view_phrase(view, words) : action;
}

/* The address of the log for FILTER. */
static const char *address(const struct view *view, const struct audit_filter *filter)
{
    const struct parameter parameters[] = {
        { "account", filter->account },   { "action", filter->action },
        { "document", filter->document }, { "first", filter->first },
        { "last", filter->last },         { "before", filter->before },
        { "after", filter->after },
    };
    return arena_print(
        view->arena, "%s%s", route_path(view->arena, ROUTE_DESK_AUDIT, view->language, NULL),
        query_write(parameters, sizeof parameters / sizeof *parameters, view->arena));
}

static void fill_form(const struct view *view, const struct audit_page *shown,
                      struct dictionary *page)
{
    const struct audit_filter *filter = shown->filter;
    struct dictionary *form = dictionary_section(page, "FORM");
    dictionary_set(form, "FORM_PATH",
                   route_path(view->arena, ROUTE_DESK_AUDIT, view->language, NULL));
    for (size_t i = 0; i < shown->accounts->count; i++)
        view_option(form, "ACCOUNT_OPTION", shown->accounts->items[i], filter->account);
    for (size_t i = 0; i < shown->actions->count; i++)
        dictionary_set(view_option(form, "ACTION_OPTION", shown->actions->items[i], filter->action),
                       "ACTION_NAME", words_of(view, shown->actions->items[i]));
    dictionary_set(form, "DOCUMENT_TYPED", or_empty(filter->document));
    dictionary_set(form, "FIRST_DAY", or_empty(filter->first));
    dictionary_set(form, "LAST_DAY", or_empty(filter->last));
    if (filter->account || filter->action || filter->document || filter->first || filter->last)
        dictionary_set(dictionary_section(form, "FILTERED"), "PATH",
                       address(view, &(struct audit_filter){ 0 }));
}

static void fill_entry(const struct view *view, const struct audit_entry *entry,
                       struct dictionary *row)
{
    dictionary_set(row, "AT", entry->at);
    dictionary_set(row, "WHO", entry->account);
    dictionary_set(row, "DOCUMENT", or_empty(entry->document));
    dictionary_set(row, "TAG", or_empty(entry->language));
    dictionary_set(row, "DETAIL", or_empty(entry->detail));
    dictionary_set(row, "ADDRESS", or_empty(entry->address));
    dictionary_set(row, "ACTION_NAME", words_of(view, entry->action));
}

/* The links to the entries later than the first and earlier than the last one. */
static void fill_pages(const struct view *view, const struct audit_page *shown,
                       struct dictionary *page)
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

void view_desk_audit(const struct view *view, const struct audit_page *shown,
                     struct dictionary *page)
{
    fill_form(view, shown, page);
    if (shown->audit->count == 0) {
        dictionary_section(page, "NONE");
        return;
    }
    struct dictionary *list = dictionary_section(page, "LIST");
    for (size_t i = 0; i < shown->audit->count; i++)
        fill_entry(view, &shown->audit->items[i], dictionary_section(list, "ROW"));
    fill_pages(view, shown, page);
}
