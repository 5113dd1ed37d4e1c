/* Cooperation: the facts of a topic or partner, templates/shared/facts.tpl. */
#include "view/cooperation.h"

#include <string.h>

#include "text/dates.h"

/* A row of the box of facts, which stands only where the fact is known. */
static struct dictionary *fill_fact(struct dictionary *facts, const char *section, const char *value)
{
    if (!value)
        return NULL;
    struct dictionary *fact = dictionary_section(facts, section);
    dictionary_set(fact, "VALUE", value);
    return fact;
}

/* The host of an http or https address: what a reader sees of a link. */
static const char *host_of(const char *url, struct arena *arena)
{
    const char *host = strstr(url, "://");
    host = host ? host + 3 : url;
    return arena_copy_bytes(arena, host, strcspn(host, "/?#"));
}

static void fill_participants(const struct cooperation *cooperation, struct dictionary *facts)
{
    static const char *const labels[PARTICIPANT_ROLES] = {
        [ROLE_OBSERVER] = "OBSERVER",
        [ROLE_ATTENDS] = "ATTENDS",
        [ROLE_CO_CHAIR] = "CO_CHAIR",
        [ROLE_SIGNATORY] = "SIGNATORY",
    };
    if (cooperation->participant_count == 0)
        return;
    struct dictionary *list = dictionary_section(facts, "PARTICIPANTS");
    for (size_t i = 0; i < cooperation->participant_count; i++) {
        const struct participant *participant = &cooperation->participants[i];
        struct dictionary *item = dictionary_section(list, "PARTICIPANT");
        dictionary_set(item, "NAME", participant->name);
        if (labels[participant->role])
            dictionary_section(item, labels[participant->role]);
    }
}

static void fill_milestones(const struct view *view, const struct cooperation *cooperation, struct dictionary *page)
{
    if (cooperation->milestone_count == 0)
        return;
    struct dictionary *list = dictionary_section(page, "MILESTONES");
    for (size_t i = 0; i < cooperation->milestone_count; i++) {
        const struct milestone *milestone = &cooperation->milestones[i];
        struct dictionary *item = dictionary_section(list, "MILESTONE");
        dictionary_set(item, "DATE", date_written(milestone->date, view->language, view->arena));
        dictionary_set(item, "DATE_ISO", milestone->date);
        dictionary_set(item, "TEXT", milestone->text);
    }
}

void view_cooperation(const struct view *view, const struct document *document, const struct cooperation *cooperation,
                      struct dictionary *page)
{
    struct dictionary *facts = dictionary_section(page, "FACTS");
    const char *since = cooperation->since ? date_written(cooperation->since, view->language, view->arena) : NULL;
    fill_fact(facts, "NATURE", document->nature);
    fill_fact(facts, "SINCE", since);
    fill_fact(facts, "INSTRUMENT", document_text(document, "instrument"));
    fill_fact(facts, "SECRETARIAT", cooperation->secretariat);
    fill_fact(facts, "SEAT", cooperation->seat);
    struct dictionary *website = fill_fact(facts, "WEBSITE", cooperation->website);
    if (website)
        dictionary_set(website, "NAME", host_of(cooperation->website, view->arena));
    fill_participants(cooperation, facts);
    fill_milestones(view, cooperation, page);
}
