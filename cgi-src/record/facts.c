/* SPDX-License-Identifier: EUPL-1.2 */
/* Facts: shows the single values of a record, by the table of its fields. */
#include "record/facts.h"

#include <ctype.h>
#include <string.h>

#include "text/dates.h"

/* A fact that all languages share, or a text of the edition shown. */
static const char *value_of(const struct field *field, const struct document *document)
{
    const cJSON *facts = cJSON_GetObjectItemCaseSensitive(document->content, "facts");
    const char *fact = content_string(facts, field->name);
    return fact || !field->label ? fact : document_text(document, field->name);
}

const char *record_section_name(const char *name, struct arena *arena)
{
    char *section = arena_copy(arena, name);
    for (char *at = section; *at; at++)
        *at = (char)toupper((unsigned char)*at);
    return section;
}

/* The host of an http or https address, which stands for a link. */
static const char *host_of(const char *url, struct arena *arena)
{
    const char *host = strstr(url, "://");
    host = host ? host + 3 : url;
    return arena_copy_bytes(arena, host, strcspn(host, "/?#"));
}

static const char *written(const struct view *view, const struct field *field, const char *value)
{
    if (field->kind == FIELD_DATE)
        return date_written(value, view->language, view->arena);
    const struct choice *choice =
        field->choices ? &field->choices[choice_find(field->choices, value)] : NULL;
    return choice && choice->words ? view_phrase(view, choice->words) : value;
}

void view_record_facts(const struct view *view, const struct form *form,
                       const struct document *document, struct dictionary *facts)
{
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        const char *value = value_of(field, document);
        if (!value)
            continue;
        struct dictionary *fact =
            dictionary_section(facts, record_section_name(field->name, view->arena));
        dictionary_set(fact, "VALUE", written(view, field, value));
        if (field->kind == FIELD_ADDRESS)
            dictionary_set(fact, "NAME", host_of(value, view->arena));
    }
}
