/* SPDX-License-Identifier: EUPL-1.2 */
/* Cooperation: what a topic or a partner is, beside its texts; facts that all languages share. */
#ifndef KINDS_COOPERATION_MODEL_H
#define KINDS_COOPERATION_MODEL_H

#include "frame/document.h"
#include "http/form.h"

/* The role is shown as a label; a plain member has none. */
enum participant_role {
    ROLE_MEMBER,
    ROLE_OBSERVER,
    ROLE_ATTENDS,
    ROLE_CO_CHAIR,
    ROLE_SIGNATORY,
    PARTICIPANT_ROLES
};

/* In the order of the enum. */
extern const struct choice participant_roles[];

struct participant {
    const char *name; /* in the visitor's language */
    const char *code; /* in ISO 3166; NULL where there is none */
    enum participant_role role;
};

struct milestone {
    const char *date; /* YYYY, YYYY-MM or YYYY-MM-DD */
    const char *text; /* in the language of the edition shown */
};

struct cooperation {
    struct participant *participants;
    size_t participant_count;
    struct milestone *milestones; /* by date; those that the edition shown has a text for */
    size_t milestone_count;
};

/* The participants and milestones of DOCUMENT. The arrays live in ARENA; the strings are
 * DOCUMENT's. */
struct cooperation cooperation_of(const struct document *document, struct arena *arena);

/* The fields of its record; those of a partner are the same. */
extern const struct form cooperation_desk_topic_form;

/* A country or region that takes part in a topic or that a partner comes from or covers, for the
 * map of all cooperation. */
struct cooperation_area {
    enum document_kind kind;
    const char *slug, *title;
    const char *code, *name; /* in ISO 3166, and in the visitor's language */
};

struct cooperation_areas {
    struct cooperation_area *items;
    size_t count;
};

/* Topics first, in the order of the menu. */
void cooperation_areas_ask(struct batch *batch, enum language language,
                           struct cooperation_areas *areas);

#endif
