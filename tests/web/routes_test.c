/* SPDX-License-Identifier: EUPL-1.2 */
/* The policy of every row of the route table. */
#include "support/check.h"

#include <stdlib.h>
#include <string.h>

#include "desk/log/view.h"
#include "frame/kind.h"
#include "http/route.h"
#include "routes.h"
#include "text/catalogue.h"

static bool is_of_desk(enum route_id id, struct arena *arena)
{
    return strncmp(route_path(arena, id, NL, "x"), "/admin/", 7) == 0;
}

static void only_paths_under_admin_belong_to_the_desk(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (enum route_id id = 0; id < ROUTES; id++)
        assert_int_equal(site_routes[id].access != PUBLIC && site_routes[id].access != OPERATOR,
                         is_of_desk(id, arena));
    arena_free(arena);
}

/* Whoever has the link of a preview or of one of its pictures may see it, and can do nothing else.
 */
static bool is_only_shown(enum route_id id)
{
    return id == ROUTE_DESK_PREVIEW || id == ROUTE_DESK_JPEG || id == ROUTE_DESK_WEBP;
}

static void every_row_of_the_desk_but_login_and_preview_needs_an_editor_or_more(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++)
        if (is_only_shown(id))
            assert_null(site_routes[id].form);
        else if (site_routes[id].access != PUBLIC && id != ROUTE_DESK_LOGIN)
            assert_true(site_routes[id].access >= EDITOR);
}

/* nginx asks for these paths by itself, for no others, and hands over no form. */
static void operators_have_two_rows_that_only_read(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++)
        assert_int_equal(site_routes[id].access == OPERATOR,
                         id == ROUTE_METRICS || id == ROUTE_LARGE_BODY_ALLOWED);
    assert_null(site_routes[ROUTE_METRICS].form);
    assert_null(site_routes[ROUTE_LARGE_BODY_ALLOWED].form);
}

static void one_public_page_takes_a_form(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++)
        if (site_routes[id].access == PUBLIC)
            assert_int_equal(site_routes[id].form != NULL,
                             id == ROUTE_REPORT || id == ROUTE_FEEDBACK);
}

/* Fields bounded by their kind; the others have a length. */
static bool needs_no_length(enum field_kind kind)
{
    return kind == FIELD_FLAG || kind == FIELD_NUMBER || kind == FIELD_DATE || kind == FIELD_TIME ||
           kind == FIELD_FILE;
}

static void every_field_of_a_form_is_bounded(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++)
        for (size_t i = 0; site_routes[id].form && i < site_routes[id].form->count; i++) {
            const struct field *field = &site_routes[id].form->fields[i];
            bool bounded = field->kind == FIELD_CHOICE
                               ? field->choices != NULL
                               : needs_no_length(field->kind) || field->max > 0;
            if (!bounded)
                fail_msg("%s", field->name);
        }
}

/* nginx finds the parameters of a page by its whole path, so a row with a slug can have none; the
 * no cache keeps the desk. */
static void each_public_row_says_which_parameters_it_takes(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (enum route_id id = 0; id < ROUTES; id++) {
        const char *query = site_routes[id].query;
        if (is_of_desk(id, arena)) {
            assert_null(query);
            continue;
        }
        assert_non_null(query);
        assert_true(query[strspn(query, "abcdefghijklmnopqrstuvwxyz |")] == '\0');
        if (strstr(route_path(arena, id, NL, ":slug"), ":slug"))
            assert_string_equal(query, "");
    }
    arena_free(arena);
}

static bool takes_files(const struct form *form)
{
    bool takes = false;
    for (size_t i = 0; i < form->count; i++)
        takes = takes || form->fields[i].kind == FIELD_FILE ||
                (form->fields[i].row && takes_files(form->fields[i].row));
    return takes;
}

static void only_forms_with_files_have_bodies_as_large_as_files(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++) {
        const struct route *route = &site_routes[id];
        assert_int_equal(route->body != BODY_NONE, route->form != NULL);
        assert_int_equal(route->body == BODY_FILES, route->form && takes_files(route->form));
    }
}

