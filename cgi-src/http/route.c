/* Route: the paths of this site, from a path to its row in routes.tbl and back. */
#include "http/route.h"

#include <string.h>

#define SLUG ":slug"

static const char *const patterns[ROUTES][LANGUAGES] = {
#define ROUTE(ID, ACCESS, HANDLER, FORM_SET, NL_PATH, FR_PATH, DE_PATH, EN_PATH) \
    [ROUTE_##ID] = { [NL] = NL_PATH, [FR] = FR_PATH, [DE] = DE_PATH, [EN] = EN_PATH },
#define SITE_ROUTE(ID, ACCESS, HANDLER, PATH) [ROUTE_##ID] = { PATH },
#include "routes.tbl"
#undef ROUTE
#undef SITE_ROUTE
};

static const unsigned form_sets[ROUTES] = {
#define ROUTE(ID, ACCESS, HANDLER, FORM_SET, NL_PATH, FR_PATH, DE_PATH, EN_PATH) [ROUTE_##ID] = FORM_SET,
#define SITE_ROUTE(ID, ACCESS, HANDLER, PATH) [ROUTE_##ID] = 0,
#include "routes.tbl"
#undef ROUTE
#undef SITE_ROUTE
};

static const struct {
    const char *extension, *type;
} forms[FORMS] = {
    [FORM_PAGE] = { "", "text/html; charset=utf-8" },
    [FORM_JSON] = { ".json", "application/json" },
    [FORM_CSV] = { ".csv", "text/csv; charset=utf-8; header=present" },
    [FORM_CALENDAR] = { ".ics", "text/calendar; charset=utf-8" },
};

/* A row of the whole site has its one pattern in the first place. */
static bool is_for_all_languages(enum route_id id)
{
    return !patterns[id][1];
}

/* Whether PATH fits PATTERN; *SLUG and *LENGTH tell what stands in the place of ":slug". */
static bool fits(const char *pattern, const char *path, const char **slug, size_t *length)
{
    const char *place = strstr(pattern, SLUG);
    *slug = NULL;
    if (!place)
        return strcmp(pattern, path) == 0;

    size_t before = (size_t)(place - pattern);
    if (strncmp(pattern, path, before) != 0)
        return false;
    *slug = path + before;
    *length = strcspn(*slug, "/.");
    return *length && strcmp(*slug + *length, place + strlen(SLUG)) == 0;
}

static bool match_page(const char *path, struct arena *arena, struct route_match *match)
{
    for (enum route_id id = 0; id < ROUTES; id++) {
        for (enum language language = 0; language < LANGUAGES && patterns[id][language]; language++) {
            const char *slug;
            size_t length;
            if (!fits(patterns[id][language], path, &slug, &length))
                continue;
            match->id = id;
            match->language = is_for_all_languages(id) ? LANGUAGES : language;
            match->slug = slug ? arena_copy_bytes(arena, slug, length) : NULL;
            match->form = FORM_PAGE;
            return true;
        }
    }
    return false;
}

/* The form whose extension PATH ends in; FORM_PAGE when it ends in none. */
static enum form form_of(const char *path)
{
    const char *extension = strrchr(path, '.');
    enum form form = FORMS - 1;
    while (form > FORM_PAGE && (!extension || strcmp(extension, forms[form].extension) != 0))
        form--;
    return form;
}

bool route_match(const char *path, struct arena *arena, struct route_match *match)
{
    enum form form = form_of(path);
    if (form == FORM_PAGE)
        return match_page(path, arena, match);
    const char *page = arena_copy_bytes(arena, path, strlen(path) - strlen(forms[form].extension));
    if (!match_page(page, arena, match) || !(form_sets[match->id] & 1U << form))
        return false;
    match->form = form;
    return true;
}

unsigned route_forms(enum route_id id)
{
    return form_sets[id];
}

const char *route_form_path(struct arena *arena, const char *path, enum form form)
{
    return arena_print(arena, "%s%s", path, forms[form].extension);
}

const char *route_form_type(enum form form)
{
    return forms[form].type;
}

const char *route_path(struct arena *arena, enum route_id id, enum language language, const char *slug)
{
    const char *pattern = patterns[id][is_for_all_languages(id) ? 0 : language];
    const char *place = strstr(pattern, SLUG);
    if (!place)
        return pattern;
    return arena_print(arena, "%.*s%s%s", (int)(place - pattern), pattern, slug, place + strlen(SLUG));
}

enum language route_language(const char *path)
{
    return path[0] == '/' ? language_from_tag(path + 1, strcspn(path + 1, "/")) : LANGUAGES;
}
