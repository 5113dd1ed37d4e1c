/* Document: its texts as the pages show them, and what the frame says of it. */
#ifndef VIEW_DOCUMENT_H
#define VIEW_DOCUMENT_H

#include "model/directory.h"
#include "text/table.h"
#include "view/frame.h"

/* The frame for a document of KIND: title, addresses, menu and breadcrumbs. */
struct frame view_document_frame(const struct view *view, enum document_kind kind, const struct document *document,
                                 const struct directory *directory);

/* MARKDOWN as the pages show it: links to other documents lead to where DIRECTORY or NAMED, which may be NULL, has them. */
const char *view_markdown(const struct view *view, const char *markdown, const struct directory *directory,
                          const struct named_list *named);

/* Title, lead, body, the notice when the text is not in the visitor's language, sources, date: templates/shared/text.tpl and the
 * like. */
void view_document(const struct view *view, const struct document *document, const struct directory *directory,
                   struct dictionary *page);

/* The cards of one kind, in section CARDS: templates/shared/cards.tpl. */
void view_cards(const struct view *view, const struct directory *cards, enum document_kind kind, struct dictionary *page,
                const char *section);

/* The topics and partners of CARDS as a table. */
struct table view_cards_table(const struct view *view, const struct directory *cards);

#endif
