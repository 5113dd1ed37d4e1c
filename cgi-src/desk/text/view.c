/* SPDX-License-Identifier: EUPL-1.2 */
/* Edition: the page on which a text is edited, templates/desk/text/page.tpl. */
#include "desk/text/view.h"

#include <string.h>

#include "base/characters.h"
#include "desk/moment.h"
#include "http/query.h"
#include "record/facts.h"
#include "record/field_view.h"
#include "text/diff.h"
#include "text/merge.h"

/* The section of the template for a field is its name in capitals. Fields in rows also have a
 * number. */
void view_field_label(const struct view *view, const char *field, struct dictionary *item)
{
    const char *number = strchr(field, '.');
    const char *name = arena_copy_bytes(view->arena, field, strcspn(field, "."));
    const char *section = arena_print(view->arena, "L_%s", record_section_name(name, view->arena));
    struct dictionary *label = dictionary_section(item, section);
    if (number)
        dictionary_set(label, "WHICH", number + 1);
}

void view_diff(const struct view *view, const char *before, const char *after,
               struct dictionary *parent, const char *section)
{
    static const char *const changes[] = {
        [CHANGE_NONE] = "SAME", [CHANGE_REMOVED] = "REMOVED", [CHANGE_ADDED] = "ADDED"
    };
    struct dictionary *diff = dictionary_section(parent, section);
    struct pieces pieces = diff_words(before, after, view->arena);
    for (size_t i = 0; i < pieces.count; i++)
        dictionary_set(
            dictionary_section(dictionary_section(diff, "PIECE"), changes[pieces.items[i].change]),
            "WORDS", pieces.items[i].text);
}

static const struct further_text *typed_text(const struct input *typed, const char *field)
{
    for (size_t i = 0; typed && i < typed->further_count; i++)
        if (strcmp(typed->further[i].name, field) == 0)
            return &typed->further[i];
    return NULL;
}

/* The lines that show the whole text, within bounds. */
static const char *lines_for(const struct view *view, const char *field, const char *value)
{
    size_t lines = strcmp(field, "body") == 0 ? 12 : 1;
    lines += strlen(value) / 70;
    for (const char *at = value; (at = strchr(at, '\n')); at++)
        lines++;
    return arena_print(view->arena, "%zu", lines > 40 ? 40 : lines);
}

/* The fault of a text or of the address, which another document may have. */
static void fill_fault(const struct view *view, enum fault fault, struct dictionary *item)
{
    dictionary_set(item, "FAULT_WORDS",
                   fault == FAULT_TAKEN
                       ? view_phrase(view, "Another document is public at this address")
                       : view_record_fault(view, NULL, fault));
}

/* Shows the three texts of a field in which two authors differ, and returns the proposed one, the
 * merge. */
static const char *fill_conflict(const struct view *view, const char *base, const char *theirs,
                                 const char *own, struct dictionary *item)
{
    if (strcmp(theirs, own) == 0)
        return own;
    struct merge merge = merge_texts(base, own, theirs, view->arena);
    struct dictionary *three = dictionary_section(item, "THREE");
    dictionary_set(three, "BASE_TEXT", base);
    view_diff(view, base, theirs, three, "THEIR_DIFF");
    view_diff(view, base, own, three, "OWN_DIFF");
    if (merge.clash)
        dictionary_section(three, "CLASH");
    return merge.text;
}

static void fill_text(const struct view *view, const struct edition_page *shown,
                      const struct edition_text *text, struct dictionary *page)
{
    const struct further_text *typed = typed_text(shown->typed, text->field);
    const char *value = typed ? typed->value : text->value ? text->value : "";
    struct dictionary *item = dictionary_section(page, "TEXT");
    dictionary_set(item, "FIELD", text->field);
    view_field_label(view, text->field, item);
    if (strcmp(text->field, "title") == 0 || strcmp(text->field, "short") == 0 ||
        strcmp(text->field, "summary") == 0)
        dictionary_section(item, "NEEDED");
    if (typed && typed->fault)
        fill_fault(view, typed->fault, dictionary_section(item, "FAULT"));
    if (shown->theirs)
        value = fill_conflict(view, edition_field(shown->began, text->field),
                              edition_field(shown->theirs, text->field), value, item);
    dictionary_set(item, "VALUE", value);
    dictionary_set(item, "LINES", lines_for(view, text->field, value));
    if (text->original)
        dictionary_set(dictionary_section(item, "BESIDE"), "ORIGINAL_TEXT", text->original);
    if (text->before && text->original)
        view_diff(view, text->before, text->original, item, "CHANGED");
    if (text->outdated && !text->value)
        dictionary_section(item, "LACKING");
}

