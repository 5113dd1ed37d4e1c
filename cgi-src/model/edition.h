/* Edition: a text of a document in one language as editors see it: what there is, what it was translated from, and every save;
 * see migrations/0005_desk.sql. */
#ifndef MODEL_EDITION_H
#define MODEL_EDITION_H

#include "model/document.h"

/* One text of an edition, beside that of the original. NULL where there is none. */
struct edition_text {
    const char *field;    /* "title", "agenda.opening" */
    const char *value;    /* in the newest edition of the language */
    const char *original; /* in the newest edition of the original language */
    const char *before;   /* the original's text that VALUE was translated from; NULL when it is ORIGINAL, or not known */
};

/* What the editor's page of a document and language shows. */
struct edition {
    bool found;
    const char *document_id, *key, *title;
    enum document_kind kind;
    enum language original; /* language of the original */
    const char *id;         /* of the newest edition; NULL: there is none in this language */
    const char *slug;
    bool drafted, published; /* there is a draft; something is public in this language */
    const char *original_id; /* of the newest edition of the original; NULL when this is the original */
    struct edition_text *texts;
    size_t text_count;
};

void edition_ask(struct batch *batch, const char *key, enum language language, struct edition *edition);

/* A save, for the history. */
struct save {
    const char *id, *at;               /* YYYY-MM-DD HH:MM, in Brussels */
    const char *state, *author, *note; /* author NULL: imported */
};

struct saves {
    struct save *items;
    size_t count;
};

/* The saves of a document in a language, the latest first; at most MOST. */
void saves_ask(struct batch *batch, const char *key, enum language language, int most, struct saves *saves);

/* The texts of one save, as fields and values. ERR_NOT_FOUND is not told: the list is empty then. */
struct field_value {
    const char *field, *value;
};
struct edition_fields {
    struct field_value *items;
    size_t count;
    const char *slug, *author, *at;
};
void edition_fields_ask(struct batch *batch, const char *id, struct edition_fields *fields);

enum save_result { SAVE_DONE, SAVE_UNCHANGED, SAVE_CONFLICT };

/* What is to be saved. TEXTS is a JSON object of values by field. */
struct edition_change {
    const char *account, *address;
    const char *document_id;
    enum language language;
    const char *base;        /* the newest edition that the author had seen; NULL for none */
    const char *original_id; /* the edition of the original that they had beside it; NULL for the original itself */
    const char *slug, *texts, *note;
    bool aligned; /* the translation says what that edition says */
};

struct saved {
    enum save_result result;
    const char *id; /* of the edition made, or of the one that is in the way */
};

/* Saves in one transaction with its entry in the log. */
void edition_save_ask(struct batch *batch, const struct edition_change *change, struct saved *saved);

/* Makes the draft of a document and language public, with its entry in the log. ERR_INVALID at the run: it lacks a title, a short
 * title or a summary; ERR_CONFLICT: another document is public at its address. */
void edition_publish_ask(struct batch *batch, const char *account, const char *address, const char *key, enum language language);

/* Takes the public text of a language away. */
void edition_withdraw_ask(struct batch *batch, const char *account, const char *address, const char *key, enum language language);

#endif
