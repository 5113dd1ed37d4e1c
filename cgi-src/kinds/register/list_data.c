/* SPDX-License-Identifier: EUPL-1.2 */
/* Register: the lists of obstacles and of good practices as data. */
#include "kinds/register/list_data.h"

#include "frame/map.h"
#include "kinds/register/list_view.h"
#include "record/feed.h"

static const char *entry_url(const struct view *view, const struct register_entry *entry)
{
    enum document_kind kind =
        entry->status == REGISTER_STATUSES ? DOCUMENT_PRACTICE : DOCUMENT_OBSTACLE;
    return view_document_url(view, kind, view->language, entry->slug);
}

/* The columns have the names of the members of a record's JSON (record/json.c). */
#define COLUMNS(COLUMN)                                                                           \
    COLUMN("url", ADDRESS, "Its page", entry_url(view, entry))                                    \
    COLUMN("key", TEXT, "Name that never changes", entry->key)                                    \
    COLUMN("field", TEXT, "Field of life", register_fields[entry->field].name)                    \
    COLUMN("status", TEXT, "How far an obstacle has come", register_statuses[entry->status].name) \
    COLUMN("date", DATE, "Of its last step; of a good practice, since when", entry->date)         \
    COLUMN("areas.key", LIST, "Borders, countries, regions and organisations concerned",          \
           table_list(entry->areas, area_count, view->arena))                                     \
    COLUMN("areas.name", LIST, "Their names",                                                     \
           areas_names(areas, entry->areas, area_count, view->arena))                             \
    COLUMN("title", TEXT, "Title", entry->title)                                                  \
    COLUMN("summary", TEXT, "Summary", entry->summary)                                            \
    COLUMN("language", TEXT, "Language of the texts (ISO 639-1)", language_tag(entry->language))  \
    COLUMN("changed", MOMENT, "When it last changed (UTC)", entry->changed)

static const struct column columns[] = { COLUMNS(TABLE_COLUMN) };
const struct columns register_columns = TABLE_COLUMNS(columns);

/* The middle of each border that the entry is about. Countries and regions have no point. */
static struct points points_of(const struct view *view, const struct register_entry *entry,
                               size_t area_count)
{
    struct point *points = arena_array(view->arena, area_count, sizeof *points);
    size_t count = 0;
    for (size_t i = 0; i < area_count; i++) {
        const struct point *middle = map_border_middle(entry->areas[i]);
        if (middle)
            points[count++] = *middle;
    }
    return (struct points){ points, count };
}

struct table view_register_table(const struct view *view, const struct register_list *list,
                                 const struct areas *areas)
{
    struct table table = table_new(&register_columns, list->count, view->arena);
    table.places = arena_array(view->arena, list->count, sizeof *table.places);
    const char **cell = table.cells;
    for (size_t i = 0; i < list->count; i++) {
        const struct register_entry *entry = &list->items[i];
        size_t area_count = 0;
        while (entry->areas[area_count])
            area_count++;
        table.places[i] = points_of(view, entry, area_count);
        COLUMNS(TABLE_CELL)
    }
    return table;
}

void view_register_feed(const struct view *view, const struct register_filter *filter,
                        const struct register_list *list, const char *self, struct dictionary *feed)
{
    const char *path =
        route_path(view->arena, document_kinds[filter->kind].list, view->language, NULL);
    const struct feed head = {
        .title = view_phrase(view, document_kinds[filter->kind].list_title),
        .subtitle = view_phrase(view, document_kinds[filter->kind].list_words),
        .self = self,
        .page = arena_print(view->arena, "%s%s", path, view_register_query(view, filter, NULL)),
        .updated = list->count ? list->items[0].changed : NULL,
    };
    view_feed(view, &head, feed);
    for (size_t i = 0; i < list->count; i++) {
        const struct register_entry *entry = &list->items[i];
        const struct feed_entry shown = { .key = entry->key,
                                          .title = entry->title,
                                          .url = entry_url(view, entry),
                                          .changed = entry->changed,
                                          .summary = entry->summary };
        view_feed_entry(view, &shown, feed);
    }
}