/* The fields in which the translation may be outdated, each with a link to it. */
static void fill_outdated(const struct view *view, const struct edition_page *shown,
                          struct dictionary *page)
{
    const struct edition *edition = shown->edition;
    struct dictionary *outdated = NULL;
    bool changed = false;
    for (size_t i = 0; i < edition->text_count; i++)
        if (edition->texts[i].outdated) {
            changed = changed || edition->texts[i].value;
            outdated = outdated ? outdated : dictionary_section(page, "OUTDATED");
            struct dictionary *one = dictionary_section(outdated, "ONE");
            dictionary_set(one, "PLACE", edition->texts[i].field);
            view_field_label(view, edition->texts[i].field, one);
        }
    if (outdated)
        dictionary_section(outdated, shown->done ? "STILL" : changed ? "BY_CHANGE" : "BY_LACK");
    if (outdated && edition->original_drafted)
        dictionary_section(outdated, "ORIGINAL_DRAFTED");
}

static void fill_problems(const struct view *view, const struct edition_page *shown,
                          struct dictionary *page)
{
    struct dictionary *problems = NULL;
    const struct input *typed = shown->typed;
    if (!typed || typed->sound)
        return;
    problems = dictionary_section(page, "PROBLEMS");
    for (size_t i = 0; i < typed->form->count; i++)
        if (typed->faults[i]) {
            const struct field *field = &typed->form->fields[i];
            struct dictionary *problem = dictionary_section(problems, "PROBLEM");
            dictionary_set(problem, "PLACE", field->name);
            fill_fault(view, typed->faults[i], problem);
            if (field->label)
                dictionary_set(dictionary_section(problem, "LABELLED"), "LABEL",
                               view_phrase(view, field->label));
        }
    for (size_t i = 0; i < typed->further_count; i++)
        if (typed->further[i].fault) {
            struct dictionary *problem = dictionary_section(problems, "PROBLEM");
            dictionary_set(problem, "PLACE", typed->further[i].name);
            fill_fault(view, typed->further[i].fault, problem);
            view_field_label(view, typed->further[i].name, problem);
        }
}

void view_save(const struct save *save, struct dictionary *row)
{
    static const struct {
        const char *state, *section;
    } states[] = { { "draft", "DRAFT" },
                   { "replaced", "REPLACED" },
                   { "published", "PUBLISHED" },
                   { "superseded", "SUPERSEDED" } };
    dictionary_set(row, "AT", save->at);
    dictionary_set(row, "NOTE", save->note);
    if (save->author)
        dictionary_set(dictionary_section(row, "BY"), "AUTHOR", save->author);
    if (save->restored)
        dictionary_set(dictionary_section(row, "RESTORED"), "RESTORED_AT", save->restored);
    for (size_t k = 0; k < sizeof states / sizeof *states; k++)
        if (strcmp(states[k].state, save->state) == 0)
            dictionary_section(row, states[k].section);
}

static void fill_done(const struct edition_page *shown, struct dictionary *page)
{
    static const struct {
        const char *done, *section;
    } sections[] = { { "save", "IS_SAVED" },
                     { "publish", "IS_PUBLISHED" },
                     { "aligned", "IS_ALIGNED" },
                     { "restore", "IS_RESTORED" } };
    for (size_t i = 0; shown->done && i < sizeof sections / sizeof *sections; i++)
        if (strcmp(sections[i].done, shown->done) == 0)
            dictionary_section(dictionary_section(page, "DONE"), sections[i].section);
}

/* The value of a line of the form: as typed, or else as saved. */
static const char *line_of(const struct input *typed, const char *name, const char *saved)
{
    const char *value = typed ? input_value(typed, name) : saved;
    return value ? value : "";
}

