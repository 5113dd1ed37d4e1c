/* Error: what a page says that could not be shown, templates/pages/error.tpl. */
#include "view/error.h"

#include "http/route.h"

static const char *section_of(int status)
{
    switch (status) {
    case 403:
        return "E403";
    case 404:
        return "E404";
    case 405:
        return "E405";
    case 410:
        return "E410";
    case 413:
        return "E413";
    case 429:
        return "E429";
    case 502:
    case 503:
    case 504:
        return "E503";
    default:
        return status < 500 ? "E400" : "E500";
    }
}

struct frame view_error(const struct view *view, int status, struct dictionary *page)
{
    const char *number = arena_print(view->arena, "%d", status);
    dictionary_section(page, section_of(status));
    dictionary_set(page, "OVERVIEW", route_path(view->arena, ROUTE_OVERVIEW, view->language, NULL));
    dictionary_set(page, "STATUS", number);
    return (struct frame){ .title = number, .text_language = view->language };
}
