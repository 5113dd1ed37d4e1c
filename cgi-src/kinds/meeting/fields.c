/* Meeting: the fields of its record, in the order of the form. */
#include "kinds/meeting/model.h"
#include "record/form.h"

static const struct choice presided[] = {
    { "by-term", "As the terms of the forum say" },
    { "by-hand", "As chosen here" },
    { NULL, NULL },
};

static const struct field delegation_fields[] = {
    { RECORD_PARTY },
    { .name = "person", .kind = FIELD_LINE, .most = 300, .label = "Represented by" },
};
static const struct field agenda_fields[] = {
    { .name = "text", .kind = FIELD_TEXT, .required = true, .most = 5000, .label = "Text" },
    { .name = "key", .kind = FIELD_SLUG, .most = 100 },
};
static const struct field conclusion_fields[] = {
    { .name = "text", .kind = FIELD_TEXT, .required = true, .most = 20000, .label = "Text" },
    { .name = "state", .kind = FIELD_CHOICE, .choices = conclusion_states, .label = "State" },
    { .name = "by", .kind = FIELD_SLUG, .most = 100, .list = "meetings", .label = "Taken up by" },
    { .name = "number", .kind = FIELD_NUMBER, .most = 6 },
};
static const struct form delegation_row = FORM(delegation_fields), agenda_row = FORM(agenda_fields),
                         conclusion_row = FORM(conclusion_fields);

static const struct field fields[] = {
    RECORD_FIELDS,
    { .name = "forum",
      .kind = FIELD_SLUG,
      .required = true,
      .most = 100,
      .list = "forums",
      .legend = "Meeting",
      .label = "Forum" },
    { .name = "number", .kind = FIELD_NUMBER, .most = 6, .label = "Number in its series", .hint = RECORD_NUMBER_HINT },
    { .name = "type", .kind = FIELD_CHOICE, .required = true, .choices = meeting_types, .label = "Kind" },
    { RECORD_ORIGINAL },
    RECORD_TITLES,
    RECORD_SLUG,
    { RECORD_STARTS, .legend = "When and where" },
    RECORD_WHEN,
    { .name = "mode", .kind = FIELD_CHOICE, .required = true, .choices = meeting_modes, .label = "Form" },
    RECORD_PLACE,
    { .name = "status",
      .kind = FIELD_CHOICE,
      .required = true,
      .choices = meeting_statuses,
      .legend = "Status",
      .label = "Status" },
    { .name = "earlier",
      .kind = FIELD_DATE,
      .label = "Day for which it was planned before",
      .hint = "Of a meeting that was moved, postponed or cancelled" },
    { .name = "reason", .kind = FIELD_TEXT, .most = 2000, .label = "Reason" },
    { .name = "presided",
      .kind = FIELD_CHOICE,
      .required = true,
      .choices = presided,
      .legend = "Presidency",
      .label = "Presidency" },
    { .name = "presidency", .kind = FIELD_ROWS, .most = 10, .row = &record_party_row, .label = "Entry" },
    { .name = "delegation",
      .kind = FIELD_ROWS,
      .most = 60,
      .row = &delegation_row,
      .legend = "Participants",
      .label = "Delegation" },
    { .name = "agenda", .kind = FIELD_ROWS, .most = 60, .row = &agenda_row, .legend = "Agenda", .label = "Item" },
    { .name = "conclusion",
      .kind = FIELD_ROWS,
      .most = 60,
      .row = &conclusion_row,
      .legend = "Conclusions",
      .label = "Conclusion" },
    RECORD_ATTACHMENTS,
    { RECORD_BODY, .legend = "More text" },
    RECORD_SOURCES,
};
const struct form meeting_desk_form = FORM(fields);
