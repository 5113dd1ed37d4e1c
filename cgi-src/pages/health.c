/* Health: for whoever watches the program. /healthz: the process answers. /readyz: the database answers too. */
#include "pages/pages.h"

STATEMENT(health_ready, "select 1");

enum err page_health(struct exchange *exchange)
{
    return exchange_text(exchange, "ok\n");
}

enum err page_ready(struct exchange *exchange)
{
    struct batch *batch = exchange_reads(exchange);
    BATCH_ASK(batch, &health_ready, NULL, NULL);
    enum err err = batch_run(batch);
    return err ? err : exchange_text(exchange, "ok\n");
}
