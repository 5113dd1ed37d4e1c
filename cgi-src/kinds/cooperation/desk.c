/* Cooperation: the record of a project or of a partner, /admin/topics/KEY and /admin/new-topic, /admin/partners/KEY and
 * /admin/new-partner */
#include "record/form.h"

enum err cooperation_desk_topic(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .name = "topic",
        .added = "Add a project",
        .form = &cooperation_desk_topic_form,
        .route = ROUTE_DESK_TOPIC,
        .new_route = ROUTE_DESK_NEW_TOPIC,
    };
    return desk_record(exchange, &kind);
}

enum err cooperation_desk_partner(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .name = "partner",
        .added = "Add a partner",
        .form = &cooperation_desk_partner_form,
        .route = ROUTE_DESK_PARTNER,
        .new_route = ROUTE_DESK_NEW_PARTNER,
    };
    return desk_record(exchange, &kind);
}
