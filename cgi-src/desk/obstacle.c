/* Obstacle: the record of a cross-border obstacle or of a good practice, /admin/obstacles/KEY and /admin/new-obstacle,
 * /admin/practices/KEY and /admin/new-practice */
#include "desk/record.h"

static const char *const subjects[] = { "work",   "taxes",       "education",       "transport",  "police", "health",
                                        "energy", "environment", "internal-market", "governance", NULL };
static const char *const statuses[] = { "reported", "examined", "being-solved", "solved", "closed", NULL };

/* ---- What is sent ---- */

static const struct field border_fields[] = { { .name = "border", .kind = FIELD_SLUG, .required = true, .most = 100 } };
static const struct field party_fields[] = { { .name = "party", .kind = FIELD_LINE, .required = true, .most = 100 } };
static const struct field step_fields[] = {
    { .name = "date", .kind = FIELD_DATE, .required = true },
    { .name = "status", .kind = FIELD_CHOICE, .required = true, .choices = statuses },
    { .name = "reason", .kind = FIELD_TEXT, .required = true, .most = 5000 },
    { .name = "number", .kind = FIELD_NUMBER },
    { .name = "public", .kind = FIELD_LINE, .most = 3 },
};
static const struct field relation_fields[] = {
    { .name = "document", .kind = FIELD_SLUG, .required = true, .most = 100 },
    { .name = "conclusion", .kind = FIELD_NUMBER },
};
static const struct form border_row = { .fields = border_fields, .count = 1 };
static const struct form party_row = { .fields = party_fields, .count = 1 };
static const struct form step_row = { .fields = step_fields, .count = 5 };
static const struct form relation_row = { .fields = relation_fields, .count = 2 };

static const struct field obstacle_fields[] = {
    RECORD_FIELDS,
    { .name = "field", .kind = FIELD_CHOICE, .required = true, .choices = subjects },
    { .name = "affects", .kind = FIELD_TEXT, .most = 5000 },
    { .name = "done", .kind = FIELD_TEXT, .most = 5000 },
    { .name = "provision", .kind = FIELD_LINE, .most = 500 },
    { .name = "provision_url", .kind = FIELD_ADDRESS, .most = 1000 },
    { .name = "instrument", .kind = FIELD_LINE, .most = 500 },
    { .name = "instrument_url", .kind = FIELD_ADDRESS, .most = 1000 },
};
static const struct field practice_fields[] = {
    RECORD_FIELDS,
    { .name = "field", .kind = FIELD_CHOICE, .required = true, .choices = subjects },
    { .name = "since", .kind = FIELD_DATE },
    { .name = "instrument", .kind = FIELD_LINE, .most = 500 },
    { .name = "instrument_url", .kind = FIELD_ADDRESS, .most = 1000 },
    { .name = "contact", .kind = FIELD_TEXT, .most = 2000 },
    { .name = "contact_party", .kind = FIELD_LINE, .most = 100 },
    { .name = "contact_url", .kind = FIELD_ADDRESS, .most = 1000 },
};

/* Steps first: what a practice does not have. */
static const struct group groups[] = {
    { .name = "step", .row = &step_row, .most = 60 },         { .name = "border", .row = &border_row, .most = 20 },
    { .name = "concerned", .row = &party_row, .most = 40 },   { .name = "authority", .row = &party_row, .most = 40 },
    { .name = "relation", .row = &relation_row, .most = 40 }, RECORD_SOURCES,
};
enum { GROUPS = sizeof groups / sizeof *groups };

const struct form desk_obstacle_form = {
    .fields = obstacle_fields,
    .count = sizeof obstacle_fields / sizeof *obstacle_fields,
    .groups = groups,
    .group_count = GROUPS,
};
const struct form desk_practice_form = {
    .fields = practice_fields,
    .count = sizeof practice_fields / sizeof *practice_fields,
    .groups = groups + 1,
    .group_count = GROUPS - 1,
};

/* ---- How it is shown ---- */

