/* SPDX-License-Identifier: EUPL-1.2 */
/* Facts: shows the single values of a record, by the table of its fields. */
#ifndef RECORD_FACTS_H
#define RECORD_FACTS_H

#include "frame/view.h"
#include "http/form.h"

/* The section of a template for the field NAME: its name in capitals. */
const char *record_section_name(const char *name, struct arena *arena);

/* Adds a section to FACTS for each field of FORM that has a value in DOCUMENT, with the name of the
 * field ("CONTACT_EMAIL"). VALUE is for people: a date or a choice in words. An address also has
 * NAME, its host. */
void view_record_facts(const struct view *view, const struct form *form,
                       const struct document *document, struct dictionary *facts);

#endif
