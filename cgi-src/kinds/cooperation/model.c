/* SPDX-License-Identifier: EUPL-1.2 */
/* Cooperation: what a topic or a partner is, beside its texts. */
#include "kinds/cooperation/model.h"

STATEMENT(
    cooperation_areas,
    "select p.kind, p.slug, p.short, m ->> 'code', m ->> 'name'"
    " from page p, json_array_elements(p.content -> 'participants') m"
    " where p.for_language = $1 and p.kind in ('topic', 'partner') and m ->> 'code' is not null"
    " order by p.kind desc, p.position, m ->> 'code'");

const struct choice participant_roles[] = {
    [ROLE_MEMBER] = { "member", "member" },          [ROLE_OBSERVER] = { "observer", "observer" },
    [ROLE_ATTENDS] = { "attends", "attends" },       [ROLE_CO_CHAIR] = { "co-chair", "co-chair" },
    [ROLE_SIGNATORY] = { "signatory", "signatory" }, [PARTICIPANT_ROLES] = { NULL, NULL },
};

static void read_participants(const cJSON *participants, struct arena *arena,
                              struct cooperation *cooperation)
{
    cooperation->participants = arena_array(arena, (size_t)cJSON_GetArraySize(participants),
                                            sizeof *cooperation->participants);
    const cJSON *item;
    cJSON_ArrayForEach (item, participants)
        cooperation->participants[cooperation->participant_count++] = (struct participant){
            .name = content_string(item, "name"),
            .code = content_string(item, "code"),
            .role = choice_find(participant_roles, content_string(item, "role")),
        };
}

static void read_milestones(const cJSON *milestones, struct arena *arena,
                            struct cooperation *cooperation)
{
    cooperation->milestones =
        arena_array(arena, (size_t)cJSON_GetArraySize(milestones), sizeof *cooperation->milestones);
    const cJSON *item;
    cJSON_ArrayForEach (item, milestones)
        cooperation->milestones[cooperation->milestone_count++] = (struct milestone){
            .date = content_string(item, "date"),
            .text = content_string(item, "text"),
        };
}

struct cooperation cooperation_of(const struct document *document, struct arena *arena)
{
    const cJSON *content = document->content;
    struct cooperation cooperation = { 0 };
    read_participants(cJSON_GetObjectItemCaseSensitive(content, "participants"), arena,
                      &cooperation);
    read_milestones(cJSON_GetObjectItemCaseSensitive(content, "milestones"), arena, &cooperation);
    return cooperation;
}

static void read_areas(const struct rows *rows, struct arena *arena, void *into)
{
    struct cooperation_areas *areas = into;
    areas->count = rows_count(rows);
    areas->items = arena_array(arena, areas->count, sizeof *areas->items);
    for (size_t i = 0; i < areas->count; i++)
        areas->items[i] = (struct cooperation_area){
            .kind = document_kind_from(rows_text(rows, i, 0)),
            .slug = rows_text(rows, i, 1),
            .title = rows_text(rows, i, 2),
            .code = rows_text(rows, i, 3),
            .name = rows_text(rows, i, 4),
        };
}

void cooperation_areas_ask(struct batch *batch, enum language language,
                           struct cooperation_areas *areas)
{
    BATCH_ASK(batch, &cooperation_areas, read_areas, areas, language_tag(language));
}
