/* SPDX-License-Identifier: EUPL-1.2 */
/* Package: the description of the lists as CSV for programs, /datapackage.json */
#include "site/package/description.h"
#include "web/exchange.h"

enum err package_description_page(struct exchange *exchange)
{
    struct buffer body = buffer_in(exchange->arena);
    json_write(package_description(&exchange->view, false), &body);
    exchange->route.format = FORMAT_JSON; /* the path of the row has the format */
    return exchange_format(exchange, body);
}
