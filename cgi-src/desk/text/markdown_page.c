/* SPDX-License-Identifier: EUPL-1.2 */
/* Markdown: a text as visitors will see it, beside the field in which it is written,
 * /admin/markdown */
#include <string.h>

#include "desk/text/model.h"
#include "frame/menu.h"
#include "record/view.h"
#include "text/bullets.h"
#include "web/exchange.h"

enum { TEXT_MAX = 100000 };

static const struct field fields[] = {
    { .name = "text", .kind = FIELD_TEXT, .max = TEXT_MAX },
    { .name = "language", .kind = FIELD_CHOICE, .choices = language_choices },
};
const struct form desk_text_markdown_page_form = { .fields = fields,
                                                   .count = sizeof fields / sizeof *fields };

enum err desk_text_markdown_page(struct exchange *exchange)
{
    if (exchange->request.method != METHOD_POST)
        return exchange_redirect(exchange, 303, "/admin/");
    if (!exchange->input.sound)
        return ERR_INVALID;
    const char *typed = input_value(&exchange->input, "text"),
               *tag = input_value(&exchange->input, "language");
    const char *text =
        bullets_as_list(typed ? typed : "", exchange->arena); /* as it would be saved */
    struct view view = exchange->view;
    view.language = tag && *tag ? language_from_tag(tag, strlen(tag)) : view.language;
    struct menu menu = { 0 };
    struct named_list links = { 0 };
    struct batch *batch = exchange_reads(exchange);
    menu_ask(batch, view.language, &menu);
    edition_links_ask(batch, view.language, text, &links);
    enum err err = batch_run(batch);
    if (err)
        return err;
    struct dictionary *fragment = dictionary_new(exchange->app->templates, exchange->arena);
    dictionary_set(fragment, "BODY_HTML", view_markdown_draft(&view, text, &menu, &links));
    return exchange_desk_fragment(exchange, "desk/text/markdown_page.tpl", fragment);
}
