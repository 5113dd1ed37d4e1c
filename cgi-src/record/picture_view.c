/* SPDX-License-Identifier: EUPL-1.2 */
/* Picture: a picture of a document on its page. */
#include "record/picture_view.h"

#include <string.h>

#include "base/characters.h"
#include "record/pictures.h"

static const cJSON *pictures_of(const struct document *document)
{
    return cJSON_GetObjectItemCaseSensitive(document->content, "pictures");
}

bool view_has_pictures(const struct document *document)
{
    return pictures_of(document) != NULL;
}

static int number_at(const cJSON *object, const char *name)
{
    const cJSON *number = cJSON_GetObjectItemCaseSensitive(object, name);
    return number ? number->valueint : 0;
}

static bool leads(const cJSON *picture)
{
    return cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(picture, "lead"));
}

static const char *licence_url(const char *licence)
{
    static const struct {
        const char *name, *url;
    } urls[] = { { "cc-by", "https://creativecommons.org/licenses/by/4.0/" },
                 { "cc-by-sa", "https://creativecommons.org/licenses/by-sa/4.0/" },
                 { "cc0", "https://creativecommons.org/publicdomain/zero/1.0/" },
                 { "public-domain", "https://creativecommons.org/publicdomain/mark/1.0/" } };
    for (size_t i = 0; i < sizeof urls / sizeof *urls; i++)
        if (strcmp(urls[i].name, licence) == 0)
            return urls[i].url;
    return NULL;
}

static const char *licence_name(const struct view *view, const char *licence)
{
    return view_phrase(
        view, record_picture_licences[choice_find(record_picture_licences, licence)].words);
}

/* ---- The files ---- */

static bool is_of(const cJSON *rendition, const char *format)
{
    return strcmp(content_string(rendition, "format"), format) == 0;
}

/* A preview shows files that may not be public yet, which only the desk serves. */
static const char *path_of(const struct view *view, const cJSON *rendition)
{
    bool jpeg = is_of(rendition, "jpeg");
    enum route_id route = view->rehearsed ? (jpeg ? ROUTE_DESK_JPEG : ROUTE_DESK_WEBP)
                          : jpeg          ? ROUTE_JPEG
                                          : ROUTE_WEBP;
    return route_path(view->arena, route, view->language, content_string(rendition, "file"));
}

/* The files of a FORMAT by their widths ("files/….webp 480w, /files/….webp 960w"), without the
 * first slash, which stands in the template. */
static const char *paths_of(const struct view *view, const cJSON *picture, const char *format)
{
    struct buffer paths = buffer_in(view->arena);
    const cJSON *rendition;
    cJSON_ArrayForEach (rendition, cJSON_GetObjectItemCaseSensitive(picture, "renditions"))
        if (is_of(rendition, format))
            buffer_print(&paths, "%s %dw",
                         paths.length ? arena_print(view->arena, ", %s", path_of(view, rendition))
                                      : path_of(view, rendition) + 1,
                         number_at(rendition, "width"));
    return paths.bytes ? paths.bytes : "";
}

/* The smallest or the largest JPEG. */
static const cJSON *jpeg_of(const cJSON *picture, bool largest)
{
    const cJSON *rendition, *found = NULL;
    cJSON_ArrayForEach (rendition, cJSON_GetObjectItemCaseSensitive(picture, "renditions"))
        if (is_of(rendition, "jpeg") && (largest || !found))
            found = rendition;
    return found;
}

/* ---- The figure ---- */

static const char *number_written(const struct view *view, const cJSON *object, const char *name)
{
    return arena_print(view->arena, "%d", number_at(object, name));
}

static void fill_image(const struct view *view, const cJSON *picture, struct dictionary *figure)
{
    const char *alternative = content_string(picture, "alternative"),
               *language = content_string(picture, "language");
    const cJSON *largest = jpeg_of(picture, true);
    dictionary_set(figure, "WEBP", paths_of(view, picture, "webp"));
    dictionary_set(figure, "JPEG", paths_of(view, picture, "jpeg"));
    dictionary_set(figure, "SRC", path_of(view, jpeg_of(picture, false)));
    dictionary_set(figure, "WIDTH", number_written(view, largest, "width"));
    dictionary_set(figure, "HEIGHT", number_written(view, largest, "height"));
    dictionary_set(figure, "ALTERNATIVE", or_empty(alternative));
    if (alternative)
        dictionary_set(dictionary_section(figure, "SAID"), "SAID_TAG", language);
    dictionary_section(figure, leads(picture) ? "LEADS" : "FOLLOWS");
}

