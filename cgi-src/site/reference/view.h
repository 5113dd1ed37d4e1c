/* SPDX-License-Identifier: EUPL-1.2 */
/* Reference: the lists and fields of the open data, templates/site/reference/page.tpl. */
#ifndef SITE_REFERENCE_VIEW_H
#define SITE_REFERENCE_VIEW_H

#include "frame/view.h"
#include "web/exchange.h"

/* The sentence that says what the page is, in the visitor's language. */
const char *view_reference_lead(const struct view *view);

/* ABOUT is the path of the page about open data; NULL when it is not public. */
void view_reference(const struct exchange *exchange, const char *about, struct dictionary *page);

#endif
