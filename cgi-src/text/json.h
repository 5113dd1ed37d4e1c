/* SPDX-License-Identifier: EUPL-1.2 */
/* JSON (RFC 8259): the site's data for programs. cJSON writes it, so that it is well formed
 * whatever the texts contain. */
#ifndef TEXT_JSON_H
#define TEXT_JSON_H

#include <cjson/cJSON.h>

#include "base/buffer.h"

/* The version of the form of records and lists; it rises when a member is removed or changes its
 * meaning. */
enum { JSON_VERSION = 1 };

/* An empty object, released with ARENA. It owns what is added to it. */
cJSON *json_object(struct arena *arena);

/* Adds a member; a text that is NULL is left out. */
void json_text(cJSON *object, const char *name, const char *text);

/* Adds a member and returns it, to be filled. */
cJSON *json_member(cJSON *object, const char *name);
cJSON *json_list(cJSON *object, const char *name);

/* Adds an object to the end of a list and returns it, to be filled. */
cJSON *json_item(cJSON *list);

/* Adds a text to the end of a list. */
void json_text_item(cJSON *list, const char *text);

/* Appends the text of JSON. */
void json_write(const cJSON *json, struct buffer *output);

/* The text of JSON for a script element of HTML: every "<" in it is written \u003c, so that nothing
 * in it ends the element (HTML, "Restrictions for contents of script elements"). Beside the HTML of
 * Markdown, this is all that templates show unescaped. */
const char *json_for_html(const cJSON *json, struct arena *arena);

#endif
