/* View: what every function that fills a template needs. */
#include "view/view.h"

#include "http/route.h"

const char *view_path(const struct view *view, enum document_kind kind, enum language language, const char *slug)
{
    static const enum route_id routes[DOCUMENT_KINDS] = {
        [DOCUMENT_HOME] = ROUTE_HOME,       [DOCUMENT_OVERVIEW] = ROUTE_OVERVIEW, [DOCUMENT_TOPIC] = ROUTE_TOPIC,
        [DOCUMENT_PARTNER] = ROUTE_PARTNER, [DOCUMENT_PAGE] = ROUTE_PAGE,         [DOCUMENT_MEETING] = ROUTE_MEETING,
    };
    return route_path(view->arena, routes[kind], language, slug);
}

const char *view_url(const struct view *view, const char *path)
{
    return arena_print(view->arena, "%s%s", view->site_url, path);
}

const char *view_phrase(const struct view *view, const char *english)
{
    const char *phrase = catalogue_find(view->catalogue, view->language, english);
    return phrase ? phrase : english;
}
