/* Timeline: when a forum has met, as a line of years with a mark for each meeting. */
#include "kinds/meeting/timeline.h"

#include <stdlib.h>

#include "base/buffer.h"

/* In units of the view, which is WIDTH wide. Marks that would meet stand above each other. */
enum { DAYS_LEAST = 3, WIDTH = 640, EDGE = 8, MARK = 12, ROWS_MOST = 6 };

/* What the pen does where a mark is, how wide and with which ends it draws, and the sign that looks
 * like that: the kinds differ by more than their colour. */
static const struct {
    const char *stroke, *width, *cap, *sign;
} marks[MEETING_TYPES] = {
    [MEETING_MINISTERIAL] = { "h0", "10", "round", "●" },
    [MEETING_SUMMIT] = { "h0", "8", "square", "■" },
    [MEETING_WORKING_GROUP] = { "h0", "5", "round", "•" },
    [MEETING_EVENT] = { "m0-5v10", "3", "butt", "|" },
};

struct line {
    long first, last;    /* years */
    int ends[ROWS_MOST]; /* where the last mark of each row ends */
    int rows;            /* that have one */
    struct buffer marks[MEETING_TYPES];
    size_t counts[MEETING_TYPES];
};

static int place_of(const struct line *line, const char *day)
{
    double year = (double)strtol(day, NULL, 10) + (double)(strtol(day + 5, NULL, 10) - 1) / 12 +
                  (double)(strtol(day + 8, NULL, 10) - 1) / 372;
    double share = (year - (double)line->first) / (double)(line->last + 1 - line->first);
    return EDGE + (int)(share * (WIDTH - 2 * EDGE));
}

/* Rows are counted from the line up; a day for which there is no room stands in the highest. */
static void add_mark(struct line *line, const struct meeting_day *day)
{
    int x = place_of(line, day->first_day), row = 0;
    while (row < ROWS_MOST - 1 && line->ends[row] > x - MARK / 2)
        row++;
    line->ends[row] = x + MARK / 2;
    if (row >= line->rows)
        line->rows = row + 1;
    buffer_print(&line->marks[day->type], "M%d %d%s", x, -row * MARK, marks[day->type].stroke);
    line->counts[day->type]++;
}

static void fill_kind(const struct view *view, const struct line *line, enum meeting_type type,
                      struct dictionary *timeline)
{
    struct dictionary *kind = dictionary_section(timeline, "TYPE");
    dictionary_set(kind, "WIDTH", marks[type].width);
    dictionary_set(kind, "CAP", marks[type].cap);
    dictionary_set(kind, "TYPE_WORDS", view_phrase(view, meeting_types[type].words));
    dictionary_set(kind, "NUMBER", arena_print(view->arena, "%zu", line->counts[type]));
    dictionary_set(kind, "MARKS", line->marks[type].bytes);
    dictionary_set(kind, "SIGN", marks[type].sign);
}

void view_timeline(const struct view *view, const struct meeting_days *days,
                   struct dictionary *page)
{
    if (days->count < DAYS_LEAST)
        return;
    struct line line = { .first = strtol(days->items[0].first_day, NULL, 10),
                         .last = strtol(days->items[days->count - 1].first_day, NULL, 10) };
    for (enum meeting_type type = 0; type < MEETING_TYPES; type++)
        line.marks[type] = buffer_in(view->arena);
    for (size_t i = 0; i < days->count; i++)
        if (days->items[i].type < MEETING_TYPES)
            add_mark(&line, &days->items[i]);
    struct dictionary *timeline = dictionary_section(page, "TIMELINE");
    int height = line.rows * MARK + MARK / 2;
    dictionary_set(timeline, "BOX",
                   arena_print(view->arena, "0 %d %d %d", MARK - height, WIDTH, height));
    dictionary_set(timeline, "FIRST", arena_print(view->arena, "%ld", line.first));
    dictionary_set(timeline, "LAST", arena_print(view->arena, "%ld", line.last));
    for (enum meeting_type type = 0; type < MEETING_TYPES; type++)
        if (line.counts[type])
            fill_kind(view, &line, type, timeline);
}
