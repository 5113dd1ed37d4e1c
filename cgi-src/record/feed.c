/* SPDX-License-Identifier: EUPL-1.2 */
/* Feed: Atom (RFC 4287, the Atom Syndication Format). */
#include "record/feed.h"

/* RFC 4287 section 4.2.15 requires a time even when nothing has happened yet. */
#define NEVER "2026-01-01T00:00:00Z"

/* RFC 4287 section 4.2.6: an id outlasts every change of address, so it is a tag (RFC 4151) and has
 * neither scheme nor host of the site. */
static const char *id_of(const struct view *view, const char *what)
{
    return arena_print(view->arena, "tag:benelux.int,2026:benelux-plus/%s", what);
}

const char *view_feed_title(const struct view *view, const char *what, const struct entry *forum)
{
    return arena_print(view->arena, "%s – %s", forum ? forum->short_title : "Benelux+",
                       view_phrase(view, what));
}

void view_feed(const struct view *view, const struct feed *feed, struct dictionary *into)
{
    dictionary_set(into, "LANGUAGE", language_tag(view->language));
    dictionary_set(into, "FEED_TITLE", feed->title);
    dictionary_set(into, "SUBTITLE", feed->subtitle);
    dictionary_set(into, "FEED_ID", id_of(view, feed->self + 1));
    dictionary_set(into, "SELF", view_url(view, feed->self));
    dictionary_set(into, "HOME", view_url(view, feed->page));
    dictionary_set(into, "UPDATED", feed->updated ? feed->updated : NEVER);
}

void view_feed_entry(const struct view *view, const struct feed_entry *entry,
                     struct dictionary *into)
{
    struct dictionary *item = dictionary_section(into, "ENTRY");
    dictionary_set(
        item, "ID",
        id_of(view, arena_print(view->arena, "%s/%s", entry->key, language_tag(view->language))));
    dictionary_set(item, "TITLE", entry->title);
    dictionary_set(item, "URL", entry->url);
    dictionary_set(item, "CHANGED", entry->changed);
    dictionary_set(item, "SUMMARY", entry->summary);
}
