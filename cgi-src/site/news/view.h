/* SPDX-License-Identifier: EUPL-1.2 */
/* News: what was published or changed last, as a list, templates/site/news/_item.tpl, and as a
 * feed. */
#ifndef SITE_NEWS_VIEW_H
#define SITE_NEWS_VIEW_H

#include "record/feed.h"
#include "site/news/model.h"

/* Adds a section NEWS_ITEM to PAGE for each item. */
void view_news(const struct view *view, const struct news *news, struct dictionary *page);

void view_news_feed(const struct view *view, const struct news *news, struct dictionary *feed);

#endif
