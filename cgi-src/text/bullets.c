/* SPDX-License-Identifier: EUPL-1.2 */
/* Bullets: makes lists of Markdown from those that other programs write into plain text. */
#include "text/bullets.h"

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"

/* U+F0B7 and U+F0A7 are the bullets of the fonts Symbol and Wingdings. */
static const char *const bullets[] = { "•",           "–", "‣", "·", "◦", "▪", "●", "\xEF\x82\xB7",
                                       "\xEF\x82\xA7" };

/* The length of the white space at TEXT, behind a bullet. */
static size_t gap_at(const char *text)
{
    size_t length = 0;
    for (;;) {
        size_t step = strspn(text + length, " \t");
        step += strncmp(text + length + step, "\u00a0", 2) == 0 ? 2 : 0;
        if (!step)
            return length;
        length += step;
    }
}

/* The length of the bullet at TEXT and of the white space behind it; 0 when there is none, or when
 * nothing follows. */
static size_t bullet_at(const char *text)
{
    size_t length = strncmp(text, "o\t", 2) == 0;
    for (size_t i = 0; !length && i < sizeof bullets / sizeof *bullets; i++)
        if (strncmp(text, bullets[i], strlen(bullets[i])) == 0)
            length = strlen(bullets[i]);
    size_t gap = length ? gap_at(text + length) : 0;
    return gap && text[length + gap] && text[length + gap] != '\n' ? length + gap : 0;
}

/* Each tab is a level; spaces stay. The bullet of Word's second level indents by itself. */
static void add_indent(struct buffer *text, const char *indent, size_t length, bool second)
{
    for (size_t i = 0; i < length; i++)
        buffer_add(text, indent[i] == '\t' ? "  " : " ");
    if (second && !length)
        buffer_add(text, "  ");
}

static void add_line(struct buffer *text, const char *line, size_t length, bool *in_list)
{
    size_t indent = strspn(line, " \t"), bullet = bullet_at(line + indent);
    if (bullet) {
        add_indent(text, line, indent, line[indent] == 'o');
        buffer_add(text, "- ");
        line += indent + bullet;
        length -= indent + bullet;
    } else if (*in_list && !strchr(" \t\n-+*0123456789", *line))
        buffer_add(text, "\n");
    *in_list = bullet || (*in_list && (*line == ' ' || *line == '\t'));
    buffer_append(text, line, length);
}

const char *bullets_as_list(const char *markdown, struct arena *arena)
{
    struct buffer text = buffer_in(arena);
    bool in_list = false;
    buffer_add(&text, "");
    for (const char *line = markdown, *next; *line; line = next) {
        const char *end = strchr(line, '\n');
        next = end ? end + 1 : line + strlen(line);
        add_line(&text, line, (size_t)(next - line), &in_list);
    }
    return text.bytes;
}
