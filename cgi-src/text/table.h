/* SPDX-License-Identifier: EUPL-1.2 */
/* Table: a list as programs read it, in JSON (RFC 8259) and GeoJSON (RFC 7946), in CSV (RFC 4180)
 * and as Excel opens it, from one description of its columns. */
#ifndef TEXT_TABLE_H
#define TEXT_TABLE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/point.h"

/* The kinds of values of columns. A list is one text in its cell, with line feeds between its items
 * (table_list). In JSON it is an array of texts or, in a column "areas.key", of objects with that
 * member; in CSV, semicolons stand between its items. */
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
    const char *words; /* its description, in English */
};

/* The name of a column in CSV. */
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

/* What is said of a list. LANGUAGE is NULL when its rows have several. LIMIT is the maximum of its
 * rows, 0 for a list that is always complete; NEXT is the address of the following rows, NULL at
 * the end. TOTAL (a number) and INSTEAD are NULL but for a search, SINCE but for a list that
 * programs continue later from where it ends now. */
struct table_head {
    const char *url, *language, *license, *next, *total, *instead, *since;
    int limit;
    bool truncated; /* more rows match than were looked at */
};

/* Where a row is: at one point, at several, or at none when that is not known. */
struct points {
    const struct point *items;
    size_t count;
};

struct table {
    const struct columns *columns;
    struct points *places; /* one for each row; NULL for a table without places */
    const char **cells;    /* row by row; NULL for a missing value */
    size_t row_count;
};

/* A table of COUNT rows whose cells are still to be set. */
struct table table_new(const struct columns *columns, size_t count, struct arena *arena);

/* The point at LATITUDE and LONGITUDE; none where they are NULL. */
struct points table_point(const char *latitude, const char *longitude, struct arena *arena);

/* COUNT items as the value of a column that is a list; NULL for no items. */
const char *table_list(const char *const *items, size_t count, struct arena *arena);

/* {"version": …, "url": …, "language": …, "license": …, "limit": …, "total": …, "instead": …,
 * "truncated": true, "items": [{…}], "since": …, "next": …} */
void table_json(const struct table *table, const struct table_head *head, struct buffer *output);

/* The same as features at their points (RFC 7946); their properties are the members of the
 * items. */
void table_geojson(const struct table *table, const struct table_head *head, struct buffer *output);

/* A line of names, and a line for each row; a missing value is empty. A text that a spreadsheet
 * would take for a formula gets an apostrophe before it, as spreadsheets write such texts
 * themselves; numbers stay as they are. */
void table_csv(const struct table *table, struct buffer *output);

/* The same in the form that Excel splits into columns where numbers have a decimal comma: with
 * semicolons, and a byte order mark for UTF-8. */
void table_excel(const struct table *table, struct buffer *output);

#endif
