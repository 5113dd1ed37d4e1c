/* SPDX-License-Identifier: EUPL-1.2 */
/* Tables of Markdown. */
#include "text/markdown_tables.h"

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"

/* ---- Escaped bars ---- */

/* Stands for an escaped bar while a text is parsed: U+FDD0, which is not a character (Unicode 15,
 * section 23.7). */
#define BAR "\xEF\xB7\x90"

const char *markdown_set_bars_apart(const char *markdown, struct arena *arena)
{
    if (!strstr(markdown, "\\|"))
        return markdown;
    struct buffer changed = buffer_in(arena);
    for (const char *at = markdown; *at; at++)
        if (*at != '\\') {
            buffer_append(&changed, at, 1);
        } else if (at[1] == '|') {
            buffer_add(&changed, BAR);
            at++;
        } else { /* this backslash may escape another one */
            size_t length = at[1] == '\\' ? 2 : 1;
            buffer_append(&changed, at, length);
            at += length - 1;
        }
    return changed.bytes;
}

static const char *with_bars(const char *text, const char *bar, struct arena *arena)
{
    struct buffer changed = buffer_in(arena);
    for (const char *found; (found = strstr(text, BAR)); text = found + strlen(BAR)) {
        buffer_append(&changed, text, (size_t)(found - text));
        buffer_add(&changed, bar);
    }
    buffer_add(&changed, text);
    return changed.bytes;
}

/* Puts back the bars of NODE. Code has no escapes, other than of bars within a table (GitHub
 * Flavored Markdown, "Tables"). */
static void put_back(cmark_node *node, bool in_table, struct arena *arena)
{
    cmark_node_type type = cmark_node_get_type(node);
    bool plain = type == CMARK_NODE_TEXT || (in_table && type == CMARK_NODE_CODE);
    const char *text = cmark_node_get_literal(node), *url = cmark_node_get_url(node),
               *title = cmark_node_get_title(node);
    if (text && strstr(text, BAR))
        cmark_node_set_literal(node, with_bars(text, plain ? "|" : "\\|", arena));
    if (url && strstr(url, BAR))
        cmark_node_set_url(node, with_bars(url, "|", arena));
    if (title && strstr(title, BAR))
        cmark_node_set_title(node, with_bars(title, "|", arena));
}

static void put_all_back(cmark_node *within, bool in_table, struct arena *arena)
{
    cmark_iter *iterator = cmark_iter_new(within);
    while (cmark_iter_next(iterator) != CMARK_EVENT_DONE)
        put_back(cmark_iter_get_node(iterator), in_table, arena);
    cmark_iter_free(iterator);
}

/* ---- Finding tables ---- */

/* A line of a paragraph: its nodes from FIRST up to END, the break behind it. */
struct line {
    cmark_node *first, *end; /* END is NULL in the last line */
    size_t cells;            /* the number of cells between its bars */
    bool has_bars, is_rule;  /* a rule is the line of dashes */
};

