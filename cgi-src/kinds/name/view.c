/* Names: the pages on which places and parties are listed and changed. */
#include "kinds/name/view.h"

#include <string.h>

#include "http/query.h"

static const struct {
    const char *kind, *section;
} kinds[] = {
    { "place", "N_PLACE" }, /* all others are kinds of parties */
    { "country", "N_COUNTRY" },
    { "region", "N_REGION" },
    { "organisation", "N_ORGANISATION" },
};
enum { KINDS = sizeof kinds / sizeof *kinds };

static const char *or_empty(const char *value)
{
    return value ? value : "";
}

bool view_is_names_kind(const char *kind)
{
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            return true;
    return false;
}

static void fill_kind(const char *kind, struct dictionary *parent)
{
    for (size_t i = 0; i < KINDS; i++)
        if (strcmp(kinds[i].kind, kind) == 0)
            dictionary_section(parent, kinds[i].section);
}

static const char *path_of(const struct view *view, enum name_kind what, const char *key)
{
    static const enum route_id
        of_new[] = { [NAME_PLACE] = ROUTE_DESK_NEW_PLACE, [NAME_PARTY] = ROUTE_DESK_NEW_PARTY },
        of_known[] = { [NAME_PLACE] = ROUTE_DESK_PLACE, [NAME_PARTY] = ROUTE_DESK_PARTY };
    return route_path(view->arena, key ? of_known[what] : of_new[what], view->language, key);
}

static void fill_renewals(const struct view *view, long pages, struct dictionary *page)
{
    if (pages)
        dictionary_set(dictionary_section(page, "RENEWALS"), "PAGES",
                       arena_print(view->arena, "%ld%s",
                                   pages > RENEWALS_COUNTED_MOST ? RENEWALS_COUNTED_MOST : pages,
                                   pages > RENEWALS_COUNTED_MOST ? "+" : ""));
}

/* ---- The lists ---- */

static void fill_filter(const struct view *view, const struct names_filter *filter,
                        struct dictionary *page)
{
    struct dictionary *form = dictionary_section(page, "FORM");
    const char *path = route_path(view->arena, ROUTE_DESK_NAMES, view->language, NULL);
    dictionary_set(form, "ACTION", path);
    dictionary_set(form, "WORDS", or_empty(filter->words));
    for (size_t i = 0; i < KINDS; i++)
        dictionary_section(view_option(form, "KIND_OPTION", kinds[i].kind, filter->kind),
                           kinds[i].section);
    if (filter->kind || filter->words)
        dictionary_set(dictionary_section(form, "FILTERED"), "PATH", path);
}

static void fill_row(const struct view *view, enum name_kind what, const struct listed_name *name,
                     struct dictionary *list)
{
    struct dictionary *row = dictionary_section(list, "ROW");
    dictionary_set(row, "PATH", path_of(view, what, name->key));
    dictionary_set(row, "NAME", name->name);
    dictionary_set(row, "KEY", name->key);
    for (enum language language = 0; language < LANGUAGES; language++) {
        if (language == view->language)
            continue;
        struct dictionary *other = dictionary_section(row, "OTHER");
        dictionary_set(other, "TAG", language_tag(language));
        dictionary_set(other, "OTHER_NAME", name->names[language]);
    }
    if (what == NAME_PLACE)
        dictionary_set(dictionary_section(row, "IN_COUNTRY"), "COUNTRY", name->note);
    else
        fill_kind(name->note, row);
    if (!name->used)
        dictionary_section(row, "UNUSED");
}

static void fill_list(const struct view *view, enum name_kind what, const struct names *names,
                      struct dictionary *page)
{
    if (names->count == 0)
        return;
    struct dictionary *list = dictionary_section(page, "LIST");
    dictionary_section(list, what == NAME_PLACE ? "OF_PLACES" : "OF_PARTIES");
    dictionary_set(list, "LIST_ID", what == NAME_PLACE ? "places" : "parties");
    for (size_t i = 0; i < names->count; i++)
        fill_row(view, what, &names->items[i], list);
    if ((size_t)names->total > names->count)
        dictionary_set(dictionary_section(list, "LEFT_OUT"), "REST",
                       arena_print(view->arena, "%ld", names->total - (long)names->count));
}