static void fill_moment(const struct view *view, const struct edition_page *shown,
                        struct dictionary *page)
{
    view_moment(view, shown->typed, shown->edition->publish_day, shown->edition->publish_time,
                page);
    if (!shown->edition->publish_day)
        return;
    struct dictionary *scheduled = dictionary_section(page, "SCHEDULED");
    dictionary_set(scheduled, "DAY", shown->edition->publish_day);
    dictionary_set(scheduled, "TIME", shown->edition->publish_time);
}

/* Why the draft could not be published at its time. */
static void fill_failure(const struct edition *edition, struct dictionary *page)
{
    if (!edition->failed_day)
        return;
    struct dictionary *failed = dictionary_section(page, "UNPUBLISHED");
    dictionary_set(failed, "DAY", edition->failed_day);
    dictionary_set(failed, "TIME", edition->failed_time);
    if (strcmp(edition->failed_because, "address") == 0)
        dictionary_section(failed, "BY_ADDRESS");
    else if (strcmp(edition->failed_because, "texts") == 0)
        dictionary_section(failed, "BY_TEXTS");
    else
        dictionary_set(dictionary_section(failed, "BY_OTHER"), "MESSAGE", edition->failed_because);
}

static void fill_slug(const struct view *view, const struct edition_page *shown,
                      struct dictionary *page)
{
    const char *slug = line_of(shown->typed, "slug", shown->edition->slug);
    struct dictionary *item = dictionary_section(page, "SLUG_FIELD");
    enum fault fault = input_fault_of(shown->typed, "slug");
    if (fault)
        fill_fault(view, fault, dictionary_section(item, "FAULT"));
    if (shown->theirs && *slug)
        slug = fill_conflict(view, shown->began->slug ? shown->began->slug : "",
                             shown->theirs->slug ? shown->theirs->slug : "", slug, item);
    dictionary_set(item, "SLUG", slug);
}

static void fill_head(const struct view *view, const struct edition_page *shown,
                      struct dictionary *page)
{
    const struct edition *edition = shown->edition;
    const char *base = shown->base ? shown->base : edition->id;
    dictionary_set(page, "ACTION",
                   route_path(view->arena, ROUTE_DESK_TEXT, shown->language, edition->key));
    dictionary_set(page, "HISTORY_PATH",
                   route_path(view->arena, ROUTE_DESK_HISTORY, shown->language, edition->key));
    dictionary_set(page, "FORM_TOKEN", shown->form_token);
    dictionary_set(page, "DOCUMENT_TITLE", edition->title);
    dictionary_set(page, "DOCUMENT_PATH",
                   route_path(view->arena, ROUTE_DESK_DOCUMENT, view->language, edition->key));
    dictionary_set(page, "ORIGINAL_TAG", language_tag(edition->original));
    dictionary_set(page, "TAG", language_tag(shown->language));
    dictionary_set(page, "LANGUAGE_NAME", language_name(shown->language));
    dictionary_set(page, "BASE", or_empty(base));
    dictionary_set(page, "ORIGINAL_ID", or_empty(edition->original_id));
    dictionary_set(page, "NOTE_TYPED", line_of(shown->typed, "note", NULL));
}

void view_edition(const struct view *view, const struct edition_page *shown,
                  struct dictionary *page)
{
    const struct edition *edition = shown->edition;
    fill_head(view, shown, page);
    if (!edition->original_id && edition->published) {
        struct dictionary *minor = dictionary_section(page, "MINOR");
        if (shown->typed ? input_value(shown->typed, "minor") != NULL : edition->minor)
            dictionary_section(minor, "IS_TICKED");
    }
    if (shown->theirs) {
        struct dictionary *conflict = dictionary_section(page, "CONFLICT");
        const char *author = shown->theirs->author ? shown->theirs->author : "";
        dictionary_section(conflict, strcmp(author, shown->account) == 0 ? "OWN" : "OTHER");
        dictionary_set(conflict, "AUTHOR", author);
        dictionary_set(conflict, "AT", or_empty(shown->theirs->at));
    }
    fill_problems(view, shown, page);
    fill_done(shown, page);
    fill_failure(edition, page);
    fill_outdated(view, shown, page);
    for (size_t i = 0; i < edition->text_count; i++)
        fill_text(view, shown, &edition->texts[i], page);
    fill_slug(view, shown, page);
    fill_moment(view, shown, page);
    for (size_t i = 0; i < shown->saves->count; i++)
        view_save(&shown->saves->items[i], dictionary_section(page, "SAVE"));
}
