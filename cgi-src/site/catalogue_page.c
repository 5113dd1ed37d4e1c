/* Catalogue: the lists of this site for portals of open data, /catalogue.jsonld (DCAT-AP 3 as
 * JSON-LD), made of routes.tbl.
 *
 * A dataset is a list that there is as CSV; each of its formats in each language is a distribution.
 */
#include <string.h>

#include "site/datasets.h"
#include "text/json.h"
#include "web/exchange.h"

/* Authority tables of the Publications Office of the European Union. */
#define AUTHORITY "http://publications.europa.eu/resource/authority/"
#define MEDIA_TYPES "https://www.iana.org/assignments/media-types/"

static const char *const languages[LANGUAGES] = {
    [NL] = "NLD", [FR] = "FRA", [DE] = "DEU", [EN] = "ENG"
};
static const char *const file_types[FORMATS] = {
    [FORMAT_JSON] = "JSON",       [FORMAT_CSV] = "CSV",      [FORMAT_EXCEL] = "CSV",
    [FORMAT_GEOJSON] = "GEOJSON", [FORMAT_CALENDAR] = "ICS", [FORMAT_ATOM] = "ATOM"
};

static void refer_to(cJSON *object, const char *name, const char *uri)
{
    json_text(json_member(object, name), "@id", uri);
}

/* ENGLISH in each language. */
static void add_words(const struct view *view, cJSON *object, const char *name, const char *english)
{
    cJSON *list = json_list(object, name);
    struct view its = *view;
    for (its.language = 0; its.language < LANGUAGES; its.language++) {
        cJSON *words = json_item(list);
        json_text(words, "@language", language_tag(its.language));
        json_text(words, "@value", view_phrase(&its, english));
    }
}

static void add_distribution(const struct view *view, enum route_id id, enum format format,
                             enum language language, cJSON *list)
{
    struct arena *arena = view->arena;
    const char *type = route_format_type(format);
    const char *url =
        view_url(view, route_format_path(arena, route_path(arena, id, language, NULL), format));
    cJSON *distribution = json_item(list);
    json_text(distribution, "@id", arena_print(arena, "%s#distribution", url));
    json_text(distribution, "@type", "dcat:Distribution");
    refer_to(distribution, "dcat:accessURL", url);
    refer_to(distribution, "dcat:downloadURL", url);
    refer_to(distribution, "dct:license", view->config->licence_url);
    refer_to(distribution, "dct:format",
             arena_print(arena, AUTHORITY "file-type/%s", file_types[format]));
    refer_to(distribution, "dcat:mediaType",
             arena_print(arena, MEDIA_TYPES "%.*s", (int)strcspn(type, ";"), type));
    refer_to(distribution, "dct:language",
             arena_print(arena, AUTHORITY "language/%s", languages[language]));
}

static void add_dataset(const struct view *view, const struct dataset *dataset, const char *self,
                        cJSON *list)
{
    cJSON *item = json_item(list);
    const char *page = view_url(view, route_path(view->arena, dataset->id, EN, NULL));
    json_text(item, "@id", arena_print(view->arena, "%s#%s", self, strrchr(page, '/') + 1));
    json_text(item, "@type", "dcat:Dataset");
    add_words(view, item, "dct:title", dataset->title);
    add_words(view, item, "dct:description", dataset->words);
    refer_to(item, "dct:publisher", DATASETS_PUBLISHER);
    refer_to(item, "dct:accessRights", AUTHORITY "access-right/PUBLIC");
    refer_to(item, "dct:accrualPeriodicity", AUTHORITY "frequency/IRREG");
    refer_to(item, "dcat:theme", AUTHORITY "data-theme/GOVE");
    refer_to(item, "dcat:landingPage", page);
    cJSON *distributions = json_list(item, "dcat:distribution");
    for (enum language language = 0; language < LANGUAGES; language++)
        for (enum format format = FORMAT_PAGE + 1; format < FORMATS; format++)
            if (route_formats(dataset->id) & 1U << format)
                add_distribution(view, dataset->id, format, language, distributions);
}

static void add_publisher(const struct view *view, cJSON *catalogue)
{
    cJSON *publisher = json_member(catalogue, "dct:publisher");
    json_text(publisher, "@id", DATASETS_PUBLISHER);
    json_text(publisher, "@type", "foaf:Agent");
    add_words(view, publisher, "foaf:name", "Secretariat-General of the Benelux Union");
}

static cJSON *catalogue_of(const struct view *view)
{
    const char *self = view_url(view, route_path(view->arena, ROUTE_CATALOGUE, EN, NULL));
    cJSON *catalogue = json_object(view->arena), *context = json_member(catalogue, "@context");
    json_text(context, "dcat", "http://www.w3.org/ns/dcat#");
    json_text(context, "dct", "http://purl.org/dc/terms/");
    json_text(context, "foaf", "http://xmlns.com/foaf/0.1/");
    json_text(catalogue, "@id", self);
    json_text(catalogue, "@type", "dcat:Catalog");
    add_words(view, catalogue, "dct:title", "Open data of Benelux+");
    add_words(view, catalogue, "dct:description", DATASETS_WORDS);
    add_publisher(view, catalogue);
    refer_to(catalogue, "dct:license", view->config->licence_url);
    refer_to(catalogue, "foaf:homepage", view_url(view, "/"));
    cJSON *list = json_list(catalogue, "dct:language");
    for (enum language language = 0; language < LANGUAGES; language++)
        json_text(json_item(list), "@id",
                  arena_print(view->arena, AUTHORITY "language/%s", languages[language]));
    list = json_list(catalogue, "dcat:dataset");
    for (size_t i = 0; i < dataset_count; i++)
        add_dataset(view, &datasets[i], self, list);
    return catalogue;
}

enum err catalogue_page(struct exchange *exchange)
{
    struct buffer body = buffer_in(exchange->arena);
    json_write(catalogue_of(&exchange->view), &body);
    enum err err = exchange_format(exchange, body);
    exchange->response.content_type = "application/ld+json";
    return err;
}
