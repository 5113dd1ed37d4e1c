/* SPDX-License-Identifier: EUPL-1.2 */
/* Picture: one that may not be public yet, for forms and previews, /admin/pictures/….jpg and ….webp
 *
 * It needs no session, since a preview needs none. Its address is the SHA-256 of its bytes, which
 * only those know who have seen them. */
#include "web/exchange.h"

#include <string.h>

STATEMENT(desk_picture_bytes,
          "select string_agg(p.bytes, '' order by p.position) from rendition r"
          " join file_piece p on p.sha256 = r.file"
          " where r.file = decode($1, 'hex') and r.format = $2 group by r.image, r.width limit 1");

enum { HASH_DIGITS = 64 };

static void read_bytes(const struct rows *rows, struct arena *arena, void *into)
{
    size_t length;
    const char *bytes = rows_count(rows) ? rows_bytes(rows, 0, 0, arena, &length) : NULL;
    if (bytes)
        buffer_append(into, bytes, length);
}

static enum err answer(struct exchange *exchange, const char *format, const char *type)
{
    const char *sha256 = exchange->route.slug;
    if (strlen(sha256) != HASH_DIGITS || strspn(sha256, "0123456789abcdef") != HASH_DIGITS)
        return ERR_NOT_FOUND;
    struct batch *batch = exchange_reads(exchange);
    BATCH_ASK(batch, &desk_picture_bytes, read_bytes, &exchange->response.body, sha256, format);
    enum err err = batch_run(batch);
    if (!err && !exchange->response.body.length)
        return ERR_NOT_FOUND;
    exchange->response.content_type = type;
    return err;
}

enum err desk_picture_page_jpeg(struct exchange *exchange)
{
    return answer(exchange, "jpeg", "image/jpeg");
}

enum err desk_picture_page_webp(struct exchange *exchange)
{
    return answer(exchange, "webp", "image/webp");
}
