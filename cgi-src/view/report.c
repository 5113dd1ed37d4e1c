/* Report: the form in which visitors tell of an obstacle, templates/pages/report.tpl. */
#include "view/report.h"

#include <string.h>

#include "base/utf8.h"
#include "http/query.h"

/* A field, and the section that stands for it in the template. */
static const struct {
    const char *name, *section;
} sections[] = {
    { "obstacle", "OBSTACLE" }, { "place", "PLACE" }, { "affected", "AFFECTED" }, { "cause", "CAUSE" }, { "email", "EMAIL" },
};

static void fill_fault(const struct view *view, const char *value, enum fault fault, struct dictionary *parent)
{
    if (fault == FAULT_MISSING)
        dictionary_section(parent, "MISSING");
    else if (fault == FAULT_TOO_LONG)
        dictionary_set(dictionary_section(parent, "TOO_LONG"), "TYPED", arena_print(view->arena, "%zu", utf8_length(value)));
    else
        dictionary_section(parent, fault == FAULT_NO_EMAIL ? "NO_EMAIL" : "MALFORMED");
}

/* The field, and in FAULTS what is wrong with it. */
static void fill_field(const struct view *view, const struct input *input, size_t index, struct dictionary *page,
                       struct dictionary *faults)
{
    const struct field *field = &input->form->fields[index];
    const char *value = input->values[index] ? input->values[index] : "";
    for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
        if (strcmp(sections[i].name, field->name) != 0)
            continue;
        struct dictionary *item = dictionary_section(page, sections[i].section);
        dictionary_set(item, "VALUE", value);
        if (!input->faults[index])
            continue;
        dictionary_section(item, "INVALID");
        fill_fault(view, value, input->faults[index], dictionary_section(item, "FAULT"));
        fill_fault(view, value, input->faults[index],
                   dictionary_section(faults, arena_print(view->arena, "%s_FAULT", sections[i].section)));
    }
}

/* In minutes or hours, whichever a person would say; never less than there is. */
static void fill_wait(const struct view *view, long seconds, struct dictionary *problem)
{
    long minutes = (seconds + 59) / 60;
    struct dictionary *wait = dictionary_section(problem, "TOO_MANY");
    if (minutes == 1)
        dictionary_section(wait, "MINUTE");
    else if (minutes < 120)
        dictionary_set(dictionary_section(wait, "MINUTES"), "NUMBER", arena_print(view->arena, "%ld", minutes));
    else
        dictionary_set(dictionary_section(wait, "HOURS"), "NUMBER", arena_print(view->arena, "%ld", (minutes + 59) / 60));
}

static void fill_trouble(const struct view *view, const struct report_page *shown, struct dictionary *problem)
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
    dictionary_set(form, "ACTION", route_path(view->arena, ROUTE_REPORT, view->language, NULL));
    dictionary_set(form, "STAMP", shown->stamp ? shown->stamp : "");
    bool sound = shown->input->sound;
    struct dictionary *problem = sound && !shown->trouble ? NULL : dictionary_section(form, "PROBLEM");
    struct dictionary *faults = sound ? NULL : dictionary_section(problem, "FAULTS");
    for (size_t i = 0; i < shown->input->form->count; i++)
        fill_field(view, shown->input, i, form, faults);
    if (problem)
        fill_trouble(view, shown, problem);
}

void view_report_sent(const struct view *view, const char *reference, struct dictionary *page)
{
    struct dictionary *sent = dictionary_section(page, "SENT");
    dictionary_set(sent, "REFERENCE", reference);
    dictionary_set(sent, "ANOTHER", route_path(view->arena, ROUTE_REPORT, view->language, NULL));
}

static const char *title_of(const struct view *view, const char *reference, bool comes_back)
{
    const char *title = view_phrase(view, reference ? "Your report has come in" : "Report an obstacle");
    return comes_back ? arena_print(view->arena, "%s: %s", view_phrase(view, "There is a problem"), title) : title;
}

struct frame view_report_frame(const struct view *view, const char *reference, bool comes_back, const struct directory *directory)
{
    struct frame frame = {
        .title = title_of(view, reference, comes_back),
        .description = view_phrase(view, "Does a rule hinder you on the other side of a border? Tell us, without an account."),
        .text_language = view->language,
        .menu = directory,
    };
    if (directory)
        view_crumb_home(view, directory, &frame);
    if (frame.crumb_count)
        frame.crumbs[frame.crumb_count++] =
            (struct crumb){ .label = view_phrase(view, "Report an obstacle"), .language = view->language };
    const struct parameter parameter = { "reference", reference };
    const char *query = query_write(&parameter, 1, view->arena);
    for (enum language language = 0; language < LANGUAGES; language++)
        frame.paths[language] = arena_print(view->arena, "%s%s", route_path(view->arena, ROUTE_REPORT, language, NULL), query);
    frame.canonical = reference || comes_back ? NULL : frame.paths[view->language];
    return frame;
}
