/* SPDX-License-Identifier: EUPL-1.2 */
/* Article: what the pages of a document have in common. A page says which kind it shows and what it
 * asks beside the texts. */
#ifndef RECORD_ARTICLE_H
#define RECORD_ARTICLE_H

#include "frame/document.h"
#include "frame/menu.h"
#include "record/names.h"
#include "web/exchange.h"

struct article {
    enum document_kind kind;
    struct batch *batch; /* for what a page asks beside the texts */
    struct document document;
    struct menu menu;
    const char *glossary; /* NULL for none in the visitor's language */
    struct names names;   /* of JSON */
    unsigned formats;     /* in which the page can be had beside its own; a page takes out what its
                             document does not have */
};

/* Asks for the document of KIND at the path of the request, its texts, and the menu. */
void article_ask(struct exchange *exchange, enum document_kind kind, struct article *article);

/* Runs the batch. ERR_NOT_FOUND when there is no such document. */
enum err article_run(struct article *article);

/* Whether the document has moved from the address that was asked for; then the visitor is sent on
 * to where it is. */
bool article_moved(struct exchange *exchange, const struct article *article);

/* Answers with the document on the page that TEMPLATE makes, or sends the visitor on. PAGE holds
 * what the page adds; ABOUT says what it is about, NULL for nothing. */
enum err article_answer(struct exchange *exchange, const struct article *article,
                        const char *template_name, struct dictionary *page, cJSON *about);

/* Answers with the document as JSON, or sends the program on. STATUS is what the record's fields do
 * not say of it; NULL for nothing. */
enum err article_answer_record(struct exchange *exchange, const struct article *article,
                               const char *status);

#endif
