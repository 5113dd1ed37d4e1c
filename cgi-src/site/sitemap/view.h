/* Sitemap: every public page with its languages, templates/site/sitemap/page.tpl (the protocol of
 * sitemaps.org). */
#ifndef SITE_SITEMAP_VIEW_H
#define SITE_SITEMAP_VIEW_H

#include "frame/menu.h"
#include "frame/view.h"

void view_sitemap(const struct view *view, const struct addresses *addresses,
                  struct dictionary *sitemap);

#endif