static const struct shown_field obstacle_shown[] = {
    { "field", CONTROL_CHOICE, LIST_NONE, NULL },
    { "original", CONTROL_CHOICE, LIST_LANGUAGES, "H_ORIGINAL_HINT" },
    { "title", CONTROL_LINE, LIST_NONE, NULL },
    { "short", CONTROL_LINE, LIST_NONE, NULL },
    { "summary", CONTROL_TEXT, LIST_NONE, NULL },
    { "affects", CONTROL_TEXT, LIST_NONE, NULL },
    { "done", CONTROL_TEXT, LIST_NONE, NULL },
    { "slug", CONTROL_LINE, LIST_NONE, "H_ADDRESS_HINT" },
    SHOWN_END,
};
static const struct shown_field practice_shown[] = {
    { "field", CONTROL_CHOICE, LIST_NONE, NULL },
    { "original", CONTROL_CHOICE, LIST_LANGUAGES, "H_ORIGINAL_HINT" },
    { "title", CONTROL_LINE, LIST_NONE, NULL },
    { "short", CONTROL_LINE, LIST_NONE, NULL },
    { "summary", CONTROL_TEXT, LIST_NONE, NULL },
    { "since", CONTROL_LINE, LIST_NONE, "H_DATE_HINT" },
    { "slug", CONTROL_LINE, LIST_NONE, "H_ADDRESS_HINT" },
    SHOWN_END,
};
static const struct shown_field law_shown[] = {
    { "provision", CONTROL_LINE, LIST_NONE, "H_PROVISION_HINT" },
    { "provision_url", CONTROL_LINE, LIST_NONE, NULL },
    { "instrument", CONTROL_LINE, LIST_NONE, "H_INSTRUMENT_HINT" },
    { "instrument_url", CONTROL_LINE, LIST_NONE, NULL },
    SHOWN_END,
};
static const struct shown_field contact_shown[] = {
    { "contact_party", CONTROL_CHOICE, LIST_PARTIES, NULL },
    { "contact_url", CONTROL_LINE, LIST_NONE, NULL },
    { "contact", CONTROL_TEXT, LIST_NONE, NULL },
    SHOWN_END,
};
static const struct shown_field step_shown[] = {
    { "date", CONTROL_LINE, LIST_NONE, "H_STEP_HINT" }, { "status", CONTROL_CHOICE, LIST_NONE, NULL },
    { "reason", CONTROL_TEXT, LIST_NONE, NULL },        { "number", CONTROL_HIDDEN, LIST_NONE, NULL },
    { "public", CONTROL_HIDDEN, LIST_NONE, NULL },      SHOWN_END,
};
static const char *const step_settled[] = { "date", "status", NULL };
static const struct shown_field border_shown[] = { { "border", CONTROL_CHOICE, LIST_BORDERS, NULL }, SHOWN_END };
static const struct shown_field party_shown[] = { { "party", CONTROL_CHOICE, LIST_PARTIES, NULL }, SHOWN_END };
static const struct shown_field relation_shown[] = {
    { "document", CONTROL_LISTED, LIST_DOCUMENTS, "H_RELATION_HINT" },
    { "conclusion", CONTROL_LINE, LIST_NONE, "H_CONCLUSION_HINT" },
    SHOWN_END,
};
static const struct shown_field body_shown[] = { { "body", CONTROL_TEXT, LIST_NONE, NULL }, SHOWN_END };

#define WHERE_AND_WHO                                                                       \
    { .label = "P_BORDERS", .group = "border", .row_fields = border_shown, .boxes = true }, \
        { .label = "P_CONCERNED", .group = "concerned", .row_fields = party_shown },        \
    {                                                                                       \
        .label = "P_AUTHORITIES", .group = "authority", .row_fields = party_shown           \
    }
#define THE_REST                                                                                                                \
    { .label = "P_RELATIONS", .group = "relation", .row_fields = relation_shown }, { .label = "P_BODY", .fields = body_shown }, \
    {                                                                                                                           \
        .label = "P_SOURCES", .group = "source", .row_fields = record_source_fields                                             \
    }
static const struct record_part obstacle_parts[] = {
    { .label = "P_OBSTACLE", .fields = obstacle_shown },
    { .label = "P_STEPS",
      .group = "step",
      .row_fields = step_shown,
      .numbered = true,
      .settled = step_settled,
      .stays = "public" },
    WHERE_AND_WHO,
    { .label = "P_LAW", .fields = law_shown },
    THE_REST,
};
static const struct record_part practice_parts[] = {
    { .label = "P_PRACTICE", .fields = practice_shown }, WHERE_AND_WHO, { .label = "P_LAW", .fields = law_shown + 2 },
    { .label = "P_CONTACT", .fields = contact_shown },   THE_REST,
};
static const struct record_shape obstacle_shape = {
    .parts = obstacle_parts,
    .count = sizeof obstacle_parts / sizeof *obstacle_parts,
    .route = ROUTE_DESK_OBSTACLE,
    .new_route = ROUTE_DESK_NEW_OBSTACLE,
};
static const struct record_shape practice_shape = {
    .parts = practice_parts,
    .count = sizeof practice_parts / sizeof *practice_parts,
    .route = ROUTE_DESK_PRACTICE,
    .new_route = ROUTE_DESK_NEW_PRACTICE,
};

/* ---- What the tables cannot say ---- */

/* An obstacle has been reported, or it is none. */
static void begin_obstacle(struct input *input, struct arena *arena)
{
    input_set(input_add_row(input, "step", arena), "status", "reported");
}

static void check_obstacle(struct input *input, struct arena *arena)
{
    if (input_rows(input, "step")->count)
        return;
    struct input *step = input_add_row(input, "step", arena);
    input_fault(step, "date", FAULT_MISSING);
    input_fault(step, "status", FAULT_MISSING);
    input_fault(step, "reason", FAULT_MISSING);
}

enum err desk_obstacle(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .name = "obstacle",
        .form = &desk_obstacle_form,
        .shape = &obstacle_shape,
        .begin = begin_obstacle,
        .check = check_obstacle,
    };
    return desk_record(exchange, &kind, view_phrase(&exchange->view, "Record an obstacle"));
}

enum err desk_practice(struct exchange *exchange)
{
    static const struct record_kind kind = {
        .name = "practice",
        .form = &desk_practice_form,
        .shape = &practice_shape,
    };
    return desk_record(exchange, &kind, view_phrase(&exchange->view, "Record a good practice"));
}
