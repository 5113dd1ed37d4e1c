/* SPDX-License-Identifier: EUPL-1.2 */
/* Home of the desk: what editors see of all documents; see migrations/logic/desk/overview.sql. */
#ifndef DESK_HOME_MODEL_H
#define DESK_HOME_MODEL_H

#include "frame/document.h"

/* A document and the state of its texts. */
struct matrix_row {
    const char *key, *title;
    const char *starts,
        *forum; /* what tells it apart: its day, and of a meeting its forum; NULL for none */
    const char *changed_at,
        *changed_by; /* the day of the last save, and its account; NULL for none */
    enum document_kind kind;
    enum language original;
    struct {
        bool published, drafted, outdated;
    } cells[LANGUAGES];
};

/* One more than this stands for more than this. */
enum { MATRIX_COUNTED_MOST = 10000 };

struct matrix {
    struct matrix_row *rows;
    size_t count;
    long total; /* how many there are, shown or not */
};

/* The states of a text, as filters know them: one that is published and not outdated, and so on. */
enum text_state {
    TEXT_OUTDATED,
    TEXT_MISSING,
    TEXT_DRAFT,
    TEXT_PUBLISHED,
    TEXT_ARCHIVED,
    TEXT_STATES
};

/* The name as it stands in addresses and in the database, and back; TEXT_STATES for a name that is
 * none. */
const char *text_state_name(enum text_state state);
enum text_state text_state_from(const char *name);

/* Which documents are shown; NULL for all. That of a language has no cells of the others. */
struct matrix_filter {
    const char *kind;     /* name; that of the home page has the overview too */
    const char *language; /* tag */
    const char *state;    /* name; in LANGUAGE, or in any */
    const char *words;    /* of its titles, its files, its key and its day, or their beginnings */
    const char *year;     /* in which it begins: four digits */
    const char *account;  /* that saved it last */
    const char *since;    /* the day since which it was saved: YYYY-MM-DD */
    const char *sort;     /* "title", "day" or "changed", with "-" before it from the other end */
    const char *page;     /* a number, from 2 on */
};

/* By kind and position, meetings by day with the latest first, or as the filter sorts them; at most
 * MOST, behind the first SKIPPED. */
void matrix_ask(struct batch *batch, const struct matrix_filter *filter, int most, int skipped,
                struct matrix *matrix);

#endif
