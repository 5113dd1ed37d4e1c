/* SPDX-License-Identifier: EUPL-1.2 */
/* Package: all public data in one file, /data.zip, and its checksum, /data.zip.sha256 */
#include "site/file/pieces.h"
#include "site/package/model.h"
#include "web/exchange.h"

/* ERR_UNAVAILABLE until the first one is made, a moment after the start of a new site. */
static enum err read_package(struct exchange *exchange, struct package *package)
{
    struct batch *batch = exchange_reads(exchange);
    package_ask(batch, package);
    enum err err = batch_run(batch);
    return err || package->sha256 ? err : ERR_UNAVAILABLE;
}

enum err package_page(struct exchange *exchange)
{
    struct package package = { 0 };
    enum err err = read_package(exchange, &package);
    if (err)
        return err;
    struct response *response = &exchange->response;
    pieces_answer(exchange, package.sha256, package.size, package_piece_ask);
    response->content_type = "application/zip";
    response_header(response, "Last-Modified", package.changed);
    response_header(
        response, "Link",
        arena_print(exchange->arena, "<%s>; rel=\"license\"", exchange->app->config.licence_url));
    return OK;
}

/* In the form that "sha256sum -c" reads. */
enum err package_page_sum(struct exchange *exchange)
{
    struct package package = { 0 };
    enum err err = read_package(exchange, &package);
    if (err)
        return err;
    exchange->response.cacheable = true;
    return exchange_text(exchange, arena_print(exchange->arena, "%s  data.zip\n", package.sha256));
}
