/* SPDX-License-Identifier: EUPL-1.2 */
/* Home of the desk: what editors see of all documents; see migrations/logic/desk/overview.sql. */
#ifndef DESK_HOME_MODEL_H
#define DESK_HOME_MODEL_H

#include "frame/document.h"

/* A document and the state of its texts. */
struct matrix_row {
    const char *key, *title;
    const char *starts,
        *forum; /* they tell it from others: its day, and the forum of a meeting; NULL for none */
    const char *changed_at,
        *changed_by; /* the day of the last save, and its account; NULL for none */
    enum document_kind kind;
    enum language original;
    struct {
        bool published, drafted, outdated;
    } cells[LANGUAGES];
};

/* A count of one more means more than this. */
enum { MATRIX_COUNTED_MAX = 10000 };

struct matrix {
    struct matrix_row *rows;
    size_t count;
    long total; /* how many there are, shown or not */
};

/* The states of a text, for filters; TEXT_PUBLISHED is one that is not outdated. */
enum text_state {
    TEXT_OUTDATED,
    TEXT_MISSING,
    TEXT_DRAFT,
    TEXT_PUBLISHED,
    TEXT_ARCHIVED,
    TEXT_STATES
};

/* The name in addresses and in the database, and back; TEXT_STATES for an unknown name. */
const char *text_state_name(enum text_state state);
enum text_state text_state_from(const char *name);

/* Which documents are shown. A member that is NULL restricts nothing. With a language, rows have no
 * cells for the others. */
struct matrix_filter {
    const char *kind;     /* name; that of the home page includes the overview */
    const char *language; /* tag */
    const char *state;    /* name; in LANGUAGE, or in any */
    const char *words;    /* in its titles, files, key or day, or beginnings of such words */
    const char *year;     /* four digits, in which it begins */
    const char *account;  /* the one that saved it last */
    const char *since;    /* YYYY-MM-DD: it was saved on that day or later */
    const char *sort; /* "title", "day" or "changed", with "-" before it for the reverse order */
    const char *page; /* a number, from 2 on */
};

/* By kind and position, meetings by day with the latest first, or in the order of FILTER; at most
 * MAX after the first SKIPPED. */
void matrix_ask(struct batch *batch, const struct matrix_filter *filter, int max, int skipped,
                struct matrix *matrix);

#endif
