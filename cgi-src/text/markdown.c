/* Markdown: what editors write, as HTML that is safe to put into a page. */
#include "text/markdown.h"

#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool starts_with(const char *string, const char *prefix)
{
    return strncasecmp(string, prefix, strlen(prefix)) == 0;
}

/* The address that a link gets; NULL takes the link away. */
static const char *target(const char *url, const struct markdown_links *links)
{
    static const char document[] = "doc:";
    static const char *const schemes[] = { "https://", "http://", "mailto:" };

    if (starts_with(url, document))
        return links->path(url + sizeof document - 1, links->context);
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (starts_with(url, schemes[i]))
            return url;
    return NULL;
}

/* Puts the children of NODE in its place. */
static void unwrap(cmark_node *node)
{
    cmark_node *child;
    while ((child = cmark_node_first_child(node)))
        cmark_node_insert_before(node, child);
    cmark_node_free(node);
}

static void settle_links(cmark_node *document, const struct markdown_links *links)
{
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        /* On the way out, so that what is unwrapped has been visited. */
        if (event != CMARK_EVENT_EXIT || (type != CMARK_NODE_LINK && type != CMARK_NODE_IMAGE))
            continue;
        const char *url = type == CMARK_NODE_LINK ? target(cmark_node_get_url(node), links) : NULL;
        if (url)
            cmark_node_set_url(node, url);
        else
            unwrap(node);
    }
    cmark_iter_free(iterator);
}

const char *markdown_html(const char *markdown, const struct markdown_links *links, struct arena *arena)
{
    /* Without CMARK_OPT_UNSAFE, cmark leaves out raw HTML and scripts in links. */
    const int options = CMARK_OPT_VALIDATE_UTF8;
    cmark_node *document = cmark_parse_document(markdown, strlen(markdown), options);
    settle_links(document, links);
    char *html = cmark_render_html(document, options, NULL);
    cmark_node_free(document);
    arena_defer(arena, free, html);
    return html;
}

static bool is_blank(const char *text)
{
    return !text || !text[strspn(text, " \t\n\u00a0")];
}

/* Between where an image begins and ends there is its text, in nodes of its own. */
bool markdown_images_have_text(const char *markdown)
{
    cmark_node *document = cmark_parse_document(markdown, strlen(markdown), CMARK_OPT_VALIDATE_UTF8);
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    bool told = true, all = true; /* the image that we are in has text; all that ended had */
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_IMAGE && event == CMARK_EVENT_ENTER)
            told = false;
        else if (type == CMARK_NODE_IMAGE)
            all = all && told;
        else if ((type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) && !is_blank(cmark_node_get_literal(node)))
            told = true;
    }
    cmark_iter_free(iterator);
    cmark_node_free(document);
    return all;
}
