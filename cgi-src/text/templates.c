/* SPDX-License-Identifier: EUPL-1.2 */
/* Templates: reads the folder of templates at the start, in all languages. */
#include "text/templates.h"

#include <glob.h>
#include <string.h>

#include "base/log.h"
#include "text/style.h"

/* Replaces the marker by the style of the page. */
static void fill_style(struct templates *templates, const struct phrasebook *book, const char *name,
                       struct buffer *text)
{
    const char *marker = strstr(text->bytes, STYLE_MARKER);
    if (!marker)
        return;
    struct buffer filled = buffer_in(text->arena);
    const char *style = style_of(assets_style(book->assets), text->bytes, text->arena);
    buffer_append(&filled, text->bytes, (size_t)(marker - text->bytes));
    buffer_add(&filled, style);
    buffer_add(&filled, marker + strlen(STYLE_MARKER));
    templates_note_style(templates, name, assets_source_of(style, text->arena));
    *text = filled;
}

static bool add(struct templates *templates, const struct phrasebook *book, const char *name,
                struct arena *arena)
{
    for (enum language language = 0; language < LANGUAGES; language++) {
        struct buffer text = buffer_in(arena);
        if (!phrases_fill(book, name, language, &text))
            return false;
        fill_style(templates, book, name, &text);
        if (!templates_add(templates, language, name, text.bytes, text.length)) {
            log_error("not a template", log_string("template", name));
            return false;
        }
    }
    return true;
}

static bool is_of_desk(const char *name)
{
    static const char folder[] = "desk/";
    return strncmp(name, folder, sizeof folder - 1) == 0 || strstr(name, "/desk");
}

struct templates *templates_load(const struct phrasebook *book, bool desk, bool strict)
{
    struct arena *arena = arena_new();
    struct templates *templates = templates_new();
    glob_t files;
    const char *pattern = arena_print(arena, "%s/{*,*/*}/[!_]*.tpl", book->folder);
    bool sound = glob(pattern, GLOB_BRACE, NULL, &files) == 0;
    if (!sound)
        log_error("no templates", log_string("folder", book->folder));
    /* The arena is reset after each file: all of them take twelve megabytes, which the heap would
     * not give back. */
    for (size_t i = 0; sound && i < files.gl_pathc; i++, arena_reset(arena)) {
        const char *name = files.gl_pathv[i] + strlen(book->folder) + 1;
        sound = (!desk && is_of_desk(name)) || add(templates, book, name, arena);
    }
    globfree(&files);
    arena_free(arena);
    if (!sound) {
        templates_free(templates);
        return NULL;
    }
    templates_ready(templates, strict);
    return templates;
}
