/* SPDX-License-Identifier: EUPL-1.2 */
/* Page cache: finished pages, shared by the processes that answer visitors, for as long as they are
 * true.
 *
 * nginx keeps a page for a second and then asks again, mostly for the same page. To know that
 * nothing has changed takes one small question to the database, the state of the site; to make the
 * page takes some, and its templates. So nothing here is older than what the database said twenty
 * milliseconds ago, and nobody has to be told when something is published.
 *
 * Kept are the bytes that go out, of what a shared cache may keep and takes no form. The desk and
 * the plain CGI keep none.
 */
#ifndef WEB_PAGE_CACHE_H
#define WEB_PAGE_CACHE_H

#include "web/exchange.h"

/* Notes whether the answer may be kept, and fills the response when it is here and still true;
 * otherwise the handler has to. Errors as those of batch_run. */
enum err page_cache_answer(struct exchange *exchange, bool *answered);

/* Keeps the response, which was written as OUTPUT, when it may be kept. */
void page_cache_keep(struct exchange *exchange, const struct buffer *output);

#endif
