/* SPDX-License-Identifier: EUPL-1.2 */
/* Help: the guide for editors, docs/editors, in the language of the account, /admin/help */
#include <string.h>

#include "base/file.h"
#include "text/markdown.h"
#include "web/exchange.h"

enum { GUIDE_MAX = 100000 };

/* Links to documents stay text: a guide names documents only to explain how links are written. */
static const char *no_document(const char *key, void *context)
{
    (void)key;
    (void)context;
    return NULL;
}

enum err desk_help_page(struct exchange *exchange)
{
    const struct view *view = &exchange->view;
    const struct markdown_links links = { .path = no_document };
    const char *share = exchange->app->config.share, *tag = language_tag(view->language);
    const char *path = arena_print(exchange->arena, "%s/help/%s.md", share, tag);
    size_t length;
    const char *guide = file_read(path, GUIDE_MAX, exchange->arena, &length);
    if (!guide || strncmp(guide, "# ", 2) != 0)
        return ERR_INTERNAL;
    struct dictionary *page = dictionary_new(exchange->app->templates, exchange->arena);
    size_t title = strcspn(
        guide, "\n"); /* "# …": the title of the page; a body has no heading of that level */
    dictionary_set(page, "GUIDE_TITLE", arena_copy_bytes(exchange->arena, guide + 2, title - 2));
    dictionary_set(page, "BODY_HTML", markdown_html(guide + title, &links, exchange->arena));
    return exchange_desk_page(exchange, "desk/help/page.tpl", view_phrase(view, "Help"), page);
}
