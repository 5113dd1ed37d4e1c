/* News: what was published or changed last, templates/feeds/news.tpl (RFC 4287, the Atom Syndication Format). */
#ifndef VIEW_NEWS_H
#define VIEW_NEWS_H

#include "model/news.h"
#include "view/view.h"

void view_news(const struct view *view, const struct news *news, struct dictionary *feed);

#endif
