/* SPDX-License-Identifier: EUPL-1.2 */
/* Timeline: days, terms and figures on a line of years, templates/frame/_timeline.tpl. */
#include "frame/timeline.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

/* The view is WIDTH units wide and as wide as there is room; its heights are pixels and do not
 * grow. Marks that would overlap stand above one another, even on a phone, where the view is half
 * as wide. */
enum {
    WIDTH = 640,
    EDGE = 8,
    MARK = 12,
    APART = 20,
    ROWS_MAX = 6,
    KINDS_MAX = 8,
    LINE_AT = 9, /* how far it is below the lowest mark */
    BAND_AT = 20,
    COLUMNS_HIGH = 100,
    YEARS_MAX = 5, /* the maximum of steps between the years that are written */
    WRITING = 16   /* the height of these years */
};

/* How marks are drawn: the way of the pen, its width and its ends; and the sign that looks like
 * that. */
static const struct {
    const char *stroke, *width, *cap, *sign;
} looks[TIMELINE_LOOKS] = {
    [LOOK_DISC] = { "h0", "10", "round", "●" },
    [LOOK_SQUARE] = { "h.1", "8", "square", "■" },
    [LOOK_DOT] = { "h0", "5", "round", "•" },
    [LOOK_TICK] = { "m0-5v10", "3", "butt", "|" },
    [LOOK_CROSS] = { "m-4-4l8 8m0-8l-8 8", "2", "butt", "×" },
};

struct line {
    long first, last;   /* years */
    int ends[ROWS_MAX]; /* where the last mark of each row ends */
    int rows;           /* the number of rows with marks */
    struct buffer marks[KINDS_MAX];
    size_t counts[KINDS_MAX];
};

/* The beginning of DATE, in years, or its end (UNTIL). */
static double year_of(const char *date, bool until)
{
    double year = (double)strtol(date, NULL, 10), unit = 1;
    if (strlen(date) > 4) {
        year += (double)(strtol(date + 5, NULL, 10) - 1) / 12;
        unit = 1.0 / 12;
    }
    if (strlen(date) > 7) {
        year += (double)(strtol(date + 8, NULL, 10) - 1) / 372;
        unit = 1.0 / 372;
    }
    return until ? year + unit : year;
}

static int place_of(const struct line *line, double year)
{
    double share = (year - (double)line->first) / (double)(line->last + 1 - line->first);
    return EDGE + (int)(share * (WIDTH - 2 * EDGE));
}

/* Makes the line long enough for DATE. */
static void reach(struct line *line, const char *date)
{
    long year = date ? strtol(date, NULL, 10) : 0;
    if (year && (!line->first || year < line->first))
        line->first = year;
    if (year > line->last)
        line->last = year;
}

/* Rows count upwards from the line; a mark without room stands in the highest. */
static void add_mark(struct line *line, const struct timeline *timeline,
                     const struct timeline_mark *mark)
{
    int x = place_of(line, (year_of(mark->date, false) + year_of(mark->date, true)) / 2), row = 0;
    while (row < ROWS_MAX - 1 && row < line->rows && line->ends[row] > x - APART / 2)
        row++;
    line->ends[row] = x + APART / 2;
    if (row >= line->rows)
        line->rows = row + 1;
    buffer_print(&line->marks[mark->kind], "M%d %d%s", x, -row * MARK,
                 looks[timeline->kinds[mark->kind].look].stroke);
    line->counts[mark->kind]++;
}

static void fill_kind(const struct view *view, const struct line *line,
                      const struct timeline_kind *kind, size_t index, struct dictionary *shown,
                      struct dictionary *key)
{
    struct dictionary *marks = dictionary_section(shown, "KIND");
    dictionary_set(marks, "WIDTH", looks[kind->look].width);
    dictionary_set(marks, "CAP", looks[kind->look].cap);
    dictionary_set(marks, "MARKS", line->marks[index].bytes);
    struct dictionary *entry = dictionary_section(key, "OF_MARKS");
    dictionary_set(entry, "SIGN", looks[kind->look].sign);
    dictionary_set(entry, "WORDS", kind->words);
    dictionary_set(entry, "NUMBER", arena_print(view->arena, "%zu", line->counts[index]));
}

/* A gap separates a band from the next. */
static void fill_term(const struct view *view, const struct line *line,
                      const struct timeline_term *term, struct dictionary *bands)
{
    int from = place_of(line, year_of(term->starts, false)),
        to = term->ends ? place_of(line, year_of(term->ends, true)) : WIDTH - EDGE;
    struct dictionary *band = dictionary_section(bands, "TERM");
    dictionary_set(
        band, "BAND",
        arena_print(view->arena, "M%d %dh%d", from, BAND_AT, to - from > 6 ? to - from - 3 : 3));
    if (!term->now)
        dictionary_section(band, "NOT_NOW");
    if (term->title)
        dictionary_set(dictionary_section(band, "TITLED"), "TITLE", term->title);
}

/* The number of years from one that is written to the next. */
static long step_of(const struct line *line)
{
    static const long steps[] = { 1, 2, 5, 10, 20, 50, 100 };
    size_t i = 0;
    while (i + 1 < sizeof steps / sizeof *steps && line->last - line->first > YEARS_MAX * steps[i])
        i++;
    return steps[i];
}

