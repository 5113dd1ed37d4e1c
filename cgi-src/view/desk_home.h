/* Desk home: what needs care, and the overview of documents and languages, templates/desk/home.tpl. */
#ifndef VIEW_DESK_HOME_H
#define VIEW_DESK_HOME_H

#include "model/care.h"
#include "model/desk.h"
#include "model/queue.h"
#include "view/view.h"

/* REPORTS is the queue of what visitors reported. */
void view_desk_home(const struct view *view, const struct care *care, const struct queue_length *reports,
                    const struct matrix_filter *filter, const struct matrix *matrix, struct dictionary *page);

#endif
