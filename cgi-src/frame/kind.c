/* SPDX-License-Identifier: EUPL-1.2 */
/* Kind: what tells one kind of document from another where pages treat all of them alike. */
#include "frame/kind.h"

#include <string.h>

#define NO_LIST .list = ROUTES
#define NO_RECORD .record = ROUTES, .new_record = ROUTES

const struct kind document_kinds[DOCUMENT_KINDS] = {
    [DOCUMENT_HOME] = { .name = "home",
                        .route = ROUTE_HOME,
                        .word = "Page",
                        .group = "Home and overview",
                        NO_LIST,
                        NO_RECORD },
    [DOCUMENT_OVERVIEW] = { .name = "overview",
                            .route = ROUTE_OVERVIEW,
                            .word = "Page",
                            .group = "Home and overview",
                            NO_LIST,
                            NO_RECORD },
    [DOCUMENT_TOPIC] = { .name = "topic",
                         .route = ROUTE_TOPIC,
                         .word = "Project",
                         .group = "Key projects",
                         NO_LIST,
                         .record = ROUTE_DESK_TOPIC,
                         .new_record = ROUTE_DESK_NEW_TOPIC,
                         .record_of = "Record of the project",
                         .add = "Add a project",
                         .saved = "Saved the record of a project" },
    [DOCUMENT_PARTNER] = { .name = "partner",
                           .route = ROUTE_PARTNER,
                           .word = "Partner",
                           .group = "Partners",
                           NO_LIST,
                           .record = ROUTE_DESK_PARTNER,
                           .new_record = ROUTE_DESK_NEW_PARTNER,
                           .record_of = "Record of the partner",
                           .add = "Add a partner",
                           .saved = "Saved the record of a partner" },
    [DOCUMENT_PAGE] = { .name = "page",
                        .route = ROUTE_PAGE,
                        .word = "Page",
                        .group = "Pages about the site",
                        NO_LIST,
                        .record = ROUTE_DESK_PAGE,
                        .new_record = ROUTE_DESK_NEW_PAGE,
                        .record_of = "Record of the page",
                        .add = "Add a page",
                        .saved = "Saved the record of a page" },
    [DOCUMENT_MEETING] = { .name = "meeting",
                           .route = ROUTE_MEETING,
                           .word = "Meeting",
                           .group = "Meetings",
                           .list = ROUTE_MEETINGS,
                           .list_title = "Meetings",
                           .record = ROUTE_DESK_MEETING,
                           .new_record = ROUTE_DESK_NEW_MEETING,
                           .record_of = "Record of the meeting",
                           .add = "Record a meeting",
                           .saved = "Saved the record of a meeting" },
    [DOCUMENT_OBSTACLE] = { .name = "obstacle",
                            .route = ROUTE_OBSTACLE,
                            .word = "Obstacle",
                            .group = "Obstacles",
                            .list = ROUTE_OBSTACLES,
                            .list_title = "Cross-border obstacles",
                            .record = ROUTE_DESK_OBSTACLE,
                            .new_record = ROUTE_DESK_NEW_OBSTACLE,
                            .record_of = "Record of the obstacle",
                            .add = "Record an obstacle",
                            .saved = "Saved the record of an obstacle" },
    [DOCUMENT_PRACTICE] = { .name = "practice",
                            .route = ROUTE_PRACTICE,
                            .word = "Good practice",
                            .group = "Good practices",
                            .list = ROUTE_PRACTICES,
                            .list_title = "Good practices",
                            .record = ROUTE_DESK_PRACTICE,
                            .new_record = ROUTE_DESK_NEW_PRACTICE,
                            .record_of = "Record of the good practice",
                            .add = "Record a good practice",
                            .saved = "Saved the record of a good practice" },
    [DOCUMENT_EVENT] = { .name = "event",
                         .route = ROUTE_EVENT,
                         .word = "Event",
                         .group = "Events",
                         .list = ROUTE_EVENTS,
                         .list_title = "Events",
                         .record = ROUTE_DESK_EVENT,
                         .new_record = ROUTE_DESK_NEW_EVENT,
                         .record_of = "Record of the event",
                         .add = "Record an event",
                         .saved = "Saved the record of an event" },
};

enum document_kind document_kind_from(const char *name)
{
    enum document_kind kind = 0;
    while (kind < DOCUMENT_KINDS && strcmp(document_kinds[kind].name, name) != 0)
        kind++;
    return kind;
}

bool document_kind_meets(enum document_kind kind)
{
    return kind == DOCUMENT_TOPIC || kind == DOCUMENT_PARTNER;
}
