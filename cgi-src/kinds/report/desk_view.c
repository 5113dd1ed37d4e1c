/* SPDX-License-Identifier: EUPL-1.2 */
/* Reports of visitors at the desk, templates/kinds/report/desk_list.tpl and desk.tpl. */
#include "kinds/report/desk_view.h"

#include <string.h>

#include "http/query.h"
#include "kinds/register/list_view.h"
#include "text/dates.h"

static const char *const outcome_sections[REPORT_OUTCOMES] = {
    [REPORT_NEW] = "IS_NEW",       [REPORT_HELD] = "IS_HELD",         [REPORT_TAKEN] = "IS_TAKEN",
    [REPORT_MERGED] = "IS_MERGED", [REPORT_REJECTED] = "IS_REJECTED", [REPORT_LAPSED] = "IS_LAPSED"
};

/* Addresses have references in lower case. */
static const char *report_path(const struct view *view, const char *reference)
{
    char *slug = arena_copy(view->arena, reference);
    for (char *at = slug; *at; at++)
        if (*at >= 'A' && *at <= 'Z')
            *at = (char)(*at - 'A' + 'a');
    return route_path(view->arena, ROUTE_DESK_REPORT, view->language, slug);
}

static const char *reports_path(const struct view *view, enum report_outcome outcome, long number)
{
    const struct parameter parameters[] = {
        { "outcome", outcome == REPORT_OUTCOMES ? NULL : report_outcome_name(outcome) },
        { "page", number > 1 ? arena_print(view->arena, "%ld", number) : NULL },
    };
    return arena_print(
        view->arena, "%s%s", route_path(view->arena, ROUTE_DESK_REPORTS, view->language, NULL),
        query_write(parameters, sizeof parameters / sizeof *parameters, view->arena));
}

static void fill_entry(const struct view *view, const struct report_entry *entry,
                       struct dictionary *row)
{
    dictionary_set(row, "PATH", report_path(view, entry->reference));
    dictionary_set(row, "REFERENCE", entry->reference);
    dictionary_set(row, "DAY", entry->day);
    dictionary_set(row, "TAG", language_tag(entry->language));
    dictionary_section(row, outcome_sections[entry->outcome]);
    if (!entry->beginning) {
        dictionary_section(row, "SWEPT");
        return;
    }
    struct dictionary *words = dictionary_section(row, "WORDS");
    dictionary_set(words, "WHERE", entry->place);
    dictionary_set(words, "BEGINNING", entry->beginning);
    dictionary_set(words, "WORDS_TAG", language_tag(entry->language));
}

static void fill_filter(const struct view *view, const struct report_list_page *shown,
                        struct dictionary *page)
{
    dictionary_set(page, "ACTION",
                   route_path(view->arena, ROUTE_DESK_REPORTS, view->language, NULL));
    const char *chosen =
        shown->outcome == REPORT_OUTCOMES ? NULL : report_outcome_name(shown->outcome);
    for (enum report_outcome outcome = 0; outcome < REPORT_OUTCOMES; outcome++)
        dictionary_section(
            view_option(page, "OUTCOME_OPTION", report_outcome_name(outcome), chosen),
            outcome_sections[outcome]);
    if (chosen)
        dictionary_set(dictionary_section(page, "FILTERED"), "PATH",
                       reports_path(view, REPORT_OUTCOMES, 1));
}

static void fill_pages(const struct view *view, const struct report_list_page *shown,
                       struct dictionary *page)
{
    if (shown->number == 1 && !shown->more)
        return;
    struct dictionary *pages = dictionary_section(page, "PAGES");
    if (shown->number > 1)
        dictionary_set(dictionary_section(pages, "BEFORE"), "PATH",
                       reports_path(view, shown->outcome, shown->number - 1));
    if (shown->more)
        dictionary_set(dictionary_section(pages, "AFTER"), "PATH",
                       reports_path(view, shown->outcome, shown->number + 1));
}

static const char *count_written(const struct view *view, long count)
{
    bool more = count > REPORTS_COUNTED_MAX;
    return arena_print(view->arena, "%ld%s", more ? (long)REPORTS_COUNTED_MAX : count,
                       more ? "+" : "");
}

static void fill_waiting(const struct view *view, const struct report_counts *length,
                         struct dictionary *page)
{
    if (!length->waiting) {
        dictionary_section(page, "NONE_WAITING");
        return;
    }
    struct dictionary *waiting = dictionary_section(page, "WAITING");
    dictionary_set(waiting, "COUNT", count_written(view, length->waiting));
    dictionary_set(waiting, "SINCE_DAY", date_written(length->since, view->language, view->arena));
}

static void fill_held(const struct view *view, const struct report_counts *length,
                      struct dictionary *page)
{
    if (length->held) {
        struct dictionary *held = dictionary_section(page, "HELD");
        dictionary_set(held, "PATH", reports_path(view, REPORT_HELD, 1));
        dictionary_set(held, "NUMBER", arena_print(view->arena, "%ld", length->held));
    }
    if (length->dropped)
        dictionary_set(dictionary_section(page, "DROPPED"), "NUMBER",
                       arena_print(view->arena, "%ld", length->dropped));
}

