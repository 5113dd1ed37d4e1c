/* SPDX-License-Identifier: EUPL-1.2 */
/* View: what every function that fills a template needs. */
#ifndef FRAME_VIEW_H
#define FRAME_VIEW_H

#include "base/arena.h"
#include "base/config.h"
#include "base/language.h"
#include "frame/document.h"
#include "http/route.h"
#include "text/catalogue.h"
#include "text/template.h"

struct view {
    struct arena *arena;
    const struct templates *templates;
    const struct catalogue *catalogue;
    const struct config *config;
    const char *site_url;   /* scheme and authority, no slash at the end */
    enum language language; /* the visitor's */
    bool rehearsed;         /* the page is a preview: what it shows may not be public yet */
};

/* The path of a document for a visitor in LANGUAGE. */
const char *view_path(const struct view *view, enum document_kind kind, enum language language,
                      const char *slug);

/* A text of the user interface in the visitor's language, for words outside templates; the English
 * one when the catalogue lacks it. */
const char *view_phrase(const struct view *view, const char *english);

/* PATH with the site's scheme and authority before it. */
const char *view_url(const struct view *view, const char *path);

/* PATH with the site's authority before it, for links of another scheme: "example.org/nl/…". */
const char *view_authority(const struct view *view, const char *path);

/* The whole address of a document for a visitor in LANGUAGE. */
const char *view_document_url(const struct view *view, enum document_kind kind,
                              enum language language, const char *slug);

/* The heading of PAGE, templates/frame/_title.tpl: long words may break between their syllables.
 * Their hyphens are no part of the text: nobody copies or finds them. */
void view_title(const struct view *view, const char *title, enum language language,
                struct dictionary *page);

/* Adds an option of a select element to FORM, as SECTION; it is chosen when VALUE is CHOICE, which
 * may be NULL. */
struct dictionary *view_option(struct dictionary *form, const char *section, const char *value,
                               const char *choice);

#endif