static void forms_without_a_session_are_small(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++)
        if (site_routes[id].access < EDITOR)
            assert_true(site_routes[id].body <= BODY_SMALL);
}

/* The most characters of a form; fields bounded by their kind are short. */
static size_t most_of(const struct form *form)
{
    size_t max = form->further_most;
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        max += field->row ? field->max * most_of(field->row) : field->max ? field->max : 50;
    }
    return max;
}

/* In a form, a letter that is not plain takes three bytes, and one with an accent six. */
static void the_body_of_a_route_has_room_for_all_that_its_form_takes(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++)
        if (site_routes[id].form &&
            most_of(site_routes[id].form) * 3 > (size_t)site_routes[id].body)
            fail_msg("%s takes %zu characters", route_name(id), most_of(site_routes[id].form));
}

static void no_row_has_a_secret(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++) {
        const struct form *form = site_routes[id].form;
        for (size_t i = 0; form && i < form->count; i++)
            for (size_t k = 0; form->fields[i].row && k < form->fields[i].row->count; k++)
                assert_int_not_equal(form->fields[i].row->fields[k].kind, FIELD_SECRET);
    }
}

static void assert_translated(const struct catalogue *catalogue, const char *english)
{
    for (enum language language = 0; english && language < LANGUAGES; language++)
        if (language != EN && !catalogue_find(catalogue, language, english))
            fail_msg("\"%s\" has no translation for %s", english, language_tag(language));
}

static void assert_form_translated(const struct catalogue *catalogue, const struct form *form)
{
    for (size_t i = 0; form && i < form->count; i++) {
        const struct field *field = &form->fields[i];
        assert_translated(catalogue, field->legend);
        assert_translated(catalogue, field->label);
        assert_translated(catalogue, field->hint);
        for (const struct choice *choice = field->choices; choice && choice->name; choice++)
            if (choice->words && field->choices != language_choices)
                assert_translated(catalogue, choice->words);
        assert_form_translated(catalogue, field->row);
    }
}

static const struct catalogue *load_catalogue(struct arena *arena)
{
    const struct catalogue *catalogue =
        catalogue_load(arena_print(arena, "%s/locale", getenv("BENELUX_SHARE")), arena);
    assert_non_null(catalogue);
    return catalogue;
}

static void every_word_of_a_form_is_translated(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct catalogue *catalogue = load_catalogue(arena);
    for (enum route_id id = 0; id < ROUTES; id++)
        assert_form_translated(catalogue, site_routes[id].form);
    arena_free(arena);
}

static void every_word_about_a_kind_or_an_action_is_translated(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    const struct catalogue *catalogue = load_catalogue(arena);
    for (const struct kind *kind = document_kinds; kind < document_kinds + DOCUMENT_KINDS; kind++) {
        const char *const words[] = { kind->word,      kind->group, kind->list_title,
                                      kind->record_of, kind->add,   kind->saved };
        for (size_t i = 0; i < sizeof words / sizeof *words; i++)
            assert_translated(catalogue, words[i]);
    }
    for (const struct choice *action = audit_actions; action->name; action++)
        assert_translated(catalogue, action->words);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_paths_under_admin_belong_to_the_desk),
        cmocka_unit_test(every_row_of_the_desk_but_login_and_preview_needs_an_editor_or_more),
        cmocka_unit_test(operators_have_two_rows_that_only_read),
        cmocka_unit_test(one_public_page_takes_a_form),
        cmocka_unit_test(each_public_row_says_which_parameters_it_takes),
        cmocka_unit_test(every_field_of_a_form_is_bounded),
        cmocka_unit_test(only_forms_with_files_have_bodies_as_large_as_files),
        cmocka_unit_test(forms_without_a_session_are_small),
        cmocka_unit_test(the_body_of_a_route_has_room_for_all_that_its_form_takes),
        cmocka_unit_test(no_row_has_a_secret),
        cmocka_unit_test(every_word_of_a_form_is_translated),
        cmocka_unit_test(every_word_about_a_kind_or_an_action_is_translated),
    };
    return cmocka_run_group_tests_name("routes", tests, NULL, NULL);
}
