/* SPDX-License-Identifier: EUPL-1.2 */
/* Connection strings: each of their places is one of the three kinds. */
#include <string.h>

#include "db/place.h"
#include "fuzz/fuzz.h"

void fuzz(const char *input, size_t length, struct arena *arena)
{
    (void)length;
    struct places places = places_of(input, arena);
    must(places.known == (places.count > 0));
    for (size_t i = 0; i < places.count; i++) {
        const struct place *place = &places.items[i];
        must(place->host && !strchr(place->host, ','));
        must(!place->is_socket || (!place->address && !place->is_named));
        must(!place->is_abstract || place->is_socket);
        must(!place->address || !place->is_named);
    }
}
