/* SPDX-License-Identifier: EUPL-1.2 */
/* Page cache: finished pages, shared by the processes that answer visitors, for as long as they are
 * true.
 *
 * nginx keeps a page for a second and then asks again, mostly for the same page. A page hangs on
 * its address, on the rows that its questions bring, and on the day, and is kept under these. So it
 * is sent again in two ways:
 *
 * - without its questions, while the site is in the state in which they were asked last
 *   (web/site_state.h). One process asks the database for that, and all believe it for twenty
 *   milliseconds; nobody has to be told when something is published.
 * - when something was written since, and its questions bring the same rows as before. It is not
 *   made anew then, and not compressed.
 *
 * Each page takes two entries: one is the page, the other says what it was made of in which state.
 *
 * Kept are the bytes that go out, of what a shared cache may keep and takes no form. The desk and
 * the plain CGI keep none.
 */
#ifndef WEB_PAGE_CACHE_H
#define WEB_PAGE_CACHE_H

#include "web/exchange.h"

/* Notes whether the answer may be kept, and fills the response when it is here and the site in the
 * same state; otherwise the handler has to. Errors as those of batch_run. */
enum err page_cache_answer(struct exchange *exchange, bool *answered);

/* For a new BATCH that reads what a page is made of: when it brings what is known, batch_run
 * returns ERR_KNOWN and the response is filled. What asks more than one batch is not kept. */
void page_cache_watch(struct exchange *exchange, struct batch *batch);

/* Keeps the response, which was written as OUTPUT, when it may be kept. */
void page_cache_keep(struct exchange *exchange, const struct buffer *output);

#endif
