/* Topics and partners as JSON. */
#include "kinds/cooperation/json.h"

#include "record/facts.h"

void view_record_cooperation(const struct document *document, const struct cooperation *cooperation,
                             cJSON *record)
{
    view_record_json_facts(&cooperation_desk_topic_form, document, record);
    cJSON *participants = json_list(record, "participants");
    for (size_t i = 0; i < cooperation->participant_count; i++) {
        cJSON *item = json_item(participants);
        json_text(item, "party", cooperation->participants[i].name);
        json_text(item, "code", cooperation->participants[i].code);
        json_text(item, "role", participant_roles[cooperation->participants[i].role].name);
    }
    cJSON *milestones = json_list(record, "milestones");
    for (size_t i = 0; i < cooperation->milestone_count; i++) {
        cJSON *item = json_item(milestones);
        json_text(item, "date", cooperation->milestones[i].date);
        json_text(item, "text", cooperation->milestones[i].text);
    }
}
