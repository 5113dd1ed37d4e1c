/* SPDX-License-Identifier: EUPL-1.2 */
/* Record form: one form for a document, its facts and its texts in the original language. A kind
 * of records adds the table of its fields (kinds/meeting/fields.c), and what the table cannot
 * express. */
#ifndef RECORD_FORM_H
#define RECORD_FORM_H

#include "record/fields.h"
#include "record/form_view.h"
#include "web/exchange.h"

enum { RECORD_FILE_MAX = 25 * 1024 * 1024 };

/* What a kind of records has of its own. The functions may be NULL. */
struct record_kind {
    enum document_kind document;
    const struct form *form;
    bool in_series;      /* a new one can begin as a copy of this one */
    bool has_reports;    /* reports of visitors are listed beside the form */
    bool has_presidency; /* the form says who would preside */
    /* Sets the initial values of a new one, beside its language. */
    void (*begin)(struct input *input, struct arena *arena);
    /* Checks what the table of fields cannot express. */
    void (*check)(struct input *input, struct arena *arena);
};

/* Answers a request for the form of a record of KIND. */
enum err desk_record(struct exchange *exchange, const struct record_kind *kind);

#endif
