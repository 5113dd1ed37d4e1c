/* News: what was published or changed last, templates/feeds/news.tpl (RFC 4287, the Atom Syndication Format). */
#include "view/news.h"

/* RFC 4287 section 4.2.15 wants a time even where nothing has happened yet. */
#define NEVER "2026-01-01T00:00:00Z"

/* Meetings of one forum in one place have the same name: place and date tell them apart. */
static const char *title_of(const struct view *view, const struct news_item *item)
{
    if (item->kind != DOCUMENT_MEETING)
        return item->title;
    return arena_print(view->arena, "%s – %s", item->title, item->short_title);
}

void view_news(const struct view *view, const struct news *news, struct dictionary *feed)
{
    const char *self = view_url(view, route_path(view->arena, ROUTE_NEWS, view->language, NULL));
    const char *home = view_url(view, route_path(view->arena, ROUTE_HOME, view->language, NULL));
    dictionary_set(feed, "LANGUAGE", language_tag(view->language));
    dictionary_set(feed, "SELF", self);
    dictionary_set(feed, "HOME", home);
    dictionary_set(feed, "UPDATED", news->count ? news->items[0].changed : NEVER);
    for (size_t i = 0; i < news->count; i++) {
        const struct news_item *item = &news->items[i];
        struct dictionary *entry = dictionary_section(feed, "ENTRY");
        /* Section 4.2.6: an id outlasts every change of address, so it is made of the key (RFC 4151). */
        dictionary_set(
            entry, "ID",
            arena_print(view->arena, "tag:benelux.int,2026:benelux-plus/%s/%s", item->key, language_tag(view->language)));
        dictionary_set(entry, "TITLE", title_of(view, item));
        dictionary_set(entry, "URL", view_document_url(view, item->kind, view->language, item->slug));
        dictionary_set(entry, "CHANGED", item->changed);
        dictionary_set(entry, "SUMMARY", item->summary);
    }
}
