/* Cooperation: what a topic or a partner is, beside its texts. */
#include "model/cooperation.h"

#include <string.h>

static enum participant_role role_from(const char *name)
{
    static const char *const names[PARTICIPANT_ROLES] = {
        [ROLE_MEMBER] = "member",     [ROLE_OBSERVER] = "observer",   [ROLE_ATTENDS] = "attends",
        [ROLE_CO_CHAIR] = "co-chair", [ROLE_SIGNATORY] = "signatory",
    };
    enum participant_role role = 0;
    while (role < PARTICIPANT_ROLES - 1 && strcmp(names[role], name) != 0)
        role++;
    return role;
}

static void read_participants(const cJSON *participants, struct arena *arena, struct cooperation *cooperation)
{
    cooperation->participants = arena_array(arena, (size_t)cJSON_GetArraySize(participants), sizeof *cooperation->participants);
    const cJSON *item;
    cJSON_ArrayForEach (item, participants)
        cooperation->participants[cooperation->participant_count++] = (struct participant){
            .name = content_string(item, "name"),
            .role = role_from(content_string(item, "role")),
        };
}

static void read_milestones(const cJSON *milestones, struct arena *arena, struct cooperation *cooperation)
{
    cooperation->milestones = arena_array(arena, (size_t)cJSON_GetArraySize(milestones), sizeof *cooperation->milestones);
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
    struct cooperation cooperation = {
        .since = content_string(content, "since"),
        .secretariat = content_string(content, "secretariat"),
        .seat = content_string(content, "seat"),
        .website = content_string(content, "website"),
    };
    read_participants(cJSON_GetObjectItemCaseSensitive(content, "participants"), arena, &cooperation);
    read_milestones(cJSON_GetObjectItemCaseSensitive(content, "milestones"), arena, &cooperation);
    return cooperation;
}
