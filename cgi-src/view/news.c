/* News: Atom feeds, templates/feeds/news.tpl (RFC 4287, the Atom Syndication Format). */
#include "view/news.h"

/* RFC 4287 section 4.2.15 wants a time even where nothing has happened yet. */
#define NEVER "2026-01-01T00:00:00Z"

void view_feed(const struct view *view, const struct feed *feed, struct dictionary *into)
{
    dictionary_set(into, "LANGUAGE", language_tag(view->language));
    dictionary_set(into, "FEED_TITLE", feed->title);
    dictionary_set(into, "SUBTITLE", feed->subtitle);
    dictionary_set(into, "SELF", view_url(view, feed->self));
    dictionary_set(into, "HOME", view_url(view, feed->page));
    dictionary_set(into, "UPDATED", feed->updated ? feed->updated : NEVER);
}

void view_feed_entry(const struct view *view, const struct feed_entry *entry, struct dictionary *into)
{
    struct dictionary *item = dictionary_section(into, "ENTRY");
    /* Section 4.2.6: an id outlasts every change of address, so it is made of the key (RFC 4151). */
    dictionary_set(item, "ID",
                   arena_print(view->arena, "tag:benelux.int,2026:benelux-plus/%s/%s", entry->key, language_tag(view->language)));
    dictionary_set(item, "TITLE", entry->title);
    dictionary_set(item, "URL", entry->url);
    dictionary_set(item, "CHANGED", entry->changed);
    dictionary_set(item, "SUMMARY", entry->summary);
}

/* Meetings of one forum in one place have the same name: place and date tell them apart. */
static const char *title_of(const struct view *view, const struct news_item *item)
{
    if (item->kind != DOCUMENT_MEETING)
        return item->title;
    return arena_print(view->arena, "%s – %s", item->title, item->short_title);
}

void view_news(const struct view *view, const struct news *news, struct dictionary *feed)
{
    const struct feed head = {
        .title = "Benelux+",
        .subtitle = view_phrase(view, "What is new on Benelux+"),
        .self = route_path(view->arena, ROUTE_NEWS, view->language, NULL),
        .page = route_path(view->arena, ROUTE_HOME, view->language, NULL),
        .updated = news->count ? news->items[0].changed : NULL,
    };
    view_feed(view, &head, feed);
    for (size_t i = 0; i < news->count; i++) {
        const struct news_item *item = &news->items[i];
        const struct feed_entry entry = { .key = item->key,
                                          .title = title_of(view, item),
                                          .url = view_document_url(view, item->kind, view->language, item->slug),
                                          .changed = item->changed,
                                          .summary = item->summary };
        view_feed_entry(view, &entry, feed);
    }
}
