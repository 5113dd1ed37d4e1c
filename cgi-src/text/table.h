/* SPDX-License-Identifier: EUPL-1.2 */
/* Table: a list as programs read it, in JSON (RFC 8259) and GeoJSON (RFC 7946), in CSV (RFC 4180)
 * and as Excel opens it, from one description of its columns. */
#ifndef TEXT_TABLE_H
#define TEXT_TABLE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/point.h"

/* What the values of a column are. A list is one text in its cell, its items between line feeds
 * (table_list): an array in JSON, of texts or, in a column "areas.key", of objects with that
 * member, and in CSV its items between semicolons. */
enum column_kind {
    COLUMN_TEXT,
    COLUMN_LIST,
    COLUMN_NUMBER,
    COLUMN_TRUTH,   /* true or false */
    COLUMN_DATE,    /* YYYY, YYYY-MM or YYYY-MM-DD */
    COLUMN_TIME,    /* HH:MM */
    COLUMN_MOMENT,  /* YYYY-MM-DDTHH:MM:SSZ */
    COLUMN_ADDRESS, /* of the web */
    COLUMN_KINDS
};

/* A column "meeting.title" is the member "title" of an object "meeting" in JSON, and
 * "meeting_title" in CSV. */
struct column {
    const char *name;
    enum column_kind kind;
    const char *words; /* what it says, in English */
};

/* Its name there. */
const char *column_name_in_csv(const struct column *column, struct arena *arena);

struct columns {
    const struct column *items;
    size_t count;
};

/* A list is described once, by a macro with a row COLUMN(name, kind, words, value) for each of its
 * columns: COLUMNS(TABLE_COLUMN) is the array of them, COLUMNS(TABLE_CELL) sets the cells of a row
 * from CELL on. */
#define TABLE_COLUMN(NAME, KIND, WORDS, VALUE) { NAME, COLUMN_##KIND, WORDS },
#define TABLE_CELL(NAME, KIND, WORDS, VALUE) *cell++ = VALUE;
#define TABLE_COLUMNS(ARRAY)                                  \
    {                                                         \
        .items = ARRAY, .count = sizeof ARRAY / sizeof *ARRAY \
    }

/* Where a list stands in its whole: LANGUAGE is NULL where its rows have several; it has LIMIT rows
 * at most, and NEXT is NULL at its end. LIMIT is 0 for one that is whole in any case. TOTAL (a
 * number) and INSTEAD are NULL but for a search, SINCE but for one that goes on later where it ends
 * now. */
struct table_head {
    const char *url, *language, *license, *next, *total, *instead, *since;
    int limit;
    bool truncated; /* what was looked through ended before the site's */
};

/* Where a row is: nowhere that is known, at one point, or at several. */
struct points {
    const struct point *items;
    size_t count;
};

struct table {
    const struct columns *columns;
    struct points *places; /* one a row; NULL for a table of what is nowhere */
    const char **cells;    /* row by row; NULL for what a row does not have */
    size_t row_count;
};

/* A table of COUNT rows whose cells are still to be set. */
struct table table_new(const struct columns *columns, size_t count, struct arena *arena);

/* The one point at LATITUDE and LONGITUDE; none where they are NULL. */
struct points table_point(const char *latitude, const char *longitude, struct arena *arena);

/* COUNT items as the value of a column that is a list; NULL of none. */
const char *table_list(const char *const *items, size_t count, struct arena *arena);

/* {"version": …, "url": …, "language": …, "license": …, "limit": …, "total": …, "instead": …,
 * "truncated": true, "items": [{…}], "since": …, "next": …} */
void table_json(const struct table *table, const struct table_head *head, struct buffer *output);

/* The same as features at their points (RFC 7946), whose members are those of the items. */
void table_geojson(const struct table *table, const struct table_head *head, struct buffer *output);

/* A line of names, and a line a row; what a row does not have is empty. A text that a spreadsheet
 * would take for a formula has an apostrophe before it, as spreadsheets write such a text
 * themselves; numbers stay as they are. */
void table_csv(const struct table *table, struct buffer *output);

/* The same as Excel opens it in columns where numbers have a decimal comma: with semicolons, and a
 * mark at the start that it is UTF-8. */
void table_excel(const struct table *table, struct buffer *output);

#endif
