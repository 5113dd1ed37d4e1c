/* SPDX-License-Identifier: EUPL-1.2 */
/* Assets: the static files that pages refer to, under names that change with their content. */
#include "text/assets.h"

#include <sodium.h>
#include <string.h>

#include "base/file.h"

enum { FILE_MAX = 256 * 1024, MAX = 64 };

struct assets {
    const char *names[MAX], *paths[MAX];
    size_t count;
    const char *style, *style_source;
};

static void read_index(struct assets *assets, char *index)
{
    char *rest = NULL;
    for (char *line = strtok_r(index, "\n", &rest); line && assets->count < MAX;
         line = strtok_r(NULL, "\n", &rest)) {
        char *space = strchr(line, ' ');
        if (!space)
            continue;
        *space = '\0';
        assets->names[assets->count] = line;
        assets->paths[assets->count++] = space + 1;
    }
}

const char *assets_source_of(const char *style, struct arena *arena)
{
    unsigned char hash[crypto_hash_sha256_BYTES];
    char base64[sodium_base64_ENCODED_LEN(sizeof hash, sodium_base64_VARIANT_ORIGINAL)];
    crypto_hash_sha256(hash, (const unsigned char *)style, strlen(style));
    sodium_bin2base64(base64, sizeof base64, hash, sizeof hash, sodium_base64_VARIANT_ORIGINAL);
    return arena_print(arena, "'sha256-%s'", base64);
}

struct assets *assets_load(const char *folder, struct arena *arena)
{
    struct assets *assets = arena_alloc(arena, sizeof *assets);
    size_t length;
    char *index = file_read(arena_print(arena, "%s/assets", folder), FILE_MAX, arena, &length);
    if (!index)
        return NULL;
    read_index(assets, index);

    assets->style = file_read(arena_print(arena, "%s/site.css", folder), FILE_MAX, arena, &length);
    if (!assets->style)
        return NULL;
    assets->style_source = assets_source_of(assets->style, arena);
    return assets;
}

const char *assets_path(const struct assets *assets, const char *name)
{
    for (size_t i = 0; i < assets->count; i++)
        if (strcmp(assets->names[i], name) == 0)
            return assets->paths[i];
    return NULL;
}

const char *assets_style(const struct assets *assets)
{
    return assets->style;
}

const char *assets_style_source(const struct assets *assets)
{
    return assets->style_source;
}
