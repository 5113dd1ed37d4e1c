/* SPDX-License-Identifier: EUPL-1.2 */
/* Slow inputs: an input is a shape, from which a text of any length is made. The work for the text
 * must not grow faster than the text. The first byte chooses the reader; vertical bars divide the
 * rest into the beginning of the text, its opening part, its middle, and its closing part. */
#include <string.h>

#include "fuzz/fuzz.h"
#include "http/multipart.h"
#include "support/growth.h"
#include "text/diff.h"
#include "text/markdown.h"
#include "text/merge.h"

enum { PART_MAX = 64 };

static const char *path_of(const char *key, void *context)
{
    (void)context;
    return *key == 'x' ? "/nl/x" : NULL;
}

static void show(const char *text, struct arena *arena)
{
    markdown_html(text, &(struct markdown_links){ .path = path_of }, arena);
    markdown_images_have_text(text);
}

static void merge(const char *text, struct arena *arena)
{
    size_t third = strlen(text) / 3;
    const char *base = arena_copy_bytes(arena, text, third),
               *own = arena_copy_bytes(arena, text + third, third);
    merge_texts(base, own, text + 2 * third, arena);
    diff_words(own, text + 2 * third, arena);
}

static void read_query(const char *text, struct arena *arena)
{
    struct parameters parameters = query_read(text, arena);
    query_write(parameters.items, parameters.count, arena);
}

static void read_multipart(const char *text, struct arena *arena)
{
    struct parameters parameters;
    struct uploads uploads;
    multipart_read("multipart/form-data; boundary=x", text, strlen(text), arena, &parameters,
                   &uploads);
}

/* Seconds of the processor, for 64 KB and with sanitizers, below which an input is not examined
 * further. Comparing texts may take its most steps at any length; they are bounded. */
static const struct {
    void (*work)(const char *text, struct arena *arena);
    double suspicious;
} readers[] = { { show, 0.2 }, { merge, 4 }, { read_query, 0.2 }, { read_multipart, 0.2 } };

void fuzz(const char *input, size_t length, struct arena *arena)
{
    char *parts[4] = { "", "", "", "" }, *rest = arena_copy_bytes(arena, input, length);
    unsigned reader = (unsigned char)*rest;
    if (!reader)
        return;
    rest++;
    for (size_t i = 0; i < 4 && rest; i++) {
        parts[i] = strsep(&rest, "|");
        if (strlen(parts[i]) > PART_MAX)
            return;
    }
    const struct shape shape = { "this shape", parts[0], parts[1], parts[2], parts[3] };
    reader %= sizeof readers / sizeof *readers;
    if (!*shape.open && !*shape.close)
        return;
    char *text = growth_text(&shape, GROWTH_STEP * GROWTH_LENGTH);
    double started = growth_now();
    readers[reader].work(text, arena);
    bool suspicious = growth_now() - started > readers[reader].suspicious;
    free(text);
    must(!suspicious || growth_is_linear(&shape, readers[reader].work));
}
