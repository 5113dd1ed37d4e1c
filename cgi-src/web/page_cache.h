/* SPDX-License-Identifier: EUPL-1.2 */
/* Page cache: finished pages that are still up to date, shared by the processes that answer
 * visitors.
 *
 * nginx keeps a page for a second and then asks again, mostly for the same page. Making a page
 * takes several queries and its templates; one small query, for the state of the site, tells that
 * nothing has changed. So no page here is older than what the database said twenty milliseconds
 * ago, and no process has to be told when something is published.
 *
 * The cache has the bytes of answers that a shared cache may keep and that take no form. The desk
 * and plain CGI have no page cache.
 */
#ifndef WEB_PAGE_CACHE_H
#define WEB_PAGE_CACHE_H

#include "web/exchange.h"

/* Notes whether the answer may be kept, and fills the response if it is here and up to date;
 * otherwise the handler has to. Errors as those of batch_run. */
enum err page_cache_answer(struct exchange *exchange, bool *answered);

/* Keeps the response, which was written as OUTPUT, when it may be kept. */
void page_cache_keep(struct exchange *exchange, const struct buffer *output);

#endif
