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
    const char *words;    /* that the title has, or that its words start with */
};

/* By kind and position, meetings by day with the latest first; at most MOST. */
void matrix_ask(struct batch *batch, const struct matrix_filter *filter, int most,
                struct matrix *matrix);

#endif
