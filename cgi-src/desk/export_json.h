/* SPDX-License-Identifier: EUPL-1.2 */
/* Export: JSON as people write it, with a line for each member of the outermost object and for each
 * item of its lists of objects. */
#ifndef DESK_EXPORT_JSON_H
#define DESK_EXPORT_JSON_H

#include <stdbool.h>

#include "base/arena.h"

/* Writes the text JSON, laid out, to a new file at PATH; false when it is not JSON or the file
 * cannot be written, which is logged. Memory that it needs meanwhile is ARENA's. */
bool export_json(const char *path, const char *json, struct arena *arena);

#endif
