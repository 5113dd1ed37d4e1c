/* Cooperation: the facts of a topic or partner, templates/shared/facts.tpl. */
#ifndef VIEW_COOPERATION_H
#define VIEW_COOPERATION_H

#include "model/cooperation.h"
#include "view/view.h"

void view_cooperation(const struct view *view, const struct document *document, const struct cooperation *cooperation,
                      struct dictionary *page);

#endif
