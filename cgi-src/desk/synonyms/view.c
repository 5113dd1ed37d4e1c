/* SPDX-License-Identifier: EUPL-1.2 */
/* Synonyms: the page of a language. */
#include "desk/synonyms/view.h"

#include <string.h>

#include "text/dates.h"

static void fill_languages(const struct view *view, enum language shown, struct dictionary *page)
{
    for (enum language language = 0; language < LANGUAGES; language++) {
        struct dictionary *item = dictionary_section(page, "CHOICE_OF_LANGUAGE");
        dictionary_set(item, "PATH", route_path(view->arena, ROUTE_DESK_SYNONYMS, language, NULL));
        dictionary_set(item, "TAG", language_tag(language));
        dictionary_set(item, "LANGUAGE_NAME", language_name(language));
        if (language == shown)
            dictionary_section(item, "CURRENT");
    }
}

static void fill_unfound(const struct view *view, const struct unfound_words *unfound,
                         struct dictionary *page)
{
    if (unfound->count == 0)
        dictionary_section(page, "ALL_FOUND");
    struct dictionary *list = unfound->count ? dictionary_section(page, "UNFOUND") : NULL;
    for (size_t i = 0; i < unfound->count; i++) {
        struct dictionary *item = dictionary_section(list, "SOUGHT");
        dictionary_set(item, "WORD", unfound->items[i].word);
        dictionary_set(item, "TIMES", unfound->items[i].times);
        dictionary_set(item, "DAY",
                       date_written(unfound->items[i].last_day, view->language, view->arena));
    }
}

static const char *lines_of(const struct view *view, const char *text)
{
    size_t lines = 3;
    for (const char *at = text; (at = strchr(at, '\n')); at++)
        lines++;
    return arena_print(view->arena, "%zu", lines > 40 ? 40 : lines);
}

static void fill_problem(const struct view *view, const struct synonyms_page *shown,
                         struct dictionary *page)
{
    if (!shown->conflict && !shown->lonely_line && !shown->crowded_line && !shown->too_long)
        return;
    struct dictionary *problem = dictionary_section(page, "PROBLEM");
    dictionary_section(page, "INVALID");
    if (shown->too_long)
        dictionary_section(problem, "TOO_LONG");
    else if (shown->lonely_line)
        dictionary_set(dictionary_section(problem, "LONELY"), "LINE",
                       arena_print(view->arena, "%ld", shown->lonely_line));
    else if (shown->crowded_line)
        dictionary_set(dictionary_section(problem, "CROWDED"), "LINE",
                       arena_print(view->arena, "%ld", shown->crowded_line));
    else
        dictionary_section(problem, "CONFLICT");
    if (shown->conflict)
        dictionary_set(dictionary_section(page, "THEIRS"), "THEIR_VALUE", shown->synonyms->groups);
}

void view_synonyms(const struct view *view, const struct synonyms_page *shown,
                   struct dictionary *page)
{
    const char *groups = shown->typed ? shown->typed : shown->synonyms->groups;
    dictionary_set(page, "ACTION",
                   route_path(view->arena, ROUTE_DESK_SYNONYMS, shown->language, NULL));
    dictionary_set(page, "FORM_TOKEN", shown->form_token);
    dictionary_set(page, "VERSION", shown->version ? shown->version : shown->synonyms->version);
    dictionary_set(page, "GROUPS", groups);
    dictionary_set(page, "TAG_OF_GROUPS", language_tag(shown->language));
    dictionary_set(page, "LINES", lines_of(view, groups));
    fill_languages(view, shown->language, page);
    fill_unfound(view, shown->unfound, page);
    fill_problem(view, shown, page);
    if (shown->done)
        dictionary_section(page, "DONE");
}
