/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON: the site's data for programs. */
#include "text/json.h"

#include <string.h>

static void release(void *json)
{
    cJSON_Delete(json);
}

cJSON *json_object(struct arena *arena)
{
    cJSON *json = cJSON_CreateObject();
    arena_defer(arena, release, json);
    return json;
}

void json_text(cJSON *object, const char *name, const char *text)
{
    if (text)
        cJSON_AddStringToObject(object, name, text);
}

cJSON *json_member(cJSON *object, const char *name)
{
    return cJSON_AddObjectToObject(object, name);
}

cJSON *json_list(cJSON *object, const char *name)
{
    return cJSON_AddArrayToObject(object, name);
}

cJSON *json_item(cJSON *list)
{
    cJSON *item = cJSON_CreateObject();
    cJSON_AddItemToArray(list, item);
    return item;
}

void json_text_item(cJSON *list, const char *text)
{
    cJSON_AddItemToArray(list, cJSON_CreateString(text));
}

void json_write(const cJSON *json, struct buffer *output)
{
    char *text = cJSON_PrintUnformatted(json);
    if (text)
        buffer_add(output, text);
    cJSON_free(text);
}

const char *json_for_html(const cJSON *json, struct arena *arena)
{
    struct buffer text = buffer_in(arena), safe = buffer_in(arena);
    json_write(json, &text);
    const char *rest = text.bytes;
    for (const char *mark; (mark = strchr(rest, '<')); rest = mark + 1) {
        buffer_append(&safe, rest, (size_t)(mark - rest));
        buffer_add(&safe, "\\u003c");
    }
    buffer_add(&safe, rest);
    return safe.bytes;
}
