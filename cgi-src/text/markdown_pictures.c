/* SPDX-License-Identifier: EUPL-1.2 */
/* Pictures in Markdown. */
#include "text/markdown_pictures.h"

#include <string.h>
#include <strings.h>

#include "base/buffer.h"

const char *markdown_picture_number(cmark_node *node)
{
    static const char picture[] = "picture:";
    const char *url = cmark_node_get_type(node) == CMARK_NODE_IMAGE ? cmark_node_get_url(node) : "";
    return strncasecmp(url, picture, sizeof picture - 1) == 0 ? url + sizeof picture - 1 : NULL;
}

/* The words inside NODE, without markup. */
static const char *words_of(cmark_node *node, struct arena *arena)
{
    struct buffer words = buffer_in(arena);
    cmark_iter *iterator = cmark_iter_new(node);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
        cmark_node *inner = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(inner);
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            buffer_add(&words, cmark_node_get_literal(inner));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            buffer_add(&words, " ");
    }
    cmark_iter_free(iterator);
    return words.bytes ? words.bytes : "";
}

/* The paragraph or heading around NODE; or the table, since no part of one has room for a
 * figure. */
static cmark_node *block_around(cmark_node *node)
{
    while (cmark_node_get_type(node) >= CMARK_NODE_FIRST_INLINE)
        node = cmark_node_parent(node);
    if (cmark_node_get_type(node) == CMARK_NODE_CUSTOM_BLOCK)
        while (cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_CUSTOM_BLOCK)
            node = cmark_node_parent(node);
    return node;
}

/* Removes NODE, and the nodes around it that are then empty, other than the cell of a table. */
static void take_away(cmark_node *node, cmark_node *block)
{
    while (node != block) {
        cmark_node *parent = cmark_node_parent(node);
        cmark_node_free(node);
        if (cmark_node_first_child(parent) ||
            cmark_node_get_type(parent) == CMARK_NODE_CUSTOM_BLOCK)
            return;
        node = parent;
    }
    cmark_node_free(block);
}

/* Puts HTML behind the block around the image NODE. The figures of one block stand in the order of
 * the text if they are put there from the last to the first. */
static void put_figure(cmark_node *node, const char *html)
{
    cmark_node *figure = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK), *block = block_around(node);
    cmark_node_set_on_enter(figure, html);
    if (cmark_node_insert_after(block, figure))
        take_away(node, block);
    else
        cmark_node_free(figure);
}

/* The pictures of DOCUMENT as a list from the last to the first; the user data of a node is the
 * next one. An image within an image is part of its text. */
static cmark_node *find_pictures(cmark_node *document)
{
    cmark_node *last = NULL;
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    int images = 0;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (cmark_node_get_type(node) != CMARK_NODE_IMAGE)
            continue;
        images += event == CMARK_EVENT_ENTER ? 1 : -1;
        if (event == CMARK_EVENT_EXIT || images > 1 || !markdown_picture_number(node))
            continue;
        cmark_node_set_user_data(node, last);
        last = node;
    }
    cmark_iter_free(iterator);
    return last;
}

void markdown_pictures(cmark_node *document, const struct markdown_links *links,
                       struct arena *arena)
{
    cmark_node *next;
    for (cmark_node *node = find_pictures(document); node; node = next) {
        next = cmark_node_get_user_data(node);
        cmark_node_set_user_data(node, NULL);
        const char *html =
            links->figure(markdown_picture_number(node), words_of(node, arena), links->context);
        if (html)
            put_figure(node, html);
    }
}
