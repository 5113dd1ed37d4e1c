/* SPDX-License-Identifier: EUPL-1.2 */
/* Sitemap: every public page with its languages, templates/site/sitemap/page.tpl (the protocol of
 * sitemaps.org). */
#ifndef SITE_SITEMAP_VIEW_H
#define SITE_SITEMAP_VIEW_H

#include "frame/menu.h"
#include "frame/view.h"
#include "kinds/presidency/model.h"

/* TERMS are those of all forums; the terms of one follow each other. */
void view_sitemap(const struct view *view, const struct addresses *addresses,
                  const struct presidency_list *terms, struct dictionary *sitemap);

#endif
