/* SPDX-License-Identifier: EUPL-1.2 */
/* Register item: the page of an obstacle or of a good practice. */
#include "kinds/register/view.h"

#include <string.h>

#include "frame/map.h"
#include "frame/timeline.h"
#include "http/query.h"
#include "kinds/register/list_view.h"
#include "record/view.h"
#include "text/dates.h"

/* The address of the list of KIND, filtered by one value of a choice. */
static const char *list_path(const struct view *view, enum document_kind kind, const char *choice,
                             const char *value)
{
    const struct parameter parameter = { choice, value };
    return arena_print(view->arena, "%s%s",
                       route_path(view->arena, document_kinds[kind].list, view->language, NULL),
                       query_write(&parameter, 1, view->arena));
}

/* Areas, each with a link to the list of its items unless PLAINLY. */
static void fill_areas(const struct view *view, enum document_kind kind, const char *const *keys,
                       size_t count, const struct areas *areas, const struct menu *menu,
                       struct dictionary *facts, const char *section, bool plainly)
{
    if (count == 0)
        return;
    struct dictionary *list = dictionary_section(facts, section);
    for (size_t i = 0; i < count; i++) {
        struct dictionary *item = dictionary_section(list, "AREA");
        dictionary_set(item, "NAME", view_area_name(areas, menu, keys[i]));
        if (!plainly)
            dictionary_set(item, "PATH", list_path(view, kind, "border", keys[i]));
    }
}

/* The map of its borders and of the regions that it concerns. */
static void fill_map(const struct view *view, const struct register_item *item,
                     const struct areas *areas, struct dictionary *facts)
{
    struct map_border *borders = arena_array(view->arena, item->border_count, sizeof *borders);
    struct map_party *parties = arena_array(view->arena, item->concerned_count, sizeof *parties);
    size_t border_count = 0, party_count = 0;
    for (size_t i = 0; i < item->border_count; i++) {
        const struct area *area = area_find(areas, item->borders[i]);
        if (area)
            borders[border_count++] = (struct map_border){ area->key, area->name };
    }
    for (size_t i = 0; i < item->concerned_count; i++) {
        const struct area *area = area_find(areas, item->concerned[i]);
        if (area)
            parties[party_count++] = (struct map_party){ area->name, area->code, NULL };
    }
    struct map_of_borders map = view_named_map(view, areas);
    map.borders = borders;
    map.border_count = border_count;
    map.parties = parties;
    map.party_count = party_count;
    view_map_of_borders(view, &map, facts);
}

/* A law by its name, with a link to its text if the address is known. */
static void fill_law(const char *name, const char *url, struct dictionary *facts,
                     const char *section)
{
    if (!name)
        return;
    struct dictionary *law = dictionary_section(facts, section);
    struct dictionary *text =
        url ? dictionary_section(law, "LINKED") : dictionary_section(law, "PLAIN");
    dictionary_set(text, "NAME", name);
    if (url)
        dictionary_set(text, "URL", url);
}

/* An address without its scheme. */
static const char *bare(const char *url)
{
    const char *host = strstr(url, "://");
    return host ? host + 3 : url;
}

static void fill_contact(const struct document *document, const struct register_item *item,
                         const struct areas *areas, const struct menu *menu,
                         struct dictionary *facts)
{
    const char *text = document_text(document, "contact");
    if (!text && !item->contact && !item->contact_url)
        return;
    struct dictionary *contact = dictionary_section(facts, "CONTACT");
    if (text)
        dictionary_value(contact, "IN_WORDS", text);
    else if (item->contact) /* words say more than a name */
        dictionary_value(contact, "PARTY", view_area_name(areas, menu, item->contact));
    if (!item->contact_url)
        return;
    struct dictionary *link = dictionary_section(contact, "ADDRESS_LINK");
    dictionary_set(link, "URL", item->contact_url);
    dictionary_set(link, "NAME", bare(item->contact_url));
}

