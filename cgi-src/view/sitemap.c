/* Sitemap: every public page with its languages, templates/feeds/sitemap.tpl. */
#include "view/sitemap.h"

#include <string.h>

static const char *address_url(const struct view *view, const struct address *address)
{
    return view_url(view, view_path(view, address->kind, address->language, address->slug));
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
            dictionary_set(page, "PUBLISHED", items[i].published);
            for (size_t k = first; k < end; k++) {
                struct dictionary *alternate = dictionary_section(page, "ALTERNATE");
                dictionary_set(alternate, "TAG", language_tag(items[k].language));
                dictionary_set(alternate, "URL", address_url(view, &items[k]));
            }
        }
    }
}
