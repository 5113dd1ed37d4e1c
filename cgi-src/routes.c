/* SPDX-License-Identifier: EUPL-1.2 */
/* Routes: who may ask for each row of routes.tbl, which handler answers, and the form that it
 * takes. */
#include "routes.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"

/* The last argument of a row, or else what is USUAL. */
#define WORK(USUAL, ...) SECOND_OF(, ##__VA_ARGS__, USUAL, )
#define SECOND_OF(FIRST, SECOND, ...) SECOND

const struct route site_routes[ROUTES] = {
#define ROUTE(ID, ACCESS, HANDLER, FORMATS, QUERY, NL, FR, DE, EN, ...) \
    [ROUTE_##ID] = { ACCESS, HANDLER, NULL, BODY_NONE, QUERY, WORK(WORK_MS, ##__VA_ARGS__) },
#define FORM_ROUTE(ID, ACCESS, HANDLER, BODY, QUERY, NL, FR, DE, EN, ...) \
    [ROUTE_##ID] = { ACCESS,      HANDLER, &HANDLER##_form,               \
                     BODY_##BODY, QUERY,   WORK(WORK_MS, ##__VA_ARGS__) },
#define SITE_ROUTE(ID, ACCESS, HANDLER, QUERY, PATH, ...) \
    [ROUTE_##ID] = { ACCESS, HANDLER, NULL, BODY_NONE, QUERY, WORK(WORK_MS, ##__VA_ARGS__) },
#define DESK_ROUTE(ID, ACCESS, HANDLER, NL, FR, DE, EN, ...) \
    [ROUTE_##ID] = { ACCESS, HANDLER, NULL, BODY_NONE, NULL, WORK(DESK_WORK_MS, ##__VA_ARGS__) },
#define DESK_FORM_ROUTE(ID, ACCESS, HANDLER, BODY, NL, FR, DE, EN, ...) \
    [ROUTE_##ID] = { ACCESS,      HANDLER, &HANDLER##_form,             \
                     BODY_##BODY, NULL,    WORK(DESK_WORK_MS, ##__VA_ARGS__) },
#include "routes.tbl"
};

/* The parameters of a page as nginx reads them: "forum=$arg_forum&type=$arg_type". */
static const char *nginx_query(struct arena *arena, const char *names)
{
    struct buffer query = buffer_in(arena);
    for (size_t length; *names && *names != '|'; names += length, names += strspn(names, " ")) {
        length = strcspn(names, " |");
        buffer_print(&query, "%s%.*s=$arg_%.*s", query.length ? "&" : "", (int)length, names,
                     (int)length, names);
    }
    return query.bytes;
}

void routes_print_queries(void)
{
    struct arena *arena = arena_new();
    for (enum route_id id = 0; id < ROUTES; id++) {
        if (!site_routes[id].query ||
            strchr("|", *site_routes[id].query)) /* it takes none, or only as data */
            continue;
        const char *query = nginx_query(arena, site_routes[id].query);
        for (enum language language = 0; language < LANGUAGES; language++)
            printf("%s \"%s\";\n", route_path(arena, id, language, NULL), query);
    }
    arena_free(arena);
}

void routes_print(void)
{
    static const char *const accesses[] = { [PUBLIC] = "PUBLIC",
                                            [ANYBODY] = "ANYBODY",
                                            [EDITOR] = "EDITOR",
                                            [ADMINISTRATOR] = "ADMINISTRATOR",
                                            [OPERATOR] = "OPERATOR" };
    struct arena *arena = arena_new();
    puts("id\taccess\tmethods\tpaths\twork_ms");
    for (enum route_id id = 0; id < ROUTES; id++) {
        const struct route *route = &site_routes[id];
        printf("%s\t%s\tGET HEAD%s\t", route_name(id), accesses[route->access],
               route->form ? " POST" : "");
        const char *first = route_path(arena, id, 0, ":slug");
        for (enum language language = 0; language < LANGUAGES; language++) {
            const char *path = route_path(arena, id, language, ":slug");
            if (language == 0 || strcmp(path, first) != 0)
                printf("%s%s", language ? " " : "", path);
        }
        printf("\t%d\n", route->work_ms);
    }
    arena_free(arena);
}
