/* SPDX-License-Identifier: EUPL-1.2 */
/* Feed: Atom (RFC 4287, the Atom Syndication Format), templates/record/feed.tpl. */
#ifndef RECORD_FEED_H
#define RECORD_FEED_H

#include "frame/menu.h"
#include "frame/view.h"

struct feed {
    const char *title, *subtitle;
    const char *self;    /* path of the feed */
    const char *page;    /* path of the page that the feed follows */
    const char *updated; /* RFC 3339; NULL: never */
};

struct feed_entry {
    const char *key, *title, *url, *summary;
    const char *changed; /* RFC 3339 */
};

/* The title of a feed or calendar of WHAT, for FORUM; for the whole site when FORUM is NULL. */
const char *view_feed_title(const struct view *view, const char *what, const struct entry *forum);

void view_feed(const struct view *view, const struct feed *feed, struct dictionary *into);
void view_feed_entry(const struct view *view, const struct feed_entry *entry,
                     struct dictionary *into);

#endif
