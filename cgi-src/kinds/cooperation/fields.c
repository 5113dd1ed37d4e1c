/* SPDX-License-Identifier: EUPL-1.2 */
/* Cooperation: the fields of the record of a project or of a partner, in the order of the form. */
#include "kinds/cooperation/model.h"
#include "record/form.h"

static const struct field participant_fields[] = {
    { RECORD_PARTY },
    { .name = "role",
      .kind = FIELD_CHOICE,
      .required = true,
      .choices = participant_roles,
      .label = "Takes part as" },
};
static const struct field milestone_fields[] = {
    { .name = "date",
      .kind = FIELD_DATE,
      .required = true,
      .label = "Date",
      .hint = RECORD_DATE_HINT },
    { .name = "text", .kind = FIELD_TEXT, .required = true, .max = 5000, .label = "Text" },
    { .name = "key", .kind = FIELD_SLUG, .max = 100 },
};
static const struct field term_fields[] = {
    { .name = "from",
      .kind = FIELD_DATE,
      .required = true,
      .label = "From",
      .hint = RECORD_DATE_HINT },
    { .name = "to",
      .kind = FIELD_DATE,
      .label = "Until",
      .hint = "The last day, month or year; nothing while there is no end to it yet" },
    { .name = "party",
      .kind = FIELD_LINE,
      .required = true,
      .max = 100,
      .list = "parties",
      .label = "Presidency" },
    { .name = "second",
      .kind = FIELD_LINE,
      .max = 100,
      .list = "parties",
      .label = "Together with" },
    { .name = "third", .kind = FIELD_LINE, .max = 100, .list = "parties", .label = "And with" },
    { .name = "number",
      .kind = FIELD_NUMBER,
      .max = 6,
      .label = "Number in its series",
      .hint = RECORD_NUMBER_HINT },
};
static const struct form participant_row = FORM(participant_fields),
                         milestone_row = FORM(milestone_fields), term_row = FORM(term_fields);

#define FIELDS(LEGEND)                                                                           \
    RECORD_FIELDS, { RECORD_ORIGINAL, .legend = LEGEND }, RECORD_TITLES, RECORD_SLUG,            \
        RECORD_POSITION,                                                                         \
        { .name = "nature",                                                                      \
          .kind = FIELD_LINE,                                                                    \
          .max = 300,                                                                            \
          .legend = "At a glance",                                                               \
          .label = "What it is" },                                                               \
        { .name = "since", .kind = FIELD_DATE, .label = "Since", .hint = RECORD_DATE_HINT },     \
        { .name = "instrument", .kind = FIELD_LINE, .max = 500, .label = "Instrument" },         \
        { .name = "secretariat",                                                                 \
          .kind = FIELD_LINE,                                                                    \
          .max = 100,                                                                            \
          .list = "parties",                                                                     \
          .label = "Secretariat" },                                                              \
        { .name = "seat", .kind = FIELD_SLUG, .max = 100, .list = "places", .label = "Seat" },   \
        { .name = "website", .kind = FIELD_ADDRESS, .max = 1000, .label = "Website" },           \
        { .name = "contact_email", .kind = FIELD_EMAIL, .max = 254, .label = "E-mail address" }, \
        { .name = "participant",                                                                 \
          .kind = FIELD_ROWS,                                                                    \
          .max = 60,                                                                             \
          .row = &participant_row,                                                               \
          .member = "participants",                                                              \
          .legend = "Who takes part",                                                            \
          .label = "Participant" },                                                              \
        { .name = "milestone",                                                                   \
          .kind = FIELD_ROWS,                                                                    \
          .max = 60,                                                                             \
          .row = &milestone_row,                                                                 \
          .member = "milestones",                                                                \
          .legend = "Milestones",                                                                \
          .label = "Milestone" },                                                                \
        { .name = "term",                                                                        \
          .kind = FIELD_ROWS,                                                                    \
          .max = 100,                                                                            \
          .row = &term_row,                                                                      \
          .member = "",                                                                          \
          .legend = "Presidencies",                                                              \
          .label = "Term" },                                                                     \
        RECORD_PICTURES, { RECORD_BODY, .legend = "More text" }, RECORD_SOURCES

static const struct field topic_fields[] = { FIELDS("Project") },
                          partner_fields[] = { FIELDS("Partner") };
const struct form cooperation_desk_topic_form = FORM(topic_fields),
                  cooperation_desk_partner_form = FORM(partner_fields);
