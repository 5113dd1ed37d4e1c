/* SPDX-License-Identifier: EUPL-1.2 */
/* Catalogue: the translations of the user interface, read from GNU gettext's .mo files.
 *
 * The format is in the gettext manual, "The Format of GNU MO Files": a header of 32-bit words, then
 * two tables of (length, offset), the sorted source texts and their translations, each text ending
 * in NUL.
 */
#include "text/catalogue.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/log.h"

enum { FILE_MAX = 1024 * 1024 };

static const uint32_t MAGIC = 0x950412de; /* in this machine's byte order, as msgfmt writes it */

/* The beginning of a file; the fields that follow, for a hash table, are not used. */
struct header {
    uint32_t magic, revision, count, originals, translations;
};

struct span {
    uint32_t length, offset;
};

struct texts {
    const char *bytes;
    size_t size;
    struct header header;
};

struct catalogue {
    struct texts texts[LANGUAGES];
};

/* The text at place INDEX of a table; NULL when the file is malformed there. */
static const char *text_at(const struct texts *texts, uint32_t table, uint32_t index)
{
    struct span span;
    size_t place = (size_t)table + (size_t)index * sizeof span;
    if (place > texts->size - sizeof span)
        return NULL;
    memcpy(&span, texts->bytes + place, sizeof span);
    if (span.offset >= texts->size || span.length >= texts->size - span.offset ||
        texts->bytes[span.offset + span.length] != '\0')
        return NULL;
    return texts->bytes + span.offset;
}

static bool texts_are_sound(const struct texts *texts)
{
    if (texts->size < sizeof texts->header || texts->header.magic != MAGIC)
        return false;
    for (uint32_t i = 0; i < texts->header.count; i++)
        if (!text_at(texts, texts->header.originals, i) ||
            !text_at(texts, texts->header.translations, i))
            return false;
    return true;
}

static bool texts_load(struct texts *texts, const char *path, struct arena *arena)
{
    texts->bytes = file_read(path, FILE_MAX, arena, &texts->size);
    if (!texts->bytes)
        return false;
    if (texts->size >= sizeof texts->header)
        memcpy(&texts->header, texts->bytes, sizeof texts->header);
    if (texts_are_sound(texts))
        return true;
    log_error("not a message catalogue", log_string("path", path));
    return false;
}

struct catalogue *catalogue_load(const char *folder, struct arena *arena)
{
    struct catalogue *catalogue = arena_alloc(arena, sizeof *catalogue);
    for (enum language language = 0; language < LANGUAGES; language++) {
        if (language == EN)
            continue;
        const char *path = arena_print(arena, "%s/%s.mo", folder, language_tag(language));
        if (!texts_load(&catalogue->texts[language], path, arena))
            return NULL;
    }
    return catalogue;
}

const char *catalogue_find(const struct catalogue *catalogue, enum language language,
                           const char *english)
{
    if (language == EN)
        return english;
    const struct texts *texts = &catalogue->texts[language];
    uint32_t low = 0, high = texts->header.count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(english, text_at(texts, texts->header.originals, middle));
        if (order == 0) {
            const char *translation = text_at(texts, texts->header.translations, middle);
            return *translation ? translation : NULL;
        }
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
