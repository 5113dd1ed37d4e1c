/* SPDX-License-Identifier: EUPL-1.2 */
/* Form: a table of the fields that a page accepts, and the values that were sent for them. */
#include "http/form.h"

#include <stdlib.h>
#include <string.h>

#include "base/calendar_date.h"
#include "base/characters.h"
#include "base/utf8.h"

enum { NUMBER_DIGITS_MAX = 18, FURTHER_TEXTS_MAX = 200 };

const struct field *form_field(const struct form *form, const char *name)
{
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->fields[i].name, name) == 0)
            return &form->fields[i];
    return NULL;
}

static size_t index_of(const struct form *form, const char *name)
{
    const struct field *field = form_field(form, name);
    if (!field)
        abort(); /* a handler asks for a field that its table lacks */
    return (size_t)(field - form->fields);
}

bool form_has_secret(const struct form *form, const char *name)
{
    const struct field *field = form_field(form, name);
    return field && field->kind == FIELD_SECRET;
}

struct input input_empty(const struct form *form, struct arena *arena)
{
    struct input input = {
        .form = form,
        .values = arena_array(arena, form->count, sizeof(char *)),
        .faults = arena_array(arena, form->count, sizeof(enum fault)),
        .uploads = arena_array(arena, form->count, sizeof(struct upload *)),
        .rows = arena_array(arena, form->count, sizeof(struct input_rows)),
        .sound = true,
    };
    for (size_t i = 0; i < form->count; i++)
        if (form->fields[i].kind == FIELD_ROWS)
            input.rows[i].items = arena_array(arena, form->fields[i].max, sizeof(struct input));
    return input;
}

/* A text without a visible character counts as empty. */
static const char *text_of(const char *text, struct arena *arena)
{
    const char *mended = characters_mended(text, true, arena);
    return characters_are_blank(mended) ? "" : mended;
}

static const char *line_of(const char *text, struct arena *arena)
{
    if (characters_are_blank(text))
        return "";
    const char *line = characters_mended(text, false, arena);
    line += strspn(line, " \t");
    size_t length = strlen(line);
    if (!length || !strchr(" \t", line[length - 1]))
        return line;
    while (length && strchr(" \t", line[length - 1]))
        length--;
    return arena_copy_bytes(arena, line, length);
}

static enum fault fault_of_choice(const struct field *field, const char *value)
{
    return field->choices[choice_find(field->choices, value)].name ? FAULT_NONE : FAULT_NOT_OFFERED;
}

/* The same rule as that of the domain site.web_address. */
static bool is_address(const char *value)
{
    size_t scheme = strncmp(value, "https://", 8) == 0  ? 8
                    : strncmp(value, "http://", 7) == 0 ? 7
                                                        : 0;
    return scheme && value[scheme] && !strpbrk(value, " \t<>\"");
}

/* The same rule as that of the domain site.slug. */
static bool is_slug(const char *text)
{
    size_t length = strlen(text);
    return strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789-") == length && text[0] != '-' &&
           text[length - 1] != '-' && !strstr(text, "--");
}

#define LETTERS_AND_DIGITS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"

/* The same rule as that of the table site.report. */
static bool is_email(const char *text)
{
    size_t name = strspn(text, LETTERS_AND_DIGITS ".!#$%&'*+/=?^_`{|}~-");
    if (!name || text[name] != '@')
        return false;
    const char *label = text + name;
    size_t labels = 0;
    do {
        size_t length = strspn(++label, LETTERS_AND_DIGITS "-");
        if (!length)
            return false;
        label += length;
        labels++;
    } while (*label == '.');
    return labels > 1 && !*label;
}

/* Whether VALUE is a whole number from 1, of at most MAX digits. */
static bool is_number(const char *value, size_t max)
{
    return strlen(value) <= max && !value[strspn(value, "0123456789")] && value[strspn(value, "0")];
}

static bool is_made_of(const char *value, const char *characters)
{
    return !value[strspn(value, characters)];
}

