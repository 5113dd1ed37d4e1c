/* SPDX-License-Identifier: EUPL-1.2 */
/* Managed document: the page of a document at the desk, templates/desk/document/page.tpl. */
#include "desk/document/view.h"

#include <string.h>

#include "base/characters.h"
#include "desk/moment.h"
#include "record/field_view.h"
#include "record/view.h"

static const char *edit_path(const struct view *view, const struct managed_document *document,
                             enum language language)
{
    return route_path(view->arena, ROUTE_DESK_TEXT, language, document->key);
}

static const char *desk_path(const struct view *view, const char *key)
{
    return route_path(view->arena, ROUTE_DESK_DOCUMENT, view->language, key);
}

static void fill_problem(const struct view *view, const struct managed_page *shown,
                         struct dictionary *page)
{
    static const char *const sections[] = { [PUBLICATION_NO_DRAFT] = "NO_DRAFT",
                                            [PUBLICATION_NO_TEXTS] = "NO_TEXTS",
                                            [PUBLICATION_TAKEN] = "ADDRESS_TAKEN" };
    const enum fault moment = moment_fault(shown->typed);
    if (!shown->publications && !shown->nothing_chosen && !shown->needed && !moment)
        return;
    struct dictionary *problem = dictionary_section(page, "PROBLEM");
    if (moment)
        dictionary_set(dictionary_section(problem, "OF_MOMENT"), "FAULT_WORDS",
                       view_record_fault(view, NULL, moment));
    if (shown->nothing_chosen)
        dictionary_section(problem, "NOTHING_CHOSEN");
    if (shown->needed)
        dictionary_section(problem, "NEEDED");
    if (!shown->publications)
        return;
    dictionary_section(problem, "NONE_PUBLISHED");
    for (enum language language = 0; language < LANGUAGES; language++) {
        enum publication result = shown->publications->results[language];
        if (!result)
            continue;
        struct dictionary *fault = dictionary_section(problem, "FAULT");
        dictionary_set(fault, "PATH", edit_path(view, shown->document, language));
        dictionary_set(fault, "LANGUAGE_NAME", language_name(language));
        dictionary_section(fault, sections[result]);
    }
}

static void fill_done(const char *done, struct dictionary *page)
{
    static const struct {
        const char *done, *section;
    } words[] = { { "publish", "IS_PUBLISH" },
                  { "schedule", "IS_SCHEDULE" },
                  { "unschedule", "IS_UNSCHEDULE" },
                  { "withdraw", "IS_WITHDRAW" },
                  { "archive", "IS_ARCHIVE" },
                  { "unarchive", "IS_UNARCHIVE" },
                  { "end", "IS_END" },
                  { "aligned", "IS_ALIGNED" },
                  { "aligned-some", "IS_ALIGNED_SOME" } };
    for (size_t i = 0; done && i < sizeof words / sizeof *words; i++)
        if (strcmp(words[i].done, done) == 0)
            dictionary_section(dictionary_section(page, "DONE"), words[i].section);
}

/* Whether visitors can read the document in another language. */
static bool is_public_elsewhere(const struct managed_page *shown)
{
    for (enum language language = 0; language < LANGUAGES; language++)
        if (language != shown->language && shown->document->texts[language].slug)
            return true;
    return false;
}

static void fill_confirm(const struct managed_page *shown, struct dictionary *page)
{
    if (!shown->confirm || shown->document->archived_at)
        return;
    struct dictionary *confirm = dictionary_section(page, "CONFIRM");
    dictionary_section(confirm, shown->document->use_count ? "IS_USED" : "IS_UNUSED");
    if (strcmp(shown->confirm, "archive") == 0) {
        dictionary_section(confirm, "OF_ARCHIVE");
        return;
    }
    struct dictionary *withdraw = dictionary_section(confirm, "OF_WITHDRAW");
    dictionary_set(withdraw, "LANGUAGE_NAME", language_name(shown->language));
    dictionary_set(withdraw, "TAG", language_tag(shown->language));
    dictionary_section(withdraw, is_public_elsewhere(shown) ? "OTHERS" : "LAST");
}

static void fill_public(const struct view *view, const struct managed_document *document,
                        enum language language, struct dictionary *row)
{
    const struct managed_text *text = &document->texts[language];
    if (!text->slug) {
        dictionary_section(row, text->was_public ? "WITHDRAWN" : "MISSING");
        return;
    }
    struct dictionary *published = dictionary_section(row, "PUBLISHED");
    dictionary_set(published, "PATH", view_path(view, document->kind, language, text->slug));
    dictionary_set(published, "AT", text->published_at);
    if (text->outdated)
        dictionary_section(published, "OUTDATED");
}

