/* Meetings: those to come and those that were, of all forums or of those chosen, /nl/vergaderingen?forum=penta&year=2021 */
#include <stdlib.h>
#include <string.h>

#include "http/query.h"
#include "model/directory.h"
#include "model/meeting.h"
#include "pages/pages.h"
#include "text/dates.h"
#include "view/frame.h"
#include "view/meeting.h"

enum { PAGE_SIZE = 25, COMING_MOST = 50, VALUE_MOST = 100, ID_DIGITS_MOST = 18 /* a bigint */ };

static bool is_year(const char *text)
{
    return strlen(text) == 4 && strspn(text, "0123456789") == 4 && *text != '0';
}

/* "2021-12-01.123": the first day and the id of the last meeting of the page before. */
static bool read_place(const char *text, struct meeting_filter *filter, struct arena *arena)
{
    const char *point = strchr(text, '.');
    if (!point)
        return false;
    const char *day = arena_copy_bytes(arena, text, (size_t)(point - text)), *id = point + 1;
    size_t digits = strspn(id, "0123456789");
    if (!date_is_day(day) || digits == 0 || digits > ID_DIGITS_MOST || id[digits] != '\0')
        return false;
    filter->before_day = day;
    filter->before_id = id;
    return true;
}

/* What is no type or year, or damaged, is ERR_INVALID; what forums there are the database knows. */
static enum err read_choice(struct exchange *exchange, struct meeting_choice *choice, struct meeting_filter *filter)
{
    struct arena *arena = exchange->arena;
    const char *query = exchange->request.query, *year, *before;
    if (query_value(query, "forum", VALUE_MOST, arena, &choice->forum) ||
        query_value(query, "type", VALUE_MOST, arena, &choice->type) || query_value(query, "year", VALUE_MOST, arena, &year) ||
        query_value(query, "before", VALUE_MOST, arena, &before))
        return ERR_INVALID;
    if ((choice->type && meeting_type_from(choice->type) == MEETING_TYPES) || (year && !is_year(year)) ||
        (before && !read_place(before, filter, arena)))
        return ERR_INVALID;

    filter->forum = choice->forum;
    filter->type = choice->type;
    if (year) {
        choice->year = strtol(year, NULL, 10);
        filter->first_day = arena_print(arena, "%s-01-01", year);
        filter->last_day = arena_print(arena, "%s-12-31", year);
    }
    return OK;
}

static struct frame frame_of(const struct view *view, const struct directory *directory)
{
    struct frame frame = {
        .title = view_phrase(view, "Meetings"),
        .description = view_phrase(view, "When the forums meet, what they have agreed, and what became of it."),
        .text_language = view->language,
        .menu = directory,
        .current = FRAME_MEETINGS,
    };
    view_crumb_home(view, directory, &frame);
    frame.crumbs[frame.crumb_count++] = (struct crumb){ .label = frame.title, .language = view->language };
    for (enum language language = 0; language < LANGUAGES; language++)
        frame.paths[language] = route_path(view->arena, ROUTE_MEETINGS, language, NULL);
    frame.canonical = frame.paths[view->language];
    return frame;
}

enum err page_meetings(struct exchange *exchange)
{
    struct meeting_choice choice = { 0 };
    struct meeting_filter filter = { 0 };
    enum err err = read_choice(exchange, &choice, &filter);
    if (err)
        return err;

    enum language language = exchange->view.language;
    struct meeting_list coming = { 0 }, past = { 0 };
    struct meeting_years years = { 0 };
    struct directory directory = { 0 };
    struct batch *batch = exchange_reads(exchange);
    if (!filter.before_day)
        meetings_coming_ask(batch, language, &filter, COMING_MOST, &coming);
    meetings_past_ask(batch, language, &filter, PAGE_SIZE + 1, &past);
    meeting_years_ask(batch, language, &years);
    directory_ask(batch, language, &directory);
    err = batch_run(batch);
    if (err)
        return err;
    if (choice.forum && !directory_find(&directory, choice.forum))
        return ERR_NOT_FOUND;

    bool older = past.count > PAGE_SIZE;
    if (older)
        past.count = PAGE_SIZE;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_meetings(&exchange->view, &choice, &years, &coming, &past, older, &directory, page);
    struct frame frame = frame_of(&exchange->view, &directory);
    return exchange_page(exchange, &frame, "pages/meetings.tpl", page);
}
