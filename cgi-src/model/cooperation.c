/* Cooperation: what a topic or a partner is, beside its texts. */
#include "model/cooperation.h"

#include <string.h>

STATEMENT(cooperation_facts,
          "select since, secretariat ->> $1, seat ->> $1, website from cooperation where document_id = this_document()");

STATEMENT(cooperation_participants,
          "select name ->> $1, role from participant where document_id = this_document() order by position");

STATEMENT(cooperation_milestones,
          "select m.date, t.value from milestone m"
          " join edition_text t on t.edition_id = this_edition() and t.field = 'milestone.' || m.key"
          " where m.document_id = this_document() order by m.date, m.key");

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

static void read_facts(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct cooperation *cooperation = into;
    if (rows_count(rows) == 0)
        return;
    cooperation->since = rows_text(rows, 0, 0);
    cooperation->secretariat = rows_text(rows, 0, 1);
    cooperation->seat = rows_text(rows, 0, 2);
    cooperation->website = rows_text(rows, 0, 3);
}

static void read_participants(const struct rows *rows, struct arena *arena, void *into)
{
    struct cooperation *cooperation = into;
    size_t count = cooperation->participant_count = rows_count(rows);
    cooperation->participants = arena_array(arena, count, sizeof *cooperation->participants);
    for (size_t i = 0; i < count; i++)
        cooperation->participants[i] =
            (struct participant){ .name = rows_text(rows, i, 0), .role = role_from(rows_text(rows, i, 1)) };
}

static void read_milestones(const struct rows *rows, struct arena *arena, void *into)
{
    struct cooperation *cooperation = into;
    size_t count = cooperation->milestone_count = rows_count(rows);
    cooperation->milestones = arena_array(arena, count, sizeof *cooperation->milestones);
    for (size_t i = 0; i < count; i++)
        cooperation->milestones[i] = (struct milestone){ .date = rows_text(rows, i, 0), .text = rows_text(rows, i, 1) };
}

void cooperation_ask(struct batch *batch, enum language language, struct cooperation *cooperation)
{
    const char *tag = language_tag(language);
    BATCH_ASK(batch, &cooperation_facts, read_facts, cooperation, tag);
    BATCH_ASK(batch, &cooperation_participants, read_participants, cooperation, tag);
    BATCH_ASK(batch, &cooperation_milestones, read_milestones, cooperation);
}
