/* SPDX-License-Identifier: EUPL-1.2 */
/* Notes of Markdown. */
#include "text/markdown_notes.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

enum { LABEL_MAX = 40, INDENT_MAX = 3 };

/* ---- The texts of notes ---- */

/* The length of the label in "[^label]" at TEXT; 0 when this is not a reference. */
static size_t label_length(const char *text)
{
    if (text[0] != '[' || text[1] != '^')
        return 0;
    size_t length = strcspn(text + 2, " \t\n[]^`*_\\<");
    return text[2 + length] == ']' && length <= LABEL_MAX ? length : 0;
}

/* The length of the fence that LINE opens, or may close when a block of code with CHARACTER is
 * open; 0 without a fence. */
static size_t fence_length(const char *line, char character)
{
    line += strspn(line, " ");
    if (!character)
        character = *line == '~' ? '~' : '`';
    size_t length = 0;
    while (line[length] == character)
        length++;
    return length >= 3 ? length : 0;
}

struct splitter {
    struct arena *arena;
    struct buffer body, note;
    struct note *items;
    size_t count;
    bool in_note;
    char fence; /* of the open block of code; 0 when none is open */
    size_t fence_length;
};

static void end_note(struct splitter *splitter)
{
    if (splitter->in_note)
        splitter->items[splitter->count - 1].text = splitter->note.bytes;
    splitter->in_note = false;
}

static void follow_fence(struct splitter *splitter, const char *line)
{
    size_t length = fence_length(line, splitter->fence);
    if (!length)
        return;
    if (!splitter->fence) {
        splitter->fence = line[strspn(line, " ")];
        splitter->fence_length = length;
    } else if (length >= splitter->fence_length) {
        splitter->fence = '\0';
    }
}

static void take_line(struct splitter *splitter, const char *line, size_t length)
{
    size_t indent = strspn(line, " "), label = label_length(line + indent);
    const char *behind = line + indent + label + sizeof "[^]" - 1;
    bool blank = strspn(line, " \t") >= length - (line[length - 1] == '\n');
    if (!splitter->fence && label && indent <= INDENT_MAX && *behind == ':') {
        end_note(splitter);
        splitter->items[splitter->count++] =
            (struct note){ .label = arena_copy_bytes(splitter->arena, line + indent + 2, label) };
        splitter->note = buffer_in(splitter->arena);
        splitter->in_note = true;
        behind++;
        buffer_append(&splitter->note, behind, (size_t)(line + length - behind));
        return;
    }
    if (blank)
        end_note(splitter);
    else if (!splitter->in_note)
        follow_fence(splitter, line);
    buffer_append(splitter->in_note ? &splitter->note : &splitter->body, line, length);
}

static int by_label(const void *one, const void *other)
{
    const struct note *a = one, *b = other;
    return strcmp(a->label, b->label);
}

static size_t count_lines(const char *text)
{
    size_t lines = 1;
    for (; *text; text++)
        lines += *text == '\n';
    return lines;
}

const char *notes_take(struct notes *notes, const char *markdown, struct arena *arena)
{
    struct splitter splitter = {
        .arena = arena,
        .body = buffer_in(arena),
        .items = arena_array(arena, count_lines(markdown), sizeof *splitter.items),
    };
    while (*markdown) {
        size_t length = strcspn(markdown, "\n");
        length += markdown[length] == '\n';
        take_line(&splitter, markdown, length);
        markdown += length;
    }
    end_note(&splitter);
    qsort(splitter.items, splitter.count, sizeof *splitter.items, by_label);
    *notes = (struct notes){ .items = splitter.items, .count = splitter.count };
    return splitter.body.bytes ? splitter.body.bytes : "";
}

/* ---- References ---- */

static struct note *find_note(const struct notes *notes, const char *text, size_t length,
                              struct arena *arena)
{
    struct note sought = { .label = arena_copy_bytes(arena, text, length) };
    return bsearch(&sought, notes->items, notes->count, sizeof *notes->items, by_label);
}

static const char *reference_id(const struct note *note, size_t nth, struct arena *arena)
{
    return nth > 1 ? arena_print(arena, "ref-%zu-%zu", note->number, nth)
                   : arena_print(arena, "ref-%zu", note->number);
}

