/* SPDX-License-Identifier: EUPL-1.2 */
/* Document: its texts as the pages show them, and what the frame says of it. */
#ifndef RECORD_VIEW_H
#define RECORD_VIEW_H

#include "frame/frame.h"
#include "frame/menu.h"
#include "text/table.h"

/* The frame for a document of KIND: title, addresses, menu and breadcrumbs. */
struct frame view_document_frame(const struct view *view, enum document_kind kind,
                                 const struct document *document, const struct menu *menu);

/* Section APART with what tells documents of one title apart: FORUM and the day STARTS, of which
 * each may be NULL. */
void view_apart(const struct view *view, const char *forum, const char *starts,
                struct dictionary *item);

/* MARKDOWN as the pages show it: links to other documents lead to where MENU or NAMED, which may be
 * NULL, has them. */
const char *view_markdown(const struct view *view, const char *markdown, const struct menu *menu,
                          const struct named_list *named);

/* The same of a text that is being written: a picture is its number and its caption. */
const char *view_markdown_draft(const struct view *view, const char *markdown,
                                const struct menu *menu, const struct named_list *named);

/* Title, lead, body, the notice when the text is not in the visitor's language, sources, what
 * belongs to it, date: templates/record/_sources.tpl and the like. GLOSSARY is the text of the
 * glossary in the visitor's language, NULL for none. */
void view_document(const struct view *view, enum document_kind kind,
                   const struct document *document, const struct menu *menu, const char *glossary,
                   struct dictionary *page);

/* Section UNTRANSLATED of PART, a section of its own (what lies within a section finds those around
 * it, too), when the original says more in FIELD, or in the rows of that name:
 * templates/record/_untranslated.tpl. */
void view_untranslated(const struct document *document, const char *field, struct dictionary *part);

/* SECTION of PAGE for FIELD or its rows, with section UNTRANSLATED and, if the edition has SAID
 * something, section SAID, which is returned; NULL when it has not. Without either there is no
 * SECTION. */
struct dictionary *view_part(const struct document *document, const char *field, bool said,
                             struct dictionary *page, const char *section);

/* Where what belongs to a document is: an address elsewhere, or a path of this site. */
const char *view_attachment_path(const struct view *view, const struct attachment *attachment);

/* The cards of one kind, in section CARDS: templates/record/_cards.tpl. */
void view_cards(const struct view *view, const struct menu *cards, enum document_kind kind,
                struct dictionary *page, const char *section);

/* The topics and partners of CARDS as a table. */
extern const struct columns card_columns;
struct table view_cards_table(const struct view *view, const struct menu *cards);

#endif
