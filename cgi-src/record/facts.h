/* SPDX-License-Identifier: EUPL-1.2 */
/* Facts: shows the single values of a record, by the table of its fields. */
#ifndef RECORD_FACTS_H
#define RECORD_FACTS_H

#include "frame/view.h"
#include "http/form.h"

/* Adds a section to FACTS for each field of FORM that has a value in DOCUMENT, with the name of the
 * field ("CONTACT_EMAIL"). VALUE is for people: a date or a choice in words. An address also has
 * NAME, its host. */
void view_record_facts(const struct view *view, const struct form *form,
                       const struct document *document, struct dictionary *facts);

#endif
