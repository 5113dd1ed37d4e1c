/* SPDX-License-Identifier: EUPL-1.2 */
/* Page: the record of a page that stands for itself, /admin/pages/KEY and /admin/new-page */
#include "record/form.h"

static const struct field fields[] = {
    RECORD_FIELDS,   { RECORD_ORIGINAL, .legend = "Page" },
    RECORD_TITLES,   RECORD_SLUG,
    RECORD_POSITION, { RECORD_BODY },
    RECORD_PICTURES, RECORD_SOURCES,
};
const struct form page_desk_form = FORM(fields);

enum err page_desk(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .document = DOCUMENT_PAGE,
        .form = &page_desk_form,
    };
    return desk_record(exchange, &kind);
}
