/* SPDX-License-Identifier: EUPL-1.2 */
/* Desk: the frame of the editors' pages. */
#include "web/desk_frame.h"

void view_desk_frame(const struct view *view, const char *title, const struct account *account,
                     const char *form_token, bool types, struct dictionary *page)
{
    dictionary_set(page, "LANGUAGE", language_tag(view->language));
    dictionary_set(page, "PAGE_TITLE", title);
    dictionary_set(page, "SITE", route_path(view->arena, ROUTE_HOME, view->language, NULL));
    if (!account)
        return;
    dictionary_set(page, "LINKS", route_path(view->arena, ROUTE_DESK_LINKS, view->language, NULL));
    struct dictionary *bar = dictionary_section(page, "ACCOUNT");
    dictionary_set(bar, "NAME", account->name);
    dictionary_set(bar, "HOME", route_path(view->arena, ROUTE_DESK_HOME, view->language, NULL));
    dictionary_set(bar, "LOGOUT", route_path(view->arena, ROUTE_DESK_LOGOUT, view->language, NULL));
    dictionary_set(bar, "BAR_TOKEN", form_token);
    if (!types)
        dictionary_set(dictionary_section(bar, "DESK_LANGUAGE"), "LANGUAGE_ACTION",
                       route_path(view->arena, ROUTE_DESK_LANGUAGE, view->language, NULL));
    dictionary_set(bar, "PASSWORD",
                   route_path(view->arena, ROUTE_DESK_PASSWORD, view->language, NULL));
    dictionary_set(bar, "MARKDOWN",
                   route_path(view->arena, ROUTE_DESK_MARKDOWN, view->language, NULL));
    dictionary_set(bar, "NAMES", route_path(view->arena, ROUTE_DESK_NAMES, view->language, NULL));
    dictionary_set(bar, "SYNONYMS",
                   route_path(view->arena, ROUTE_DESK_SYNONYMS, view->language, NULL));
    dictionary_set(bar, "CODES", route_path(view->arena, ROUTE_DESK_CODES, view->language, NULL));
    dictionary_set(bar, "HELP", route_path(view->arena, ROUTE_DESK_HELP, view->language, NULL));
    if (account->role != ROLE_ADMINISTRATOR)
        return;
    struct dictionary *administrator = dictionary_section(bar, "ADMINISTRATOR");
    dictionary_set(administrator, "AUDIT",
                   route_path(view->arena, ROUTE_DESK_AUDIT, view->language, NULL));
    dictionary_set(administrator, "ACCOUNTS",
                   route_path(view->arena, ROUTE_DESK_ACCOUNTS, view->language, NULL));
}
