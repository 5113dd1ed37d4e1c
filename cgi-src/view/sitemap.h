/* Sitemap: every public page with its languages, templates/feeds/sitemap.tpl (the protocol of sitemaps.org). */
#ifndef VIEW_SITEMAP_H
#define VIEW_SITEMAP_H

#include "model/directory.h"
#include "view/view.h"

void view_sitemap(const struct view *view, const struct addresses *addresses, struct dictionary *sitemap);

#endif
