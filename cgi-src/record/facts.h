/* SPDX-License-Identifier: EUPL-1.2 */
/* Facts: what a record says in one value each, by the table of its fields. */
#ifndef RECORD_FACTS_H
#define RECORD_FACTS_H

#include "frame/view.h"
#include "http/form.h"

/* For each field of FORM for which DOCUMENT has a value, a section of FACTS with its name
 * ("CONTACT_EMAIL"): VALUE is as a person reads it, a date or a choice in words; of an address NAME
 * is its host. */
void view_record_facts(const struct view *view, const struct form *form,
                       const struct document *document, struct dictionary *facts);

#endif
