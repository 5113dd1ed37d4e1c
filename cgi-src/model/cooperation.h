/* Cooperation: what a topic or a partner is, beside its texts; facts that all languages share. */
#ifndef MODEL_COOPERATION_H
#define MODEL_COOPERATION_H

#include "model/document.h"

/* What its presence means is shown as a label; a plain member has none. */
enum participant_role { ROLE_MEMBER, ROLE_OBSERVER, ROLE_ATTENDS, ROLE_CO_CHAIR, ROLE_SIGNATORY, PARTICIPANT_ROLES };

struct participant {
    const char *name; /* in the visitor's language */
    enum participant_role role;
};

struct milestone {
    const char *date; /* YYYY, YYYY-MM or YYYY-MM-DD */
    const char *text; /* in the language of the edition shown */
};

struct cooperation {
    const char *since;              /* YYYY, YYYY-MM or YYYY-MM-DD; these four are NULL where unknown */
    const char *secretariat, *seat; /* names in the visitor's language */
    const char *website;
    struct participant *participants;
    size_t participant_count;
    struct milestone *milestones; /* by date; those that the edition shown has a text for */
    size_t milestone_count;
};

/* The facts of a topic or partner. Owned by ARENA, and by what owns DOCUMENT. */
struct cooperation cooperation_of(const struct document *document, struct arena *arena);

#endif