static cmark_node *reference_to(struct notes *notes, struct note *note,
                                const struct markdown_notes *words, struct arena *arena)
{
    note->number = note->number ? note->number : ++notes->numbered;
    note->references++;
    cmark_node *reference = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
    cmark_node_set_on_enter(
        reference, arena_print(arena,
                               "<sup><a href=\"#note-%zu\" id=\"%s\" aria-label=\"%s %zu\">%zu</a>"
                               "</sup>",
                               note->number, reference_id(note, note->references, arena),
                               words->note, note->number, note->number));
    return reference;
}

static void add_text_before(cmark_node *node, const char *text, size_t length, struct arena *arena)
{
    cmark_node *before = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(before, arena_copy_bytes(arena, text, length));
    cmark_node_insert_before(node, before);
}

/* Splits the text of NODE at its references to notes, which become links. */
static void refer_in(struct notes *notes, cmark_node *node, const struct markdown_notes *words,
                     struct arena *arena)
{
    const char *text = arena_copy(arena, cmark_node_get_literal(node)), *done = text;
    for (const char *at = text; (at = strchr(at, '[')); at++) {
        size_t length = label_length(at);
        struct note *note = length ? find_note(notes, at + 2, length, arena) : NULL;
        if (!note)
            continue;
        add_text_before(node, done, (size_t)(at - done), arena);
        cmark_node_insert_before(node, reference_to(notes, note, words, arena));
        at += length + 2;
        done = at + 1;
    }
    if (done != text)
        cmark_node_set_literal(node, done);
}

void notes_refer(struct notes *notes, cmark_node *document, const struct markdown_notes *words,
                 struct arena *arena)
{
    cmark_consolidate_text_nodes(document);
    cmark_iter *iterator = cmark_iter_new(document);
    cmark_event_type event;
    int links = 0; /* and images, around the present node */
    while ((event = cmark_iter_next(iterator)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iterator);
        cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE)
            links += event == CMARK_EVENT_ENTER ? 1 : -1;
        else if (type == CMARK_NODE_TEXT && !links)
            refer_in(notes, node, words, arena);
    }
    cmark_iter_free(iterator);
}

/* ---- The list of notes ---- */

static cmark_node *part(cmark_node *parent, const char *enter, const char *leave)
{
    cmark_node *node = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
    cmark_node_set_on_enter(node, enter);
    cmark_node_set_on_exit(node, leave);
    cmark_node_append_child(parent, node);
    return node;
}

/* Adds links from NOTE back to its references, behind its last words. */
static void add_ways_back(const struct note *note, cmark_node *item,
                          const struct markdown_notes *words, struct arena *arena)
{
    cmark_node *last = cmark_node_last_child(item);
    if (!last || cmark_node_get_type(last) != CMARK_NODE_PARAGRAPH) {
        last = cmark_node_new(CMARK_NODE_PARAGRAPH);
        cmark_node_append_child(item, last);
    }
    for (size_t nth = 1; nth <= note->references; nth++) {
        cmark_node *way = cmark_node_new(CMARK_NODE_CUSTOM_INLINE);
        const char *which = nth > 1 ? arena_print(arena, "%zu-%zu", note->number, nth)
                                    : arena_print(arena, "%zu", note->number);
        cmark_node_set_on_enter(way,
                                arena_print(arena, " <a href=\"#%s\" aria-label=\"%s %s\">↩</a>",
                                            reference_id(note, nth, arena), words->back, which));
        cmark_node_append_child(last, way);
    }
}

static void add_note(const struct note *note, cmark_node *list, cmark_node *parsed,
                     const struct markdown_notes *words, struct arena *arena)
{
    cmark_node *item =
        part(list, note->number ? arena_print(arena, "<li id=\"note-%zu\">", note->number) : "<li>",
             "</li>");
    for (cmark_node *child; (child = cmark_node_first_child(parsed));)
        cmark_node_append_child(item, child);
    if (note->references)
        add_ways_back(note, item, words, arena);
    cmark_node_free(parsed);
}

void notes_append(struct notes *notes, cmark_node *document, cmark_node **parsed,
                  const struct markdown_notes *words, struct arena *arena)
{
    size_t *order = arena_array(arena, notes->count, sizeof *order), next = notes->numbered;
    for (size_t i = 0; i < notes->count; i++)
        order[notes->items[i].number ? notes->items[i].number - 1 : next++] = i;
    cmark_node *section = part(
        document, arena_print(arena, "<section aria-label=\"%s\">", words->title), "</section>");
    cmark_node *list = part(section, "<ol>", "</ol>");
    for (size_t i = 0; i < notes->count; i++)
        add_note(&notes->items[order[i]], list, parsed[order[i]], words, arena);
}