void view_names(const struct view *view, const struct names_page *shown, struct dictionary *page)
{
    dictionary_set(page, "NEW_PLACE", path_of(view, NAME_PLACE, NULL));
    dictionary_set(page, "NEW_PARTY", path_of(view, NAME_PARTY, NULL));
    if (shown->deleted)
        dictionary_section(page, "DELETED");
    fill_renewals(view, shown->renewals, page);
    fill_filter(view, shown->filter, page);
    fill_list(view, NAME_PLACE, shown->places, page);
    fill_list(view, NAME_PARTY, shown->parties, page);
    if (shown->places->count + shown->parties->count == 0)
        dictionary_section(page, "NONE");
}

/* ---- One of them ---- */

enum control { CONTROL_LINE, CONTROL_CODE, CONTROL_COUNTRY, CONTROL_KIND };

/* LABEL is a section of templates/kinds/name/_label.tpl, HINT one of _hint.tpl. */
struct shown_field {
    const char *name;
    enum control control;
    const char *label, *hint;
};

static const struct shown_field names[] = { { "nl", CONTROL_LINE, NULL, NULL },
                                            { "fr", CONTROL_LINE, NULL, NULL },
                                            { "de", CONTROL_LINE, NULL, NULL },
                                            { "en", CONTROL_LINE, NULL, "H_KEY" } };
static const struct shown_field of_place[] = {
    { "country", CONTROL_COUNTRY, "L_COUNTRY", "H_COUNTRY" },
    { "latitude", CONTROL_CODE, "L_LATITUDE", "H_LATITUDE" },
    { "longitude", CONTROL_CODE, "L_LONGITUDE", "H_LONGITUDE" }
};
static const struct shown_field of_party[] = { { "kind", CONTROL_KIND, "L_KIND", NULL },
                                               { "code", CONTROL_CODE, "L_CODE", "H_CODE" },
                                               { "website", CONTROL_CODE, "L_WEBSITE",
                                                 "H_OPTIONAL" } };
enum { NAMES = sizeof names / sizeof *names, FACTS = sizeof of_place / sizeof *of_place };

/* The words for a fault: sections of templates/kinds/name/_fault.tpl. */
static const char *fault_section(const char *field, enum fault fault)
{
    static const struct {
        const char *field;
        enum fault fault;
        const char *section;
    } own[] = {
        { "en", FAULT_TAKEN, "F_SAME_NAME" },
        { "en", FAULT_NOT_OFFERED, "F_NO_KEY" },
        { "latitude", FAULT_NOT_OFFERED, "F_LATITUDE" },
        { "longitude", FAULT_NOT_OFFERED, "F_LONGITUDE" },
        { "country", FAULT_UNKNOWN, "F_COUNTRY" },
        { "kind", FAULT_NOT_OFFERED, "F_KIND" },
        { "code", FAULT_UNKNOWN, "F_CODE" },
        { "code", FAULT_TOO_LONG, "F_CODE" },
        { "code", FAULT_MISSING, "F_CODE" },
        { "code", FAULT_TAKEN, "F_CODE_TAKEN" },
        { "code", FAULT_NOT_OFFERED, "F_CODE_OF_COUNTRY" },
    };
    static const char *const common[FAULTS] = {
        [FAULT_MISSING] = "F_MISSING",
        [FAULT_TOO_LONG] = "F_TOO_LONG",
        [FAULT_CHARACTERS] = "F_CONTROLS",
        [FAULT_NO_ADDRESS] = "F_NO_ADDRESS",
    };
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (own[i].fault == fault && strcmp(own[i].field, field) == 0)
            return own[i].section;
    return common[fault] ? common[fault] : "F_NOT_OFFERED";
}

static enum fault fault_of(const struct name_page *shown, const char *field)
{
    for (size_t i = 0; shown->judged && i < shown->input->form->count; i++)
        if (strcmp(shown->input->form->fields[i].name, field) == 0)
            return shown->input->faults[i];
    return FAULT_NONE;
}