static enum fault fault_of(const struct field *field, const char *value)
{
    if (!value || !*value)
        return field->required ? FAULT_MISSING : FAULT_NONE;
    if (!characters_are_text(value, field->kind == FIELD_TEXT))
        return FAULT_CHARACTERS;
    switch (field->kind) {
    case FIELD_CHOICE:
        return fault_of_choice(field, value);
    case FIELD_NUMBER:
        return is_number(value, field->max ? field->max : NUMBER_DIGITS_MAX) ? FAULT_NONE
                                                                             : FAULT_NOT_OFFERED;
    case FIELD_DATE:
        return calendar_date_exists(value)        ? FAULT_NONE
               : is_made_of(value, "0123456789-") ? FAULT_NO_DATE
                                                  : FAULT_UNREAD_DATE;
    case FIELD_TIME:
        return calendar_time_exists(value) ? FAULT_NONE : FAULT_UNREAD_TIME;
    case FIELD_SLUG:
        return !is_slug(value)              ? FAULT_NOT_OFFERED
               : strlen(value) > field->max ? FAULT_TOO_LONG
                                            : FAULT_NONE;
    case FIELD_ADDRESS:
        return is_address(value) ? utf8_length(value) > field->max ? FAULT_TOO_LONG : FAULT_NONE
                                 : FAULT_NO_ADDRESS;
    case FIELD_EMAIL:
        return !is_email(value)             ? FAULT_NO_EMAIL
               : strlen(value) > field->max ? FAULT_TOO_LONG
                                            : FAULT_NONE;
    case FIELD_FLAG:
    case FIELD_FILE:
    case FIELD_ROWS:
        return FAULT_NONE;
    default:
        return utf8_length(value) > field->max ? FAULT_TOO_LONG : FAULT_NONE;
    }
}

/* No form of this site has more than FURTHER_TEXTS_MAX of them: the rest is ignored. */
static void read_further(const struct request *request, struct arena *arena, struct input *input)
{
    const struct form *form = input->form;
    size_t prefix = strlen(form->further);
    input->further = arena_array(arena, FURTHER_TEXTS_MAX, sizeof *input->further);
    for (size_t i = 0; i < request->parameters.count && input->further_count < FURTHER_TEXTS_MAX;
         i++) {
        const struct parameter *sent = &request->parameters.items[i];
        if (strncmp(sent->name, form->further, prefix) != 0 || !sent->name[prefix])
            continue;
        const struct field field = { .kind = FIELD_TEXT, .max = form->further_most };
        const char *value = text_of(sent->value, arena);
        struct further_text *text = &input->further[input->further_count++];
        *text = (struct further_text){ .name = sent->name + prefix, .value = value };
        text->fault = fault_of(&field, value);
        input->sound = input->sound && !text->fault;
    }
}

/* VALUE in the one form in which it is stored: a day as YYYY-MM-DD, for instance. A faulty value
 * stays as it was typed. */
static const char *in_form(const struct field *field, const char *value, struct arena *arena)
{
    switch (field->kind) {
    case FIELD_TEXT:
        return text_of(value, arena);
    case FIELD_SECRET:
        return value;
    case FIELD_DATE:
        return calendar_date_read(line_of(value, arena), arena);
    case FIELD_TIME:
        return calendar_time_read(line_of(value, arena), arena);
    default:
        return line_of(value, arena);
    }
}

static const struct upload *find_upload(const struct request *request, const char *name)
{
    for (size_t i = 0; i < request->uploads.count; i++)
        if (strcmp(request->uploads.items[i].name, name) == 0 &&
            *request->uploads.items[i].file_name)
            return &request->uploads.items[i];
    return NULL;
}

/* Reads the fields from the parameters whose names begin with PREFIX. */
static void read_fields(const struct request *request, const char *prefix, struct arena *arena,
                        struct input *input)
{
    for (size_t i = 0; i < input->form->count; i++) {
        const struct field *field = &input->form->fields[i];
        if (field->kind == FIELD_ROWS)
            continue;
        const char *name = *prefix ? arena_print(arena, "%s%s", prefix, field->name) : field->name;
        const char *value = parameters_value(&request->parameters, name);
        if (field->kind == FIELD_FILE) {
            input->uploads[i] = find_upload(request, name);
            value = input->uploads[i] ? input->uploads[i]->file_name : NULL;
        }
        bool whole = !value || utf8_is_whole(value);
        input->values[i] = value && whole ? in_form(field, value, arena)
                                          : NULL; /* other bytes than UTF-8 cannot be shown again */
        input_fault(input, field->name,
                    whole ? fault_of(field, input->values[i]) : FAULT_CHARACTERS);
    }
}

bool input_is_blank(const struct input *input)
{
    for (size_t i = 0; i < input->form->count; i++)
        if ((input->values[i] && *input->values[i]) || input->faults[i] == FAULT_CHARACTERS)
            return false;
    return true;
}

