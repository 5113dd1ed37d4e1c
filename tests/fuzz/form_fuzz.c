/* SPDX-License-Identifier: EUPL-1.2 */
/* A form with fields of all kinds, rows and further texts: accepted values keep within the bounds
 * of its table. The forms of records, too: values kept as JSON come back unchanged. */
#include <string.h>

#include "base/calendar_date.h"
#include "base/characters.h"
#include "base/utf8.h"
#include "fuzz/fuzz.h"
#include "http/form.h"
#include "web/exchange.h"
#include "web/form_json.h"

static const struct choice choices[] = { { "one", NULL }, { "two", NULL }, { NULL, NULL } };
static const struct field row_fields[] = {
    { .name = "text", .kind = FIELD_TEXT, .required = true, .max = 20 },
    { .name = "day", .kind = FIELD_DATE },
};
static const struct form row = FORM(row_fields);
enum { ROWS_MAX = 5 };
static const struct field fields[] = {
    { .name = "line", .kind = FIELD_LINE, .required = true, .max = 10 },
    { .name = "text", .kind = FIELD_TEXT, .max = 30 },
    { .name = "secret", .kind = FIELD_SECRET, .max = 10 },
    { .name = "choice", .kind = FIELD_CHOICE, .choices = choices },
    { .name = "flag", .kind = FIELD_FLAG },
    { .name = "number", .kind = FIELD_NUMBER },
    { .name = "date", .kind = FIELD_DATE },
    { .name = "time", .kind = FIELD_TIME },
    { .name = "address", .kind = FIELD_ADDRESS, .max = 40 },
    { .name = "email", .kind = FIELD_EMAIL, .max = 40 },
    { .name = "item", .kind = FIELD_ROWS, .max = ROWS_MAX, .row = &row },
};
static const struct form form = {
    .fields = fields,
    .count = sizeof fields / sizeof *fields,
    .further = "further.",
    .further_most = 30,
};

/* An accepted address has one @, something before it, and a host of two labels or more. */
static void must_be_email(const char *email)
{
    if (!email || !*email)
        return;
    const char *at = strchr(email, '@');
    must(strlen(email) <= 40 && at && at > email && !strchr(at + 1, '@') && strchr(at, '.') &&
         at[1] != '.');
    must(email[strlen(email) - 1] != '.' && !strstr(at, "..") &&
         !strpbrk(email, " \t\r\n<>\"(),:;"));
}

static void check_sound(const struct input *input)
{
    const char *line = input_value(input, "line"), *number = input_value(input, "number"),
               *choice = input_value(input, "choice");
    const char *date = input_value(input, "date"), *hour = input_value(input, "time");
    must(line && *line && utf8_length(line) <= 10 && characters_are_text(line, false) &&
         !strchr(" \t", *line));
    const char *text = input_value(input, "text");
    must(!text || (characters_are_text(text, true) && !strchr(text, '\r')));
    must(!number || strspn(number, "0123456789") == strlen(number));
    must(!choice || !*choice || strcmp(choice, "one") == 0 || strcmp(choice, "two") == 0);
    must_be_email(input_value(input, "email"));
    must(!date || !*date || calendar_date_exists(date));
    must(!hour || !*hour || calendar_time_exists(hour));
}

static void check_record(const struct form *record, const struct request *request,
                         struct arena *arena)
{
    struct input input = input_read(record, request, arena);
    const char *action = input_value(&input, "action");
    if (action)
        input_change_rows(&input, action, arena);
    input_drop_blank_rows(&input);
    const char *kept = form_to_json(&input, arena);
    cJSON *json = cJSON_Parse(kept);
    must(json);
    struct input again = form_from_json(record, json, arena);
    must(strcmp(form_to_json(&again, arena), kept) == 0);
    cJSON_Delete(json);
}

void fuzz(const char *text, size_t length, struct arena *arena)
{
    (void)length;
    struct request request = { .method = METHOD_POST, .parameters = query_read(text, arena) };
    struct input input = input_read(&form, &request, arena);
    for (size_t i = 0; i < form.count; i++)
        must(!input.values[i] || utf8_is_whole(input.values[i]));
    for (size_t i = 0; i < input.further_count; i++)
        must(input.further[i].name && input.further[i].value);
    if (input.sound)
        check_sound(&input);

    const char *action = input_value(&input, "line");
    struct input_rows *rows = input_rows(&input, "item");
    must(rows->count <= ROWS_MAX);
    if (action && input_change_rows(&input, action, arena))
        must(rows->count <= ROWS_MAX);
    for (size_t i = 0; i < rows->count; i++)
        input_is_blank(&rows->items[i]);

    static const struct form *const records[] = { &meeting_desk_form, &register_desk_obstacle_form,
                                                  &register_desk_practice_form };
    for (size_t i = 0; i < sizeof records / sizeof *records; i++)
        check_record(records[i], &request, arena);
}
