/* SPDX-License-Identifier: EUPL-1.2 */
/* Report: what a visitor tells of a cross-border obstacle. */
#include "kinds/report/model.h"

#include <sodium.h>
#include <string.h>

STATEMENT(report_stamp, "select report_stamp()");

STATEMENT(report_send,
          "select result, reference, wait from send_report($1, $2, $3, $4, $5, $6, $7, $8)");

/* The same as in site.report_reference. */
#define CHARACTERS "23456789ACDEFHJKMNPQRTVWXY"

const char *report_reference_of_none(struct arena *arena)
{
    char *reference = arena_alloc(arena, REPORT_REFERENCE_LENGTH + 1);
    for (size_t i = 0; i < REPORT_REFERENCE_LENGTH; i++)
        reference[i] = CHARACTERS[randombytes_uniform(sizeof CHARACTERS - 1)];
    reference[4] = '-';
    return reference;
}

bool report_is_reference(const char *text, bool lower)
{
    const char *characters = lower ? "23456789acdefhjkmnpqrtvwxy" : CHARACTERS;
    return strlen(text) == REPORT_REFERENCE_LENGTH && strspn(text, characters) == 4 &&
           text[4] == '-' && strspn(text + 5, characters) == 4;
}

static void read_stamp(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(const char **)into = rows_text(rows, 0, 0);
}

void report_stamp_ask(struct batch *batch, const char **stamp)
{
    BATCH_ASK(batch, &report_stamp, read_stamp, stamp);
}

static enum report_result result_from(const char *name)
{
    static const char *const names[] = {
        [REPORT_KEPT] = "kept", [REPORT_TOO_SOON] = "too-soon", [REPORT_EXPIRED] = "expired"
    };
    enum report_result result = REPORT_KEPT;
    while (result < REPORT_TOO_MANY && strcmp(names[result], name) != 0)
        result++;
    return result;
}

static void read_answer(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(struct report_answer *)into = (struct report_answer){
        .result = result_from(rows_text(rows, 0, 0)),
        .reference = rows_text(rows, 0, 1),
        .wait = rows_number(rows, 0, 2),
    };
}

void report_send_ask(struct batch *batch, const struct report_sent *sent,
                     struct report_answer *answer)
{
    BATCH_ASK(batch, &report_send, read_answer, answer, language_tag(sent->language), sent->stamp,
              sent->address, sent->obstacle, sent->place, sent->affected, sent->cause, sent->email);
}
