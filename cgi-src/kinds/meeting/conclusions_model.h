/* SPDX-License-Identifier: EUPL-1.2 */
/* Conclusion: what the meetings of all forums have agreed; see site.compose_conclusions. Those of
 * one meeting: kinds/meeting/model.h. */
#ifndef KINDS_MEETING_CONCLUSIONS_MODEL_H
#define KINDS_MEETING_CONCLUSIONS_MODEL_H

#include "kinds/meeting/model.h"

/* A conclusion with its meeting, in the visitor's language where the meeting has that. */
struct conclusion_entry {
    const char *meeting_id; /* of its document, for struct conclusion_filter */
    const char *number, *forum;
    enum conclusion_state state;
    const char *text;
    const char *starts, *first_day; /* of the meeting */
    enum language language;
    const char *slug, *title, *short_title; /* of the meeting */
    const char *by_slug, *by_short;         /* of the meeting that took it up; NULL without one */
    const char *meeting_key, *by_key;
    const char *changed; /* when the page of the meeting changed: YYYY-MM-DDTHH:MM:SSZ */
};

struct conclusion_list {
    struct conclusion_entry *items;
    size_t count;
};

/* Which conclusions a list shows. A member that is NULL restricts nothing. */
struct conclusion_filter {
    const char *forum, *state; /* key, name */
    const char *before_day, *before_id,
        *before_number; /* the last of the page before: first_day, meeting_id and number */
    const char *limit;  /* as a program asked for it */
};

/* The latest meeting's first, those of one meeting in their order; at most MAX. */
void conclusions_ask(struct batch *batch, enum language language,
                     const struct conclusion_filter *filter, int max, struct conclusion_list *list);

/* How many conclusions FILTER lets through, on all pages together. */
void conclusions_number_ask(struct batch *batch, enum language language,
                            const struct conclusion_filter *filter, long *number);

/* The conclusions of FILTER's forum and state whose meetings changed last; at most MAX. */
void conclusions_changed_ask(struct batch *batch, enum language language,
                             const struct conclusion_filter *filter, int max,
                             struct conclusion_list *list);

#endif
