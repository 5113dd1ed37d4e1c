/* SPDX-License-Identifier: EUPL-1.2 */
/* Places: the towns that public documents name; see visitor.place. */
#ifndef KINDS_NAME_LIST_MODEL_H
#define KINDS_NAME_LIST_MODEL_H

#include "frame/document.h"

/* A town with the meetings and events that take place and the documents that have their seat there.
 * NULL only where noted. */
struct listed_place {
    const char *key, *name;
    const char *country_key, *country; /* and the country's name */
    const char *latitude, *longitude;  /* degrees (WGS 84) */
    const char *meetings, *events;     /* how many there were and will be */
    const char *slug, *title, *day;    /* of the latest meeting; NULL without one */
    enum language language;            /* of its title */
    const char *seated; /* keys of the topics and partners that have their seat there, between
                           spaces; NULL without one */
};

struct listed_places {
    struct listed_place *items;
    size_t count;
};

/* All, by country and name. */
void places_ask(struct batch *batch, enum language language, struct listed_places *list);

#endif
