/* SPDX-License-Identifier: EUPL-1.2 */
/* Page cache: finished pages that are still up to date, shared by the processes that answer
 * visitors.
 *
 * nginx keeps a page for a second and then asks again, mostly for the same page. A page depends on
 * its address, the rows that its statements return, and the day; it is kept under these. So it is
 * sent again in two cases:
 *
 * - The site is in the same state as when the rows were read (web/site_state.h). The statements are
 *   not run. One process asks the database for the state, and all rely on it for twenty
 *   milliseconds, so that no process has to be told when something is published.
 * - Something else was written since: the statements return the same rows. The page is neither
 *   rendered nor compressed.
 *
 * Each page takes two entries: the page, and what it was made of in the latest state.
 *
 * The cache has the bytes of answers that a shared cache may keep and that take no form. The desk
 * and plain CGI have no page cache.
 */
#ifndef WEB_PAGE_CACHE_H
#define WEB_PAGE_CACHE_H

#include "web/exchange.h"

/* Notes whether the answer may be kept, and fills the response if the page is here and the site in
 * the same state; otherwise the handler has to. Errors as those of batch_run. */
enum err page_cache_answer(struct exchange *exchange, bool *answered);

/* Watches a new BATCH that reads what a page is made of: if the page of the rows that it returns is
 * here, the response is filled and batch_run returns ERR_KNOWN. A page that takes more than one
 * batch is not kept. */
void page_cache_watch(struct exchange *exchange, struct batch *batch);

/* Keeps the response, which was written as OUTPUT, when it may be kept. */
void page_cache_keep(struct exchange *exchange, const struct buffer *output);

#endif
