/* SPDX-License-Identifier: EUPL-1.2 */
/* Report: the forms in which visitors report an obstacle or a fault of this website,
 * templates/kinds/report/page.tpl. */
#include "kinds/report/view.h"

#include <string.h>

#include "base/characters.h"
#include "base/utf8.h"
#include "http/query.h"

/* The fields, the sections of the template for them, and whether the words of the field and of its
 * faults depend on the subject. */
static const struct {
    const char *name, *section;
    bool by_subject, faults_by_subject;
} sections[] = {
    { "obstacle", "OBSTACLE", true, false },  { "place", "PLACE", true, true },
    { "affected", "AFFECTED", false, false }, { "cause", "CAUSE", false, false },
    { "email", "EMAIL", false, false },
};

static void fill_fault(const struct view *view, const char *value, enum fault fault,
                       struct dictionary *parent)
{
    if (fault == FAULT_MISSING)
        dictionary_section(parent, "MISSING");
    else if (fault == FAULT_TOO_LONG)
        dictionary_set(dictionary_section(parent, "TOO_LONG"), "TYPED",
                       arena_print(view->arena, "%zu", utf8_length(value)));
    else
        dictionary_section(parent, fault == FAULT_NO_EMAIL ? "NO_EMAIL" : "MALFORMED");
}

/* The section for the subject, which has the words. */
static struct dictionary *fill_subject(enum route_id route, struct dictionary *parent)
{
    return dictionary_section(parent, route == ROUTE_FEEDBACK ? "OF_PAGE" : "OF_BORDER");
}

/* Fills the field, and its fault in FAULTS. */
static void fill_field(const struct view *view, const struct report_page *shown, size_t index,
                       struct dictionary *page, struct dictionary *faults)
{
    const struct input *input = shown->input;
    const struct field *field = &input->form->fields[index];
    const char *value = input->values[index] ? input->values[index] : "";
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        if (strcmp(sections[i].name, field->name) != 0)
            continue;
        struct dictionary *item = dictionary_section(page, sections[i].section);
        dictionary_set(item, "VALUE", value);
        if (sections[i].by_subject)
            fill_subject(shown->route, item);
        if (!input->faults[index])
            continue;
        dictionary_section(item, "INVALID");
        struct dictionary *places[] = {
            dictionary_section(item, "FAULT"),
            dictionary_section(faults, arena_print(view->arena, "%s_FAULT", sections[i].section))
        };
        for (size_t k = 0; k < 2; k++)
            fill_fault(view, value, input->faults[index],
                       sections[i].faults_by_subject ? fill_subject(shown->route, places[k])
                                                     : places[k]);
    }
}

/* The time to wait, in minutes or hours as a person would say it, rounded up. */
static void fill_wait(const struct view *view, long seconds, struct dictionary *problem)
{
    long minutes = (seconds + 59) / 60;
    struct dictionary *wait = dictionary_section(problem, "TOO_MANY");
    if (minutes == 1)
        dictionary_section(wait, "MINUTE");
    else if (minutes < 120)
        dictionary_set(dictionary_section(wait, "MINUTES"), "NUMBER",
                       arena_print(view->arena, "%ld", minutes));
    else
        dictionary_set(dictionary_section(wait, "HOURS"), "NUMBER",
                       arena_print(view->arena, "%ld", (minutes + 59) / 60));
}

static void fill_trouble(const struct view *view, const struct report_page *shown,
                         struct dictionary *problem)
{
    if (shown->trouble == REPORT_AGAIN_SOON)
        dictionary_section(problem, "TOO_SOON");
    if (shown->trouble == REPORT_PAGE_WAS_OLD)
        dictionary_section(problem, "EXPIRED");
    if (shown->trouble == REPORT_ENOUGH_BY_NOW)
        fill_wait(view, shown->wait, problem);
    if (shown->trouble == REPORT_FAULT_HERE)
        dictionary_section(problem, "AWAY");
}

void view_report(const struct view *view, const struct report_page *shown, struct dictionary *page)
{
    struct dictionary *form = dictionary_section(page, "FORM");
    fill_subject(shown->route, form);
    dictionary_set(form, "ACTION", route_path(view->arena, shown->route, view->language, NULL));
    dictionary_set(form, "STAMP", or_empty(shown->stamp));
    bool sound = shown->input->sound;
    struct dictionary *problem =
        sound && !shown->trouble ? NULL : dictionary_section(form, "PROBLEM");
    struct dictionary *faults = sound ? NULL : dictionary_section(problem, "FAULTS");
    for (size_t i = 0; i < shown->input->form->count; i++)
        fill_field(view, shown, i, form, faults);
    if (problem)
        fill_trouble(view, shown, problem);
}

void view_report_sent(const struct view *view, enum route_id route, const char *reference,
                      struct dictionary *page)
{
    struct dictionary *sent = dictionary_section(page, "SENT");
    dictionary_set(sent, "REFERENCE", reference);
    fill_subject(route, sent);
    dictionary_set(sent, "ANOTHER", route_path(view->arena, route, view->language, NULL));
}

static const char *name_of(const struct view *view, enum route_id route)
{
    return view_phrase(view,
                       route == ROUTE_FEEDBACK ? "Feedback on this website" : "Report an obstacle");
}

static const char *title_of(const struct view *view, enum route_id route, const char *reference,
                            bool comes_back)
{
    const char *title =
        reference ? view_phrase(view, "Your report has come in") : name_of(view, route);
    return comes_back
               ? arena_print(view->arena, "%s: %s", view_phrase(view, "There is a problem"), title)
               : title;
}

struct frame view_report_frame(const struct view *view, enum route_id route, const char *reference,
                               bool comes_back, const struct menu *menu)
{
    struct frame frame = {
        .title = title_of(view, route, reference, comes_back),
        .description = view_phrase(view, "Is a rule on the other side of a border getting in your "
                                         "way? Tell us, without an account."),
        .text_language = view->language,
        .menu = menu,
    };
    if (menu)
        view_crumb_home(view, menu, &frame);
    if (frame.crumb_count)
        frame.crumbs[frame.crumb_count++] =
            (struct crumb){ .label = name_of(view, route), .language = view->language };
    const struct parameter parameter = { "reference", reference };
    const char *query = query_write(&parameter, 1, view->arena);
    for (enum language language = 0; language < LANGUAGES; language++)
        frame.paths[language] =
            arena_print(view->arena, "%s%s", route_path(view->arena, route, language, NULL), query);
    frame.canonical = reference || comes_back ? NULL : frame.paths[view->language];
    return frame;
}