static const char *conclusion_path(const struct view *view, const struct relation *relation)
{
    const char *path =
        view_path(view, relation->named->kind, view->language, relation->named->slug);
    return relation->conclusion ? arena_print(view->arena, "%s#c%d", path, relation->conclusion)
                                : path;
}

static void fill_link(const char *path, const char *label, enum language language,
                      struct dictionary *item)
{
    dictionary_set(item, "PATH", path);
    dictionary_set(item, "LABEL", label);
    dictionary_set(item, "TAG", language_tag(language));
}

/* Titles tell documents apart, but of meetings it is place and date. */
static const char *label_of(const struct named *named)
{
    return named->kind == DOCUMENT_MEETING ? named->short_title : named->title;
}

/* A section that is added with its first link. */
struct shown_list {
    struct dictionary *page;
    const char *section;
    struct dictionary *list;
};

static struct dictionary *add_link(struct shown_list *shown)
{
    if (!shown->list)
        shown->list = dictionary_section(shown->page, shown->section);
    return dictionary_section(shown->list, "NAMED");
}

static void add_named(const struct view *view, const struct named *named, struct shown_list *shown)
{
    fill_link(view_path(view, named->kind, view->language, named->slug), label_of(named),
              named->language, add_link(shown));
}

static void add_relation(const struct view *view, const struct relation *relation,
                         struct shown_list *shown)
{
    struct dictionary *link = add_link(shown);
    fill_link(conclusion_path(view, relation), label_of(relation->named), relation->named->language,
              link);
    if (relation->conclusion)
        dictionary_set(dictionary_section(link, "CONCLUSION"), "NUMBER",
                       arena_print(view->arena, "%d", relation->conclusion));
}

/* The public documents to which it belongs, and those that belong to it. A practice lists the
 * obstacles that it answers apart, an obstacle the practices that answer it. */
static void fill_relations(const struct view *view, enum document_kind kind,
                           const struct document *document, const struct register_item *item,
                           const struct menu *menu, struct dictionary *page)
{
    struct shown_list related = { page, "RELATED", NULL }, answered = { page, "ANSWERED", NULL },
                      practices = { page, "PRACTICES_HERE", NULL };
    for (size_t i = 0; i < item->relation_count; i++) {
        const struct relation *relation = &item->relations[i];
        const struct entry *entry = relation->named ? NULL : menu_find(menu, relation->key);
        if (entry)
            fill_link(view_path(view, entry->kind, view->language, entry->slug), entry->short_title,
                      entry->language, add_link(&related));
        else if (relation->named)
            add_relation(view, relation,
                         kind == DOCUMENT_PRACTICE && relation->named->kind == DOCUMENT_OBSTACLE
                             ? &answered
                             : &related);
    }
    for (size_t i = 0; i < document->named_by.count; i++) {
        const struct named *named = &document->named_by.items[i];
        add_named(view, named,
                  kind == DOCUMENT_OBSTACLE && named->kind == DOCUMENT_PRACTICE ? &practices
                                                                                : &related);
    }
}

static const enum timeline_look looks[REGISTER_STATUSES] = {
    [STATUS_REPORTED] = LOOK_DOT,        [STATUS_EXAMINED] = LOOK_TICK,
    [STATUS_BEING_SOLVED] = LOOK_SQUARE, [STATUS_SOLVED] = LOOK_DISC,
    [STATUS_CLOSED] = LOOK_CROSS,
};

enum { STEPS_MIN = 2 }; /* for a timeline */

/* The steps that were not struck, on a timeline. */
static void fill_line(const struct view *view, const struct register_item *item,
                      struct dictionary *list)
{
    struct timeline_kind kinds[REGISTER_STATUSES];
    for (enum register_status status = 0; status < REGISTER_STATUSES; status++)
        kinds[status] =
            (struct timeline_kind){ looks[status],
                                    view_phrase(view, register_statuses[status].words) };
    struct timeline_mark *marks = arena_array(view->arena, item->step_count, sizeof *marks);
    struct timeline timeline = { .kinds = kinds, .kind_count = REGISTER_STATUSES, .marks = marks };
    for (size_t i = 0; i < item->step_count; i++)
        if (!item->steps[i].struck)
            marks[timeline.mark_count++] =
                (struct timeline_mark){ item->steps[i].date, item->steps[i].status };
    if (timeline.mark_count >= STEPS_MIN)
        view_timeline(view, &timeline, list);
}

