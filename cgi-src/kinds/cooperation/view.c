/* SPDX-License-Identifier: EUPL-1.2 */
/* Cooperation: the facts of a topic or partner, templates/kinds/cooperation/_facts.tpl. */
#include "kinds/cooperation/view.h"

#include "frame/map.h"
#include "record/facts.h"
#include "record/view.h"
#include "text/dates.h"

static const char *const labels[PARTICIPANT_ROLES] = {
    [ROLE_OBSERVER] = "OBSERVER",
    [ROLE_ATTENDS] = "ATTENDS",
    [ROLE_CO_CHAIR] = "CO_CHAIR",
    [ROLE_SIGNATORY] = "SIGNATORY",
};

static void fill_map(const struct view *view, const struct cooperation *cooperation,
                     const struct meeting_towns *towns, struct dictionary *facts)
{
    size_t count = cooperation->participant_count;
    struct map_party *parties = arena_array(view->arena, count, sizeof *parties);
    for (size_t i = 0; i < count; i++) {
        const struct participant *participant = &cooperation->participants[i];
        parties[i] =
            (struct map_party){ participant->name, participant->code, labels[participant->role] };
    }
    const struct map_content content = { parties, count, towns->items, towns->count };
    view_map(view, &content, facts);
}

static void fill_participants(const struct cooperation *cooperation, struct dictionary *facts)
{
    if (cooperation->participant_count == 0)
        return;
    struct dictionary *list = dictionary_section(facts, "PARTICIPANTS");
    for (size_t i = 0; i < cooperation->participant_count; i++) {
        const struct participant *participant = &cooperation->participants[i];
        struct dictionary *item = dictionary_section(list, "PARTICIPANT");
        dictionary_set(item, "NAME", participant->name);
        if (labels[participant->role])
            dictionary_section(item, labels[participant->role]);
    }
}

static void fill_milestones(const struct view *view, const struct document *document,
                            const struct cooperation *cooperation, struct dictionary *page)
{
    struct dictionary *list =
        view_part(document, "milestone", cooperation->milestone_count > 0, page, "MILESTONES");
    for (size_t i = 0; i < cooperation->milestone_count; i++) {
        const struct milestone *milestone = &cooperation->milestones[i];
        struct dictionary *item = dictionary_section(list, "MILESTONE");
        dictionary_set(item, "DATE", date_written(milestone->date, view->language, view->arena));
        dictionary_set(item, "DATE_ISO", milestone->date);
        dictionary_set(item, "TEXT", milestone->text);
    }
}

void view_cooperation(const struct view *view, const struct document *document,
                      const struct cooperation *cooperation, const struct meeting_towns *towns,
                      struct dictionary *page)
{
    struct dictionary *facts = dictionary_section(page, "FACTS");
    view_record_facts(view, &cooperation_desk_topic_form, document, facts);
    if (document_lacks(document, "nature") || document_lacks(document, "instrument"))
        dictionary_section(facts, "UNTRANSLATED");
    fill_participants(cooperation, facts);
    fill_map(view, cooperation, towns, facts);
    fill_milestones(view, document, cooperation, page);
}

void view_cooperation_map(const struct view *view, const struct cooperation_areas *areas,
                          struct dictionary *page)
{
    struct map_link *links = arena_array(view->arena, areas->count, sizeof *links);
    for (size_t i = 0; i < areas->count; i++) {
        const struct cooperation_area *area = &areas->items[i];
        links[i] = (struct map_link){ area->code, area->name,
                                      view_path(view, area->kind, view->language, area->slug),
                                      area->title };
    }
    view_map_of_all(view, links, areas->count, page);
}
