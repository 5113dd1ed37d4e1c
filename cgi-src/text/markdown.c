/* Markdown: what editors write, as HTML that is safe to put into a page. */
#include "text/markdown.h"

#include <cmark.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* Without CMARK_OPT_UNSAFE, cmark leaves out raw HTML and scripts in links. */
enum { OPTIONS = CMARK_OPT_VALIDATE_UTF8 };

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

/* How long the marker of a quote or a list at TEXT is; 0 when there is none. */
static size_t marker_length(const char *text)
{
    if (*text == '>')
        return 1;
    size_t digits = strspn(text, "0123456789");
    size_t length = text[digits] && strchr(digits ? ".)" : "-+*", text[digits]) ? digits + 1 : 0;
    return length && (!text[length] || strchr(" \t\n", text[length])) ? length : 0;
}

/* The column of the last marker of those that LINE begins with. */
static size_t last_marker(const char *line)
{
    size_t last = 0, column = 0;
    for (size_t length; (length = marker_length(line)) || *line == ' ' || *line == '\t'; line += length ? length : 1) {
        last = length ? column : last;
        column = *line == '\t' ? column / 4 * 4 + 4 : column + (length ? length : 1);
    }
    return last;
}

/* Whether parsing MARKDOWN costs what its length costs. A parser looks at each open level for each line, and at each image that
 * is open for each link. */
static bool is_cheap(const char *markdown)
{
    size_t images = 0, column = last_marker(markdown);
    for (const char *at = markdown; *at && column <= MARKDOWN_COLUMN_MAX; at++) {
        images += at[0] == '!' && at[1] == '[';
        column = *at == '\n' ? last_marker(at + 1) : column;
    }
    return column <= MARKDOWN_COLUMN_MAX && images <= MARKDOWN_IMAGES_MAX;
}

static bool is_shallow(cmark_node *document)
{
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    int depth = 0, deepest = 0;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        bool leaf = !cmark_node_first_child(cmark_iter_get_node(iterator));
        depth += leaf ? 0 : event == CMARK_EVENT_ENTER ? 1 : -1;
        deepest = depth > deepest ? depth : deepest;
    }
    cmark_iter_free(iterator);
    return deepest <= MARKDOWN_DEPTH_MAX;
}

/* A document that shows TEXT as it is. */
static cmark_node *as_typed(const char *text)
{
    cmark_node *document = cmark_node_new(CMARK_NODE_DOCUMENT), *block = cmark_node_new(CMARK_NODE_CODE_BLOCK);
    cmark_node_set_literal(block, text);
    cmark_node_append_child(document, block);
    return document;
}

static cmark_node *parse(const char *markdown)
{
    cmark_node *document = is_cheap(markdown) ? cmark_parse_document(markdown, strlen(markdown), OPTIONS) : NULL;
    if (document && is_shallow(document))
        return document;
    if (document)
        cmark_node_free(document);
    return as_typed(markdown);
}

/* Puts the children of NODE in its place. */
static void unwrap(cmark_node *node)
{
    cmark_node *child;
    while ((child = cmark_node_first_child(node)))
        cmark_node_insert_before(node, child);
    cmark_node_free(node);
}

/* The links and images of DOCUMENT that are not to be shown, as a list from the first, each outside those that are in it; the
 * next one is the user data of a node. Links that stay get their address. */
static cmark_node *settle_links(cmark_node *document, const struct markdown_links *links)
{
    cmark_node *first = NULL, *last = NULL;
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        if (event != CMARK_EVENT_ENTER || (type != CMARK_NODE_LINK && type != CMARK_NODE_IMAGE))
            continue;
        const char *url = type == CMARK_NODE_LINK ? target(cmark_node_get_url(node), links) : NULL;
        if (url) {
            cmark_node_set_url(node, url);
            continue;
        }
        if (last)
            cmark_node_set_user_data(last, node);
        else
            first = node;
        last = node;
    }
    cmark_iter_free(iterator);
    return first;
}

const char *markdown_html(const char *markdown, const struct markdown_links *links, struct arena *arena)
{
    cmark_node *document = parse(markdown);
    /* From the outside in, so that what several stand around is moved once. */
    for (cmark_node *node = settle_links(document, links), *next; node; node = next) {
        next = cmark_node_get_user_data(node);
        unwrap(node);
    }
    char *html = cmark_render_html(document, OPTIONS);
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
    cmark_node *document = parse(markdown);
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
