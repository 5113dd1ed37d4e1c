/* SPDX-License-Identifier: EUPL-1.2 */
/* Error: the page in place of one that cannot be shown, templates/frame/error.tpl. */
#include "frame/error.h"

#include "http/route.h"
#include "text/json.h"

static const char *section_of(int status, enum refusal refusal)
{
    switch (status) {
    case 401:
        return "E401";
    case 403:
        return refusal == REFUSED_ELSEWHERE ? "E403_ELSEWHERE"
               : refusal == REFUSED_TOKEN   ? "E403_TOKEN"
                                            : "E403";
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

struct frame view_error(const struct view *view, int status, enum refusal refusal,
                        struct dictionary *page)
{
    const char *number = arena_print(view->arena, "%d", status);
    struct dictionary *words = dictionary_section(page, section_of(status, refusal));
    if (status == 401)
        dictionary_set(words, "LOGIN",
                       route_path(view->arena, ROUTE_DESK_LOGIN, view->language, NULL));
    if (status == 403 && refusal == REFUSED_ELSEWHERE)
        dictionary_set(words, "SITE_URL", view->site_url);
    dictionary_set(page, "OVERVIEW", route_path(view->arena, ROUTE_OVERVIEW, view->language, NULL));
    dictionary_set(page, "STATUS", number);
    return (struct frame){ .title = number, .text_language = view->language };
}

/* The explanation for programs, in the words of the page where they fit. */
static const char *detail_of(int status)
{
    switch (status) {
    case 404:
        return "The address may be mistyped, or the page is no longer here.";
    case 405:
        return "Data is read by GET or HEAD.";
    case 410:
        return "This list does not go back to where you were. Read all of it anew, without "
               "\"since\".";
    case 413:
        return "The server does not accept a request of this size. Send less, or open the page in "
               "the usual way.";
    case 429:
        return "So many requests came from your network that the server has to wait. Try again in "
               "a minute.";
    case 503:
        return "This is a fault on our side and is usually over soon. Try again in a minute.";
    default:
        return status < 500 ? "An unknown value, or a damaged address."
                            : "The fault has been noted. Try again later.";
    }
}

void view_problem(const struct view *view, int status, const char *reason,
                  const struct query_names *unknown, struct buffer *output)
{
    cJSON *problem = json_object(view->arena);
    json_text(problem, "type",
              "about:blank"); /* it says no more than the status: RFC 9457 section 4.2.1 */
    json_text(problem, "title", reason);
    cJSON_AddNumberToObject(problem, "status", status);
    json_text(problem, "detail",
              view_phrase(view, unknown->count
                                    ? "Parameters that are not known here, or come twice."
                                    : detail_of(status)));
    if (unknown->count) {
        cJSON *names = json_list(problem, "parameters");
        for (size_t i = 0; i < unknown->count; i++)
            json_text_item(names, unknown->items[i]);
    }
    json_write(problem, output);
}
