/* SPDX-License-Identifier: EUPL-1.2 */
/* Article: the common part of the pages that show a document. */
#include "record/article.h"

#include <string.h>

#include "record/json.h"
#include "record/picture_view.h"
#include "record/view.h"

STATEMENT(address_known, "select from address where kind = $1 and language = $2 and slug = $3");

static void read_known(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(bool *)into = rows_count(rows) > 0;
}

STATEMENT(glossary_text, "select body from page where key = 'glossary'"
                         " and for_language = $1 and language = for_language");

static void read_text(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(const char **)into = rows_count(rows) ? rows_text(rows, 0, 0) : NULL;
}

void article_ask(struct exchange *exchange, enum document_kind kind, struct article *article)
{
    enum language language = exchange->view.language;
    *article = (struct article){ .kind = kind,
                                 .batch = exchange_reads(exchange),
                                 .formats = route_formats(document_kinds[kind].route) };
    document_ask(article->batch, kind, language, exchange->route.slug, &article->document);
    menu_ask(article->batch, language, &article->menu);
    if (exchange->route.format == FORMAT_JSON)
        record_names_ask(article->batch, language, &article->names);
    else
        BATCH_ASK(article->batch, &glossary_text, read_text, &article->glossary,
                  language_tag(language));
    if (exchange->route.slug)
        BATCH_ASK(article->batch, &address_known, read_known, &exchange->was_public,
                  document_kinds[kind].name, language_tag(language), exchange->route.slug);
}

enum err article_run(struct article *article)
{
    enum err err = batch_run(article->batch);
    return err || article->document.found ? err : ERR_NOT_FOUND;
}

bool article_moved(struct exchange *exchange, const struct article *article)
{
    const struct view *view = &exchange->view;
    const char *slug = article->document.slug;
    if (!exchange->route.slug || strcmp(exchange->route.slug, slug) == 0)
        return false;
    exchange->response.cacheable = true; /* a document has few addresses, and they last */
    const char *path = view_path(view, article->kind, view->language, slug);
    exchange_redirect(exchange, 301,
                      route_format_path(exchange->arena, path, exchange->route.format));
    return true;
}

enum err article_answer(struct exchange *exchange, const struct article *article,
                        const char *template_name, struct dictionary *page, cJSON *about)
{
    if (article_moved(exchange, article))
        return OK;
    const struct view *view = &exchange->view;
    struct frame frame =
        view_document_frame(view, article->kind, &article->document, &article->menu);
    frame.formats = article->formats;
    frame.is_dataset = article->formats & AS_CSV;
    frame.about = about;
    frame.pictured = view_has_pictures(&article->document);
    frame.shared = article->document.key;
    view_document(view, article->kind, &article->document, &article->menu, article->glossary, page);
    return exchange_page(exchange, &frame, template_name, page);
}

enum err article_answer_record(struct exchange *exchange, const struct article *article,
                               const char *status)
{
    if (article_moved(exchange, article))
        return OK;
    const struct form *form = exchange->app->routes[document_kinds[article->kind].record].form;
    const struct record_names names = { &article->names, &article->menu };
    cJSON *record = view_record(&exchange->view, article->kind, &article->document, form, &names);
    json_text(record, "status", status);
    struct buffer body = buffer_in(exchange->arena);
    json_write(record, &body);
    return exchange_format(exchange, body);
}
