/* SPDX-License-Identifier: EUPL-1.2 */
/* Managed document: the page of a document at the desk, templates/desk/document/page.tpl. */
#ifndef DESK_DOCUMENT_VIEW_H
#define DESK_DOCUMENT_VIEW_H

#include "desk/document/model.h"
#include "frame/view.h"
#include "http/form.h"

/* What the page shows beside the document. */
struct managed_page {
    const struct managed_document *document;
    const char *done;       /* the action that has just been done; NULL for none */
    const char *confirm;    /* "archive" or "withdraw", to be confirmed; NULL for nothing */
    enum language language; /* of the text to be withdrawn */
    const struct publications *publications; /* when some of them failed; NULL otherwise */
    const bool *ticked;          /* by language, as they were ticked; NULL ticks all drafts */
    const struct input *typed;   /* NULL before anything was */
    bool nothing_chosen, needed; /* no draft was ticked; the site needs the document */
    const char *form_token;
};

void view_managed_document(const struct view *view, const struct managed_page *shown,
                           struct dictionary *page);

#endif
