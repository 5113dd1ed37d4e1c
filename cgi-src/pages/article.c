/* Article: what the pages of a document have in common. */
#include "pages/article.h"

#include <string.h>

#include "text/json.h"
#include "view/document.h"

void article_ask(struct exchange *exchange, enum document_kind kind, struct article *article)
{
    enum language language = exchange->view.language;
    *article = (struct article){ .kind = kind, .batch = exchange_reads(exchange), .formats = route_formats(view_route(kind)) };
    document_ask(article->batch, kind, language, exchange->route.slug, &article->document);
    directory_ask(article->batch, language, &article->directory);
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
    exchange_redirect(exchange, 301, route_format_path(exchange->arena, path, exchange->route.format));
    return true;
}

enum err article_answer(struct exchange *exchange, const struct article *article, const char *template_name,
                        struct dictionary *page, const char *json_ld)
{
    if (article_moved(exchange, article))
        return OK;
    const struct view *view = &exchange->view;
    struct frame frame = view_document_frame(view, article->kind, &article->document, &article->directory);
    frame.formats = article->formats;
    frame.json_ld = json_ld;
    view_document(view, &article->document, &article->directory, page);
    return exchange_page(exchange, &frame, template_name, page);
}

enum err article_answer_record(struct exchange *exchange, const struct article *article, const cJSON *record)
{
    if (article_moved(exchange, article))
        return OK;
    struct buffer body = buffer_in(exchange->arena);
    json_write(record, &body);
    return exchange_format(exchange, body);
}
