/* SPDX-License-Identifier: EUPL-1.2 */
/* Record form: the page with the form of a record (a meeting, an obstacle, a topic),
 * templates/record/form.tpl. The table of the form says what is on it, in which order. */
#ifndef RECORD_FORM_VIEW_H
#define RECORD_FORM_VIEW_H

#include "frame/view.h"
#include "http/form.h"
#include "record/form_model.h"

/* The lists that a form offers, and the data that it shows with its values. */
enum { RECORD_LISTS_MAX = 12 };
struct record_lists {
    struct {
        const char *name;
        struct options options;
    } items[RECORD_LISTS_MAX];
    size_t count;
    struct record_images images; /* of its pictures */
    struct options named;        /* the documents that the form names, by their titles */
    const char *presiding; /* the names of those who preside by the terms of the forum; NULL when
                              the terms do not tell */
};

/* Calls VISIT once for each list from which fields of FORM are chosen. */
void record_each_list(const struct form *form, void (*visit)(const char *list, void *context),
                      void *context);

/* What the page shows. */
struct record_page {
    enum route_id route, new_route;
    bool in_series; /* a new one can begin as a copy of this one */
    const struct input *input;
    const struct input *theirs; /* in a conflict, what somebody else has saved meanwhile: shown
                                   where a field has FAULT_CHANGED; NULL without one */
    bool judged;                /* faults are shown */
    const char *changed; /* the button that changed rows, as in input_change_rows; NULL for none */
    bool earlier;        /* an earlier save is shown, not the last one */
    const char *done;    /* "save", "publish", "merge": what has just been done; NULL for nothing */
    const char *key;     /* of the document; NULL for a new one */
    const char *path, *form_token;
    const char *left_out; /* a field that is not shown; NULL: all are */
    const struct record_lists *lists;
    const struct record_saves *saves;
    const struct options *reports;
    const char *account; /* the account that sees the page */
};

/* Only the fields and their faults, from INPUT, THEIRS, JUDGED, CHANGED, LEFT_OUT and LISTS:
 * templates/record/_parts.tpl and _problems.tpl. */
void view_record_fields(const struct view *view, const struct record_page *shown,
                        struct dictionary *page);

void view_record_form(const struct view *view, const struct record_page *shown,
                      struct dictionary *page);

#endif
