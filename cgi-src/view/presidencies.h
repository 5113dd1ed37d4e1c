/* Presidencies: who presides over which forum, now and in its other terms, templates/pages/presidencies.tpl, and as a table. */
#ifndef VIEW_PRESIDENCIES_H
#define VIEW_PRESIDENCIES_H

#include "model/directory.h"
#include "model/presidency.h"
#include "text/table.h"
#include "view/view.h"

/* The forums in the order of the menu; those that have no terms say so. */
void view_presidencies(const struct view *view, const struct presidency_list *list, const struct directory *directory,
                       struct dictionary *page);

struct table view_presidencies_table(const struct view *view, const struct presidency_list *list);

#endif
