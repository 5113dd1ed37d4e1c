/* Conclusions: the register of what all forums have agreed, templates/pages/conclusions.tpl, and the same as a table. */
#ifndef VIEW_CONCLUSIONS_H
#define VIEW_CONCLUSIONS_H

#include "model/conclusion.h"
#include "model/directory.h"
#include "text/table.h"
#include "view/view.h"

/* The query of the register for what FILTER chooses, from behind the conclusion LAST on, or from the start without one. */
const char *view_conclusions_query(const struct view *view, const struct conclusion_filter *filter,
                                   const struct conclusion_entry *last);

/* The form, the conclusions by meeting and the link to the next page. OLDER says whether there are more. */
void view_conclusions(const struct view *view, const struct conclusion_filter *filter, const struct conclusion_list *list,
                      bool older, const struct directory *directory, struct dictionary *page);

struct table view_conclusions_table(const struct view *view, const struct conclusion_list *list);

#endif
