/* SPDX-License-Identifier: EUPL-1.2 */
/* Desk home: what needs attention, and the overview of documents and languages,
 * templates/desk/home/page.tpl. */
#include "desk/home/view.h"

#include <string.h>

#include "desk/home/matrix_view.h"
#include "kinds/report/desk_view.h"
#include "record/view.h"
#include "text/dates.h"

/* A longer list of findings is folded at first. */
enum { UNFOLDED_MAX = 5 };

/* The section of the template for each kind; the template has the words. */
static const char *const finding_sections[FINDING_KINDS] = {
    [FINDING_FAILED] = "FAILED",     [FINDING_CONCLUSIONS] = "CONCLUSIONS",
    [FINDING_PLANNED] = "PLANNED",   [FINDING_MISSING] = "MISSING",
    [FINDING_OUTDATED] = "OUTDATED", [FINDING_GAP] = "GAP",
    [FINDING_VACANT] = "VACANT",     [FINDING_LINK] = "LINK",
    [FINDING_DRAFT] = "DRAFT",
};

/* How many of TOTAL are left after those SHOWN; "9980+" when only MAX were counted. */
static const char *rest_written(const struct view *view, long total, size_t shown, long max)
{
    return arena_print(view->arena, "%ld%s", (total > max ? max : total) - (long)shown,
                       total > max ? "+" : "");
}

/* The days "FIRST/LAST", one of which may be "..". */
static void fill_days(const struct view *view, const char *days, struct dictionary *item)
{
    const char *slash = strchr(days, '/'), *last = slash + 1;
    const char *first = arena_copy_bytes(view->arena, days, (size_t)(slash - days));
    if (strcmp(first, "..") == 0)
        dictionary_set(dictionary_section(item, "UNTIL"), "DAY",
                       date_written(last, view->language, view->arena));
    else if (strcmp(last, "..") == 0)
        dictionary_set(dictionary_section(item, "SINCE"), "DAY",
                       date_written(first, view->language, view->arena));
    else
        dictionary_set(dictionary_section(item, "DAYS"), "DAY",
                       date_range_written(first, last, view->language, view->arena));
}

/* The time and the reason of a failed publication. */
static void fill_failure(const struct view *view, const char *detail, struct dictionary *item)
{
    const char *reason = detail + FINDING_MINUTE_LENGTH + 1;
    struct dictionary *since = dictionary_section(item, "WHEN");
    dictionary_set(since, "MINUTE", arena_copy_bytes(view->arena, detail, FINDING_MINUTE_LENGTH));
    if (strcmp(reason, "address") == 0)
        dictionary_section(since, "BY_ADDRESS");
    else if (strcmp(reason, "texts") == 0)
        dictionary_section(since, "BY_TEXTS");
    else
        dictionary_set(dictionary_section(since, "BY_OTHER"), "MESSAGE", reason);
}

static void fill_detail(const struct view *view, const struct finding *finding,
                        struct dictionary *item)
{
    switch (finding->kind) {
    case FINDING_FAILED:
        fill_failure(view, finding->detail, item);
        break;
    case FINDING_CONCLUSIONS:
    case FINDING_PLANNED:
        dictionary_set(dictionary_section(item, "DAYS"), "DAY",
                       date_written(finding->detail, view->language, view->arena));
        break;
    case FINDING_DRAFT:
        dictionary_set(dictionary_section(item, "SINCE"), "DAY",
                       date_written(finding->detail, view->language, view->arena));
        break;
    case FINDING_GAP:
    case FINDING_VACANT:
        fill_days(view, finding->detail, item);
        break;
    case FINDING_MISSING:
        if (finding->detail)
            dictionary_section(item, "DRAFTED");
        break;
    case FINDING_LINK:
        dictionary_set(dictionary_section(item, "TARGET"), "KEY", finding->detail);
        break;
    default:
        break;
    }
}

/* The page on which a finding can be mended: the form of the record for facts, that of the text for
 * texts. */
static const char *path_of(const struct view *view, const struct finding *finding)
{
    switch (finding->kind) {
    case FINDING_CONCLUSIONS:
    case FINDING_PLANNED:
        return route_path(view->arena, ROUTE_DESK_MEETING, EN, finding->key);
    case FINDING_GAP:
    case FINDING_VACANT:
        return route_path(view->arena,
                          finding->document == DOCUMENT_PARTNER ? ROUTE_DESK_PARTNER
                                                                : ROUTE_DESK_TOPIC,
                          EN, finding->key);
    default:
        return route_path(view->arena, ROUTE_DESK_TEXT,
                          finding->language == LANGUAGES ? finding->original : finding->language,
                          finding->key);
    }
}

