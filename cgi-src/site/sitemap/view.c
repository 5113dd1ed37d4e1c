/* SPDX-License-Identifier: EUPL-1.2 */
/* Sitemap: every public page with its languages, templates/site/sitemap/page.tpl. */
#include "site/sitemap/view.h"

#include <string.h>

#include "http/route.h"

/* The address for TAG; "x-default" is for those who read none of the languages. */
static void fill_alternate(const char *tag, const char *url, struct dictionary *page)
{
    struct dictionary *alternate = dictionary_section(page, "ALTERNATE");
    dictionary_set(alternate, "TAG", tag);
    dictionary_set(alternate, "URL", url);
}

static void fill_alternates(const char *const urls[static LANGUAGES], struct dictionary *page)
{
    for (enum language language = 0; language < LANGUAGES; language++)
        if (urls[language])
            fill_alternate(language_tag(language), urls[language], page);
    fill_alternate("x-default", urls[language_for_others(urls)], page);
}

static const char *address_url(const struct view *view, const struct address *address)
{
    return view_url(view, view_path(view, address->kind, address->language, address->slug));
}

/* When a document of KIND last changed; NULL when there is none. */
static const char *last_changed(const struct addresses *addresses, enum document_kind kind)
{
    const char *last = NULL;
    for (size_t i = 0; i < addresses->count; i++) {
        const char *changed = addresses->items[i].changed;
        if (addresses->items[i].kind == kind && changed && (!last || strcmp(changed, last) > 0))
            last = changed;
    }
    return last;
}

/* A page that is not a document, in its four languages. SLUG is the same in all, or NULL without
 * one. */
static void fill_page(const struct view *view, enum route_id id, const char *slug,
                      const char *changed, struct dictionary *sitemap)
{
    const char *urls[LANGUAGES];
    for (enum language language = 0; language < LANGUAGES; language++)
        urls[language] = view_url(view, route_path(view->arena, id, language, slug));
    for (enum language language = 0; language < LANGUAGES; language++) {
        struct dictionary *page = dictionary_section(sitemap, "PAGE");
        dictionary_set(page, "URL", urls[language]);
        if (changed)
            dictionary_set(dictionary_section(page, "LAST"), "CHANGED", changed);
        fill_alternates(urls, page);
    }
}

/* A list, which changes with its documents. */
static void fill_list(const struct view *view, enum route_id id, const char *changed,
                      struct dictionary *sitemap)
{
    fill_page(view, id, NULL, changed, sitemap);
}

static bool is_public(const struct addresses *addresses, const char *key)
{
    for (size_t i = 0; i < addresses->count; i++)
        if (strcmp(addresses->items[i].key, key) == 0)
            return true;
    return false;
}

/* The page of each public forum that has terms. The terms of a forum follow each other. */
static void fill_presidencies(const struct view *view, const struct addresses *addresses,
                              const struct presidency_list *terms, const char *changed,
                              struct dictionary *sitemap)
{
    for (size_t i = 0; i < terms->count; i++) {
        const char *forum = terms->items[i].forum;
        if ((i == 0 || strcmp(forum, terms->items[i - 1].forum) != 0) &&
            is_public(addresses, forum))
            fill_page(view, ROUTE_PRESIDENCY, forum, changed, sitemap);
    }
}

/* The COUNT pages of one document, each with links to all of them. */
static void fill_document(const struct view *view, const struct address *items, size_t count,
                          struct dictionary *sitemap)
{
    const char *urls[LANGUAGES] = { NULL };
    for (size_t i = 0; i < count; i++)
        urls[items[i].language] = address_url(view, &items[i]);
    for (size_t i = 0; i < count; i++) {
        struct dictionary *page = dictionary_section(sitemap, "PAGE");
        dictionary_set(page, "URL", urls[items[i].language]);
        dictionary_set(dictionary_section(page, "LAST"), "CHANGED", items[i].changed);
        fill_alternates(urls, page);
    }
}

void view_sitemap(const struct view *view, const struct addresses *addresses,
                  const struct presidency_list *terms, struct dictionary *sitemap)
{
    const struct address *items = addresses->items;
    for (size_t first = 0, end; first < addresses->count; first = end) {
        for (end = first; end < addresses->count && strcmp(items[end].key, items[first].key) == 0;
             end++)
            continue;
        fill_document(view, &items[first], end - first, sitemap);
    }
    const char *newest = NULL;
    for (size_t i = 0; i < addresses->count; i++)
        newest = !newest || strcmp(items[i].changed, newest) > 0 ? items[i].changed : newest;
    for (enum document_kind kind = 0; kind < DOCUMENT_KINDS; kind++)
        if (document_kinds[kind].list != ROUTES)
            fill_list(view, document_kinds[kind].list, last_changed(addresses, kind), sitemap);
    fill_list(view, ROUTE_CONCLUSIONS, last_changed(addresses, DOCUMENT_MEETING), sitemap);
    fill_list(view, ROUTE_PLACES, last_changed(addresses, DOCUMENT_MEETING), sitemap);
    const char *topics = last_changed(addresses, DOCUMENT_TOPIC);
    fill_list(view, ROUTE_PRESIDENCIES, topics, sitemap);
    fill_presidencies(view, addresses, terms, topics, sitemap);
    fill_list(view, ROUTE_NEWS, newest, sitemap);
    fill_list(view, ROUTE_REFERENCE, NULL, sitemap);
    fill_list(view, ROUTE_REPORT, NULL, sitemap);
    fill_list(view, ROUTE_FEEDBACK, NULL, sitemap);
}