static void fill_label(const struct shown_field *field, struct dictionary *parent)
{
    if (field->label) {
        dictionary_section(parent, field->label);
        return;
    }
    enum language language = language_from_tag(field->name, strlen(field->name));
    struct dictionary *label = dictionary_section(parent, "L_LANGUAGE");
    dictionary_set(label, "LABEL_TAG", field->name);
    dictionary_set(label, "LANGUAGE_NAME", language_name(language));
}

static void add_option(struct dictionary *select, const struct option *option, const char *chosen)
{
    dictionary_set(dictionary_section(view_option(select, "OPTION", option->key, chosen), "NAMED"),
                   "OPTION_NAME", option->name);
}

static struct dictionary *fill_select(const struct name_page *shown,
                                      const struct shown_field *field, const char *value,
                                      struct dictionary *item)
{
    struct dictionary *select = dictionary_section(item, "SELECT");
    if (field->control == CONTROL_COUNTRY)
        for (size_t i = 0; i < shown->countries->count; i++)
            add_option(select, &shown->countries->items[i], value);
    for (size_t i = 1; field->control == CONTROL_KIND && i < KINDS; i++) /* all but a place */
        dictionary_section(view_option(select, "OPTION", kinds[i].kind, value), kinds[i].section);
    return select;
}

static struct dictionary *fill_control(const struct name_page *shown,
                                       const struct shown_field *field, const char *value,
                                       struct dictionary *item)
{
    if (field->control == CONTROL_COUNTRY || field->control == CONTROL_KIND)
        return fill_select(shown, field, value, item);
    struct dictionary *line = dictionary_section(item, "LINE");
    dictionary_set(line, "VALUE", value);
    if (field->control == CONTROL_CODE)
        dictionary_section(line, "PLAIN");
    else
        dictionary_set(dictionary_section(line, "WRITTEN"), "TAG", field->name);
    return line;
}

/* What somebody else has put there meanwhile; a choice by its name. */
static void fill_theirs(const struct name_page *shown, const struct shown_field *field,
                        const char *value, struct dictionary *item)
{
    const char *theirs = shown->theirs ? or_empty(input_value(shown->theirs, field->name)) : value;
    if (strcmp(theirs, value) == 0)
        return;
    struct dictionary *section = dictionary_section(item, "THEIRS");
    if (field->control == CONTROL_KIND) {
        fill_kind(theirs, section);
        return;
    }
    for (size_t i = 0; field->control == CONTROL_COUNTRY && i < shown->countries->count; i++)
        if (strcmp(shown->countries->items[i].key, theirs) == 0)
            theirs = shown->countries->items[i].name;
    dictionary_set(dictionary_section(section, "AS_TYPED"), "THEIR_VALUE", *theirs ? theirs : "–");
}

static void fill_field(const struct name_page *shown, const struct shown_field *field,
                       struct dictionary *parent, struct dictionary *problems)
{
    const char *value = or_empty(input_value(shown->input, field->name));
    struct dictionary *item = dictionary_section(parent, "FIELD");
    dictionary_set(item, "ID", field->name);
    fill_label(field, item);
    fill_theirs(shown, field, value, item);
    struct dictionary *control = fill_control(shown, field, value, item);
    enum fault fault = fault_of(shown, field->name);
    const char *hint =
        shown->key && strcmp(field->name, "en") == 0 ? NULL : field->hint; /* it has its key */
    if (field->control == CONTROL_COUNTRY)
        dictionary_section(item, "WHOLE");
    if (hint)
        dictionary_section(dictionary_section(item, "HINTED"), hint);
    if (hint || fault) {
        struct dictionary *described = dictionary_section(control, "DESCRIBED");
        if (hint)
            dictionary_section(described, "BY_HINT");
        if (fault)
            dictionary_section(described, "BY_FAULT");
    }
    if (!fault)
        return;
    const char *words = fault_section(field->name, fault);
    dictionary_section(dictionary_section(item, "FAULT"), words);
    dictionary_section(control, "INVALID");
    struct dictionary *problem = dictionary_section(problems, "PROBLEM");
    dictionary_set(problem, "AT", field->name);
    fill_label(field, problem);
    dictionary_section(problem, words);
}

