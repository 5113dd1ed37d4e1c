/* SPDX-License-Identifier: EUPL-1.2 */
/* Markdown: turns the texts of editors into HTML that is safe in a page. */
#include "text/markdown.h"

#include <cmark.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "text/markdown_notes.h"
#include "text/markdown_pictures.h"
#include "text/markdown_tables.h"

/* Without CMARK_OPT_UNSAFE, cmark leaves out any raw HTML and script in links that is left. */
enum { OPTIONS = CMARK_OPT_VALIDATE_UTF8, HEADING_LEVELS = 6 };

static bool starts_with(const char *string, const char *prefix)
{
    return strncasecmp(string, prefix, strlen(prefix)) == 0;
}

/* Whether URL is the path of a file of this site, which is named by its SHA-256. */
static bool is_file(const char *url)
{
    static const char folder[] = "/files/";
    enum { HASH_DIGITS = 64 };
    const char *hash = url + sizeof folder - 1;
    return strncmp(url, folder, sizeof folder - 1) == 0 &&
           strspn(hash, "0123456789abcdef") == HASH_DIGITS &&
           strcmp(hash + HASH_DIGITS, ".pdf") == 0;
}

/* The address of a link to URL; NULL when the link has to go. */
static const char *target(const char *url, const struct markdown_links *links)
{
    static const char document[] = "doc:";
    static const char *const schemes[] = { "https://", "http://", "mailto:" };

    if (starts_with(url, document))
        return links->path(url + sizeof document - 1, links->context);
    if (is_file(url))
        return url;
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (starts_with(url, schemes[i]))
            return url;
    return NULL;
}

/* The length of the marker of a quote or a list at TEXT; 0 when there is none. */
static size_t marker_length(const char *text)
{
    if (*text == '>')
        return 1;
    size_t digits = strspn(text, "0123456789");
    size_t length = text[digits] && strchr(digits ? ".)" : "-+*", text[digits]) ? digits + 1 : 0;
    return length && (!text[length] || strchr(" \t\n", text[length])) ? length : 0;
}

/* The column of the last of the markers at the beginning of LINE. */
static size_t last_marker(const char *line)
{
    size_t last = 0, column = 0;
    for (size_t length; (length = marker_length(line)) || *line == ' ' || *line == '\t';
         line += length ? length : 1) {
        last = length ? column : last;
        column = *line == '\t' ? column / 4 * 4 + 4 : column + (length ? length : 1);
    }
    return last;
}

/* Whether the cost of parsing MARKDOWN is in proportion to its length. A parser looks at each open
 * level for each line, and at each open image for each link. */
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
    cmark_node *document = cmark_node_new(CMARK_NODE_DOCUMENT),
               *block = cmark_node_new(CMARK_NODE_CODE_BLOCK);
    cmark_node_set_literal(block, text);
    cmark_node_append_child(document, block);
    return document;
}

/* NULL when MARKDOWN is nested too deeply. */
static cmark_node *parse_cheap(const char *markdown)
{
    cmark_node *document =
        is_cheap(markdown) ? cmark_parse_document(markdown, strlen(markdown), OPTIONS) : NULL;
    if (!document || is_shallow(document))
        return document;
    cmark_node_free(document);
    return NULL;
}

static cmark_node *parse(const char *markdown)
{
    cmark_node *document = parse_cheap(markdown);
    return document ? document : as_typed(markdown);
}

/* Parses MARKDOWN with its notes, when LINKS has words for them. */
static cmark_node *parse_with_notes(const char *markdown, const struct markdown_links *links,
                                    struct arena *arena)
{
    struct notes notes = { 0 };
    if (!links->notes || !strstr(markdown, "[^"))
        return parse(markdown);
    const char *body = notes_take(&notes, markdown, arena);
    cmark_node *document = notes.count ? parse_cheap(body) : NULL;
    if (!document)
        return parse(markdown);
    cmark_node **parsed = arena_array(arena, notes.count, sizeof(cmark_node *));
    for (size_t i = 0; i < notes.count; i++)
        parsed[i] = parse(notes.items[i].text);
    notes_refer(&notes, document, links->notes, arena);
    notes_append(&notes, document, parsed, links->notes, arena);
    return document;
}

/* Replaces NODE by its children. */
static void unwrap(cmark_node *node)
{
    cmark_node *child;
    while ((child = cmark_node_first_child(node)))
        cmark_node_insert_before(node, child);
    cmark_node_free(node);
}

/* Gives links their addresses. Returns the links and images of DOCUMENT that have to go as a list,
 * in which outer ones stand before those within them; the user data of a node is the next one. */
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

/* ---- HTML, shown as it was written ---- */

static cmark_node *node_with(cmark_node_type type, const char *literal)
{
    cmark_node *node = cmark_node_new(type);
    if (literal)
        cmark_node_set_literal(node, literal);
    return node;
}