static void fill_finding(const struct view *view, const struct finding *finding,
                         struct dictionary *item)
{
    dictionary_set(item, "TITLE", finding->title);
    dictionary_set(item, "ORIGINAL_TAG", language_tag(finding->original));
    dictionary_set(item, "PATH", path_of(view, finding));
    if (finding->kind != FINDING_CONCLUSIONS && finding->kind != FINDING_PLANNED)
        view_apart(view, finding->forum, finding->starts, item);
    else
        view_apart(view, finding->forum, NULL, item);
    if (finding->language != LANGUAGES)
        dictionary_set(dictionary_section(item, "OF_LANGUAGE"), "TAG",
                       language_tag(finding->language));
    fill_detail(view, finding, item);
}

/* The number of findings that are not shown, and a link to the overview if it can list them. */
static void fill_rest(const struct view *view, enum finding_kind kind, const char *rest,
                      struct dictionary *group)
{
    static const enum text_state states[FINDING_KINDS] = {
        [FINDING_FAILED] = TEXT_STATES,     [FINDING_CONCLUSIONS] = TEXT_STATES,
        [FINDING_PLANNED] = TEXT_STATES,    [FINDING_MISSING] = TEXT_MISSING,
        [FINDING_OUTDATED] = TEXT_OUTDATED, [FINDING_GAP] = TEXT_STATES,
        [FINDING_VACANT] = TEXT_STATES,     [FINDING_LINK] = TEXT_STATES,
        [FINDING_DRAFT] = TEXT_DRAFT,
    };
    struct dictionary *more = dictionary_section(group, "MORE");
    dictionary_set(more, "REST", rest);
    if (states[kind] != TEXT_STATES) {
        struct matrix_filter filter = { .state = text_state_name(states[kind]) };
        dictionary_set(dictionary_section(more, "ALL"), "PATH", view_matrix_address(view, &filter));
    }
}

static void fill_findings(const struct view *view, const struct findings *findings,
                          struct dictionary *page)
{
    size_t next = 0;
    for (enum finding_kind kind = 0; kind < FINDING_KINDS; kind++) {
        size_t shown = 0;
        long total = findings->totals[kind];
        if (total == 0)
            continue;
        struct dictionary *group = dictionary_section(page, "CARE");
        dictionary_section(group, finding_sections[kind]);
        dictionary_set(group, "COUNT", rest_written(view, total, 0, FINDINGS_COUNTED_MAX));
        if (total <= UNFOLDED_MAX)
            dictionary_section(group, "UNFOLDED");
        for (; next < findings->count && findings->items[next].kind == kind; next++, shown++)
            fill_finding(view, &findings->items[next], dictionary_section(group, "FINDING"));
        if (shown < (size_t)total)
            fill_rest(view, kind, rest_written(view, total, shown, FINDINGS_COUNTED_MAX), group);
    }
}

static void fill_new(const struct view *view, const struct kind *kind, struct dictionary *page)
{
    if (kind->new_record == ROUTES)
        return;
    struct dictionary *new = dictionary_section(page, "NEW");
    dictionary_set(new, "PATH", route_path(view->arena, kind->new_record, view->language, NULL));
    dictionary_set(new, "WORDS", view_phrase(view, kind->add));
}

/* Links to the empty forms. The kinds that have a list come first: new ones of these are more
 * frequent. */
static void fill_all_new(const struct view *view, struct dictionary *page)
{
    for (enum document_kind kind = 0; kind < DOCUMENT_KINDS; kind++)
        if (document_kinds[kind].list != ROUTES)
            fill_new(view, &document_kinds[kind], page);
    for (enum document_kind kind = 0; kind < DOCUMENT_KINDS; kind++)
        if (document_kinds[kind].list == ROUTES)
            fill_new(view, &document_kinds[kind], page);
}

void view_desk_home(const struct view *view, const struct findings *findings,
                    const struct report_counts *reports, const struct matrix_page *shown,
                    struct dictionary *page)
{
    fill_all_new(view, page);
    view_report_counts(view, reports, page);
    fill_findings(view, findings, page);
    if (findings->count == 0 && !reports->long_waiting && !reports->held)
        dictionary_section(page, "CARED_FOR");
    view_matrix(view, shown, page);
}