/* The code of a country is its key: it is asked once. */
static bool is_asked(const struct name_page *shown, const struct shown_field *field)
{
    if (strcmp(field->name, "code") != 0 || !shown->key)
        return true;
    const char *kind = input_value(shown->input, "kind");
    return !kind || strcmp(kind, "country") != 0;
}

static void fill_uses(const struct view *view, const struct name_page *shown,
                      struct dictionary *known)
{
    const struct name_uses *uses = shown->uses;
    struct dictionary *list = dictionary_section(known, uses->count ? "USES" : "NO_USE");
    for (size_t i = 0; i < uses->count; i++) {
        const struct name_use *use = &uses->items[i];
        struct dictionary *item = dictionary_section(list, "USE");
        dictionary_set(
            item, "PATH",
            use->place ? path_of(view, NAME_PLACE, use->key)
                       : route_path(view->arena, ROUTE_DESK_DOCUMENT, view->language, use->key));
        dictionary_set(item, "TAG", language_tag(use->language));
        dictionary_set(item, "TITLE", use->title);
        if (use->place)
            dictionary_section(item, "A_PLACE");
    }
    long more = uses->total - (long)uses->count;
    if (more > 0)
        dictionary_set(dictionary_section(list, "MORE"), "NUMBER",
                       arena_print(view->arena, "%ld", more));
    if (!uses->count) {
        dictionary_set(list, "ACTION", path_of(view, shown->what, shown->key));
        dictionary_set(list, "FORM_TOKEN", shown->form_token);
        dictionary_set(list, "VERSION", or_empty(input_value(shown->input, "version")));
    }
}

static void fill_notices(const struct view *view, const struct name_page *shown,
                         struct dictionary *page)
{
    if (shown->done)
        dictionary_section(page, "DONE");
    fill_renewals(view, shown->renewals, page);
    if (shown->theirs)
        dictionary_section(page, "CONFLICT");
    if (shown->gone)
        dictionary_section(page, "GONE");
    if (shown->kept_since == KEPT_SINCE_USED)
        dictionary_section(page, "IS_USED");
    if (shown->kept_since == KEPT_SINCE_CHANGED)
        dictionary_section(page, "IS_CHANGED");
}

void view_name(const struct view *view, const struct name_page *shown, struct dictionary *page)
{
    const struct shown_field *facts = shown->what == NAME_PLACE ? of_place : of_party;
    dictionary_set(page, "NAMES_PATH",
                   route_path(view->arena, ROUTE_DESK_NAMES, view->language, NULL));
    if (shown->what == NAME_PLACE) /* whose country may be missing */
        dictionary_set(page, "NEW_COUNTRY", path_of(view, NAME_PARTY, NULL));
    fill_notices(view, shown, page);
    struct dictionary *form = dictionary_section(page, "FORM");
    dictionary_set(form, "ACTION", path_of(view, shown->what, shown->key));
    dictionary_set(form, "FORM_TOKEN", shown->form_token);
    dictionary_set(form, "VERSION", or_empty(input_value(shown->input, "version")));
    struct dictionary *problems = shown->judged ? dictionary_section(page, "PROBLEMS") : NULL;
    struct dictionary *group = dictionary_section(form, "GROUP");
    dictionary_section(group, "OF_NAMES");
    for (size_t i = 0; i < NAMES; i++)
        fill_field(shown, &names[i], group, problems);
    group = dictionary_section(form, "GROUP");
    dictionary_section(group, "OF_FACTS");
    for (size_t i = 0; i < FACTS; i++)
        if (is_asked(shown, &facts[i]))
            fill_field(shown, &facts[i], group, problems);
    if (!shown->key)
        return;
    struct dictionary *known = dictionary_section(page, "KNOWN");
    dictionary_set(known, "KEY", shown->key);
    fill_uses(view, shown, known);
}
