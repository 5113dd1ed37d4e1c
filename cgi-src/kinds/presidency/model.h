/* SPDX-License-Identifier: EUPL-1.2 */
/* Presidency: the terms of a forum, who presides over it from when to when; see
 * migrations/logic/kinds/presidency.sql. */
#ifndef KINDS_PRESIDENCY_MODEL_H
#define KINDS_PRESIDENCY_MODEL_H

#include "frame/document.h"

struct presidency {
    const char *forum;    /* key of its document */
    const char *holders;  /* names as one text */
    const char **parties; /* their keys */
    size_t party_count;
    const char *starts, *ends; /* as precise as they are known; ENDS is NULL until further notice */
    const char *number;        /* in the series of terms; NULL without one */
    bool current, ahead;       /* includes today, in Brussels; begins later than today */
    const char *first_day, *last_day; /* the days that these may mean; LAST_DAY is NULL like ENDS */
    const char *changed; /* when the page of the forum changed; NULL while it is not public */
};

struct presidency_list {
    struct presidency *items;
    size_t count;
};

/* The terms of FORUM, or of all forums when that is NULL, each forum's together and the latest
 * first. */
void presidencies_ask(struct batch *batch, enum language language, const char *forum,
                      struct presidency_list *list);

/* The terms of the topic at SLUG, as document_ask finds it, the latest first. */
void presidencies_of_forum_ask(struct batch *batch, enum language language, const char *slug,
                               struct presidency_list *list);

#endif
