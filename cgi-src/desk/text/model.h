/* SPDX-License-Identifier: EUPL-1.2 */
/* Edition: a text of a document in one language as editors see it: its fields, the originals they
 * were translated from, and every save; see migrations/logic/editions/. */
#ifndef DESK_TEXT_MODEL_H
#define DESK_TEXT_MODEL_H

#include "frame/document.h"

/* One text of an edition, beside that of the original. NULL where there is none. */
struct edition_text {
    const char *field;    /* "title", "agenda.opening" */
    const char *value;    /* in the newest edition of the language */
    const char *original; /* in the newest edition of the original language */
    bool outdated; /* the original differs from what VALUE was translated from, or has a text while
                      VALUE is NULL */
    const char *before; /* the original that VALUE was translated from; NULL when it is ORIGINAL, or
                           not known */
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
    bool original_drafted;                  /* and that edition is a draft */
    bool minor;                             /* the draft is a small correction of the public text */
    const char *publish_day, *publish_time; /* when the draft will be published: YYYY-MM-DD, HH:MM
                                               or HH:MM:SS in Brussels; or NULL */
    const char *failed_day, *failed_time;   /* when a publication failed, in Brussels; or NULL */
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
    const char *state, *author, *note; /* AUTHOR is NULL for an import */
    const char *restored; /* when the save was made that this one restored; NULL for none */
};

struct saves {
    struct save *items;
    size_t count;
};

/* The saves of a document in a language before the save BEFORE, or from the latest when that is
 * NULL, the latest first; at most MAX. */
void saves_ask(struct batch *batch, const char *key, enum language language, const char *before,
               int max, struct saves *saves);

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

/* Finds nothing for the id of a save of another text; ID may be NULL. */
void edition_fields_ask(struct batch *batch, const char *key, enum language language,
                        const char *id, struct edition_fields *fields);

/* The value of FIELD; "" where there is none. */
const char *edition_field(const struct edition_fields *fields, const char *field);

enum save_result { SAVE_DONE, SAVE_UNCHANGED, SAVE_CONFLICT, SAVE_PUBLISHED, SAVE_TAKEN };

/* What to save. TEXTS is a JSON object of values by field. */
struct edition_change {
    const char
        *action; /* "save", "publish" at once, or "aligned" (still correct); see write_text */
    const char *account, *address;
    const char *document_id;
    enum language language;
    const char *base; /* the newest edition that the author has seen; NULL for none */
    const char
        *original_id; /* the edition of the original beside it; NULL when this is the original */
    const char *slug; /* when empty it is made from the title */
    const char *texts, *note;
    bool minor;     /* the original gets a small correction */
    const char *at; /* when to publish it, see desk/moment.h; NULL: at no time */
};

struct saved {
    enum save_result result;
    const char *id; /* of the new edition, or of the one that is in the way */
};

/* Saves, does the action and logs both in one transaction. ERR_INVALID at the run: the public text
 * would lack a title, a short title or a summary; ERR_CONFLICT: another document is public at its
 * address. Nothing is saved then. */
void edition_write_ask(struct batch *batch, const struct edition_change *change,
                       struct saved *saved);

/* Restores the save ID as a new draft. ERR_NOT_FOUND at the run: it is not a save of this text. */
void edition_restore_ask(struct batch *batch, const char *account, const char *address,
                         const char *key, enum language language, const char *id,
                         struct saved *saved);

/* Withdraws the public text of a language. */
void edition_withdraw_ask(struct batch *batch, const char *account, const char *address,
                          const char *key, enum language language);

/* The public documents to which MARKDOWN links and which are not in the menu, for a visitor of
 * LANGUAGE. */
void edition_links_ask(struct batch *batch, enum language language, const char *markdown,
                       struct named_list *links);

#endif
