/* SPDX-License-Identifier: EUPL-1.2 */
/* Register: the fields of the record of a cross-border obstacle or of a good practice, in the order
 * of the form. */
#include "kinds/register/model.h"
#include "record/form.h"

static const struct field border_fields[] = {
    { .name = "border",
      .kind = FIELD_SLUG,
      .required = true,
      .max = 100,
      .list = "borders",
      .label = "Border" },
};
static const struct choice struck[] = { { "yes", "Struck out" }, { NULL, NULL } };

static const struct field step_fields[] = {
    { .name = "date",
      .kind = FIELD_DATE,
      .required = true,
      .manner = MANNER_SETTLED,
      .label = "Date",
      .hint = "For example 31.1.2027, 2027-01 or 2027. Once saved, the date and the status of a "
              "step stay; what happens later is a "
              "step of its own, and one that is wrong can be struck out." },
    { .name = "status",
      .kind = FIELD_CHOICE,
      .required = true,
      .manner = MANNER_SETTLED,
      .choices = register_statuses,
      .label = "Status" },
    { .name = "reason", .kind = FIELD_TEXT, .required = true, .max = 5000, .label = "Reason" },
    { .name = "struck",
      .kind = FIELD_CHOICE,
      .choices = struck,
      .label = "Correction",
      .hint = "Visitors go on seeing a step that was struck out, crossed out. Say in its reason "
              "what was wrong." },
    { .name = "number", .kind = FIELD_NUMBER, .max = 6 },
    { .name = "public", .kind = FIELD_LINE, .max = 3, .manner = MANNER_STAYS },
};
static const struct field relation_fields[] = {
    { .name = "document",
      .kind = FIELD_SLUG,
      .required = true,
      .max = 100,
      .list = "documents",
      .manner = MANNER_OFFERS,
      .label = "Document",
      .hint = "Key of a project, partner, meeting, obstacle or good practice; some are offered as "
              "you type" },
    { .name = "conclusion",
      .kind = FIELD_NUMBER,
      .max = 6,
      .label = "Conclusion",
      .hint = "Only of a meeting: the number of its conclusion" },
};
static const struct form border_row = FORM(border_fields), step_row = FORM(step_fields),
                         relation_row = FORM(relation_fields);

#define SUBJECT(LEGEND)                                                                      \
    {                                                                                        \
        .name = "field", .kind = FIELD_CHOICE, .required = true, .choices = register_fields, \
        .legend = LEGEND, .label = "Field"                                                   \
    }
#define INSTRUMENT                                                               \
    .name = "instrument", .kind = FIELD_LINE, .max = 500, .label = "Instrument", \
    .hint = INSTRUMENT_HINT
#define INSTRUMENT_HINT "The treaty, decision or agreement that solves it"
#define INSTRUMENT_URL                                                \
    {                                                                 \
        .name = "instrument_url", .kind = FIELD_ADDRESS, .max = 1000, \
        .label = "Link to the instrument"                             \
    }
#define WHERE_AND_WHO                                                                 \
    { .name = "border",                                                               \
      .kind = FIELD_ROWS,                                                             \
      .max = 20,                                                                      \
      .row = &border_row,                                                             \
      .member = "borders",                                                            \
      .manner = MANNER_BOXES,                                                         \
      .legend = "Borders",                                                            \
      .label = "Border" },                                                            \
        { .name = "concerned",                                                        \
          .kind = FIELD_ROWS,                                                         \
          .max = 40,                                                                  \
          .row = &record_party_row,                                                   \
          .legend = "Also concerned",                                                 \
          .label = "Entry" },                                                         \
    {                                                                                 \
        .name = "authority", .kind = FIELD_ROWS, .max = 40, .row = &record_party_row, \
        .legend = "Responsible", .label = "Authority", .member = "authorities"        \
    }
#define THE_REST              \
    { .name = "relation",     \
      .kind = FIELD_ROWS,     \
      .max = 40,              \
      .row = &relation_row,   \
      .member = "related",    \
      .legend = "Belongs to", \
      .label = "Document" },  \
        { RECORD_BODY, .legend = "More text" }, RECORD_SOURCES

static const struct field obstacle_fields[] = {
    RECORD_FIELDS,
    SUBJECT("Obstacle"),
    { RECORD_ORIGINAL },
    RECORD_TITLES,
    { .name = "affects", .kind = FIELD_TEXT, .max = 5000, .label = "Who is affected" },
    { .name = "done", .kind = FIELD_TEXT, .max = 5000, .label = "What was done" },
    RECORD_SLUG,
    { .name = "step",
      .kind = FIELD_ROWS,
      .max = 60,
      .row = &step_row,
      .member = "steps",
      .legend = "Steps",
      .label = "Step" },
    WHERE_AND_WHO,
    { .name = "provision",
      .kind = FIELD_LINE,
      .max = 500,
      .legend = "Law",
      .label = "Provision at issue",
      .hint = "The rule that stands in the way" },
    { .name = "provision_url",
      .kind = FIELD_ADDRESS,
      .max = 1000,
      .label = "Link to the provision" },
    { INSTRUMENT },
    INSTRUMENT_URL,
    THE_REST,
};
static const struct field practice_fields[] = {
    RECORD_FIELDS,
    SUBJECT("Good practice"),
    { RECORD_ORIGINAL },
    RECORD_TITLES,
    { .name = "since", .kind = FIELD_DATE, .label = "Since", .hint = RECORD_DATE_HINT },
    RECORD_SLUG,
    WHERE_AND_WHO,
    { INSTRUMENT, .legend = "Law" },
    INSTRUMENT_URL,
    { .name = "contact_party",
      .kind = FIELD_LINE,
      .max = 100,
      .list = "parties",
      .legend = "Contact",
      .label = "Point of contact" },
    { .name = "contact_url", .kind = FIELD_ADDRESS, .max = 1000, .label = "Link to the contact" },
    { .name = "contact", .kind = FIELD_TEXT, .max = 2000, .label = "Contact" },
    THE_REST,
};
const struct form register_desk_obstacle_form = FORM(obstacle_fields),
                  register_desk_practice_form = FORM(practice_fields);
