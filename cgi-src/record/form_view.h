/* SPDX-License-Identifier: EUPL-1.2 */
/* Record form: the page on which a document with facts is recorded (a meeting, an obstacle, a
 * topic), templates/record/form.tpl. All that is on it, in its order, is in the table of the form.
 */
#ifndef RECORD_FORM_VIEW_H
#define RECORD_FORM_VIEW_H

#include "frame/view.h"
#include "http/form.h"
#include "record/form_model.h"

/* What a form offers for the fields that are chosen from a list. */
enum { RECORD_LISTS_MOST = 12 };
struct record_lists {
    struct {
        const char *name;
        struct options options;
    } items[RECORD_LISTS_MOST];
    size_t count;
    struct record_images images; /* of its pictures */
    struct options named;        /* the documents that the form names, by their titles */
    const char *presiding; /* who presides by the terms of the forum, as a list of names; NULL: that
                              does not follow */
};

/* Calls VISIT for each list of FORM that a field is chosen from; for one that several fields have,
 * once. */
void record_each_list(const struct form *form, void (*visit)(const char *list, void *context),
                      void *context);

/* What the page shows, and how it came to it. */
struct record_page {
    enum route_id route, new_route;
    bool in_series; /* the next one can be begun with what this one has */
    const struct input *input;
    const struct input *theirs; /* in a conflict, what somebody else has saved meanwhile: shown
                                   where a field has FAULT_CHANGED; NULL without one */
    bool judged;                /* faults are shown */
    const char *changed; /* the button by which rows were changed just now, as in input_change_rows;
                            NULL for none */
    bool earlier;        /* an earlier save is shown, not the last one */
    const char *done;    /* "save", "publish", "merge": what has just been done; NULL for nothing */
    const char *key;     /* of the document; NULL for a new one */
    const char *path, *form_token;
    const char *left_out; /* a field that is not shown; NULL: all are */
    const struct record_lists *lists;
    const struct record_saves *saves;
    const struct options *reports;
    const char *account; /* who looks */
};

/* The fields and what is wrong with them alone, of which INPUT, THEIRS, JUDGED, CHANGED, LEFT_OUT
 * and LISTS tell: templates/record/_parts.tpl and _problems.tpl. */
void view_record_fields(const struct view *view, const struct record_page *shown,
                        struct dictionary *page);

void view_record_form(const struct view *view, const struct record_page *shown,
                      struct dictionary *page);

#endif