/* LITERAL, a text of several lines, as a paragraph. */
static cmark_node *as_paragraph(char *literal)
{
    cmark_node *paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    char *rest;
    for (char *line = strtok_r(literal, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
        if (cmark_node_first_child(paragraph))
            cmark_node_append_child(paragraph, node_with(CMARK_NODE_SOFTBREAK, NULL));
        cmark_node_append_child(paragraph, node_with(CMARK_NODE_TEXT, line));
    }
    return paragraph;
}

static void show_html(cmark_node *node, struct arena *arena)
{
    char *literal = arena_copy(arena, cmark_node_get_literal(node));
    bool block = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
    cmark_node_replace(node, block ? as_paragraph(literal) : node_with(CMARK_NODE_TEXT, literal));
    cmark_node_free(node);
}

/* ---- Bare addresses ---- */

/* The first address of the web in TEXT that begins a word; NULL for none. */
static const char *find_address(const char *text)
{
    const char *at = text;
    for (; (at = strchr(at, 'h')); at++) {
        size_t scheme = strncmp(at, "https://", 8) == 0  ? 8
                        : strncmp(at, "http://", 7) == 0 ? 7
                                                         : 0;
        if (scheme && isalnum((unsigned char)at[scheme]) &&
            (at == text || !isalnum((unsigned char)at[-1])))
            break;
    }
    return at;
}

/* The length of ADDRESS without the punctuation at its end, and without a closing bracket that has
 * no opening one (GitHub Flavored Markdown, 6.9). */
static size_t address_length(const char *address)
{
    size_t length = strcspn(address, " \t\n<>\"");
    int open = 0;
    for (size_t i = 0; i < length; i++)
        open += address[i] == '(' ? 1 : address[i] == ')' ? -1 : 0;
    for (;; length--) {
        char last = address[length - 1];
        if (last == ')' && open < 0)
            open++;
        else if (!strchr("?!.,:;*_~'", last))
            return length;
    }
}

/* Splits the text of NODE at its addresses, which become links. */
static void link_addresses(cmark_node *node, struct arena *arena)
{
    const char *text = arena_copy(arena, cmark_node_get_literal(node));
    for (const char *address; (address = find_address(text));) {
        size_t length = address_length(address);
        const char *url = arena_copy_bytes(arena, address, length);
        cmark_node *link = cmark_node_new(CMARK_NODE_LINK);
        cmark_node_set_url(link, url);
        cmark_node_append_child(link, node_with(CMARK_NODE_TEXT, url));
        cmark_node_insert_before(
            node,
            node_with(CMARK_NODE_TEXT, arena_copy_bytes(arena, text, (size_t)(address - text))));
        cmark_node_insert_before(node, link);
        text = address + length;
    }
    cmark_node_set_literal(node, text);
}

/* ---- Terms ---- */

static cmark_node *term_link(const struct term *term, const char *words)
{
    cmark_node *link = cmark_node_new(CMARK_NODE_LINK);
    cmark_node_set_url(link, "doc:glossary");
    cmark_node_set_title(link, term->meaning);
    cmark_node_append_child(link, node_with(CMARK_NODE_TEXT, words));
    return link;
}

/* Splits the text of NODE at its terms, of which at most MAX become links. Returns their
 * number. */
static int link_terms(cmark_node *node, struct terms *terms, int max, struct arena *arena)
{
    const char *text = arena_copy(arena, cmark_node_get_literal(node)), *at;
    const struct term *term;
    size_t length;
    int linked = 0;
    for (; linked < max && (at = terms_find(terms, text, &term, &length)); text = at + length) {
        const char *before = arena_copy_bytes(arena, text, (size_t)(at - text));
        cmark_node_insert_before(node, node_with(CMARK_NODE_TEXT, before));
        cmark_node_insert_before(node, term_link(term, arena_copy_bytes(arena, at, length)));
        linked++;
    }
    cmark_node_set_literal(node, text);
    return linked;
}

/* Links terms outside headings, links and captions of pictures. */
static void explain_terms(cmark_node *document, struct terms *terms, struct arena *arena)
{
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    int within = 0, left = MARKDOWN_TERMS_MAX;
    while (left && (event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_HEADING || type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
            within += event == CMARK_EVENT_ENTER ? 1 : -1;
        else if (type == CMARK_NODE_TEXT && !within)
            left -= link_terms(node, terms, left, arena);
    }
    cmark_iter_free(iterator);
}

/* ---- Whole texts ---- */

/* Links bare addresses and shows HTML as text. It changes only leaves, which the iterator has left
 * by then. */
static void show_all(cmark_node *document, struct arena *arena)
{
    cmark_consolidate_text_nodes(document);
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    int links = 0; /* around the present node */
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_LINK)
            links += event == CMARK_EVENT_ENTER ? 1 : -1;
        else if (type == CMARK_NODE_TEXT && !links)
            link_addresses(node, arena);
        else if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
            show_html(node, arena);
    }
    cmark_iter_free(iterator);
}

/* Moves the headings of DOCUMENT down by STEP levels. Returns whether one is of the first level
 * then. */
static bool lower_headings(cmark_node *document, int step)
{
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    bool first = false;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_HEADING)
            continue;
        int level = cmark_node_get_heading_level(node) + step;
        cmark_node_set_heading_level(node, level > HEADING_LEVELS ? HEADING_LEVELS : level);
        first = first || level == 1;
    }
    cmark_iter_free(iterator);
    return first;
}

const char *markdown_html(const char *markdown, const struct markdown_links *links,
                          struct arena *arena)
{
    cmark_node *document = parse_with_notes(markdown_set_bars_apart(markdown, arena), links, arena);
    markdown_tables(document, arena);
    show_all(document, arena);
    if (links->terms)
        explain_terms(document, links->terms, arena);
    if (lower_headings(document, 0))
        lower_headings(document, 1);
    if (links->figure)
        markdown_pictures(document, links, arena);
    /* From the outside in, so that a node within several of them is moved once. */
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

/* The text of an image is in nodes between its two events. */
bool markdown_images_have_text(const char *markdown)
{
    cmark_node *document = parse(markdown);
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    bool told = true, all = true; /* TOLD: the present image has text; ALL: so had all before it */
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_IMAGE && event == CMARK_EVENT_ENTER)
            told = markdown_picture_number(node) != NULL;
        else if (type == CMARK_NODE_IMAGE)
            all = all && told;
        else if ((type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) &&
                 !is_blank(cmark_node_get_literal(node)))
            told = true;
    }
    cmark_iter_free(iterator);
    cmark_node_free(document);
    return all;
}
