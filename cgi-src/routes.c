/* Routes: who may ask for each row of routes.tbl, which handler answers, and the form that it takes. */
#include "routes.h"

#include <stdio.h>
#include <string.h>

#include "desk/desk.h"
#include "pages/pages.h"

const struct route site_routes[ROUTES] = {
#define ROUTE(ID, ACCESS, HANDLER, FORMATS, NL, FR, DE, EN) [ROUTE_##ID] = { ACCESS, HANDLER, NULL },
#define FORM_ROUTE(ID, ACCESS, HANDLER, FORM, NL, FR, DE, EN) [ROUTE_##ID] = { ACCESS, HANDLER, FORM },
#define SITE_ROUTE(ID, ACCESS, HANDLER, PATH) [ROUTE_##ID] = { ACCESS, HANDLER, NULL },
#define DESK_ROUTE(ID, ACCESS, HANDLER, FORM, NL, FR, DE, EN) [ROUTE_##ID] = { ACCESS, HANDLER, FORM },
#include "routes.tbl"
#undef ROUTE
#undef FORM_ROUTE
#undef SITE_ROUTE
#undef DESK_ROUTE
};

void routes_print(void)
{
    static const char *const accesses[] = { [PUBLIC] = "PUBLIC",
                                            [ANYBODY] = "ANYBODY",
                                            [EDITOR] = "EDITOR",
                                            [ADMINISTRATOR] = "ADMINISTRATOR",
                                            [OPERATOR] = "OPERATOR" };
    struct arena *arena = arena_new();
    puts("id\taccess\tmethods\tpaths");
    for (enum route_id id = 0; id < ROUTES; id++) {
        printf("%s\t%s\tGET HEAD%s\t", route_name(id), accesses[site_routes[id].access], site_routes[id].form ? " POST" : "");
        const char *first = route_path(arena, id, 0, ":slug");
        for (enum language language = 0; language < LANGUAGES; language++) {
            const char *path = route_path(arena, id, language, ":slug");
            if (language == 0 || strcmp(path, first) != 0)
                printf("%s%s", language ? " " : "", path);
        }
        putchar('\n');
    }
    arena_free(arena);
}
