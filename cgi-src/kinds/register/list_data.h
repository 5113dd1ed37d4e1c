/* SPDX-License-Identifier: EUPL-1.2 */
/* Register: the lists of obstacles and of good practices as data: a table, and a feed,
 * templates/record/feed.tpl. */
#ifndef KINDS_REGISTER_LIST_DATA_H
#define KINDS_REGISTER_LIST_DATA_H

#include "frame/view.h"
#include "kinds/register/model.h"
#include "record/names.h"
#include "text/table.h"

extern const struct columns register_columns;

/* The cells live in the arena of VIEW, or are strings of LIST and AREAS. */
struct table view_register_table(const struct view *view, const struct register_list *list,
                                 const struct areas *areas);

/* The items that changed last; SELF is the path of the feed. */
void view_register_feed(const struct view *view, const struct register_filter *filter,
                        const struct register_list *list, const char *self,
                        struct dictionary *feed);

#endif
