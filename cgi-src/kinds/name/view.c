/* SPDX-License-Identifier: EUPL-1.2 */
/* Names: the pages on which places and parties are listed and changed. */
#include "kinds/name/view.h"

#include <string.h>

#include "base/characters.h"
#include "http/query.h"

static const struct {
    const char *kind, *section;
} kinds[] = {
    { "place", "N_PLACE" }, /* all others are kinds of parties */
    { "country", "N_COUNTRY" },
    { "region", "N_REGION" },
    { "organisation", "N_ORGANISATION" },
};
enum { KINDS = sizeof kinds / sizeof *kinds };

bool view_is_names_kind(const char *kind)
{
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            return true;
    return false;
}

static void fill_kind(const char *kind, struct dictionary *parent)
{
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            dictionary_section(parent, kinds[i].section);
}

static const char *path_of(const struct view *view, enum name_kind what, const char *key)
{
    static const enum route_id
        of_new[] = { [NAME_PLACE] = ROUTE_DESK_NEW_PLACE, [NAME_PARTY] = ROUTE_DESK_NEW_PARTY },
        of_known[] = { [NAME_PLACE] = ROUTE_DESK_PLACE, [NAME_PARTY] = ROUTE_DESK_PARTY };
    return route_path(view->arena, key ? of_known[what] : of_new[what], view->language, key);
}

static void fill_renewals(const struct view *view, long pages, struct dictionary *page)
{
    if (pages)
        dictionary_set(dictionary_section(page, "RENEWALS"), "PAGES",
                       arena_print(view->arena, "%ld%s",
                                   pages > RENEWALS_COUNTED_MAX ? RENEWALS_COUNTED_MAX : pages,
                                   pages > RENEWALS_COUNTED_MAX ? "+" : ""));
}

/* ---- The lists ---- */

static void fill_filter(const struct view *view, const struct names_filter *filter,
                        struct dictionary *page)
{
    struct dictionary *form = dictionary_section(page, "FORM");
    const char *path = route_path(view->arena, ROUTE_DESK_NAMES, view->language, NULL);
    dictionary_set(form, "ACTION", path);
    dictionary_set(form, "WORDS", or_empty(filter->words));
    for (size_t i = 0; i < KINDS; i++)
        dictionary_section(view_option(form, "KIND_OPTION", kinds[i].kind, filter->kind),
                           kinds[i].section);
    if (filter->kind || filter->words)
        dictionary_set(dictionary_section(form, "FILTERED"), "PATH", path);
}

static void fill_row(const struct view *view, enum name_kind what, const struct listed_name *name,
                     struct dictionary *list)
{
    struct dictionary *row = dictionary_section(list, "ROW");
    dictionary_set(row, "PATH", path_of(view, what, name->key));
    dictionary_set(row, "NAME", name->name);
    dictionary_set(row, "KEY", name->key);
    for (enum language language = 0; language < LANGUAGES; language++) {
        if (language == view->language)
            continue;
        struct dictionary *other = dictionary_section(row, "OTHER");
        dictionary_set(other, "TAG", language_tag(language));
        dictionary_set(other, "OTHER_NAME", name->names[language]);
    }
    if (what == NAME_PLACE)
        dictionary_set(dictionary_section(row, "IN_COUNTRY"), "COUNTRY", name->note);
    else
        fill_kind(name->note, row);
    if (!name->used)
        dictionary_section(row, "UNUSED");
}

static void fill_list(const struct view *view, enum name_kind what, const struct names *names,
                      struct dictionary *page)
{
    if (names->count == 0)
        return;
    struct dictionary *list = dictionary_section(page, "LIST");
    dictionary_section(list, what == NAME_PLACE ? "OF_PLACES" : "OF_PARTIES");
    dictionary_set(list, "LIST_ID", what == NAME_PLACE ? "places" : "parties");
    for (size_t i = 0; i < names->count; i++)
        fill_row(view, what, &names->items[i], list);
    if ((size_t)names->total > names->count)
        dictionary_set(dictionary_section(list, "LEFT_OUT"), "REST",
                       arena_print(view->arena, "%ld", names->total - (long)names->count));
}

