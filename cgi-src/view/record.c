/* Record: a document as JSON, with all that its page shows. */
#include "view/record.h"

#include "view/meeting.h"

static void add_sources(const struct document *document, cJSON *record)
{
    cJSON *sources = json_list(record, "sources");
    for (size_t i = 0; i < document->source_count; i++) {
        cJSON *item = json_item(sources);
        json_text(item, "url", document->sources[i].url);
        json_text(item, "title", document->sources[i].title);
        json_text(item, "publisher", document->sources[i].publisher);
        json_text(item, "language", document->sources[i].language);
    }
}

cJSON *view_record(const struct view *view, enum document_kind kind, const struct document *document)
{
    cJSON *record = json_object(view->arena);
    json_text(record, "url", view_document_url(view, kind, view->language, document->slug));
    json_text(record, "key", document->key);
    json_text(record, "language", language_tag(document->language));
    json_text(record, "title", document->title);
    json_text(record, "summary", document->summary);
    json_text(record, "body", document->body);
    json_text(record, "published", document->published);
    add_sources(document, record);
    cJSON *translations = json_member(record, "translations");
    for (enum language language = 0; language < LANGUAGES; language++)
        if (document->slugs[language])
            json_text(translations, language_tag(language), view_document_url(view, kind, language, document->slugs[language]));
    return record;
}

void view_record_cooperation(const struct document *document, const struct cooperation *cooperation, cJSON *record)
{
    static const char *const roles[PARTICIPANT_ROLES] = {
        [ROLE_MEMBER] = "member",     [ROLE_OBSERVER] = "observer",   [ROLE_ATTENDS] = "attends",
        [ROLE_CO_CHAIR] = "co-chair", [ROLE_SIGNATORY] = "signatory",
    };
    json_text(record, "nature", document->nature);
    json_text(record, "since", cooperation->since);
    json_text(record, "instrument", document_text(document, "instrument"));
    json_text(record, "secretariat", cooperation->secretariat);
    json_text(record, "seat", cooperation->seat);
    json_text(record, "website", cooperation->website);
    cJSON *participants = json_list(record, "participants");
    for (size_t i = 0; i < cooperation->participant_count; i++) {
        cJSON *item = json_item(participants);
        json_text(item, "party", cooperation->participants[i].name);
        json_text(item, "role", roles[cooperation->participants[i].role]);
    }
    cJSON *milestones = json_list(record, "milestones");
    for (size_t i = 0; i < cooperation->milestone_count; i++) {
        cJSON *item = json_item(milestones);
        json_text(item, "date", cooperation->milestones[i].date);
        json_text(item, "text", cooperation->milestones[i].text);
    }
}

static void add_strings(cJSON *record, const char *name, const char *const *strings, size_t count)
{
    cJSON *list = json_list(record, name);
    for (size_t i = 0; i < count; i++)
        json_text_item(list, strings[i]);
}

static void add_forum(const struct view *view, const struct meeting *meeting, const struct directory *directory, cJSON *record)
{
    cJSON *forum = json_member(record, "forum");
    const struct entry *entry = directory_find(directory, meeting->forum);
    json_text(forum, "key", meeting->forum);
    if (!entry)
        return;
    json_text(forum, "title", entry->short_title);
    json_text(forum, "url", view_document_url(view, entry->kind, view->language, entry->slug));
}

static void add_conclusions(const struct view *view, const struct document *document, const struct meeting *meeting,
                            cJSON *record)
{
    const char *page = view_document_url(view, DOCUMENT_MEETING, view->language, document->slug);
    cJSON *conclusions = json_list(record, "conclusions");
    for (size_t i = 0; i < meeting->conclusion_count; i++) {
        const struct conclusion *conclusion = &meeting->conclusions[i];
        cJSON *item = json_item(conclusions);
        cJSON_AddNumberToObject(item, "number", conclusion->number);
        json_text(item, "url", arena_print(view->arena, "%s#c%d", page, conclusion->number));
        json_text(item, "text", conclusion->text);
        json_text(item, "state", conclusion_state_name(conclusion->state));
        if (!conclusion->by_slug)
            continue;
        cJSON *by = json_member(item, "taken_up_by");
        json_text(by, "title", conclusion->by_short);
        json_text(by, "url", view_document_url(view, DOCUMENT_MEETING, view->language, conclusion->by_slug));
    }
}

static void add_documents(const struct view *view, const struct meeting *meeting, cJSON *record)
{
    cJSON *documents = json_list(record, "documents");
    for (size_t i = 0; i < meeting->link_count; i++) {
        const struct link *link = &meeting->links[i];
        const char *path = view_link_path(view, link);
        cJSON *item = json_item(documents);
        json_text(item, "url", link->file ? view_url(view, path) : path);
        json_text(item, "title", link->title);
        json_text(item, "language", link->language);
        json_text(item, "sha256", link->file);
        if (link->file)
            cJSON_AddNumberToObject(item, "size", (double)link->size);
    }
}

void view_record_meeting(const struct view *view, const struct document *document, const struct meeting *meeting,
                         const struct directory *directory, cJSON *record)
{
    add_forum(view, meeting, directory, record);
    json_text(record, "type", meeting_type_name(meeting->type));
    if (meeting->number)
        cJSON_AddNumberToObject(record, "number", meeting->number);
    json_text(record, "status", meeting_status_name(meeting->status));
    json_text(record, "mode", meeting_mode_name(meeting->mode));
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
    add_documents(view, meeting, record);
}
