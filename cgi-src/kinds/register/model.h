/* SPDX-License-Identifier: EUPL-1.2 */
/* Register: cross-border obstacles and good practices; see migrations/logic/kinds/register.sql.
 *
 * Both are documents: DOCUMENT_OBSTACLE and DOCUMENT_PRACTICE. All strings live in the arena of the
 * batch that brought them.
 */
#ifndef KINDS_REGISTER_MODEL_H
#define KINDS_REGISTER_MODEL_H

#include "frame/document.h"
#include "record/names.h"

/* The field of life that an obstacle concerns. */
enum register_field {
    FIELD_OF_WORK,
    FIELD_OF_TAXES,
    FIELD_OF_EDUCATION,
    FIELD_OF_TRANSPORT,
    FIELD_OF_POLICE,
    FIELD_OF_HEALTH,
    FIELD_OF_ENERGY,
    FIELD_OF_ENVIRONMENT,
    FIELD_OF_INTERNAL_MARKET,
    FIELD_OF_GOVERNANCE,
    REGISTER_FIELDS
};

/* The status of an obstacle; REGISTER_STATUSES for a practice, which has none. */
enum register_status {
    STATUS_REPORTED,
    STATUS_EXAMINED,
    STATUS_BEING_SOLVED,
    STATUS_SOLVED,
    STATUS_CLOSED,
    REGISTER_STATUSES
};

/* In the order of the enums. */
extern const struct choice register_fields[], register_statuses[];

/* ---- The lists ---- */

struct register_entry {
    const char *id, *key;
    enum register_field field;
    enum register_status status;
    const char *date; /* of the last step of an obstacle, or the day since which a practice exists,
                         as precise as it is known; NULL when it is not */
    const char *day;  /* the first day that DATE may mean */
    const char *const *areas; /* keys; ends in NULL */
    enum language language;   /* of the edition shown, as in struct document */
    const char *slug, *title, *summary;
    const char *changed; /* RFC 3339, UTC */
};

struct register_list {
    struct register_entry *items;
    size_t count;
    bool of_many; /* more items match the words than were looked at, REGISTER_FOUND_MAX */
};

/* Which items a list shows. A member that is NULL restricts nothing. AREA may also be the key of a
 * topic or partner. BEFORE_DAY and BEFORE_ID are those of the last item of the page before. */
struct register_filter {
    enum document_kind kind;
    const char *area, *field, *status, *words;
    const char *before_day, *before_id;
    const char *limit; /* as a program asked for it */
};

enum { REGISTER_FOUND_MAX = 200 }; /* by words */

/* The items that FILTER lets through, by the date of their last step, the latest first; at most
 * MAX. */
void register_ask(struct batch *batch, enum language language, const struct register_filter *filter,
                  int max, struct register_list *list);

/* The same by the last change of their pages, for feeds. Only the 500 items that changed last are
 * looked at. */
void register_changes_ask(struct batch *batch, enum language language,
                          const struct register_filter *filter, int max,
                          struct register_list *list);

/* The last MAX obstacles, and the last MAX practices, that belong to the topic or partner that is
 * or was at SLUG. */
struct register_activity {
    struct register_list obstacles, practices;
};
void register_activity_ask(struct batch *batch, enum document_kind kind, enum language language,
                           const char *slug, int max, struct register_activity *activity);

struct area_count {
    const char *key;
    long count;
};

/* The numbers of items: of the whole register, and for each value of a choice, while the other
 * choices are as FILTER has them. FILTER's words do not count. */
struct register_counts {
    long all[REGISTER_STATUSES + 1]; /* the last is for practices, which have no status */
    long fields[REGISTER_FIELDS];
    long statuses[REGISTER_STATUSES + 1];
    struct area_count *areas;
    size_t area_count;
};
void register_counts_ask(struct batch *batch, const struct register_filter *filter,
                         struct register_counts *counts);

enum { REGISTER_YEARS_MAX = 20 };

/* The obstacles of each year from FIRST to this one: how many were reported and solved in it, and
 * open at its end. At most the last REGISTER_YEARS_MAX. */
struct register_years {
    long first;
    size_t count;
    long *opened, *solved, *open;
};
void register_years_ask(struct batch *batch, enum language language, struct register_years *years);

/* ---- A page ---- */

struct register_step {
    int number;
    const char *date;
    enum register_status status;
    bool struck;      /* it was an error, and no longer counts */
    const char *text; /* the reason; NULL when this language has none yet */
};

/* What an item belongs to: a document in the menu by its key, another one by what the page needs of
 * it. */
struct relation {
    const char *key;
    int conclusion;            /* of the meeting; 0 for none */
    const struct named *named; /* NULL for a document in the menu */
};

struct register_item {
    enum register_field field;
    const char *since; /* of a practice; NULL: not known */
    const char *provision_url, *instrument_url, *contact_url;
    const char *contact;                              /* key of a party */
    const char **borders, **concerned, **authorities; /* keys of areas */
    size_t border_count, concerned_count, authority_count;
    struct register_step *steps;
    size_t step_count;
    struct relation *relations;
    size_t relation_count;
};

/* What the content of DOCUMENT says. */
struct register_item register_item_of(const struct document *document, struct arena *arena);

/* The last step that was not struck, which has the present status; NULL for a practice. */
const struct register_step *register_last_step(const struct register_item *item);

#endif
