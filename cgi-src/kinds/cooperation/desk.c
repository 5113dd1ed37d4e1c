/* SPDX-License-Identifier: EUPL-1.2 */
/* Cooperation: the record of a project or of a partner, /admin/topics/KEY and /admin/new-topic,
 * /admin/partners/KEY and /admin/new-partner */
#include "record/form.h"

enum err cooperation_desk_topic(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .document = DOCUMENT_TOPIC,
        .form = &cooperation_desk_topic_form,
    };
    return desk_record(exchange, &kind);
}

enum err cooperation_desk_partner(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .document = DOCUMENT_PARTNER,
        .form = &cooperation_desk_partner_form,
    };
    return desk_record(exchange, &kind);
}