/* Whether anything was sent whose name begins with PREFIX. */
static bool has_row(const struct request *request, const char *prefix)
{
    size_t length = strlen(prefix);
    for (size_t i = 0; i < request->parameters.count; i++)
        if (strncmp(request->parameters.items[i].name, prefix, length) == 0)
            return true;
    for (size_t i = 0; i < request->uploads.count; i++)
        if (strncmp(request->uploads.items[i].name, prefix, length) == 0)
            return true;
    return false;
}

static void read_rows(const struct request *request, const struct field *field, struct arena *arena,
                      struct input_rows *rows)
{
    for (size_t number = 1; number <= field->max; number++) {
        const char *prefix = arena_print(arena, "%s.%zu.", field->name, number);
        if (!has_row(request, prefix))
            continue;
        struct input *row = &rows->items[rows->count++];
        *row = input_empty(field->row, arena);
        read_fields(request, prefix, arena, row);
        if (input_is_blank(row))
            *row = input_empty(field->row, arena);
    }
}

struct input input_read(const struct form *form, const struct request *request, struct arena *arena)
{
    struct input input = input_empty(form, arena);
    read_fields(request, "", arena, &input);
    for (size_t i = 0; i < form->count; i++)
        if (form->fields[i].kind == FIELD_ROWS)
            read_rows(request, &form->fields[i], arena, &input.rows[i]);
    if (form->further)
        read_further(request, arena, &input);
    input_gather(&input);
    return input;
}

void input_gather(struct input *input)
{
    input->sound = true;
    for (size_t i = 0; i < input->form->count; i++)
        input->sound = input->sound && !input->faults[i];
    for (size_t i = 0; i < input->further_count; i++)
        input->sound = input->sound && !input->further[i].fault;
    for (size_t i = 0; i < input->form->count; i++)
        for (size_t k = 0; k < input->rows[i].count; k++) {
            input_gather(&input->rows[i].items[k]);
            input->sound = input->sound && input->rows[i].items[k].sound;
        }
}

struct input_rows *input_rows(const struct input *input, const char *name)
{
    return &input->rows[index_of(input->form, name)];
}

struct input *input_add_row(struct input *input, const char *name, struct arena *arena)
{
    size_t index = index_of(input->form, name);
    struct input_rows *rows = &input->rows[index];
    if (rows->count == input->form->fields[index].max)
        return NULL;
    struct input *row = &rows->items[rows->count++];
    *row = input_empty(input->form->fields[index].row, arena);
    return row;
}

void input_drop_blank_rows(struct input *input)
{
    for (size_t i = 0; i < input->form->count; i++) {
        struct input_rows *rows = &input->rows[i];
        size_t kept = 0;
        for (size_t k = 0; k < rows->count; k++)
            if (!input_is_blank(&rows->items[k]))
                rows->items[kept++] = rows->items[k];
        rows->count = kept;
    }
}

const struct upload *input_upload(const struct input *input, const char *name)
{
    return input->uploads[index_of(input->form, name)];
}

static void swap_rows(struct input *one, struct input *other)
{
    struct input kept = *one;
    *one = *other;
    *other = kept;
}

/* Changes row NUMBER, from 1, of ROWS; a move beyond their ends does nothing. False when CHANGE is
 * unknown. */
static bool change_row(struct input_rows *rows, size_t number, const char *change)
{
    struct input *row = rows->items + number - 1;
    if (strcmp(change, "up") == 0) {
        if (number > 1)
            swap_rows(row, row - 1);
    } else if (strcmp(change, "down") == 0) {
        if (number < rows->count)
            swap_rows(row, row + 1);
    } else if (strcmp(change, "remove") == 0) {
        for (; number < rows->count; number++, row++)
            swap_rows(row, row + 1);
        rows->count--;
    } else
        return false;
    return true;
}

bool input_change_rows(struct input *input, const char *action, struct arena *arena)
{
    for (size_t i = 0; i < input->form->count; i++) {
        const struct field *field = &input->form->fields[i];
        size_t length = strlen(field->name);
        if (field->kind != FIELD_ROWS || strncmp(action, field->name, length) != 0 ||
            action[length] != '.')
            continue;
        action += length + 1;
        if (strcmp(action, "add") == 0)
            return input_add_row(input, field->name, arena) || true;
        char *end;
        unsigned long number = strtoul(action, &end, 10);
        return number >= 1 && number <= input->rows[i].count && *end == '.' &&
               change_row(&input->rows[i], number, end + 1);
    }
    return false;
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

enum fault input_fault_of(const struct input *input, const char *name)
{
    return input ? input->faults[index_of(input->form, name)] : FAULT_NONE;
}
