/* Error: what a page says that could not be shown, templates/frame/error.tpl. */
#include "frame/error.h"

#include "http/route.h"

static const char *section_of(int status, enum refusal refusal)
{
    switch (status) {
    case 401:
        return "E401";
    case 403:
        return refusal == REFUSED_ELSEWHERE ? "E403_ELSEWHERE" : refusal == REFUSED_TOKEN ? "E403_TOKEN" : "E403";
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

struct frame view_error(const struct view *view, int status, enum refusal refusal, struct dictionary *page)
{
    const char *number = arena_print(view->arena, "%d", status);
    struct dictionary *words = dictionary_section(page, section_of(status, refusal));
    if (status == 401)
        dictionary_set(words, "LOGIN", route_path(view->arena, ROUTE_DESK_LOGIN, view->language, NULL));
    if (status == 403 && refusal == REFUSED_ELSEWHERE)
        dictionary_set(words, "SITE_URL", view->site_url);
    dictionary_set(page, "OVERVIEW", route_path(view->arena, ROUTE_OVERVIEW, view->language, NULL));
    dictionary_set(page, "STATUS", number);
    return (struct frame){ .title = number, .text_language = view->language };
}
