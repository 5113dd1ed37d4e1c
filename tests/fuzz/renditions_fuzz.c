/* SPDX-License-Identifier: EUPL-1.2 */
/* Renditions: whatever the program that reads pictures answers, accepted renditions lie within the
 * answer and within the bounds of the database. */
#include <string.h>

#include "fuzz/fuzz.h"
#include "record/renditions.h"

void fuzz(const char *input, size_t length, struct arena *arena)
{
    (void)arena;
    struct renditions renditions = renditions_read(input, length);
    must(renditions.fault ? renditions.count == 0 : renditions.count > 0);
    must(renditions.count <= RENDITIONS_MAX);
    for (size_t i = 0; i < renditions.count; i++) {
        const struct rendition *one = &renditions.items[i];
        must(strcmp(one->format, "jpeg") == 0 || strcmp(one->format, "webp") == 0);
        must(one->width >= 1 && one->width <= RENDITION_WIDTH_MAX);
        must(one->height >= 1 && one->height <= RENDITION_HEIGHT_MAX);
        must(one->bytes > input && one->length > 0);
        must(one->bytes + one->length <= input + length);
    }
}