static void fill_text(const struct view *view, const struct managed_page *shown,
                      enum language language, struct dictionary *page)
{
    const struct managed_document *document = shown->document;
    const struct managed_text *text = &document->texts[language];
    struct dictionary *row = dictionary_section(page, "TEXT");
    dictionary_set(row, "EDIT_PATH", edit_path(view, document, language));
    dictionary_set(row, "TAG", language_tag(language));
    dictionary_set(row, "LANGUAGE_NAME", language_name(language));
    if (language == document->original)
        dictionary_section(row, "ORIGINAL");
    fill_public(view, document, language, row);
    if (!text->draft_at)
        return;
    struct dictionary *draft = dictionary_section(row, "DRAFT");
    dictionary_set(draft, "AT", text->draft_at);
    dictionary_set(draft, "AUTHOR", or_empty(text->draft_author));
    if (text->scheduled_at)
        dictionary_set(dictionary_section(draft, "SCHEDULED"), "WHEN", text->scheduled_at);
    if (!shown->ticked || shown->ticked[language])
        dictionary_section(draft, "TICKED");
}

static void fill_uses(const struct view *view, const struct managed_document *document,
                      struct dictionary *page)
{
    static const char *const reasons[USE_REASONS] = { [USE_LINK] = "BY_LINK",
                                                      [USE_TAKEN_UP] = "BY_CONCLUSION",
                                                      [USE_RELATION] = "BY_RELATION",
                                                      [USE_MEETING] = "BY_FORUM" };
    struct dictionary *uses = dictionary_section(page, document->use_count ? "USES" : "NO_USE");
    for (size_t i = 0; i < document->use_count; i++) {
        const struct use *use = &document->uses[i];
        struct dictionary *item = dictionary_section(uses, "USE");
        dictionary_set(item, "PATH", desk_path(view, use->key));
        dictionary_set(item, "TAG", language_tag(use->language));
        dictionary_set(item, "TITLE", use->title);
        view_apart(view, use->reason == USE_MEETING ? NULL : use->forum, use->starts, item);
        struct dictionary *reason = dictionary_section(item, reasons[use->reason]);
        if (use->detail && use->reason == USE_RELATION)
            dictionary_set(dictionary_section(reason, "WITH_CONCLUSIONS"), "NUMBER", use->detail);
        else if (use->detail)
            dictionary_set(reason, "DETAIL", use->detail);
    }
    long more = document->use_total - (long)document->use_count;
    if (more > 0)
        dictionary_set(dictionary_section(uses, "MORE"), "NUMBER",
                       arena_print(view->arena, "%ld", more));
}

static void fill_previews(const struct managed_document *document, struct dictionary *page)
{
    if (document->preview_count == 0)
        return;
    struct dictionary *previews = dictionary_section(page, "PREVIEWS");
    for (size_t i = 0; i < document->preview_count; i++) {
        struct dictionary *link = dictionary_section(previews, "LINK");
        dictionary_set(link, "LANGUAGE_NAME", language_name(document->previews[i].language));
        dictionary_set(link, "WHO", document->previews[i].account);
        dictionary_set(link, "UNTIL", document->previews[i].until);
        dictionary_set(link, "NUMBER", document->previews[i].id);
    }
}

/* The link to the form of the record, for documents that have facts. */
static void fill_record(const struct view *view, const struct managed_document *document,
                        struct dictionary *page)
{
    const struct kind *kind = &document_kinds[document->kind];
    if (kind->record == ROUTES)
        return;
    struct dictionary *record = dictionary_section(page, "RECORD");
    dictionary_set(record, "PATH",
                   route_path(view->arena, kind->record, view->language, document->key));
    dictionary_set(record, "WORDS", view_phrase(view, kind->record_of));
}

void view_managed_document(const struct view *view, const struct managed_page *shown,
                           struct dictionary *page)
{
    const struct managed_document *document = shown->document;
    bool drafted = false, outdated = false;
    dictionary_set(page, "ACTION", desk_path(view, document->key));
    dictionary_set(page, "FORM_TOKEN", shown->form_token);
    dictionary_set(page, "ORIGINAL_TAG", language_tag(document->original));
    dictionary_set(page, "DOCUMENT_TITLE", document->title);
    fill_record(view, document, page);
    fill_done(shown->done, page);
    fill_problem(view, shown, page);
    fill_confirm(shown, page);
    if (document->archived_at)
        dictionary_set(dictionary_section(page, "ARCHIVED"), "ARCHIVED_AT", document->archived_at);
    else if (document->kind != DOCUMENT_HOME && document->kind != DOCUMENT_OVERVIEW &&
             !shown->confirm)
        dictionary_section(page, "CAN_ARCHIVE");
    for (enum language language = 0; language < LANGUAGES; language++) {
        drafted = drafted || document->texts[language].draft_at;
        outdated = outdated || document->texts[language].outdated;
        fill_text(view, shown, language, page);
    }
    if (outdated)
        dictionary_section(page, "OUTDATED_SOME");
    if (drafted)
        view_moment(view, shown->typed, NULL, NULL, dictionary_section(page, "CAN_PUBLISH"));
    fill_uses(view, document, page);
    fill_previews(document, page);
}
