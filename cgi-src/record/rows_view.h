/* SPDX-License-Identifier: EUPL-1.2 */
/* Record rows: the rows of one field of a record form, with the buttons that change them,
 * templates/record/_parts.tpl. */
#ifndef RECORD_ROWS_VIEW_H
#define RECORD_ROWS_VIEW_H

#include "record/field_view.h"

/* Shows the rows of FIELD, which PLACE has, in SECTION: as boxes to tick, or one below the other,
 * and in a conflict also those that somebody else has saved. */
void view_record_rows(const struct record_place *place, const struct field *field,
                      struct dictionary *section);

#endif
