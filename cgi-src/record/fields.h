/* SPDX-License-Identifier: EUPL-1.2 */
/* Record fields: what the tables of fields of several kinds share (kinds/meeting/fields.c): rows of
 * these tables, and checks of their values. */
#ifndef RECORD_FIELDS_H
#define RECORD_FIELDS_H

#include "http/form.h"
#include "web/token.h"

/* The fields that every form of a record begins with; only MINOR is visible. KEY is that of the
 * path, whatever was sent. */
#define RECORD_FIELDS                                                      \
    { .name = "action", .kind = FIELD_LINE, .required = true, .max = 40 }, \
        { .name = "once", .kind = FIELD_LINE, .max = TOKEN_DIGITS },       \
        { .name = "key", .kind = FIELD_LINE, .max = 100 },                 \
        { .name = "minor", .kind = FIELD_FLAG },                           \
    {                                                                      \
        .name = "base", .kind = FIELD_NUMBER                               \
    }

/* Fields of most records. */
#define RECORD_ORIGINAL                                                                      \
    .name = "original", .kind = FIELD_CHOICE, .required = true, .choices = language_choices, \
    .label = "Language",                                                                     \
    .hint = "The language in which you write here; the others are translations of it"
#define RECORD_TITLES                                                                           \
    { .name = "title", .kind = FIELD_LINE, .required = true, .max = 300, .label = "Title" },    \
        { .name = "short", .kind = FIELD_LINE, .max = 150, .label = "Short title, for menus" }, \
    {                                                                                           \
        .name = "summary", .kind = FIELD_TEXT, .max = 2000, .label = "Summary"                  \
    }
#define RECORD_SLUG                                                                                \
    {                                                                                              \
        .name = "slug", .kind = FIELD_SLUG, .max = 100, .label = "Address",                        \
        .hint = "Lower-case letters, digits and hyphens. The old address leads on to the new one." \
    }
#define RECORD_POSITION                                                                          \
    {                                                                                            \
        .name = "position", .kind = FIELD_NUMBER, .max = 6, .label = "Place in menus and lists", \
        .hint = "A whole number: those with lower ones come first"                               \
    }
#define RECORD_BODY .name = "body", .kind = FIELD_TEXT, .max = 100000, .label = "Text, in Markdown"
#define RECORD_SOURCES                                                              \
    {                                                                               \
        .name = "source", .kind = FIELD_ROWS, .max = 40, .row = &record_source_row, \
        .legend = "Sources", .label = "Source", .member = ""                        \
    }
/* Fields of rows. */
#define RECORD_PARTY                                                                      \
    .name = "party", .kind = FIELD_LINE, .required = true, .max = 100, .list = "parties", \
    .label = "Country, region or organisation"
#define RECORD_LANGUAGE                                                                          \
    .name = "language", .kind = FIELD_LINE, .required = true, .max = 2, .manner = MANNER_OFFERS, \
    .label = "Language"

#define RECORD_DATE_HINT \
    "For example 31.1.2027 or 2027-01-31; 2027-01 or 2027 when no more is known"
#define RECORD_NUMBER_HINT "A whole number, or nothing"

/* Days, and times of day at the venue; record_check_when checks them. */
#define RECORD_STARTS                                                             \
    .name = "starts", .kind = FIELD_DATE, .required = true, .label = "First day", \
    .hint = RECORD_DATE_HINT
#define RECORD_WHEN                                                               \
    { .name = "ends",                                                             \
      .kind = FIELD_DATE,                                                         \
      .label = "Last day",                                                        \
      .hint = "Only when it lasts more than one day" },                           \
        { .name = "starts_at",                                                    \
          .kind = FIELD_TIME,                                                     \
          .label = "Begins at",                                                   \
          .hint = "For example 9:30; nothing for the whole day" },                \
        { .name = "ends_at", .kind = FIELD_TIME, .label = "Ends at" },            \
    {                                                                             \
        .name = "zone", .kind = FIELD_LINE, .max = 64, .manner = MANNER_OFFERS,   \
        .label = "Time zone", .hint = "Of the place, for example Europe/Brussels" \
    }
#define RECORD_PLACE                                                                        \
    {                                                                                       \
        .name = "place", .kind = FIELD_SLUG, .max = 100, .list = "places", .label = "Place" \
    }

/* Documents that belong to the record. The route of the form has to take BODY_FILES. */
#define RECORD_ATTACHMENTS                                                                \
    {                                                                                     \
        .name = "document", .kind = FIELD_ROWS, .max = 40, .row = &record_attachment_row, \
        .legend = "Documents", .label = "Document", .member = ""                          \
    }

/* The pictures of the record, likewise. Those in the text have their captions there. */
#define RECORD_PICTURES                                                                            \
    { .name = "picture",                                                                           \
      .kind = FIELD_ROWS,                                                                          \
      .max = 40,                                                                                   \
      .row = &record_picture_row,                                                                  \
      .legend = "Pictures",                                                                        \
      .label = "Picture",                                                                          \
      .member = "" },                                                                              \
    {                                                                                              \
        .name = "caption", .kind = FIELD_LINE, .max = 300,                                         \
        .label = "Caption of the picture that leads", .hint = "What stands below it", .member = "" \
    }

extern const struct form record_source_row, record_party_row, record_attachment_row,
    record_picture_row;

/* Whether the value of a field is WANTED. */
bool record_is(const struct input *input, const char *name, const char *wanted);

/* The value of a field; NULL when it is empty. */
const char *record_given(const struct input *input, const char *name);

/* The value of a field; NULL when it is empty or has a fault. */
const char *record_sound(const struct input *input, const char *name);

/* Checks the "language" of a row: two letters, ISO 639-1. */
void record_check_language(struct input *row);

/* Checks what RECORD_STARTS and RECORD_WHEN cannot express. */
void record_check_when(struct input *input);

#endif
