/* Home: the overview of all documents and languages, /admin/ */
#include "desk/desk.h"
#include "model/desk.h"
#include "view/desk.h"

enum err desk_home(struct exchange *exchange)
{
    struct matrix matrix = { 0 };
    struct batch *batch = exchange_reads(exchange);
    matrix_ask(batch, &matrix);
    enum err err = batch_run(batch);
    if (err)
        return err;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    view_desk_home(&exchange->view, &matrix, page);
    return exchange_desk_page(exchange, "desk/home.tpl", view_phrase(&exchange->view, "Documents and languages"), page);
}