static void fill_credit(const struct view *view, const cJSON *picture, struct dictionary *figure)
{
    const char *licence = content_string(picture, "licence"), *url = licence_url(licence);
    dictionary_set(figure, "OUR_TAG", language_tag(view->language));
    dictionary_set(figure, "CREDIT", content_string(picture, "credit"));
    struct dictionary *section = dictionary_section(figure, url ? "LINKED" : "NAMED");
    dictionary_set(section, "LICENCE", licence_name(view, licence));
    if (url)
        dictionary_set(section, "LICENCE_URL", url);
}

static void fill_figure(const struct view *view, const cJSON *picture, const char *caption,
                        struct dictionary *figure)
{
    fill_image(view, picture, figure);
    fill_credit(view, picture, figure);
    if (caption && *caption)
        dictionary_set(dictionary_section(figure, "CAPTIONED"), "CAPTION", caption);
}

void view_leading_picture(const struct view *view, const struct document *document,
                          struct dictionary *page)
{
    const cJSON *picture;
    cJSON_ArrayForEach (picture, pictures_of(document))
        if (leads(picture))
            fill_figure(view, picture, document_text(document, "caption"),
                        dictionary_section(page, "LEADING"));
}

const char *view_leading_picture_path(const struct view *view, const struct document *document,
                                      const char **words)
{
    const cJSON *picture;
    cJSON_ArrayForEach (picture, pictures_of(document)) {
        if (!leads(picture))
            continue;
        const char *alternative = content_string(picture, "alternative");
        *words = alternative ? alternative : document->title;
        return path_of(view, jpeg_of(picture, true));
    }
    return NULL;
}

const char *view_picture(const struct view *view, const struct document *document,
                         const char *number, const char *caption)
{
    const cJSON *picture;
    cJSON_ArrayForEach (picture, pictures_of(document)) {
        if (leads(picture) || strcmp(number_written(view, picture, "number"), number) != 0)
            continue;
        struct dictionary *figure = dictionary_new(view->templates, view->arena);
        fill_figure(view, picture, caption, figure);
        struct buffer html = buffer_in(view->arena);
        return template_render(view->templates, view->language, "record/figure.tpl", figure, &html)
                   ? html.bytes
                   : NULL;
    }
    return NULL;
}

/* ---- JSON ---- */

static void add_files(const struct view *view, const cJSON *picture, cJSON *item)
{
    cJSON *files = json_list(item, "files");
    const cJSON *rendition;
    cJSON_ArrayForEach (rendition, cJSON_GetObjectItemCaseSensitive(picture, "renditions")) {
        cJSON *file = json_item(files);
        json_text(file, "url", view_url(view, path_of(view, rendition)));
        json_text(file, "type", is_of(rendition, "jpeg") ? "image/jpeg" : "image/webp");
        cJSON_AddNumberToObject(file, "width", number_at(rendition, "width"));
        cJSON_AddNumberToObject(file, "height", number_at(rendition, "height"));
    }
}

void view_record_pictures(const struct view *view, const struct document *document, cJSON *record)
{
    cJSON *pictures = json_list(record, "pictures");
    const cJSON *picture;
    cJSON_ArrayForEach (picture, pictures_of(document)) {
        cJSON *item = json_item(pictures);
        const char *alternative = content_string(picture, "alternative"),
                   *licence = content_string(picture, "licence");
        cJSON_AddNumberToObject(item, "number", number_at(picture, "number"));
        cJSON_AddBoolToObject(item, "lead", leads(picture));
        json_text(item, "alternative", alternative);
        json_text(item, "language", alternative ? content_string(picture, "language") : NULL);
        json_text(item, "caption", leads(picture) ? document_text(document, "caption") : NULL);
        json_text(item, "credit", content_string(picture, "credit"));
        json_text(item, "license_name", licence_name(view, licence));
        json_text(item, "license", licence_url(licence));
        add_files(view, picture, item);
    }
}