void view_report_list(const struct view *view, const struct report_list_page *shown,
                      struct dictionary *page)
{
    fill_waiting(view, shown->length, page);
    fill_held(view, shown->length, page);
    fill_filter(view, shown, page);
    if (shown->list->count == 0)
        dictionary_section(page, "NONE");
    struct dictionary *list = shown->list->count ? dictionary_section(page, "LIST") : NULL;
    for (size_t i = 0; i < shown->list->count; i++)
        fill_entry(view, &shown->list->items[i], dictionary_section(list, "ROW"));
    fill_pages(view, shown, page);
}

const char *view_reported(struct view its, enum language language)
{
    const struct view *view = &its;
    its.language = language;
    return view_phrase(view, "Reported on this site.");
}

void view_report_counts(const struct view *view, const struct report_counts *length,
                        struct dictionary *page)
{
    dictionary_set(page, "REPORTS", reports_path(view, REPORT_OUTCOMES, 1));
    if (length->waiting)
        dictionary_set(dictionary_section(page, "REPORTS_WAITING"), "REPORTS_COUNT",
                       count_written(view, length->waiting));
    if (length->long_waiting) {
        struct dictionary *finding = dictionary_section(page, "REPORTS_LEFT");
        dictionary_set(finding, "PATH", reports_path(view, REPORT_NEW, 1));
        dictionary_set(finding, "COUNT", count_written(view, length->long_waiting));
    }
    if (length->held) {
        struct dictionary *finding = dictionary_section(page, "REPORTS_HELD");
        dictionary_set(finding, "PATH", reports_path(view, REPORT_HELD, 1));
        dictionary_set(finding, "COUNT", count_written(view, length->held));
    }
}

/* The subject of the letter that the editor may send to the reporter. VIEW is in the reporter's
 * language. */
static const char *subject_for(const struct view *view, const char *reference)
{
    return arena_print(view->arena, "%s %s", view_phrase(view, "Your report"), reference);
}

/* The form for feedback has no field "affected"; the report then has its name there
 * (report/page.c). */
static bool is_of_page(const struct view *view, const struct report *report)
{
    return report->affected &&
           strcmp(report->affected, view_phrase(view, "Feedback on this website")) == 0;
}

static const char *letter_for(const struct view *view, const struct report *report)
{
    const char *thanks =
        is_of_page(view, report)
            ? view_phrase(view,
                          "Thank you for your comment on this website. The reference number is")
            : view_phrase(
                  view, "Thank you for reporting a cross-border obstacle. The reference number is");
    return arena_print(view->arena, "%s\r\n\r\n%s %s\r\n\r\n\r\n\r\n%s\r\n%s\r\n",
                       view_phrase(view, "Dear Sir or Madam,"), thanks, report->reference,
                       view_phrase(view, "Yours sincerely,"),
                       view_phrase(view, "Secretariat-General of the Benelux Union"));
}

/* A link that opens the editor's own mail program (RFC 6068): the site sends no mail. */
static void fill_email(const struct view *view, const struct report *report,
                       struct dictionary *page)
{
    struct view theirs = *view;
    theirs.language = report->language;
    const struct parameter fields[] = {
        { "to", report->email },
        { "subject", subject_for(&theirs, report->reference) },
        { "body", letter_for(&theirs, report) },
    };
    struct dictionary *email = dictionary_section(page, "EMAIL");
    dictionary_set(email, "ADDRESS", report->email);
    dictionary_set(email, "LETTER",
                   query_write(fields, sizeof fields / sizeof *fields, view->arena) + 1);
}

static void fill_text(const char *text, const char *section, const struct report *report,
                      struct dictionary *page)
{
    if (!text)
        return;
    struct dictionary *part = dictionary_section(page, section);
    dictionary_set(part, "TEXT", text);
    dictionary_set(part, "TEXT_TAG", language_tag(report->language));
}

/* The outcome, and who decided it. */
static void fill_outcome(const struct view *view, const struct report *report,
                         const char *form_token, struct dictionary *page)
{
    struct dictionary *outcome = dictionary_section(page, "OUTCOME");
    dictionary_section(outcome, outcome_sections[report->outcome]);
    if (report->handled) {
        struct dictionary *handled = dictionary_section(outcome, "HANDLED");
        dictionary_set(handled, "WHEN", date_written(report->handled, view->language, view->arena));
        if (report->handled_by)
            dictionary_set(dictionary_section(handled, "BY"), "WHO", report->handled_by);
    }
    if (report->key) {
        struct dictionary *document = dictionary_section(outcome, "DOCUMENT");
        dictionary_set(document, "PATH",
                       route_path(view->arena, ROUTE_DESK_DOCUMENT, view->language, report->key));
        dictionary_set(document, "TITLE", report->title ? report->title : report->key);
    }
    if (report->reason)
        dictionary_set(dictionary_section(outcome, "BECAUSE"), "REASON", report->reason);
    if (report->reopens) {
        struct dictionary *reopen = dictionary_section(outcome, "REOPEN");
        dictionary_set(reopen, "ACTION", report_path(view, report->reference));
        dictionary_set(reopen, "FORM_TOKEN", form_token);
    }
}

