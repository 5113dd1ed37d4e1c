/* SPDX-License-Identifier: EUPL-1.2 */
/* Markdown: whatever editors write, the HTML has no script, only elements of texts, and links only
 * to the web, mail and this site. */
#include <stdbool.h>
#include <string.h>
#include <strings.h>

#include "fuzz/fuzz.h"
#include "text/markdown.h"

static const char *path_of(const char *key, void *context)
{
    (void)context;
    return strcmp(key, "penta") == 0 ? "/nl/benelux-plus/penta" : NULL;
}

static const char *figure_of(const char *number, const char *caption, void *context)
{
    (void)caption;
    (void)context;
    return strcmp(number, "1") == 0 ? "<hr />" : NULL;
}

static bool is_known(const char *tag)
{
    static const char *const known[] = { "a href=\"",
                                         "p",
                                         "em",
                                         "strong",
                                         "h1",
                                         "h2",
                                         "h3",
                                         "h4",
                                         "h5",
                                         "h6",
                                         "ul",
                                         "ol",
                                         "li",
                                         "pre",
                                         "code",
                                         "hr /",
                                         "blockquote",
                                         "br",
                                         "ol start",
                                         "code class=\"language-",
                                         "!-- raw HTML omitted --",
                                         "a>",
                                         "div tabindex=\"0\"",
                                         "div>",
                                         "table",
                                         "thead",
                                         "tbody",
                                         "tr",
                                         "th scope=\"col\"",
                                         "th>",
                                         "td",
                                         "sup",
                                         "section aria-label=\"Notes\"",
                                         "section>",
                                         "li id=\"note-" };
    tag += *tag == '/';
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t length = strlen(known[i]);
        if (strncmp(tag, known[i], length) == 0 &&
            (strchr("\"->", tag[length - 1]) || strchr(">/ =", tag[length])))
            return true;
    }
    return false;
}

void fuzz(const char *input, size_t length, struct arena *arena)
{
    (void)length;
    static const struct markdown_notes notes = { "Notes", "Note", "Back" };
    struct markdown_links links = { .path = path_of, .figure = figure_of, .notes = &notes };
    const char *html = markdown_html(input, &links, arena);
    for (const char *at = html; (at = strchr(at, '<')); at++)
        must(is_known(at + 1));
    static const char *const targets[] = {
        "https://", "http://", "mailto:", "/nl/benelux-plus/penta\"", "/files/", "#note-", "#ref-"
    };
    for (const char *at = html; (at = strstr(at, "<a href=\"")); at++) {
        const char *url = at + strlen("<a href=\"");
        bool good = false;
        for (size_t i = 0; i < sizeof targets / sizeof *targets; i++)
            good = good || strncasecmp(url, targets[i], strlen(targets[i])) == 0;
        must(good);
    }
}