void view_names(const struct view *view, const struct names_page *shown, struct dictionary *page)
{
    dictionary_set(page, "NEW_PLACE", path_of(view, NAME_PLACE, NULL));
    dictionary_set(page, "NEW_PARTY", path_of(view, NAME_PARTY, NULL));
    if (shown->deleted)
        dictionary_section(page, "DELETED");
    fill_renewals(view, shown->renewals, page);
    fill_filter(view, shown->filter, page);
    fill_list(view, NAME_PLACE, shown->places, page);
    fill_list(view, NAME_PARTY, shown->parties, page);
    if (shown->places->count + shown->parties->count == 0)
        dictionary_section(page, "NONE");
}

/* ---- One of them ---- */

static void fill_uses(const struct view *view, const struct name_page *shown,
                      struct dictionary *known)
{
    const struct name_uses *uses = shown->uses;
    struct dictionary *list = dictionary_section(known, uses->count ? "USES" : "NO_USE");
    for (size_t i = 0; i < uses->count; i++) {
        const struct name_use *use = &uses->items[i];
        struct dictionary *item = dictionary_section(list, "USE");
        dictionary_set(
            item, "PATH",
            use->place ? path_of(view, NAME_PLACE, use->key)
                       : route_path(view->arena, ROUTE_DESK_DOCUMENT, view->language, use->key));
        dictionary_set(item, "TAG", language_tag(use->language));
        dictionary_set(item, "TITLE", use->title);
        if (use->place)
            dictionary_section(item, "A_PLACE");
    }
    long more = uses->total - (long)uses->count;
    if (more > 0)
        dictionary_set(dictionary_section(list, "MORE"), "NUMBER",
                       arena_print(view->arena, "%ld", more));
}

static void fill_notices(const struct view *view, const struct name_page *shown,
                         struct dictionary *page)
{
    if (shown->done)
        dictionary_section(page, "DONE");
    fill_renewals(view, shown->renewals, page);
    if (shown->theirs)
        dictionary_section(page, "CONFLICT");
    if (shown->gone)
        dictionary_section(page, "GONE");
    if (shown->kept_since == KEPT_SINCE_USED)
        dictionary_section(page, "IS_USED");
    if (shown->kept_since == KEPT_SINCE_CHANGED)
        dictionary_section(page, "IS_CHANGED");
}

/* The code of a saved country is its key, which never changes, so the form leaves the field out. */
static const char *settled_field(const struct name_page *shown)
{
    if (shown->what != NAME_PARTY || !shown->key)
        return NULL;
    const char *kind = input_value(shown->input, "kind");
    return kind && strcmp(kind, "country") == 0 ? "code" : NULL;
}

void view_name(const struct view *view, const struct name_page *shown, struct dictionary *page)
{
    dictionary_set(page, "NAMES_PATH",
                   route_path(view->arena, ROUTE_DESK_NAMES, view->language, NULL));
    dictionary_set(page, "ACTION", path_of(view, shown->what, shown->key));
    dictionary_set(page, "FORM_TOKEN", shown->form_token);
    dictionary_set(page, "VERSION", or_empty(input_value(shown->input, "version")));
    fill_notices(view, shown, page);
    const struct record_page fields = { .input = shown->input,
                                        .theirs = shown->theirs,
                                        .judged = shown->judged,
                                        .left_out = settled_field(shown),
                                        .lists = shown->lists };
    view_record_fields(view, &fields, page);
    if (shown->what == NAME_PLACE)
        dictionary_set(dictionary_section(page, "OF_PLACE"), "NEW_COUNTRY",
                       path_of(view, NAME_PARTY, NULL));
    if (!shown->key)
        return;
    struct dictionary *known = dictionary_section(page, "KNOWN");
    dictionary_set(known, "KEY", shown->key);
    fill_uses(view, shown, known);
}