static const char *typed(const struct input *input, const char *name)
{
    const char *value = input_value(input, name);
    return value ? value : "";
}

static const char *words_of(enum fault fault)
{
    switch (fault) {
    case FAULT_UNKNOWN:
        return "UNKNOWN";
    case FAULT_TOO_LONG:
        return "TOO_LONG";
    case FAULT_CHARACTERS:
        return "CHARACTERS";
    default:
        return "MISSING";
    }
}

/* The faults of the fields, each at its field and in the summary. */
static void fill_faults(const struct view *view, const struct report_desk_page *shown,
                        struct dictionary *page, struct dictionary *acts)
{
    static const struct {
        const char *name, *section;
        bool choice; /* any fault means that no choice was made */
    } sections[] = {
        { "field", "FIELD_FAULT", true },    { "border", "BORDER_FAULT", true },
        { "title", "TITLE_FAULT", false },   { "key", "KEY_FAULT", false },
        { "reason", "REASON_FAULT", false },
    };
    (void)view;
    if (shown->input->sound)
        return;
    struct dictionary *problem = dictionary_section(page, "PROBLEM");
    const struct form *form = shown->input->form;
    for (size_t i = 0; i < form->count; i++)
        for (size_t k = 0; k < sizeof sections / sizeof *sections && shown->input->faults[i]; k++) {
            if (strcmp(sections[k].name, form->fields[i].name) != 0)
                continue;
            const char *words = sections[k].choice ? "MISSING" : words_of(shown->input->faults[i]);
            dictionary_section(dictionary_section(problem, sections[k].section), words);
            dictionary_section(dictionary_section(acts, sections[k].section), words);
        }
}

static void fill_options(const struct view *view, const struct report_desk_page *shown,
                         struct dictionary *acts)
{
    const struct input *input = shown->input;
    for (enum register_field field = 0; field < REGISTER_FIELDS; field++)
        view_register_field(
            view, field,
            view_option(acts, "FIELD_OPTION", register_fields[field].name, typed(input, "field")));
    for (size_t i = 0; i < shown->areas->count; i++)
        if (strcmp(shown->areas->items[i].kind, "border") == 0)
            dictionary_set(view_option(acts, "BORDER_OPTION", shown->areas->items[i].key,
                                       typed(input, "border")),
                           "LABEL", shown->areas->items[i].name);
    const char *original = *typed(input, "original") ? typed(input, "original")
                                                     : language_tag(shown->report->language);
    for (enum language language = 0; language < LANGUAGES; language++)
        dictionary_set(view_option(acts, "ORIGINAL_OPTION", language_tag(language), original),
                       "LABEL", language_name(language));
    for (size_t i = 0; i < shown->obstacles->count; i++) {
        struct dictionary *obstacle = dictionary_section(acts, "OBSTACLE_OPTION");
        dictionary_set(obstacle, "KEY", shown->obstacles->items[i].key);
        dictionary_set(obstacle, "TITLE", shown->obstacles->items[i].title);
    }
    (void)view;
}

static void fill_acts(const struct view *view, const struct report_desk_page *shown,
                      struct dictionary *page)
{
    struct dictionary *acts = dictionary_section(page, "ACTS");
    dictionary_set(acts, "ACTION", report_path(view, shown->report->reference));
    dictionary_set(acts, "FORM_TOKEN", shown->form_token);
    dictionary_set(acts, "TITLE_TYPED", typed(shown->input, "title"));
    dictionary_set(acts, "KEY_TYPED", typed(shown->input, "key"));
    dictionary_set(acts, "REASON_TYPED", typed(shown->input, "reason"));
    fill_options(view, shown, acts);
    fill_faults(view, shown, page, acts);
}

void view_report_desk(const struct view *view, const struct report_desk_page *shown,
                      struct dictionary *page)
{
    const struct report *report = shown->report;
    dictionary_set(page, "REFERENCE", report->reference);
    dictionary_set(page, "REPORTS_PATH", reports_path(view, REPORT_OUTCOMES, 1));
    dictionary_set(page, "CAME", date_written(report->day, view->language, view->arena));
    dictionary_set(page, "LANGUAGE_NAME", language_name(report->language));
    dictionary_set(page, "TAG", language_tag(report->language));
    if (shown->too_late)
        dictionary_section(page, "TOO_LATE");
    if (shown->done)
        dictionary_section(page, "DONE");
    fill_text(report->obstacle, "HINDERS", report, page);
    fill_text(report->place, "PLACE", report, page);
    fill_text(report->affected, "AFFECTED", report, page);
    fill_text(report->cause, "CAUSE", report, page);
    if (!report->obstacle)
        dictionary_section(page, "SWEPT");
    if (report->email)
        fill_email(view, report, page);
    if (report->outcome == REPORT_HELD)
        dictionary_section(page, "HELD");
    if (report->outcome == REPORT_NEW || report->outcome == REPORT_HELD)
        fill_acts(view, shown, page);
    else
        fill_outcome(view, report, shown->form_token, page);
}