static bool is_break(cmark_node *node)
{
    cmark_node_type type = cmark_node_get_type(node);
    return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

static const char *text_of(cmark_node *node)
{
    return cmark_node_get_type(node) == CMARK_NODE_TEXT ? cmark_node_get_literal(node) : NULL;
}

/* Whether TEXT consists of bars and, between them, dashes that colons may surround. */
static bool is_rule(const char *text)
{
    bool dashes = false, any = false;
    for (text += *text == '|'; *text; text += *text == '|') {
        text += strspn(text, " \t");
        text += *text == ':';
        size_t length = strspn(text, "-");
        text += length;
        text += *text == ':';
        text += strspn(text, " \t");
        dashes = length > 0;
        any = any || dashes;
        if (!dashes || (*text && *text != '|'))
            return false;
    }
    return any;
}

/* The number of cells of a line. Bars at its edges do not separate cells. */
static size_t count_cells(cmark_node *first, cmark_node *end, bool *has_bars)
{
    size_t bars = 0;
    const char *last = NULL;
    for (cmark_node *node = first; node != end; node = cmark_node_next(node)) {
        const char *text = text_of(node);
        for (const char *at = text; at && *at; at++)
            bars += *at == '|';
        last = text;
    }
    *has_bars = bars > 0;
    const char *begin = text_of(first);
    size_t opens = begin && begin[strspn(begin, " \t")] == '|';
    size_t length = last ? strlen(last) : 0;
    while (length && strchr(" \t", last[length - 1]))
        length--;
    size_t closes = bars > opens && length && last[length - 1] == '|';
    return bars + 1 - opens - closes;
}

static struct line line_from(cmark_node *first)
{
    struct line line = { .first = first, .end = first };
    while (line.end && !is_break(line.end))
        line.end = cmark_node_next(line.end);
    if (line.end == first)
        return line;
    line.cells = count_cells(first, line.end, &line.has_bars);
    const char *text = text_of(first);
    line.is_rule = text && cmark_node_next(first) == line.end && line.has_bars && is_rule(text);
    return line;
}

/* The line of PARAGRAPH with the names of columns, before a rule with as many cells; without FIRST
 * when there is none. */
static struct line find_table(cmark_node *paragraph)
{
    struct line before = { 0 };
    for (cmark_node *node = cmark_node_first_child(paragraph); node;) {
        struct line line = line_from(node);
        if (line.is_rule && before.has_bars && before.cells == line.cells)
            return before;
        before = line;
        node = line.end ? cmark_node_next(line.end) : NULL;
    }
    return (struct line){ 0 };
}

/* ---- Making tables ---- */

static cmark_node *part(cmark_node *parent, const char *enter, const char *leave)
{
    cmark_node *node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    cmark_node_set_on_enter(node, enter);
    cmark_node_set_on_exit(node, leave);
    cmark_node_append_child(parent, node);
    return node;
}

/* Adds LENGTH bytes of TEXT to CELL, without the white space at the edges of the cell; ENDS says
 * that TEXT ends it. */
static void add_text(cmark_node *cell, const char *text, size_t length, bool ends,
                     struct arena *arena)
{
    if (!cmark_node_first_child(cell))
        for (; length && strchr(" \t", *text); length--)
            text++;
    while (ends && length && strchr(" \t", text[length - 1]))
        length--;
    if (length == 0)
        return;
    cmark_node *node = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(node, arena_copy_bytes(arena, text, length));
    cmark_node_append_child(cell, node);
}

struct row {
    cmark_node *node, *cell;
    size_t cells, max;
    const char *enter, *leave; /* the markup around a cell */
};

static void next_cell(struct row *row)
{
    row->cell = part(row->node, row->enter, row->leave);
    row->cells++;
}

/* Adds TEXT to ROW and splits it at its bars. FIRST and LAST say that it begins and ends the line,
 * where a bar does not separate cells. */
static void add_cells(struct row *row, const char *text, bool first, bool last, struct arena *arena)
{
    size_t length = strlen(text);
    while (last && length && strchr(" \t", text[length - 1]))
        length--;
    size_t start = first ? strspn(text, " \t") : 0;
    start += first && text[start] == '|';
    if (last && length > start && text[length - 1] == '|')
        length--;
    for (size_t at = start; at < length; at++)
        if (text[at] == '|' && row->cells < row->max) {
            add_text(row->cell, text + start, at - start, true, arena);
            next_cell(row);
            start = at + 1;
        }
    if (length > start)
        add_text(row->cell, text + start, length - start, last, arena);
}

/* Moves the nodes of LINE into a row of TABLE, and frees the break behind them. */
static void add_row(cmark_node *table, struct line line, size_t max, bool names,
                    struct arena *arena)
{
    struct row row = { .node = part(table, "<tr>", "</tr>"),
                       .max = max,
                       .enter = names ? "<th scope=\"col\">" : "<td>",
                       .leave = names ? "</th>" : "</td>" };
    next_cell(&row);
    for (cmark_node *node = line.first, *next; node != line.end; node = next) {
        next = cmark_node_next(node);
        const char *text = text_of(node);
        if (text) {
            add_cells(&row, arena_copy(arena, text), node == line.first, next == line.end, arena);
            cmark_node_free(node);
        } else {
            cmark_node_append_child(row.cell, node);
        }
    }
    if (line.end)
        cmark_node_free(line.end);
}

static void make_table(cmark_node *paragraph, struct line names, struct arena *arena)
{
    cmark_node *table = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    cmark_node_set_on_enter(table, "<div tabindex=\"0\"><table>");
    cmark_node_set_on_exit(table, "</table></div>");
    if (!cmark_node_insert_after(paragraph, table)) {
        cmark_node_free(table);
        return;
    }
    cmark_node *head = part(table, "<thead>", "</thead>"), *next = cmark_node_next(names.end);
    cmark_node *before = cmark_node_previous(names.first);
    add_row(head, names, names.cells, true, arena);
    struct line rule = line_from(next);
    next = rule.end ? cmark_node_next(rule.end) : NULL;
    cmark_node_free(rule.first);
    if (rule.end)
        cmark_node_free(rule.end);
    cmark_node *body = next ? part(table, "<tbody>", "</tbody>") : NULL;
    while (next) {
        struct line line = line_from(next);
        next = line.end ? cmark_node_next(line.end) : NULL;
        add_row(body, line, names.cells, false, arena);
    }
    put_all_back(table, true, arena);
    if (before)
        cmark_node_free(before); /* the break between the table and the text above it */
    if (!cmark_node_first_child(paragraph))
        cmark_node_free(paragraph);
}

void markdown_tables(cmark_node *document, struct arena *arena)
{
    cmark_consolidate_text_nodes(document);
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        if (event != CMARK_EVENT_EXIT || cmark_node_get_type(node) != CMARK_NODE_PARAGRAPH)
            continue;
        struct line names = find_table(node);
        if (names.first)
            make_table(node, names, arena);
    }
    cmark_iter_free(iterator);
    put_all_back(document, false, arena);
}
