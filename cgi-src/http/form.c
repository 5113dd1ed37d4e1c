/* Form: the fields that a page takes, as a table, and what was sent for them. */
#include "http/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "http/query.h"

enum { NUMBER_DIGITS_MOST = 18, FURTHER_TEXTS_MOST = 200 };

static size_t index_of(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->fields[i].name, name) == 0)
            return i;
    abort(); /* a handler asks for what its table does not have */
}

struct input input_empty(const struct form *form, struct arena *arena)
{
    return (struct input){
        .form = form,
        .values = arena_array(arena, form->count, sizeof(char *)),
        .faults = arena_array(arena, form->count, sizeof(enum fault)),
        .sound = true,
    };
}

/* Line ends as browsers send them, CR LF, become line feeds. */
static char *with_line_feeds(char *text)
{
    char *end = text;
    for (const char *at = text; *at; at++)
        if (at[0] != '\r' || at[1] != '\n')
            *end++ = *at;
    *end = '\0';
    return text;
}

static char *without_ends(char *line)
{
    line += strspn(line, " \t");
    size_t length = strlen(line);
    while (length && strchr(" \t", line[length - 1]))
        line[--length] = '\0';
    return line;
}

static bool has_controls(const char *text, bool lines)
{
    for (; *text; text++)
        if (((unsigned char)*text < 0x20 && !(lines && strchr("\n\t", *text))) || *text == 0x7f)
            return true;
    return false;
}

static enum fault fault_of_choice(const struct field *field, const char *value)
{
    for (const char *const *choice = field->choices; *choice; choice++)
        if (strcmp(*choice, value) == 0)
            return FAULT_NONE;
    return FAULT_NOT_OFFERED;
}

static enum fault fault_of(const struct field *field, const char *value)
{
    if (!value || !*value)
        return field->required ? FAULT_MISSING : FAULT_NONE;
    if (has_controls(value, field->kind == FIELD_TEXT))
        return FAULT_CONTROLS;
    switch (field->kind) {
    case FIELD_CHOICE:
        return fault_of_choice(field, value);
    case FIELD_NUMBER:
        return strlen(value) > NUMBER_DIGITS_MOST || value[strspn(value, "0123456789")] ? FAULT_NOT_OFFERED : FAULT_NONE;
    case FIELD_FLAG:
        return FAULT_NONE;
    default:
        return utf8_length(value) > field->most ? FAULT_TOO_LONG : FAULT_NONE;
    }
}

/* At most FURTHER_TEXTS_MOST of them; who sends more has not got this form. */
static void read_further(const struct form *form, const char *body, struct arena *arena, struct input *input)
{
    size_t prefix = strlen(form->further);
    input->further = arena_array(arena, FURTHER_TEXTS_MOST, sizeof *input->further);
    for (const char *at = body; *at && input->further_count < FURTHER_TEXTS_MOST; at += strspn(at, "&")) {
        size_t length = strcspn(at, "&"), name = strcspn(at, "=&");
        if (name > prefix && name < length && strncmp(at, form->further, prefix) == 0) {
            const char *whole = arena_copy_bytes(arena, at, name);
            const struct field field = { .kind = FIELD_TEXT, .most = form->further_most };
            char *value = with_line_feeds(query_raw(at, whole, arena));
            struct further_text *text = &input->further[input->further_count++];
            *text = (struct further_text){ .name = whole + prefix, .value = value };
            text->fault = utf8_is_whole(value) ? fault_of(&field, value) : FAULT_CONTROLS;
            input->sound = input->sound && !text->fault;
        }
        at += length;
    }
}

struct input input_read(const struct form *form, const char *body, struct arena *arena)
{
    struct input input = input_empty(form, arena);
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        char *value = query_raw(body, field->name, arena);
        if (value && field->kind == FIELD_TEXT)
            value = with_line_feeds(value);
        else if (value && field->kind != FIELD_SECRET)
            value = without_ends(value);
        input.values[i] = value;
        input_fault(&input, field->name, value && !utf8_is_whole(value) ? FAULT_CONTROLS : fault_of(field, value));
        if (value && !utf8_is_whole(value))
            input.values[i] = NULL; /* cannot be shown again */
    }
    if (form->further)
        read_further(form, body, arena, &input);
    return input;
}

const char *input_value(const struct input *input, const char *name)
{
    return input->values[index_of(input->form, name)];
}

void input_set(struct input *input, const char *name, const char *value)
{
    input->values[index_of(input->form, name)] = value;
}

void input_fault(struct input *input, const char *name, enum fault fault)
{
    input->faults[index_of(input->form, name)] = fault;
    input->sound = input->sound && fault == FAULT_NONE;
}