/* The latest step comes first, since it has the present status. */
static void fill_steps(const struct view *view, const struct document *document,
                       const struct register_item *item, struct dictionary *page)
{
    struct dictionary *list = view_part(document, "step", item->step_count > 0, page, "STEPS");
    if (item->step_count)
        fill_line(view, item, list);
    for (size_t i = item->step_count; i-- > 0;) {
        const struct register_step *step = &item->steps[i];
        struct dictionary *shown = dictionary_section(list, "STEP");
        dictionary_set(shown, "NUMBER", arena_print(view->arena, "%d", step->number));
        dictionary_set(shown, "DATE", date_written(step->date, view->language, view->arena));
        dictionary_set(shown, "DATE_ISO", step->date);
        view_register_status(view, step->status, shown);
        if (step->struck)
            dictionary_section(shown, "STRUCK");
        if (step->text)
            dictionary_value(shown, "REASON", step->text);
    }
}

static void fill_status(const struct view *view, const struct register_item *item,
                        struct dictionary *facts)
{
    const struct register_step *last = register_last_step(item);
    if (!last)
        return;
    struct dictionary *status = dictionary_section(facts, "STATUS");
    view_register_status(view, last->status, status);
    dictionary_set(status, "DATE", date_written(last->date, view->language, view->arena));
    dictionary_set(status, "DATE_ISO", last->date);
}

static void fill_text(const struct document *document, const char *field, const char *section,
                      struct dictionary *page)
{
    const char *text = document_text(document, field);
    struct dictionary *said = view_part(document, field, text, page, section);
    if (said)
        dictionary_set(said, "VALUE", text);
}

void view_named_by(const struct view *view, const struct document *document,
                   struct dictionary *page)
{
    struct shown_list obstacles = { page, "OBSTACLES_HERE", NULL },
                      practices = { page, "PRACTICES_HERE", NULL };
    for (size_t i = 0; i < document->named_by.count; i++) {
        const struct named *named = &document->named_by.items[i];
        add_named(view, named, named->kind == DOCUMENT_OBSTACLE ? &obstacles : &practices);
    }
}

void view_register_item(const struct view *view, enum document_kind kind,
                        const struct document *document, const struct register_item *item,
                        const struct areas *areas, const struct menu *menu, struct dictionary *page)
{
    struct dictionary *facts = dictionary_section(page, "FACTS");
    fill_status(view, item, facts);
    fill_map(view, item, areas, facts);
    struct dictionary *field = dictionary_section(facts, "FIELD");
    view_register_field(view, item->field, field);
    dictionary_set(field, "PATH",
                   list_path(view, kind, "field", register_fields[item->field].name));
    fill_areas(view, kind, item->borders, item->border_count, areas, menu, facts, "BORDERS", false);
    fill_areas(view, kind, item->concerned, item->concerned_count, areas, menu, facts, "CONCERNED",
               false);
    fill_areas(view, kind, item->authorities, item->authority_count, areas, menu, facts,
               "AUTHORITIES", true);
    fill_law(document_text(document, "instrument"), item->instrument_url, facts, "INSTRUMENT");
    if (kind == DOCUMENT_OBSTACLE) {
        fill_law(document_text(document, "provision"), item->provision_url, facts, "PROVISION");
        fill_text(document, "affects", "AFFECTS", page);
        fill_text(document, "done", "DONE", page);
        fill_steps(view, document, item, page);
    } else {
        if (item->since)
            dictionary_value(facts, "SINCE",
                             date_written(item->since, view->language, view->arena));
        fill_contact(document, item, areas, menu, facts);
    }
    if (document_lacks(document, "instrument") || document_lacks(document, "provision") ||
        document_lacks(document, "contact"))
        dictionary_section(facts, "UNTRANSLATED");
    fill_relations(view, kind, document, item, menu, page);
}
