/* SPDX-License-Identifier: EUPL-1.2 */
/* Document: shows the texts of a document on its page, and names it in the frame. */
#ifndef RECORD_VIEW_H
#define RECORD_VIEW_H

#include "frame/frame.h"
#include "frame/menu.h"
#include "text/table.h"

/* The frame for a document of KIND: title, addresses, menu and breadcrumbs. */
struct frame view_document_frame(const struct view *view, enum document_kind kind,
                                 const struct document *document, const struct menu *menu);

/* Adds section APART with what tells documents of one title apart: FORUM and the day STARTS; either
 * may be NULL. */
void view_apart(const struct view *view, const char *forum, const char *starts,
                struct dictionary *item);

/* MARKDOWN as HTML for a page. MENU and NAMED, which may be NULL, have the documents to which its
 * links can lead. */
const char *view_markdown(const struct view *view, const char *markdown, const struct menu *menu,
                          const struct named_list *named);

/* The same for a text that is being written: a picture is shown by its number and caption. */
const char *view_markdown_draft(const struct view *view, const char *markdown,
                                const struct menu *menu, const struct named_list *named);

/* Title, lead, body, the notice when the text is not in the visitor's language, sources,
 * attachments, date: templates/record/_sources.tpl and the like. GLOSSARY is the text of the
 * glossary in the visitor's language, NULL for none. */
void view_document(const struct view *view, enum document_kind kind,
                   const struct document *document, const struct menu *menu, const char *glossary,
                   struct dictionary *page);

/* Adds section UNTRANSLATED to PART when the original says more in FIELD, or in the rows of that
 * name: templates/record/_untranslated.tpl. PART has to be a section of its own, since a section
 * also shows the sections of those around it. */
void view_untranslated(const struct document *document, const char *field, struct dictionary *part);

/* Adds SECTION to PAGE for FIELD or its rows, with section UNTRANSLATED when the original says
 * more, and with section SAID when the edition has SAID something. Returns section SAID; NULL
 * without one. Without either there is no SECTION. */
struct dictionary *view_part(const struct document *document, const char *field, bool said,
                             struct dictionary *page, const char *section);

/* Where an attachment is: an address elsewhere, or a path of this site. */
const char *view_attachment_path(const struct view *view, const struct attachment *attachment);

/* The cards of KIND, each as SECTION of PAGE: templates/record/_cards.tpl. */
void view_cards(const struct view *view, const struct menu *cards, enum document_kind kind,
                struct dictionary *page, const char *section);

/* The topics and partners of CARDS as a table. */
extern const struct columns card_columns;
struct table view_cards_table(const struct view *view, const struct menu *cards);

#endif
