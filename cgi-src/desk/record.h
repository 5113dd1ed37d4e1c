/* Record: a document with facts is recorded on one form: its facts, and its texts in the original language. What the kinds of
 * records (meeting.c, obstacle.c) have of their own are tables, and what these cannot say. */
#ifndef DESK_RECORD_H
#define DESK_RECORD_H

#include "desk/desk.h"
#include "view/record_form.h"
#include "web/token.h"

enum { RECORD_FILE_MOST = 25 * 1024 * 1024 };

/* The fields that every form of a record begins with. What was sent as KEY does not count: the path does. */
#define RECORD_FIELDS                                                                                                     \
    { .name = "action", .kind = FIELD_LINE, .required = true, .most = 40 },                                               \
        { .name = "once", .kind = FIELD_LINE, .most = TOKEN_DIGITS }, { .name = "key", .kind = FIELD_LINE, .most = 100 }, \
        { .name = "version", .kind = FIELD_NUMBER }, { .name = "base", .kind = FIELD_NUMBER },                            \
        { .name = "original", .kind = FIELD_CHOICE, .required = true, .choices = record_languages },                      \
        { .name = "title", .kind = FIELD_LINE, .required = true, .most = 300 },                                           \
        { .name = "short", .kind = FIELD_LINE, .most = 150 }, { .name = "summary", .kind = FIELD_TEXT, .most = 2000 },    \
        { .name = "body", .kind = FIELD_TEXT, .most = 100000 },                                                           \
    {                                                                                                                     \
        .name = "slug", .kind = FIELD_SLUG, .most = 100                                                                   \
    }

/* The group of sources that every form of a record has. */
#define RECORD_SOURCES                                          \
    {                                                           \
        .name = "source", .row = &record_source_row, .most = 40 \
    }

extern const char *const record_languages[];
extern const struct form record_source_row;

/* The functions may be NULL. */
struct record_kind {
    const char *name; /* of the kind of document */
    const struct form *form;
    const struct record_shape *shape;
    bool has_presidency;                                         /* who would preside is told beside the form */
    void (*begin)(struct input *input, struct arena *arena);     /* what a new one begins with, beside its language */
    void (*check)(struct input *input, struct arena *arena);     /* what the table of fields cannot say */
    enum err (*keep)(struct exchange *exchange, struct input *); /* keeps what was uploaded */
};

/* Answers for a path of KIND; TITLE is that of a new record. */
enum err desk_record(struct exchange *exchange, const struct record_kind *kind, const char *title);

bool record_is(const struct input *input, const char *name, const char *wanted);

/* The value of a field; NULL when it is empty. */
const char *record_given(const struct input *input, const char *name);

/* The value of a field without a fault. */
const char *record_sound(const struct input *input, const char *name);

/* Checks the "language" of a row: two letters, ISO 639-1. */
void record_check_language(struct input *row);

#endif
