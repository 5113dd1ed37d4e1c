/* Table: a list as programs read it, in JSON (RFC 8259) and GeoJSON (RFC 7946), in CSV (RFC 4180)
 * and as Excel opens it, from one description of its columns. */
#ifndef TEXT_TABLE_H
#define TEXT_TABLE_H

#include <stdbool.h>

#include "base/buffer.h"

/* A column "meeting.title" is the member "title" of an object "meeting" in JSON, and
 * "meeting_title" in CSV. */
struct column {
    const char *name;
    bool bare; /* its values are numbers, true or false */
};

/* Where a list stands in its whole: LANGUAGE is NULL where its rows have several; it has LIMIT rows
 * at most, and NEXT is NULL at its end. LIMIT is 0 for one that is whole in any case. TOTAL (a
 * number) and INSTEAD are NULL but for a search, SINCE but for one that goes on later where it ends
 * now. */
struct table_head {
    const char *url, *language, *next, *total, *instead, *since;
    int limit;
    bool truncated; /* what was looked through ended before the site's */
};

/* Where on the earth a row is: degrees (WGS 84) as decimal text; NULL when that is not known. */
struct point {
    const char *latitude, *longitude;
};

struct table {
    const struct column *columns;
    size_t column_count;
    const struct point *points; /* one a row; NULL for a table of what is nowhere */
    const char **cells;         /* row by row; NULL for what a row does not have */
    size_t row_count;
};

/* {"url": …, "language": …, "limit": …, "total": …, "instead": …, "truncated": true, "items":
 * [{…}], "since": …, "next": …} */
void table_json(const struct table *table, const struct table_head *head, struct buffer *output);

/* The same as features with points (RFC 7946), whose members are those of the items. */
void table_geojson(const struct table *table, const struct table_head *head, struct buffer *output);

/* A line of names, and a line a row; what a row does not have is empty. A text that a spreadsheet
 * would take for a formula has an apostrophe before it, as spreadsheets write such a text
 * themselves; numbers stay as they are. */
void table_csv(const struct table *table, struct buffer *output);

/* The same as Excel opens it in columns where numbers have a decimal comma: with semicolons, and a
 * mark at the start that it is UTF-8. */
void table_excel(const struct table *table, struct buffer *output);

#endif
