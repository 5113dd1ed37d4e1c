/* SPDX-License-Identifier: EUPL-1.2 */
/* Edition: a text of a document in one language as editors see it: what there is, what it was
 * translated from, and every save; see migrations/logic/editions/. */
#ifndef DESK_TEXT_MODEL_H
#define DESK_TEXT_MODEL_H

#include "frame/document.h"

/* One text of an edition, beside that of the original. NULL where there is none. */
struct edition_text {
    const char *field;    /* "title", "agenda.opening" */
    const char *value;    /* in the newest edition of the language */
    const char *original; /* in the newest edition of the original language */
    bool outdated;      /* the original says something else than what VALUE was translated from, or
                           something where it lacks */
    const char *before; /* the original's text that VALUE was translated from; NULL when it is
                           ORIGINAL, or not known */
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
    const char
        *original_id; /* of the newest edition of the original; NULL when this is the original */
    bool original_drafted; /* and that is a draft */
    bool minor;            /* it is saved as a small correction of what is public */
    const char *publish_day, *publish_time; /* when the draft becomes public by itself: YYYY-MM-DD,
                                               HH:MM or HH:MM:SS in Brussels; or NULL */
    const char *failed_day,
        *failed_time; /* when it was to become public, and could not; in Brussels; or NULL */
    const char
        *failed_because; /* "address", "texts" or what the database said; see site.publish_due */
    struct edition_text *texts;
    size_t text_count;
};

void edition_ask(struct batch *batch, const char *key, enum language language,
                 struct edition *edition);

/* A save, for the history. */
struct save {
    const char *id, *at;               /* YYYY-MM-DD HH:MM, in Brussels */
    const char *state, *author, *note; /* author NULL: imported */
    const char *restored; /* when the save was made that this one brought back; NULL for none */
};

struct saves {
    struct save *items;
    size_t count;
};

/* The saves of a document in a language, the latest first; at most MOST, those before the save
 * BEFORE (NULL: from the latest). */
void saves_ask(struct batch *batch, const char *key, enum language language, const char *before,
               int most, struct saves *saves);

/* The texts of one save, as fields and values. */
struct field_value {
    const char *field, *value;
};
struct edition_fields {
    bool found;
    struct field_value *items;
    size_t count;
    const char *slug, *author, *at;
};

/* Nothing is found for the id of a save of another text; ID may be NULL. */
void edition_fields_ask(struct batch *batch, const char *key, enum language language,
                        const char *id, struct edition_fields *fields);

/* The value of FIELD; "" where there is none. */
const char *edition_field(const struct edition_fields *fields, const char *field);

enum save_result { SAVE_DONE, SAVE_UNCHANGED, SAVE_CONFLICT, SAVE_PUBLISHED, SAVE_TAKEN };

/* What is to be saved. TEXTS is a JSON object of values by field. */
struct edition_change {
    const char *action; /* "save", "publish" it at once, or "aligned": it is still correct; see
                           write_text */
    const char *account, *address;
    const char *document_id;
    enum language language;
    const char *base;        /* the newest edition that the author had seen; NULL for none */
    const char *original_id; /* the edition of the original that they had beside it; NULL for the
                                original itself */
    const char *slug;        /* empty: suggested from the title */
    const char *texts, *note;
    bool minor;     /* of an original: a small correction */
    const char *at; /* when it becomes public by itself, see desk/moment.h; NULL: not by itself */
};

struct saved {
    enum save_result result;
    const char *id; /* of the edition made, or of the one that is in the way */
};

/* Saves, and does what the action says, in one transaction with its entries in the log. ERR_INVALID
 * at the run: what is to be public lacks a title, a short title or a summary; ERR_CONFLICT: another
 * document has become public at its address. Nothing is saved then. */
void edition_write_ask(struct batch *batch, const struct edition_change *change,
                       struct saved *saved);

/* Brings the save ID back as a new draft. ERR_NOT_FOUND at the run: it is none of this text. */
void edition_restore_ask(struct batch *batch, const char *account, const char *address,
                         const char *key, enum language language, const char *id,
                         struct saved *saved);

/* Takes the public text of a language away. */
void edition_withdraw_ask(struct batch *batch, const char *account, const char *address,
                          const char *key, enum language language);

/* The public documents that MARKDOWN links to and that are in no menu, for a visitor of LANGUAGE.
 */
void edition_links_ask(struct batch *batch, enum language language, const char *markdown,
                       struct named_list *links);

#endif
