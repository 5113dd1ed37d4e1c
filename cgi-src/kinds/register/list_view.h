/* SPDX-License-Identifier: EUPL-1.2 */
/* Register: the lists of obstacles and of good practices,
 * templates/kinds/register/list_page.tpl. */
#ifndef KINDS_REGISTER_LIST_VIEW_H
#define KINDS_REGISTER_LIST_VIEW_H

#include "frame/map.h"
#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/register/model.h"

/* The query of the list for FILTER; "" without any filter. It begins after LAST, or at the start
 * when that is NULL. */
const char *view_register_query(const struct view *view, const struct register_filter *filter,
                                const struct register_entry *last);

/* The name of an area: a border or a party, or a topic or partner. Its key when it has no name. */
const char *view_area_name(const struct areas *areas, const struct menu *menu, const char *key);

/* A map without borders, to be added, with the names of AREAS. */
struct map_of_borders view_named_map(const struct view *view, const struct areas *areas);

/* These set FIELD_WORDS and STATUS_WORDS. STATUS is not REGISTER_STATUSES. */
void view_register_field(const struct view *view, enum register_field field,
                         struct dictionary *parent);
void view_register_status(const struct view *view, enum register_status status,
                          struct dictionary *parent);

/* The numbers of obstacles that are open, being solved, solved and closed, of the whole register:
 * templates/kinds/register/_figures.tpl. */
void view_register_figures(const struct view *view, const struct register_counts *counts,
                           struct dictionary *page);

struct register_lists {
    struct register_filter filter;
    struct register_list list;
    struct register_counts counts;
    struct register_years years; /* empty when the list is filtered */
    struct areas areas;
    struct menu menu;
    int max;    /* how many LIST may have */
    bool older; /* there are more than LIST has */
};

void view_register(const struct view *view, const struct register_lists *lists,
                   struct dictionary *page);

/* What belongs to the topic or partner with KEY: templates/kinds/register/_activity.tpl. */
void view_register_activity(const struct view *view, const char *key,
                            const struct register_activity *activity, struct dictionary *page);

#endif
