/* SPDX-License-Identifier: EUPL-1.2 */
/* News: what was published or changed last, as a list and as a feed. */
#include "site/news/view.h"

#include <string.h>

#include "kinds/meeting/list_view.h"
#include "record/feed.h"
#include "text/dates.h"

/* Meetings of a forum may have the same name; place and date tell them apart. */
static const char *title_of(const struct view *view, const struct news_item *item)
{
    if (item->kind != DOCUMENT_MEETING)
        return item->title;
    return view_meeting_title(view, item->status,
                              arena_print(view->arena, "%s – %s", item->title, item->short_title));
}

void view_news(const struct view *view, const struct news *news, struct dictionary *page)
{
    for (size_t i = 0; i < news->count; i++) {
        const struct news_item *item = &news->items[i];
        const char *day = arena_copy_bytes(view->arena, item->changed, strlen("YYYY-MM-DD"));
        struct dictionary *entry = dictionary_section(page, "NEWS_ITEM");
        dictionary_set(entry, "DATE", date_written(day, view->language, view->arena));
        dictionary_set(entry, "DATE_ISO", day);
        dictionary_set(entry, "PATH", view_path(view, item->kind, view->language, item->slug));
        dictionary_set(entry, "TITLE", title_of(view, item));
        dictionary_set(entry, "SUMMARY", item->summary);
    }
}

void view_news_feed(const struct view *view, const struct news *news, struct dictionary *feed)
{
    const char *page = route_path(view->arena, ROUTE_NEWS, view->language, NULL);
    const struct feed head = {
        .title = "Benelux+",
        .subtitle = view_phrase(view, "What is new on Benelux+"),
        .self = route_format_path(view->arena, page, FORMAT_ATOM),
        .page = page,
        .updated = news->count ? news->items[0].changed : NULL,
    };
    view_feed(view, &head, feed);
    for (size_t i = 0; i < news->count; i++) {
        const struct news_item *item = &news->items[i];
        const struct feed_entry entry = { .key = item->key,
                                          .title = title_of(view, item),
                                          .url = view_document_url(view, item->kind, view->language,
                                                                   item->slug),
                                          .changed = item->changed,
                                          .summary = item->summary };
        view_feed_entry(view, &entry, feed);
    }
}
