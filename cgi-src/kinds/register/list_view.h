/* SPDX-License-Identifier: EUPL-1.2 */
/* Register: the lists of obstacles and of good practices, templates/kinds/register/list_page.tpl,
 * the same as a table and as a feed. */
#ifndef KINDS_REGISTER_LIST_VIEW_H
#define KINDS_REGISTER_LIST_VIEW_H

#include "frame/map.h"
#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/register/model.h"
#include "text/table.h"

/* The query of the list for FILTER, behind LAST, which may be NULL; "" when it has none. */
const char *view_register_query(const struct view *view, const struct register_filter *filter,
                                const struct register_entry *last);

/* What an area is called: a border or a party, or a topic or partner. Its key when it has no name.
 */
const char *view_area_name(const struct areas *areas, const struct menu *menu, const char *key);

/* A map of borders without any yet, on which areas bear the names of AREAS. */
struct map_of_borders view_named_map(const struct view *view, const struct areas *areas);

/* Sets FIELD_WORDS; STATUS_WORDS, of one that has a status. */
void view_register_field(const struct view *view, enum register_field field,
                         struct dictionary *parent);
void view_register_status(const struct view *view, enum register_status status,
                          struct dictionary *parent);

/* How many obstacles are open, being solved, solved, and closed, of all:
 * templates/kinds/register/_figures.tpl. */
void view_register_figures(const struct view *view, const struct register_counts *counts,
                           struct dictionary *page);

struct register_lists {
    struct register_filter filter;
    struct register_list list;
    struct register_counts counts;
    struct register_years years; /* none where the list is of some only */
    struct areas areas;
    struct menu menu;
    int most;   /* how many LIST may have */
    bool older; /* there are more than LIST has */
};

void view_register(const struct view *view, const struct register_lists *lists,
                   struct dictionary *page);

extern const struct columns register_columns;
struct table view_register_table(const struct view *view, const struct register_list *list,
                                 const struct areas *areas);

/* templates/record/feed.tpl; SELF is the path of the feed. */
void view_register_feed(const struct view *view, const struct register_filter *filter,
                        const struct register_list *list, const char *self,
                        struct dictionary *feed);

/* What belongs to the topic or partner with KEY: templates/kinds/register/_activity.tpl. */
void view_register_activity(const struct view *view, const char *key,
                            const struct register_activity *activity, struct dictionary *page);

#endif
