/* SPDX-License-Identifier: EUPL-1.2 */
/* Templates: reads the folder of templates at the start, in all languages. */
#include "text/templates.h"

#include <glob.h>
#include <string.h>

#include "base/log.h"
#include "text/style.h"

/* On a line of its own: ctemplate leaves out a line that has nothing but one marker, and the next
 * line may be one. */
#define CONTEXT "{{%AUTOESCAPE context=\"HTML\"}}"

/* The templates around a page. They are most of its text, so they are parsed once a language rather
 * than with each page. */
struct layout {
    const char *top, *bottom;      /* names */
    struct buffer tops[LANGUAGES]; /* the lines of a page that include them */
    struct buffer bottoms[LANGUAGES];
};

/* Adds a template, with a marker for the style in the place of the phrase. */
static bool add_text(struct templates *templates, enum language language, const char *name,
                     const struct buffer *text)
{
    struct buffer added = buffer_in(text->arena);
    const char *marker = strstr(text->bytes, STYLE_MARKER);
    if (marker) {
        buffer_append(&added, text->bytes, (size_t)(marker - text->bytes));
        buffer_add(&added, "{{STYLE:none}}");
    }
    buffer_add(&added, marker ? marker + strlen(STYLE_MARKER) : text->bytes);
    if (templates_add(templates, language, name, added.bytes, added.length))
        return true;
    log_error("not a template", log_string("template", name));
    return false;
}

static bool add_part(struct templates *templates, const struct phrasebook *book,
                     enum language language, const char *name, struct buffer *part)
{
    struct buffer text = buffer_in(part->arena);
    if (!phrases_fill(book, name, language, part))
        return false;
    buffer_add(part, "\n");
    buffer_add(&text, CONTEXT "\n");
    buffer_append(&text, part->bytes, part->length);
    return add_text(templates, language, name, &text);
}

static bool add_layout(struct templates *templates, const struct phrasebook *book,
                       struct layout *layout, struct arena *arena)
{
    for (enum language language = 0; language < LANGUAGES; language++) {
        layout->tops[language] = layout->bottoms[language] = buffer_in(arena);
        if (!add_part(templates, book, language, layout->top, &layout->tops[language]) ||
            !add_part(templates, book, language, layout->bottom, &layout->bottoms[language]))
            return false;
    }
    return true;
}

/* Takes LAYOUT off the TEXT of a page; false where it does not stand around it. */
static bool take_off(const struct layout *layout, enum language language, struct buffer *text)
{
    const struct buffer *top = &layout->tops[language], *bottom = &layout->bottoms[language];
    const size_t before = strlen(CONTEXT) + top->length;
    if (strncmp(text->bytes, CONTEXT, strlen(CONTEXT)) != 0 ||
        strncmp(text->bytes + strlen(CONTEXT), top->bytes, top->length) != 0 ||
        text->length < before + bottom->length ||
        strcmp(text->bytes + text->length - bottom->length, bottom->bytes) != 0)
        return false;
    struct buffer inner = buffer_in(text->arena);
    buffer_add(&inner, CONTEXT "\n");
    buffer_append(&inner, text->bytes + before, text->length - before - bottom->length);
    *text = inner;
    return true;
}

static bool add(struct templates *templates, const struct phrasebook *book, const char *name,
                const struct layout *layouts, size_t count, struct arena *arena)
{
    for (enum language language = 0; language < LANGUAGES; language++) {
        struct buffer text = buffer_in(arena);
        if (!phrases_fill(book, name, language, &text))
            return false;
        if (language == 0 && strstr(text.bytes, STYLE_MARKER)) {
            const char *style = style_of(assets_style(book->assets), text.bytes, arena);
            templates_set_style(templates, name, style, assets_source_of(style, arena));
        }
        for (size_t i = 0; i < count; i++)
            if (take_off(&layouts[i], language, &text))
                templates_set_layout(templates, name, layouts[i].top, layouts[i].bottom);
        if (!add_text(templates, language, name, &text))
            return false;
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
    struct arena *arena = arena_new(), *one = arena_new();
    struct templates *templates = templates_new(strict);
    struct layout layouts[] = { { .top = "frame/_top.tpl", .bottom = "frame/_bottom.tpl" },
                                { .top = "web/_desk_top.tpl", .bottom = "web/_desk_bottom.tpl" } };
    const size_t count = desk ? 2 : 1;
    glob_t files;
    const char *pattern = arena_print(arena, "%s/{*,*/*}/[!_]*.tpl", book->folder);
    bool sound = glob(pattern, GLOB_BRACE, NULL, &files) == 0;
    if (!sound)
        log_error("no templates", log_string("folder", book->folder));
    for (size_t i = 0; sound && i < count; i++)
        sound = add_layout(templates, book, &layouts[i], arena);
    /* The arena is reset after each file: the heap would not give back what all of them take. */
    for (size_t i = 0; sound && i < files.gl_pathc; i++, arena_reset(one)) {
        const char *name = files.gl_pathv[i] + strlen(book->folder) + 1;
        sound = (!desk && is_of_desk(name)) || add(templates, book, name, layouts, count, one);
    }
    globfree(&files);
    arena_free(one);
    arena_free(arena);
    if (!sound) {
        templates_free(templates);
        return NULL;
    }
    templates_ready(templates);
    return templates;
}
