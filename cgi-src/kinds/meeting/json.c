/* A meeting as JSON. */
#include "kinds/meeting/json.h"

#include "record/json.h"

static void add_strings(cJSON *record, const char *name, const char *const *strings, size_t count)
{
    cJSON *list = json_list(record, name);
    for (size_t i = 0; i < count; i++)
        json_text_item(list, strings[i]);
}

static void add_forum(const struct view *view, const struct meeting *meeting,
                      const struct menu *menu, cJSON *record)
{
    cJSON *forum = json_member(record, "forum");
    const struct entry *entry = menu_find(menu, meeting->forum);
    json_text(forum, "key", meeting->forum);
    if (!entry)
        return;
    json_text(forum, "title", entry->short_title);
    json_text(forum, "url", view_document_url(view, entry->kind, view->language, entry->slug));
}

static void add_conclusions(const struct view *view, const struct document *document,
                            const struct meeting *meeting, cJSON *record)
{
    const char *page = view_document_url(view, DOCUMENT_MEETING, view->language, document->slug);
    cJSON *conclusions = json_list(record, "conclusions");
    for (size_t i = 0; i < meeting->conclusion_count; i++) {
        const struct conclusion *conclusion = &meeting->conclusions[i];
        cJSON *item = json_item(conclusions);
        cJSON_AddNumberToObject(item, "number", conclusion->number);
        json_text(item, "url", arena_print(view->arena, "%s#c%d", page, conclusion->number));
        json_text(item, "text", conclusion->text);
        json_text(item, "state", conclusion_states[conclusion->state].name);
        if (!conclusion->by_slug)
            continue;
        cJSON *by = json_member(item, "taken_up_by");
        json_text(by, "title", conclusion->by_short);
        json_text(by, "url",
                  view_document_url(view, DOCUMENT_MEETING, view->language, conclusion->by_slug));
    }
}

void view_record_meeting(const struct view *view, const struct document *document,
                         const struct meeting *meeting, const struct menu *menu, cJSON *record)
{
    add_forum(view, meeting, menu, record);
    json_text(record, "type", meeting_types[meeting->type].name);
    if (meeting->number)
        cJSON_AddNumberToObject(record, "number", meeting->number);
    json_text(record, "status", meeting_statuses[meeting->status].name);
    json_text(record, "mode", meeting_modes[meeting->mode].name);
    json_text(record, "starts", meeting->starts);
    json_text(record, "ends", meeting->ends);
    json_text(record, "starts_at", meeting->starts_at);
    json_text(record, "ends_at", meeting->ends_at);
    json_text(record, "zone", meeting->zone);
    json_text(record, "earlier", meeting->earlier);
    json_text(record, "reason", document_text(document, "reason"));
    json_text(record, "place", meeting->place);
    json_text(record, "country", meeting->country);
    add_strings(record, "presidency", meeting->presidency, meeting->presidency_count);
    cJSON *participants = json_list(record, "participants");
    for (size_t i = 0; i < meeting->delegation_count; i++) {
        cJSON *item = json_item(participants);
        json_text(item, "party", meeting->delegations[i].party);
        json_text(item, "person", meeting->delegations[i].person);
    }
    add_strings(record, "agenda", meeting->agenda, meeting->agenda_count);
    add_conclusions(view, document, meeting, record);
    view_record_attachments(view, document, record);
}
