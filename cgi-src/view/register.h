/* Register: the lists of obstacles and of good practices, templates/pages/register.tpl, the same as a table and as a feed. */
#ifndef VIEW_REGISTER_H
#define VIEW_REGISTER_H

#include "model/directory.h"
#include "model/register.h"
#include "text/table.h"
#include "view/view.h"

/* The list of the kind: ROUTE_OBSTACLES or ROUTE_PRACTICES. */
enum route_id view_register_route(enum document_kind kind);

/* What the list of the kind is called, and what it is, in the visitor's language. */
const char *view_register_title(const struct view *view, enum document_kind kind);
const char *view_register_lead(const struct view *view, enum document_kind kind);

/* The query of the list for FILTER, behind LAST, which may be NULL; "" when it has none. */
const char *view_register_query(const struct view *view, const struct register_filter *filter, const struct register_entry *last);

/* What an area is called: a border or a party, or a topic or partner. Its key when it has no name. */
const char *view_area_name(const struct areas *areas, const struct directory *directory, const char *key);

/* The sections of templates/shared/register_field.tpl and register_status.tpl. The second does nothing for REGISTER_STATUSES. */
void view_register_field(enum register_field field, struct dictionary *parent);
void view_register_status(enum register_status status, struct dictionary *parent);

struct register_lists {
    struct register_filter filter;
    struct register_list list;
    struct register_counts counts;
    struct areas areas;
    struct directory directory;
    bool older; /* there are more than LIST has */
};

void view_register(const struct view *view, const struct register_lists *lists, struct dictionary *page);

struct table view_register_table(const struct view *view, const struct register_list *list);

/* templates/feeds/news.tpl; SELF is the path of the feed. */
void view_register_feed(const struct view *view, const struct register_filter *filter, const struct register_list *list,
                        const char *self, struct dictionary *feed);

/* What belongs to the topic or partner with KEY: templates/shared/register_activity.tpl. */
void view_register_activity(const struct view *view, const char *key, const struct register_activity *activity,
                            struct dictionary *page);

#endif
