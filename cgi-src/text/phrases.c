/* SPDX-License-Identifier: EUPL-1.2 */
/* Phrases: replaces what stands between [[ and ]] in a template when it is loaded, once for each
 * language. */
#include "text/phrases.h"

#include <string.h>

#include "base/file.h"
#include "base/log.h"

enum { FILE_MAX = 256 * 1024 };

/* Whether OTHER has every marker of ONE. */
static bool has_markers_of(const char *other, const char *one, struct arena *arena)
{
    for (const char *open = strstr(one, "{{"); open; open = strstr(open + 2, "{{")) {
        const char *close = strstr(open, "}}");
        if (!close || !strstr(other, arena_copy_bytes(arena, open, (size_t)(close + 2 - open))))
            return false;
    }
    return true;
}

/* Why a translation cannot be used; NULL when it can. It goes into the template as it is, so it
 * must be plain text. */
static const char *fault(const char *english, const char *translation, struct arena *arena)
{
    if (!translation)
        return "no translation";
    if (strpbrk(translation, "<>&\""))
        return "translation contains markup";
    if (!has_markers_of(english, translation, arena) ||
        !has_markers_of(translation, english, arena))
        return "translation has other markers";
    return NULL;
}

/* The rest of PHRASE behind PREFIX; NULL when it does not begin with that. */
static const char *after(const char *phrase, const char *prefix)
{
    size_t length = strlen(prefix);
    return strncmp(phrase, prefix, length) == 0 ? phrase + length : NULL;
}

/* Appends the replacement of PHRASE. Returns what is wrong, or NULL. */
static const char *fill_phrase(const struct phrasebook *book, const char *phrase,
                               enum language language, struct buffer *result)
{
    const char *name, *text;
    if ((name = after(phrase, "include:")))
        return phrases_fill(book, name, language, result) ? NULL : "cannot include";

    if (strcmp(phrase, "style") == 0) {
        text = STYLE_MARKER; /* replaced last, since it depends on the whole page */
    } else if (strcmp(phrase, "whole style") == 0) {
        text = assets_style(book->assets);
    } else if ((name = after(phrase, "static:"))) {
        text = assets_path(book->assets, name);
        if (!text)
            return "no such static file";
    } else {
        text = catalogue_find(book->catalogue, language, phrase);
        const char *problem = fault(phrase, text, result->arena);
        if (problem)
            return problem;
    }
    buffer_add(result, text);
    return NULL;
}

bool phrases_fill(const struct phrasebook *book, const char *name, enum language language,
                  struct buffer *result)
{
    struct arena *arena = result->arena;
    size_t length;
    const char *source =
        file_read(arena_print(arena, "%s/%s", book->folder, name), FILE_MAX, arena, &length);
    if (!source)
        return false;

    const char *open, *close;
    while ((open = strstr(source, "[[")) && (close = strstr(open, "]]"))) {
        buffer_append(result, source, (size_t)(open - source));
        const char *phrase = arena_copy_bytes(arena, open + 2, (size_t)(close - open - 2));
        const char *problem = fill_phrase(book, phrase, language, result);
        if (problem) {
            log_error(problem, log_string("template", name),
                      log_string("language", language_tag(language)), log_string("phrase", phrase));
            return false;
        }
        source = close + 2;
    }
    buffer_add(result, source);
    return true;
}