/* The first and the last year are written, too, unless they would overlap another. */
static bool is_written(const struct line *line, long year, long step)
{
    long before = year % step, after = step - before;
    bool first = year == line->first && after * 10 >= step * 7;
    bool last = year == line->last && before * 10 >= step * 7;
    return before == 0 || first || last;
}

static void write_years(const struct view *view, const struct line *line, struct dictionary *shown)
{
    long step = step_of(line);
    for (long year = line->first; year <= line->last; year++) {
        if (!is_written(line, year, step))
            continue;
        struct dictionary *written = dictionary_section(shown, "YEAR");
        double share = (double)place_of(line, (double)year + .5) / WIDTH;
        dictionary_set(written, "AT", arena_print(view->arena, "%.1f", 100 * share));
        dictionary_set(written, "NUMBER", arena_print(view->arena, "%ld", year));
    }
}

static void fill_years(const struct view *view, const struct line *line, int top, int bottom,
                       struct dictionary *shown)
{
    int high = bottom - top;
    dictionary_set(shown, "BOX", arena_print(view->arena, "0 %d %d %d", top, WIDTH, high));
    dictionary_set(shown, "HIGH", arena_print(view->arena, "%d", high));
    dictionary_set(shown, "HEIGHT", arena_print(view->arena, "%d", high + WRITING));
    dictionary_set(
        shown, "YEAR_STEP",
        arena_print(view->arena, "%.2f",
                    (double)(WIDTH - 2 * EDGE) / (double)(line->last + 1 - line->first) - 1));
    write_years(view, line, shown);
}

static struct line line_of(const struct view *view, const struct timeline *timeline)
{
    struct line line = { 0 };
    for (size_t i = 0; i < timeline->mark_count; i++)
        reach(&line, timeline->marks[i].date);
    for (size_t i = 0; i < timeline->term_count; i++) {
        reach(&line, timeline->terms[i].starts);
        reach(&line, timeline->terms[i].ends);
    }
    for (size_t i = 0; i < KINDS_MAX; i++)
        line.marks[i] = buffer_in(view->arena);
    return line;
}

void view_timeline(const struct view *view, const struct timeline *timeline,
                   struct dictionary *page)
{
    struct line line = line_of(view, timeline);
    if (!line.first)
        return;
    for (size_t i = 0; i < timeline->mark_count; i++)
        if (timeline->marks[i].kind < timeline->kind_count)
            add_mark(&line, timeline, &timeline->marks[i]);
    struct dictionary *shown = dictionary_section(page, "TIMELINE");
    fill_years(view, &line, line.rows ? MARK / 2 - line.rows * MARK : 0,
               timeline->term_count ? BAND_AT + MARK / 2 : MARK, shown);
    /* Bands alone need no key. */
    struct dictionary *key = line.rows ? dictionary_section(shown, "KEY") : NULL;
    for (size_t i = 0; i < timeline->kind_count; i++)
        if (line.counts[i])
            fill_kind(view, &line, &timeline->kinds[i], i, shown, key);
    if (key && timeline->term_count)
        dictionary_section(key, "OF_BANDS");
    struct dictionary *bands = timeline->term_count ? dictionary_section(shown, "BANDS") : NULL;
    for (size_t i = 0; i < timeline->term_count; i++)
        fill_term(view, &line, &timeline->terms[i], bands);
}

/* ---- Figures ---- */

static long greatest(const struct timeline_figures *figures)
{
    long max = 1;
    for (size_t i = 0; i < figures->year_count; i++) {
        max = figures->left[i] > max ? figures->left[i] : max;
        max = figures->right[i] > max ? figures->right[i] : max;
        max = figures->line[i] > max ? figures->line[i] : max;
    }
    return max;
}

void view_timeline_figures(const struct view *view, const struct timeline_figures *figures,
                           struct dictionary *page)
{
    struct line line = { .first = figures->first_year,
                         .last = figures->first_year + (long)figures->year_count - 1 };
    long max = greatest(figures);
    struct buffer left = buffer_in(view->arena), right = left, open = left;
    int width = (WIDTH - 2 * EDGE) / (int)figures->year_count / 3;
    for (size_t i = 0; i < figures->year_count; i++) {
        int middle = place_of(&line, (double)line.first + (double)i + .5);
        buffer_print(&left, "M%d %dv-%ld", middle - width / 2, LINE_AT,
                     figures->left[i] * COLUMNS_HIGH / max);
        buffer_print(&right, "M%d %dv-%ld", middle + width / 2, LINE_AT,
                     figures->right[i] * COLUMNS_HIGH / max);
        buffer_print(&open, "%s%d %ld", i ? "L" : "M", middle,
                     LINE_AT - figures->line[i] * COLUMNS_HIGH / max);
    }
    struct dictionary *shown = dictionary_section(page, "TIMELINE");
    fill_years(view, &line, LINE_AT - COLUMNS_HIGH - 4, MARK, shown);
    dictionary_section(dictionary_section(shown, "KEY"), "OF_COLUMNS");
    struct dictionary *columns = dictionary_section(shown, "COLUMNS");
    dictionary_set(columns, "WIDTH", arena_print(view->arena, "%d", width > 1 ? width - 1 : 1));
    dictionary_set(columns, "LEFT", left.bytes);
    dictionary_set(columns, "RIGHT", right.bytes);
    dictionary_set(columns, "LINE", open.bytes);
}
