/* SPDX-License-Identifier: EUPL-1.2 */
/* Style: the rules of the style sheet that a page uses. */
#include "text/style.h"

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"

#define ATTRIBUTE "class=\""
#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789-"

/* The classes of MARKUP, each between spaces; markers of a template separate them, too. */
static const char *classes_of(const char *markup, struct arena *arena)
{
    struct buffer classes = buffer_in(arena);
    buffer_add(&classes, " ");
    while ((markup = strstr(markup, ATTRIBUTE))) {
        markup += strlen(ATTRIBUTE);
        while (*markup && *markup != '"') {
            const char *marker_end = strncmp(markup, "{{", 2) == 0 ? strstr(markup, "}}") : NULL;
            if (marker_end) {
                buffer_add(&classes, " ");
                markup = marker_end + 2;
                continue;
            }
            buffer_append(&classes, markup++, 1);
        }
        buffer_add(&classes, " ");
    }
    return classes.bytes;
}

/* Whether CLASSES has all classes that the selector from SELECTOR to END requires. It does not
 * require those within parentheses, as in :is() and :not(). */
static bool is_used(const char *selector, const char *end, const char *classes, struct arena *arena)
{
    int depth = 0;
    for (const char *at = selector; at < end; at++) {
        depth += (*at == '(') - (*at == ')');
        size_t length = *at == '.' && depth == 0 ? strspn(at + 1, NAME_LETTERS) : 0;
        if (length && !strstr(classes, arena_print(arena, " %.*s ", (int)length, at + 1)))
            return false;
    }
    return true;
}

/* The end of the selector at SELECTOR: the comma behind it, or END. */
static const char *selector_end(const char *selector, const char *end)
{
    int depth = 0;
    for (; selector < end && (depth || *selector != ','); selector++)
        depth += (*selector == '(') - (*selector == ')');
    return selector;
}

static const char *closing_brace(const char *open, const char *end)
{
    int depth = 0;
    for (const char *at = open; at < end; at++) {
        depth += (*at == '{') - (*at == '}');
        if (depth == 0)
            return at;
    }
    return end;
}

/* The selectors from FROM to TO that are used, separated by commas. */
static struct buffer used_selectors(const char *from, const char *to, const char *classes,
                                    struct arena *arena)
{
    struct buffer used = buffer_in(arena);
    for (const char *end; from < to; from = end + 1) {
        end = selector_end(from, to);
        if (is_used(from, end, classes, arena))
            buffer_print(&used, "%s%.*s", used.length ? "," : "", (int)(end - from), from);
    }
    return used;
}

/* The depth of rules within rules, such as @media within @supports. */
enum { DEPTH_MAX = 4 };

static bool has_rules(const char *rule)
{
    return *rule == '@' && strncmp(rule, "@page", strlen("@page")) != 0;
}

static void add_rules(const char *from, const char *to, const char *classes, int depth,
                      struct buffer *style)
{
    struct arena *arena = style->arena;
    for (const char *open, *close; from < to && (open = memchr(from, '{', (size_t)(to - from)));
         from = close + 1) {
        close = closing_brace(open, to);
        struct buffer rules = buffer_in(arena), selectors;
        if (has_rules(from) && depth < DEPTH_MAX) {
            add_rules(open + 1, close, classes, depth + 1, &rules);
            if (rules.length)
                buffer_print(style, "%.*s{%s}", (int)(open - from), from, rules.bytes);
            continue;
        }
        selectors = used_selectors(from, open, classes, arena);
        if (selectors.length)
            buffer_print(style, "%s%.*s", selectors.bytes, (int)(close + 1 - open), open);
    }
}

const char *style_of(const char *sheet, const char *markup, struct arena *arena)
{
    struct buffer style = buffer_in(arena);
    buffer_add(&style, "");
    add_rules(sheet, sheet + strlen(sheet), classes_of(markup, arena), 0, &style);
    return style.bytes;
}
