/* SPDX-License-Identifier: EUPL-1.2 */
/* Record: a document with facts is recorded on one form: its facts, and its texts in the original
 * language. What a kind of records has of its own is the table of its fields
 * (kinds/meeting/fields.c), and what that cannot say. */
#ifndef RECORD_FORM_H
#define RECORD_FORM_H

#include "record/form_view.h"
#include "web/exchange.h"
#include "web/token.h"

enum { RECORD_FILE_MOST = 25 * 1024 * 1024 };

/* The fields that every form of a record begins with, which nobody sees but for MINOR. What was
 * sent as KEY does not count: the path does. */
#define RECORD_FIELDS                                                       \
    { .name = "action", .kind = FIELD_LINE, .required = true, .most = 40 }, \
        { .name = "once", .kind = FIELD_LINE, .most = TOKEN_DIGITS },       \
        { .name = "key", .kind = FIELD_LINE, .most = 100 },                 \
        { .name = "minor", .kind = FIELD_FLAG },                            \
    {                                                                       \
        .name = "base", .kind = FIELD_NUMBER                                \
    }

/* What most have. */
#define RECORD_ORIGINAL                                                                      \
    .name = "original", .kind = FIELD_CHOICE, .required = true, .choices = language_choices, \
    .label = "Language",                                                                     \
    .hint = "The language in which you write here; the others are translations of it"
#define RECORD_TITLES                                                                            \
    { .name = "title", .kind = FIELD_LINE, .required = true, .most = 300, .label = "Title" },    \
        { .name = "short", .kind = FIELD_LINE, .most = 150, .label = "Short title, for menus" }, \
    {                                                                                            \
        .name = "summary", .kind = FIELD_TEXT, .most = 2000, .label = "Summary"                  \
    }
#define RECORD_SLUG                                                                                \
    {                                                                                              \
        .name = "slug", .kind = FIELD_SLUG, .most = 100, .label = "Address",                       \
        .hint = "Lower-case letters, digits and hyphens. The old address leads on to the new one." \
    }
#define RECORD_POSITION                                                                           \
    {                                                                                             \
        .name = "position", .kind = FIELD_NUMBER, .most = 6, .label = "Place in menus and lists", \
        .hint = "A whole number: those with lower ones come first"                                \
    }
#define RECORD_BODY .name = "body", .kind = FIELD_TEXT, .most = 100000, .label = "Text, in Markdown"
#define RECORD_SOURCES                                                               \
    {                                                                                \
        .name = "source", .kind = FIELD_ROWS, .most = 40, .row = &record_source_row, \
        .legend = "Sources", .label = "Source", .member = ""                         \
    }
/* Of rows. */
#define RECORD_PARTY                                                                       \
    .name = "party", .kind = FIELD_LINE, .required = true, .most = 100, .list = "parties", \
    .label = "Country, region or organisation"
#define RECORD_LANGUAGE                                                                           \
    .name = "language", .kind = FIELD_LINE, .required = true, .most = 2, .manner = MANNER_OFFERS, \
    .label = "Language"

#define RECORD_DATE_HINT \
    "For example 31.1.2027 or 2027-01-31; 2027-01 or 2027 when no more is known"
#define RECORD_NUMBER_HINT "A whole number, or nothing"

/* Days, and times of day at the venue: record_check_when. */
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
        .name = "zone", .kind = FIELD_LINE, .most = 64, .manner = MANNER_OFFERS,  \
        .label = "Time zone", .hint = "Of the place, for example Europe/Brussels" \
    }
#define RECORD_PLACE                                                                         \
    {                                                                                        \
        .name = "place", .kind = FIELD_SLUG, .most = 100, .list = "places", .label = "Place" \
    }

/* Documents that belong to the record: its form is that of a route whose body is FILES. */
#define RECORD_ATTACHMENTS                                                                 \
    {                                                                                      \
        .name = "document", .kind = FIELD_ROWS, .most = 40, .row = &record_attachment_row, \
        .legend = "Documents", .label = "Document", .member = ""                           \
    }

/* The same of its pictures; those in the text have their captions there. */
#define RECORD_PICTURES                                                                            \
    { .name = "picture",                                                                           \
      .kind = FIELD_ROWS,                                                                          \
      .most = 40,                                                                                  \
      .row = &record_picture_row,                                                                  \
      .legend = "Pictures",                                                                        \
      .label = "Picture",                                                                          \
      .member = "" },                                                                              \
    {                                                                                              \
        .name = "caption", .kind = FIELD_LINE, .most = 300,                                        \
        .label = "Caption of the picture that leads", .hint = "What stands below it", .member = "" \
    }

extern const struct form record_source_row, record_party_row, record_attachment_row,
    record_picture_row;

/* The functions may be NULL. */
struct record_kind {
    enum document_kind document;
    const struct form *form;
    bool in_series;      /* the next one can be begun with what this one has */
    bool has_reports;    /* of visitors, which stand beside the form */
    bool has_presidency; /* who would preside is told beside the form */
    void (*begin)(struct input *input,
                  struct arena *arena); /* what a new one begins with, beside its language */
    void (*check)(struct input *input,
                  struct arena *arena); /* what the table of fields cannot say */
};

/* Answers for a path of KIND. */
enum err desk_record(struct exchange *exchange, const struct record_kind *kind);

bool record_is(const struct input *input, const char *name, const char *wanted);

/* The value of a field; NULL when it is empty. */
const char *record_given(const struct input *input, const char *name);

/* The value of a field without a fault. */
const char *record_sound(const struct input *input, const char *name);

/* Checks the "language" of a row: two letters, ISO 639-1. */
void record_check_language(struct input *row);

/* Checks what RECORD_STARTS and RECORD_WHEN cannot say. */
void record_check_when(struct input *input);

#endif
