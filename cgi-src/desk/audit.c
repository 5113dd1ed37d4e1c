/* Audit: what was done at the desk, for administrators, /admin/log */
#include "desk/desk.h"
#include "model/desk.h"
#include "view/desk.h"

enum { ENTRIES_MOST = 200 };

enum err desk_audit(struct exchange *exchange)
{
    struct audit audit = { 0 };
    struct batch *batch = exchange_reads(exchange);
    audit_ask(batch, ENTRIES_MOST, &audit);
    enum err err = batch_run(batch);
    if (err)
        return err;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_desk_audit(&exchange->view, &audit, page);
    return exchange_desk_page(exchange, "desk/audit.tpl", view_phrase(&exchange->view, "Log"), page);
}
