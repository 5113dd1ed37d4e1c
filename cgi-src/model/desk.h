/* Desk: what editors see of all documents, and of what was done; see migrations/0005_desk.sql and 0007_care.sql. */
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

/* One more than this stands for more than this. */
enum { MATRIX_COUNTED_MOST = 10000 };

struct matrix {
    struct matrix_row *rows;
    size_t count;
    long total; /* how many there are, shown or not */
};

/* The states of a text, as filters know them: one that is published and not outdated, and so on. */
enum text_state { TEXT_OUTDATED, TEXT_MISSING, TEXT_DRAFT, TEXT_PUBLISHED, TEXT_STATES };

/* The name as it stands in addresses and in the database, and back; TEXT_STATES for a name that is none. */
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
void matrix_ask(struct batch *batch, const struct matrix_filter *filter, int most, struct matrix *matrix);

struct audit_entry {
    const char *id;
    const char *at; /* YYYY-MM-DD HH:MM:SS, in Brussels */
    const char *account, *action, *document, *language, *detail, *address;
};

struct audit {
    struct audit_entry *items; /* the latest first */
    size_t count;
};

/* Which entries are shown; NULL for all. */
struct audit_filter {
    const char *account, *action, *document; /* name, action, key */
    const char *first, *last;                /* YYYY-MM-DD, in Brussels */
    const char *before, *after;              /* id of an entry: the latest before it, or the earliest after it; not both */
};

/* At most MOST entries; without a place to start from, the latest. */
void audit_ask(struct batch *batch, const struct audit_filter *filter, int most, struct audit *audit);

/* What there is to choose from: the names of the accounts or the actions that the log has. */
struct audit_names {
    const char **items;
    size_t count;
};
void audit_accounts_ask(struct batch *batch, struct audit_names *accounts);
void audit_actions_ask(struct batch *batch, struct audit_names *actions);

#endif
