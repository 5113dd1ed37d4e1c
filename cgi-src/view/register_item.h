/* Register item: the page of an obstacle or of a good practice, templates/pages/obstacle.tpl and practice.tpl, and the same as
 * JSON. */
#ifndef VIEW_REGISTER_ITEM_H
#define VIEW_REGISTER_ITEM_H

#include "model/directory.h"
#include "model/register.h"
#include "text/json.h"
#include "view/view.h"

void view_register_item(const struct view *view, enum document_kind kind, const struct document *document,
                        const struct register_item *item, const struct areas *areas, const struct directory *directory,
                        struct dictionary *page);

/* Adds what it has beside what every document has to RECORD. */
void view_record_register_item(const struct view *view, const struct document *document, const struct register_item *item,
                               const struct areas *areas, const struct directory *directory, cJSON *record);

/* The obstacles and practices that belong to DOCUMENT, in sections OBSTACLES_HERE and PRACTICES_HERE:
 * templates/shared/named_by.tpl. */
void view_named_by(const struct view *view, const struct document *document, struct dictionary *page);

#endif
