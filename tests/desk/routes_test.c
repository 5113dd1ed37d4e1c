/* The policy of every row of the route table. */
#include "support/check.h"

#include <string.h>

#include "http/route.h"
#include "routes.h"

static bool is_of_desk(enum route_id id, struct arena *arena)
{
    return strncmp(route_path(arena, id, NL, "x"), "/admin/", 7) == 0;
}

static void what_lies_under_admin_is_never_public_and_nothing_else_is_the_desks(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    for (enum route_id id = 0; id < ROUTES; id++)
        assert_int_equal(site_routes[id].access != PUBLIC && site_routes[id].access != OPERATOR, is_of_desk(id, arena));
    arena_free(arena);
}

/* A preview is for whoever has its link, and only shows. */
static void every_row_of_the_desk_but_login_and_preview_needs_an_editor_or_more(void **state)
{
    (void)state;
    assert_null(site_routes[ROUTE_DESK_PREVIEW].form);
    for (enum route_id id = 0; id < ROUTES; id++)
        if (site_routes[id].access != PUBLIC && id != ROUTE_DESK_LOGIN && id != ROUTE_DESK_PREVIEW)
            assert_true(site_routes[id].access >= EDITOR);
}

/* nginx has a server of its own for them, which asks for this path and no other, and hands over no form. */
static void operators_have_one_row_that_only_shows(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++)
        assert_int_equal(site_routes[id].access == OPERATOR, id == ROUTE_METRICS);
    assert_null(site_routes[ROUTE_METRICS].form);
}

static void one_public_page_takes_a_form(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++)
        if (site_routes[id].access == PUBLIC)
            assert_int_equal(site_routes[id].form != NULL, id == ROUTE_REPORT);
}

/* What is bounded by its kind; the others have a length. */
static bool needs_no_length(enum field_kind kind)
{
    return kind == FIELD_FLAG || kind == FIELD_NUMBER || kind == FIELD_DATE || kind == FIELD_TIME || kind == FIELD_FILE;
}

static void every_field_of_a_form_is_bounded(void **state)
{
    (void)state;
    for (enum route_id id = 0; id < ROUTES; id++)
        for (size_t i = 0; site_routes[id].form && i < site_routes[id].form->count; i++) {
            const struct field *field = &site_routes[id].form->fields[i];
            bool bounded = field->kind == FIELD_CHOICE ? field->choices != NULL : needs_no_length(field->kind) || field->most > 0;
            if (!bounded)
                fail_msg("%s", field->name);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_lies_under_admin_is_never_public_and_nothing_else_is_the_desks),
        cmocka_unit_test(every_row_of_the_desk_but_login_and_preview_needs_an_editor_or_more),
        cmocka_unit_test(operators_have_one_row_that_only_shows),
        cmocka_unit_test(one_public_page_takes_a_form),
        cmocka_unit_test(every_field_of_a_form_is_bounded),
    };
    return cmocka_run_group_tests_name("routes", tests, NULL, NULL);
}
