/* SPDX-License-Identifier: EUPL-1.2 */
/* Export: JSON as people write it, with a line for each member of the outermost object and for each
 * item of its lists of objects. */
#include "desk/export_json.h"

#include <cjson/cJSON.h>

#include "base/buffer.h"
#include "base/file.h"

static void add_json(struct buffer *buffer, const cJSON *value, int depth);

static void add_scalar(struct buffer *buffer, const cJSON *value)
{
    char *text = cJSON_PrintUnformatted(value);
    arena_defer(buffer->arena, cJSON_free, text);
    buffer_add(buffer, text);
}

static bool is_list_of_objects(const cJSON *value)
{
    return cJSON_IsArray(value) && cJSON_IsObject(value->child);
}

static void add_items(struct buffer *buffer, const cJSON *value, int depth, bool lines)
{
    const cJSON *item;
    cJSON_ArrayForEach (item, value) {
        if (lines)
            buffer_print(buffer, "\n%*s", 2 * depth + 2, "");
        if (cJSON_IsObject(value)) {
            const cJSON name = { .type = cJSON_String, .valuestring = item->string };
            add_scalar(buffer, &name);
            buffer_add(buffer, ": ");
        }
        add_json(buffer, item, depth + 1);
        if (item->next)
            buffer_add(buffer, lines ? "," : ", ");
    }
    if (lines)
        buffer_print(buffer, "\n%*s", 2 * depth, "");
}

static void add_json(struct buffer *buffer, const cJSON *value, int depth)
{
    if (!cJSON_IsObject(value) && !cJSON_IsArray(value)) {
        add_scalar(buffer, value);
        return;
    }
    buffer_add(buffer, cJSON_IsObject(value) ? "{" : "[");
    add_items(buffer, value, depth,
              value->child && ((depth == 0 && cJSON_IsObject(value)) || is_list_of_objects(value)));
    buffer_add(buffer, cJSON_IsObject(value) ? "}" : "]");
}

bool export_json(const char *path, const char *json, struct arena *arena)
{
    struct buffer buffer = buffer_in(arena);
    cJSON *value = cJSON_Parse(json);
    if (!value)
        return false;
    add_json(&buffer, value, 0);
    buffer_add(&buffer, "\n");
    cJSON_Delete(value);
    return file_write(path, buffer.bytes, buffer.length);
}
