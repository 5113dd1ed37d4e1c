/* SPDX-License-Identifier: EUPL-1.2 */
/* View: what every function that fills a template needs. */
#include "frame/view.h"

#include <string.h>

#include "text/syllables.h"

const char *view_path(const struct view *view, enum document_kind kind, enum language language,
                      const char *slug)
{
    return route_path(view->arena, document_kinds[kind].route, language, slug);
}

const char *view_document_url(const struct view *view, enum document_kind kind,
                              enum language language, const char *slug)
{
    return view_url(view, view_path(view, kind, language, slug));
}

const char *view_url(const struct view *view, const char *path)
{
    return arena_print(view->arena, "%s%s", view->site_url, path);
}

const char *view_authority(const struct view *view, const char *path)
{
    return strstr(view_url(view, path), "://") + strlen("://");
}

const char *view_phrase(const struct view *view, const char *english)
{
    const char *phrase = catalogue_find(view->catalogue, view->language, english);
    return phrase ? phrase : english;
}

void view_title(const struct view *view, const char *title, enum language language,
                struct dictionary *page)
{
    for (const char *const *part = syllables_of(title, language, view->arena); *part; part++)
        dictionary_set(dictionary_section(page, "SYLLABLE"), "PART", *part);
}

struct dictionary *view_option(struct dictionary *form, const char *section, const char *value,
                               const char *choice)
{
    struct dictionary *option = dictionary_section(form, section);
    dictionary_set(option, "VALUE", value);
    if (choice && strcmp(choice, value) == 0)
        dictionary_section(option, "CHOSEN");
    return option;
}
