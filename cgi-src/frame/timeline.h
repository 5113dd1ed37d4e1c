/* SPDX-License-Identifier: EUPL-1.2 */
/* Timeline: days, terms and figures on a line of years, templates/frame/_timeline.tpl. */
#ifndef FRAME_TIMELINE_H
#define FRAME_TIMELINE_H

#include "frame/view.h"

/* Looks differ by more than their colour. */
enum timeline_look { LOOK_DISC, LOOK_SQUARE, LOOK_DOT, LOOK_TICK, LOOK_CROSS, TIMELINE_LOOKS };

/* What a mark stands for. */
struct timeline_kind {
    enum timeline_look look;
    const char *words; /* in the visitor's language */
};

/* Dates are as precise as they are known: YYYY, YYYY-MM or YYYY-MM-DD. */
struct timeline_mark {
    const char *date;
    size_t kind; /* its index in the kinds of the timeline */
};

struct timeline_term {
    const char *starts, *ends; /* ends NULL: until further notice */
    const char *title;         /* shown when pointed at; NULL for none */
    bool now;
};

/* Marks stand above the line, terms as bands below it. */
struct timeline {
    const struct timeline_kind *kinds;
    size_t kind_count;
    const struct timeline_mark *marks; /* the earliest first */
    size_t mark_count;
    const struct timeline_term *terms; /* in any order */
    size_t term_count;
};

/* Shows TIMELINE in section TIMELINE of PAGE; nothing when it is empty. */
void view_timeline(const struct view *view, const struct timeline *timeline,
                   struct dictionary *page);

/* Figures of consecutive years: two columns for each, and a line. */
struct timeline_figures {
    long first_year;
    size_t year_count;               /* at least one */
    const long *left, *right, *line; /* for each year */
};

/* Shows FIGURES in section TIMELINE of PAGE. */
void view_timeline_figures(const struct view *view, const struct timeline_figures *figures,
                           struct dictionary *page);

#endif
