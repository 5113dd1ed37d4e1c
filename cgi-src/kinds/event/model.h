/* SPDX-License-Identifier: EUPL-1.2 */
/* Event: what the knowledge centre organises, alone or with others; see
 * migrations/logic/kinds/event.sql.
 *
 * Strings live in the arena of the batch. Dates are as precise as they are known: YYYY, YYYY-MM or
 * YYYY-MM-DD, days at the venue. NULL for what is not known.
 */
#ifndef KINDS_EVENT_MODEL_H
#define KINDS_EVENT_MODEL_H

#include "frame/document.h"

struct event {
    const char *starts, *ends;         /* ENDS is NULL for one day */
    const char *starts_at, *ends_at;   /* HH:MM at the venue; NULL for whole days */
    const char *zone;                  /* IANA name; NULL without times */
    const char *starts_utc, *ends_utc; /* the times again, YYYY-MM-DDTHH:MM:SSZ */
    const char *first_day, *last_day;  /* the first and the last day that these may mean */
    const char *place, *country;
    const char *place_key, *country_key;
    const char *latitude, *longitude; /* of the place, degrees */
    const char *url;                  /* of a page with more about it */
    const char **with;                /* names of countries, regions, organisations */
    size_t with_count;
    const char **with_keys; /* the same as keys */
    size_t with_key_count;
};

/* The event of a document's CONTENT. Its arrays live in ARENA, its strings are CONTENT's. */
struct event event_of(const cJSON *content, struct arena *arena);

/* An event as lists show it, in the visitor's language where it has that. */
struct event_entry {
    const char *id; /* of its document */
    const char *key;
    enum language language;
    const char *slug, *title, *summary;
    const char *changed; /* YYYY-MM-DDTHH:MM:SSZ */
    bool over;           /* its last day is before today, in Brussels */
    struct event event;
};

struct event_list {
    struct event_entry *items;
    size_t count;
};

enum { EVENTS_MAX = 1000 };

/* The event after which a list goes on; both are NULL at its start. */
struct event_place {
    const char *day, *id; /* first_day and id of the last one of the part before */
};

/* The latest first; at most MAX. */
void events_ask(struct batch *batch, enum language language, const struct event_place *before,
                int max, struct event_list *list);

/* The one at SLUG, as document_ask finds it. */
void event_ask(struct batch *batch, enum language language, const char *slug,
               struct event_list *list);

#endif
