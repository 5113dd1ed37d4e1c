/* Sitemap: every public page with its languages, templates/feeds/sitemap.tpl. */
#include "view/sitemap.h"

#include <string.h>

#include "http/route.h"

static const char *address_url(const struct view *view, const struct address *address)
{
    return view_url(view, view_path(view, address->kind, address->language, address->slug));
}

/* The day on which a document of KIND was last published; NULL when there is none. */
static const char *last_published(const struct addresses *addresses, enum document_kind kind)
{
    const char *last = NULL;
    for (size_t i = 0; i < addresses->count; i++)
        if (addresses->items[i].kind == kind && (!last || strcmp(addresses->items[i].published, last) > 0))
            last = addresses->items[i].published;
    return last;
}

/* A list, in its four languages. It changes with what it lists. */
static void fill_list(const struct view *view, enum route_id id, const char *changed, struct dictionary *sitemap)
{
    for (enum language language = 0; language < LANGUAGES; language++) {
        struct dictionary *page = dictionary_section(sitemap, "PAGE");
        dictionary_set(page, "URL", view_url(view, route_path(view->arena, id, language, NULL)));
        if (changed)
            dictionary_set(dictionary_section(page, "LAST"), "PUBLISHED", changed);
        for (enum language other = 0; other < LANGUAGES; other++) {
            struct dictionary *alternate = dictionary_section(page, "ALTERNATE");
            dictionary_set(alternate, "TAG", language_tag(other));
            dictionary_set(alternate, "URL", view_url(view, route_path(view->arena, id, other, NULL)));
        }
    }
}

void view_sitemap(const struct view *view, const struct addresses *addresses, struct dictionary *sitemap)
{
    const struct address *items = addresses->items;
    for (size_t first = 0, end; first < addresses->count; first = end) {
        for (end = first; end < addresses->count && strcmp(items[end].key, items[first].key) == 0; end++)
            continue;
        for (size_t i = first; i < end; i++) {
            struct dictionary *page = dictionary_section(sitemap, "PAGE");
            dictionary_set(page, "URL", address_url(view, &items[i]));
            dictionary_set(dictionary_section(page, "LAST"), "PUBLISHED", items[i].published);
            for (size_t k = first; k < end; k++) {
                struct dictionary *alternate = dictionary_section(page, "ALTERNATE");
                dictionary_set(alternate, "TAG", language_tag(items[k].language));
                dictionary_set(alternate, "URL", address_url(view, &items[k]));
            }
        }
    }
    const char *last = last_published(addresses, DOCUMENT_MEETING);
    fill_list(view, ROUTE_MEETINGS, last, sitemap);
    fill_list(view, ROUTE_CONCLUSIONS, last, sitemap);
    fill_list(view, ROUTE_OBSTACLES, last_published(addresses, DOCUMENT_OBSTACLE), sitemap);
    fill_list(view, ROUTE_PRACTICES, last_published(addresses, DOCUMENT_PRACTICE), sitemap);
    fill_list(view, ROUTE_PRESIDENCIES, last_published(addresses, DOCUMENT_TOPIC), sitemap);
    fill_list(view, ROUTE_REPORT, NULL, sitemap);
}
