/* Desk: what editors see of all documents, and of what was done; see migrations/0005_desk.sql. */
#ifndef MODEL_DESK_H
#define MODEL_DESK_H

#include "model/document.h"

/* A document and the state of its texts. */
struct matrix_row {
    const char *key, *title;
    enum document_kind kind;
    enum language original;
    struct {
        bool published, drafted, outdated;
    } cells[LANGUAGES];
};

struct matrix {
    struct matrix_row *rows;
    size_t count;
};

/* By kind and position, meetings by day with the latest first. */
void matrix_ask(struct batch *batch, struct matrix *matrix);

struct audit_entry {
    const char *at; /* YYYY-MM-DD HH:MM:SS, in Brussels */
    const char *account, *action, *document, *language, *detail, *address;
};

struct audit {
    struct audit_entry *items;
    size_t count;
};

/* The last MOST entries, the latest first. */
void audit_ask(struct batch *batch, int most, struct audit *audit);

#endif
