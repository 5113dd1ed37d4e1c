/* Article: what the pages of a document have in common. */
#include "pages/article.h"

#include <string.h>

#include "view/document.h"

void article_ask(struct exchange *exchange, enum document_kind kind, struct article *article)
{
    enum language language = exchange->view.language;
    *article = (struct article){ .kind = kind, .batch = exchange_reads(exchange) };
    document_ask(article->batch, kind, language, exchange->route.slug, &article->document);
    directory_ask(article->batch, language, &article->directory);
}

enum err article_run(struct article *article)
{
    enum err err = batch_run(article->batch);
    return err || article->document.found ? err : ERR_NOT_FOUND;
}

enum err article_answer(struct exchange *exchange, const struct article *article, const char *template_name,
                        struct dictionary *page)
{
    const struct view *view = &exchange->view;
    const struct document *document = &article->document;
    if (exchange->route.slug && strcmp(exchange->route.slug, document->slug) != 0) {
        exchange->response.cacheable = true; /* a document has few addresses, and they last */
        return exchange_redirect(exchange, 301, view_path(view, article->kind, view->language, document->slug));
    }

    struct frame frame = view_document_frame(view, article->kind, document, &article->directory);
    view_document(view, document, &article->directory, page);
    return exchange_page(exchange, &frame, template_name, page);
}
