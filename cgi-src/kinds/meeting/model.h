/* SPDX-License-Identifier: EUPL-1.2 */
/* Meeting: what a forum's meeting was, and the lists of meetings; see
 * migrations/logic/kinds/meeting.sql.
 *
 * Strings live in the arena of the batch. Dates are as precise as they are known: YYYY, YYYY-MM or
 * YYYY-MM-DD, days at the venue.
 */
#ifndef KINDS_MEETING_MODEL_H
#define KINDS_MEETING_MODEL_H

#include "frame/document.h"
#include "frame/map.h"
#include "kinds/presidency/model.h"

enum meeting_type {
    MEETING_MINISTERIAL,
    MEETING_SUMMIT,
    MEETING_WORKING_GROUP,
    MEETING_EVENT,
    MEETING_TYPES
};
enum meeting_status {
    MEETING_PLANNED,
    MEETING_HELD,
    MEETING_POSTPONED,
    MEETING_MOVED,
    MEETING_CANCELLED,
    MEETING_STATUSES
};
enum meeting_mode { MEETING_IN_PERSON, MEETING_ONLINE, MEETING_HYBRID, MEETING_MODES };
/* CONCLUSION_STATES for a conclusion whose state nobody has recorded. */
enum conclusion_state {
    CONCLUSION_OPEN,
    CONCLUSION_TAKEN_UP,
    CONCLUSION_CLOSED,
    CONCLUSION_STATES
};

/* In the order of the enums. */
extern const struct choice meeting_types[], meeting_statuses[], meeting_modes[],
    conclusion_states[];

struct delegation {
    const char *party, *person; /* person NULL when not named */
};

struct conclusion {
    int number; /* within its meeting */
    const char *text;
    enum conclusion_state state;
    const char *by_slug, *by_short; /* of the meeting that took it up; NULL without one */
};

struct meeting {
    const char *forum; /* key of its document */
    int number;        /* in its series; 0 without one */
    enum meeting_type type;
    enum meeting_status status;
    enum meeting_mode mode;
    const char *starts, *ends;         /* ends NULL for one day */
    const char *starts_at, *ends_at;   /* HH:MM at the venue; NULL for whole days */
    const char *zone;                  /* IANA name; NULL without times */
    const char *starts_utc, *ends_utc; /* the times again, YYYY-MM-DDTHH:MM:SSZ */
    const char *earlier; /* the date for which it was planned before it was moved; NULL otherwise */
    const char *place, *country;      /* NULL when unknown */
    const char *latitude, *longitude; /* of the place, degrees */
    const char **presidency;          /* names */
    size_t presidency_count;
    struct delegation *delegations;
    size_t delegation_count;
    const char **agenda;
    size_t agenda_count;
    struct conclusion *conclusions;
    size_t conclusion_count;
};

/* The facts of the meeting that DOCUMENT is. Owned by ARENA, and by what owns DOCUMENT. */
struct meeting meeting_of(const struct document *document, struct arena *arena);

/* A meeting as lists and calendars show it, in the visitor's language if it has that one. NULL for
 * what is not known. */
struct meeting_entry {
    const char *id; /* of its document, for struct meeting_filter */
    const char *key, *forum;
    enum meeting_type type;
    const char *number;
    enum meeting_status status;
    enum meeting_mode mode;
    const char *starts, *ends, *starts_at, *ends_at, *zone, *first_day;
    const char *place, *country, *latitude, *longitude;
    const char *place_key, *country_key;
    enum language language;
    const char *slug, *title, *short_title, *summary;
    const char
        *reason;  /* why it does not take place as planned; NULL when it does, or nothing is said */
    int sequence; /* raised when participants have to know of a change */
    const char *changed; /* YYYY-MM-DDTHH:MM:SSZ */
};

struct meeting_list {
    struct meeting_entry *items;
    size_t count;
};

/* Which meetings a list shows. A member that is NULL restricts nothing. */
struct meeting_filter {
    const char *forum;                  /* key */
    const char *type;                   /* name */
    const char *first_day, *last_day;   /* YYYY-MM-DD */
    const char *before_day, *before_id; /* the last of the page before: its first_day and id */
};

/* The meetings that are not over yet, the next one first; at most MAX. */
void meetings_coming_ask(struct batch *batch, enum language language,
                         const struct meeting_filter *filter, int max, struct meeting_list *list);

/* The meetings that are over, the last one first; at most MAX. */
void meetings_past_ask(struct batch *batch, enum language language,
                       const struct meeting_filter *filter, int max, struct meeting_list *list);

/* Both, the last one first; at most MAX. */
void meetings_all_ask(struct batch *batch, enum language language,
                      const struct meeting_filter *filter, int max, struct meeting_list *list);

/* The meetings of FILTER's forum and type that changed last, the last change first; at most
 * MAX. */
void meetings_changed_ask(struct batch *batch, enum language language,
                          const struct meeting_filter *filter, int max, struct meeting_list *list);

/* The one at SLUG, as document_ask finds it. */
void meeting_ask(struct batch *batch, enum language language, const char *slug,
                 struct meeting_list *list);

/* The meetings of its forum before and after the one at SLUG, one or none of each. */
struct meeting_neighbours {
    struct meeting_list before, after;
};
void meeting_neighbours_ask(struct batch *batch, enum language language, const char *slug,
                            struct meeting_neighbours *neighbours);

struct meeting_figures {
    long first, last; /* years of the first and the last meeting of all; 0 when there is none */
    long now;         /* this year, in Brussels */
    long found;       /* how many meetings a filter lets through */
};
void meeting_figures_ask(struct batch *batch, enum language language,
                         const struct meeting_filter *filter, struct meeting_figures *figures);

struct meeting_day {
    const char *first_day; /* YYYY-MM-DD */
    enum meeting_type type;
};

struct meeting_days {
    struct meeting_day *items;
    size_t count;
};

struct meeting_towns {
    struct map_town *items;
    size_t count;
};

enum { MEETING_DAYS_MAX = 200, MEETING_TOWNS_MAX = 30 };

/* What the page of a forum shows about its meetings and presidencies. */
struct forum_activity {
    struct presidency_list presidencies; /* all, the latest first */
    struct meeting_list coming, past;
    struct meeting_days days; /* of the last MEETING_DAYS_MAX meetings that were not cancelled, the
                                 earliest first */
    struct meeting_towns towns; /* where they met, the most frequent town first */
};

/* Asks for the activity of the topic at SLUG, as document_ask finds it, with at most so many of the
 * next meetings and of the last ones. */
void forum_activity_ask(struct batch *batch, enum language language, const char *slug,
                        int coming_most, int past_most, struct forum_activity *activity);

#endif
