/* SPDX-License-Identifier: EUPL-1.2 */
/* Search: its results, templates/site/search/page.tpl, and the same as a table. */
#include "site/search/view.h"

#include <string.h>

#include "http/query.h"

/* The address of a finding, with the anchor on its page. */
static const char *path_of(const struct view *view, const struct finding *finding)
{
    /* A finding in another language links to the page in that language. */
    enum language language = finding->place == FOUND_ELSEWHERE ? finding->language : view->language;
    const char *path = view_path(view, finding->kind, language, finding->slug);
    return *finding->part ? arena_print(view->arena, "%s#%s", path, finding->part) : path;
}

/* The excerpt in pieces, the found words apart from the rest. */
static void fill_excerpt(const struct view *view, const char *excerpt, struct dictionary *item)
{
    while (*excerpt) {
        const char *mark = strstr(excerpt, SEARCH_MARK),
                   *unmark = mark ? strstr(mark, SEARCH_UNMARK) : NULL;
        struct dictionary *piece = dictionary_section(item, "PIECE");
        size_t before = unmark ? (size_t)(mark - excerpt) : strlen(excerpt);
        dictionary_set(piece, "TEXT", arena_copy_bytes(view->arena, excerpt, before));
        if (!unmark)
            return;
        mark += strlen(SEARCH_MARK);
        dictionary_set(dictionary_section(piece, "FOUND"), "WORD",
                       arena_copy_bytes(view->arena, mark, (size_t)(unmark - mark)));
        excerpt = unmark + strlen(SEARCH_UNMARK);
    }
}

static void fill_finding(const struct view *view, const struct finding *finding,
                         struct dictionary *item)
{
    dictionary_set(item, "PATH", path_of(view, finding));
    dictionary_set(item, "TITLE", finding->title);
    dictionary_set(item, "TAG", language_tag(finding->language));
    if (*finding->part == 'c')
        dictionary_set(dictionary_section(item, "CONCLUSION"), "NUMBER", finding->part + 1);
    else if (*finding->part)
        dictionary_section(item, "DOCUMENT");
    else
        dictionary_set(dictionary_section(item, "KIND"), "WORD",
                       view_phrase(view, document_kinds[finding->kind].word));
    if (finding->kind == DOCUMENT_MEETING)
        dictionary_set(dictionary_section(item, "WHERE"), "SHORT", finding->short_title);
    fill_excerpt(view, finding->excerpt, item);
}

const char *view_search_query(const struct view *view, const char *input, long number)
{
    const struct parameter parameters[] = {
        { "q", input },
        { "page", number > 1 ? arena_print(view->arena, "%ld", number) : NULL },
    };
    return query_write(parameters, sizeof parameters / sizeof *parameters, view->arena);
}

static const char *address(const struct view *view, const char *input, long number)
{
    const char *path = route_path(view->arena, ROUTE_SEARCH, view->language, NULL);
    return arena_print(view->arena, "%s%s", path, view_search_query(view, input, number));
}

long view_search_total(const struct findings *findings)
{
    return findings->total < SEARCH_MANY ? findings->total : SEARCH_MANY;
}

static bool has_place(const struct findings *findings, enum finding_place place)
{
    for (size_t i = 0; i < findings->count; i++)
        if (findings->items[i].place == place)
            return true;
    return false;
}

static void fill_total(const struct view *view, const struct findings *findings,
                       struct dictionary *page)
{
    const char *number = arena_print(view->arena, "%ld", view_search_total(findings));
    if (findings->total > SEARCH_MANY)
        dictionary_set(dictionary_section(page, "MANY"), "NUMBER", number);
    else if (findings->total > 1)
        dictionary_set(dictionary_section(page, "SOME"), "NUMBER", number);
    else if (findings->total)
        dictionary_section(page, "ONE");
    else
        dictionary_section(page, has_place(findings, FOUND_NEAREST) ? "NOT_ALL" : "NONE");
}

static void fill_findings(const struct view *view, const struct findings *findings,
                          struct dictionary *page)
{
    static const char *const sections[FOUND_PLACES] = {
        [FOUND_HERE] = "HERE", [FOUND_NEAREST] = "NEAREST", [FOUND_ELSEWHERE] = "ELSEWHERE"
    };
    struct dictionary *lists[FOUND_PLACES] = { NULL };
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        struct dictionary **list = &lists[finding->place];
        if (!*list)
            *list = dictionary_section(page, sections[finding->place]);
        struct dictionary *item = dictionary_section(*list, "FINDING");
        fill_finding(view, finding, item);
        if (finding->place == FOUND_ELSEWHERE)
            dictionary_set(dictionary_section(item, "IN"), "NAME",
                           language_name(finding->language));
    }
}

void view_search(const struct view *view, const struct search_choice *choice,
                 const struct findings *findings, long pages, struct dictionary *page)
{
    if (choice->too_long)
        dictionary_set(dictionary_section(page, "TOO_LONG"), "LONGEST",
                       arena_print(view->arena, "%ld", choice->longest));
    if (!choice->input || choice->too_long)
        return;
    fill_total(view, findings, page);
    if (findings->instead) {
        struct dictionary *instead = dictionary_section(page, "INSTEAD");
        dictionary_set(instead, "PATH", address(view, findings->instead, 1));
        dictionary_set(instead, "WORDS", findings->instead);
    }
    fill_findings(view, findings, page);
    if (choice->page > 1)
        dictionary_set(dictionary_section(page, "BEFORE"), "PATH",
                       address(view, choice->input, choice->page - 1));
    if (choice->page < pages)
        dictionary_set(dictionary_section(page, "AFTER"), "PATH",
                       address(view, choice->input, choice->page + 1));
}

/* An excerpt without the marks. */
static const char *plain(const struct view *view, const char *excerpt)
{
    struct buffer text = buffer_in(view->arena);
    buffer_add(&text, "");
    for (const char *mark; (mark = strstr(excerpt, "\xee\x80"));
         excerpt = mark + strlen(SEARCH_MARK))
        buffer_append(&text, excerpt, (size_t)(mark - excerpt));
    buffer_add(&text, excerpt);
    return text.bytes;
}

static const char *const matches[FOUND_PLACES] = {
    [FOUND_HERE] = "all", [FOUND_NEAREST] = "most", [FOUND_ELSEWHERE] = "other-language"
};

#define COLUMNS(COLUMN)                                                                            \
    COLUMN("url", ADDRESS, "Its page", view_url(view, path_of(view, finding)))                     \
    COLUMN("title", TEXT, "Title", finding->title)                                                 \
    COLUMN("excerpt", TEXT, "Where the words stand", plain(view, finding->excerpt))                \
    COLUMN("language", TEXT, "Language of the texts (ISO 639-1)", language_tag(finding->language)) \
    COLUMN("match", TEXT, "Whether it has all the words", matches[finding->place])

static const struct column columns[] = { COLUMNS(TABLE_COLUMN) };
const struct columns search_columns = TABLE_COLUMNS(columns);

struct table view_search_table(const struct view *view, const struct findings *findings)
{
    struct table table = table_new(&search_columns, findings->count, view->arena);
    const char **cell = table.cells;
    for (size_t i = 0; i < findings->count; i++) {
        const struct finding *finding = &findings->items[i];
        COLUMNS(TABLE_CELL)
    }
    return table;
}
