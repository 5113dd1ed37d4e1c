/* SPDX-License-Identifier: EUPL-1.2 */
/* Route: the paths of this site, from a path to its row in routes.tbl and back. */
#include "http/route.h"

#include <string.h>

#define SLUG ":slug"

static const char *const patterns[ROUTES][LANGUAGES] = {
#define ROUTE(ID, ACCESS, HANDLER, FORMAT_SET, QUERY, NL_PATH, FR_PATH, DE_PATH, EN_PATH, ...) \
    [ROUTE_##ID] = { [NL] = NL_PATH, [FR] = FR_PATH, [DE] = DE_PATH, [EN] = EN_PATH },
#define FORM_ROUTE(ID, ACCESS, HANDLER, BODY, QUERY, NL_PATH, FR_PATH, DE_PATH, EN_PATH, ...) \
    [ROUTE_##ID] = { [NL] = NL_PATH, [FR] = FR_PATH, [DE] = DE_PATH, [EN] = EN_PATH },
#define SITE_ROUTE(ID, ACCESS, HANDLER, QUERY, PATH, ...) [ROUTE_##ID] = { PATH },
#define DESK_ROUTE(ID, ACCESS, HANDLER, NL_PATH, FR_PATH, DE_PATH, EN_PATH, ...) \
    [ROUTE_##ID] = { [NL] = NL_PATH, [FR] = FR_PATH, [DE] = DE_PATH, [EN] = EN_PATH },
#define DESK_FORM_ROUTE(ID, ACCESS, HANDLER, BODY, NL_PATH, FR_PATH, DE_PATH, EN_PATH, ...) \
    [ROUTE_##ID] = { [NL] = NL_PATH, [FR] = FR_PATH, [DE] = DE_PATH, [EN] = EN_PATH },
#include "routes.tbl"
};

static const char *const names[ROUTES] = {
#define ROUTE(ID, ...) [ROUTE_##ID] = #ID,
#define FORM_ROUTE ROUTE
#define SITE_ROUTE ROUTE
#define DESK_ROUTE ROUTE
#define DESK_FORM_ROUTE ROUTE
#include "routes.tbl"
};

static const unsigned format_sets[ROUTES] = {
#define ROUTE(ID, ACCESS, HANDLER, FORMAT_SET, ...) [ROUTE_##ID] = FORMAT_SET,
#define FORM_ROUTE(ID, ...) [ROUTE_##ID] = 0,
#define SITE_ROUTE FORM_ROUTE
#define DESK_ROUTE FORM_ROUTE
#define DESK_FORM_ROUTE FORM_ROUTE
#include "routes.tbl"
};

static const struct {
    const char *extension, *type, *name;
} formats[FORMATS] = {
    [FORMAT_PAGE] = { "", "text/html; charset=utf-8", "HTML" },
    [FORMAT_JSON] = { ".json", "application/json", "JSON" },
    [FORMAT_CSV] = { ".csv", "text/csv; charset=utf-8; header=present", "CSV" },
    [FORMAT_EXCEL] = { ".excel.csv", "text/csv; charset=utf-8; header=present", "CSV (Excel)" },
    [FORMAT_GEOJSON] = { ".geojson", "application/geo+json", "GeoJSON" },
    [FORMAT_CALENDAR] = { ".ics", "text/calendar; charset=utf-8", "iCalendar" },
    [FORMAT_ATOM] = { ".atom", "application/atom+xml; charset=utf-8", "Atom" },
};

/* A row for all languages has one pattern, the first. */
static bool is_for_all_languages(enum route_id id)
{
    return !patterns[id][1];
}

/* Whether PATH fits PATTERN; *SLUG and *LENGTH become the part of PATH that stands for ":slug". */
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
        for (enum language language = 0; language < LANGUAGES && patterns[id][language];
             language++) {
            const char *slug;
            size_t length;
            if (!fits(patterns[id][language], path, &slug, &length))
                continue;
            match->id = id;
            match->language = is_for_all_languages(id) ? LANGUAGES : language;
            match->slug = slug ? arena_copy_bytes(arena, slug, length) : NULL;
            match->format = FORMAT_PAGE;
            return true;
        }
    }
    return false;
}

static bool ends_in(const char *path, const char *extension)
{
    size_t length = strlen(path), behind = strlen(extension);
    return length >= behind && strcmp(path + length - behind, extension) == 0;
}

/* The format whose extension PATH ends in, FORMAT_EXCEL before FORMAT_CSV; FORMAT_PAGE when it ends
 * in none. */
static enum format format_of(const char *path)
{
    enum format format = FORMATS - 1;
    while (format > FORMAT_PAGE && !ends_in(path, formats[format].extension))
        format--;
    return format;
}

bool route_match(const char *path, struct arena *arena, struct route_match *match)
{
    enum format format = format_of(path);
    if (format == FORMAT_PAGE)
        return match_page(path, arena, match);
    const char *page =
        arena_copy_bytes(arena, path, strlen(path) - strlen(formats[format].extension));
    if (match_page(page, arena, match) && (format_sets[match->id] & 1U << format)) {
        match->format = format;
        return true;
    }
    return match_page(path, arena, match); /* a row may have the extension in its pattern */
}

bool route_is_data(const char *path)
{
    return format_of(path) != FORMAT_PAGE || ends_in(path, ".jsonld") || ends_in(path, ".zip") ||
           ends_in(path, ".sha256");
}

const char *route_name(enum route_id id)
{
    return names[id];
}

unsigned route_formats(enum route_id id)
{
    return format_sets[id];
}

const char *route_format_path(struct arena *arena, const char *path, enum format format)
{
    return arena_print(arena, "%s%s", path, formats[format].extension);
}

const char *route_format_name(enum format format)
{
    return formats[format].name;
}

const char *route_format_type(enum format format)
{
    return formats[format].type;
}

const char *route_path(struct arena *arena, enum route_id id, enum language language,
                       const char *slug)
{
    const char *pattern = patterns[id][is_for_all_languages(id) ? 0 : language];
    const char *place = strstr(pattern, SLUG);
    if (!place)
        return pattern;
    return arena_print(arena, "%.*s%s%s", (int)(place - pattern), pattern, slug,
                       place + strlen(SLUG));
}

enum language route_language(const char *path)
{
    return path[0] == '/' ? language_from_tag(path + 1, strcspn(path + 1, "/")) : LANGUAGES;
}
