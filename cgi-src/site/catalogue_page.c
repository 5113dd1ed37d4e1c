/* SPDX-License-Identifier: EUPL-1.2 */
/* Catalogue: the data of this site for portals of open data, /catalogue.jsonld (DCAT-AP 3 as
 * JSON-LD), made from routes.tbl.
 *
 * Each list with a CSV format is a dataset; each of its formats in each language is a distribution.
 * The package is one more dataset with all of them. */
#include <string.h>

#include "record/names.h"
#include "site/datasets.h"
#include "site/package/model.h"
#include "text/json.h"
#include "web/exchange.h"

/* Authority tables of the Publications Office of the European Union. */
#define AUTHORITY "http://publications.europa.eu/resource/authority/"
#define COUNTRIES AUTHORITY "country/"
#define MEDIA_TYPES "https://www.iana.org/assignments/media-types/"

static const char *const languages[LANGUAGES] = {
    [NL] = "NLD", [FR] = "FRA", [DE] = "DEU", [EN] = "ENG"
};
static const char *const file_types[FORMATS] = {
    [FORMAT_JSON] = "JSON",       [FORMAT_CSV] = "CSV",      [FORMAT_EXCEL] = "CSV",
    [FORMAT_GEOJSON] = "GEOJSON", [FORMAT_CALENDAR] = "ICS", [FORMAT_ATOM] = "ATOM"
};

/* When the records of a kind changed last. */
STATEMENT(catalogue_changes, "select kind, to_char(max(at) at time zone 'UTC', "
                             "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from change group by kind");

/* What the catalogue is made of, beside the tables. */
struct stock {
    const char *changed[DOCUMENT_KINDS]; /* YYYY-MM-DDTHH:MM:SSZ; NULL for never */
    struct areas areas;
    struct package package;
};

static void read_changes(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct stock *stock = into;
    for (size_t i = 0; i < rows_count(rows); i++) {
        enum document_kind kind = document_kind_from(rows_text(rows, i, 0));
        if (kind < DOCUMENT_KINDS)
            stock->changed[kind] = rows_text(rows, i, 1);
    }
}

static void refer_to(cJSON *object, const char *name, const char *uri)
{
    json_text(json_member(object, name), "@id", uri);
}

static void add_reference(cJSON *list, const char *uri)
{
    json_text(json_item(list), "@id", uri);
}

static void add_typed(cJSON *object, const char *name, const char *type, const char *value)
{
    if (!value)
        return;
    cJSON *literal = json_member(object, name);
    json_text(literal, "@type", type);
    json_text(literal, "@value", value);
}

static void add_phrase(const struct view *view, cJSON *list, const char *english)
{
    struct view its = *view;
    for (its.language = 0; its.language < LANGUAGES; its.language++) {
        cJSON *words = json_item(list);
        json_text(words, "@language", language_tag(its.language));
        json_text(words, "@value", view_phrase(&its, english));
    }
}

/* Adds ENGLISH in each language. */
static void add_words(const struct view *view, cJSON *object, const char *name, const char *english)
{
    add_phrase(view, json_list(object, name), english);
}

static void add_languages(const struct view *view, cJSON *object)
{
    cJSON *list = json_list(object, "dct:language");
    for (enum language language = 0; language < LANGUAGES; language++)
        add_reference(list, arena_print(view->arena, AUTHORITY "language/%s", languages[language]));
}

/* Adds the countries that the data are about. */
static void add_space(const struct stock *stock, cJSON *object)
{
    cJSON *list = json_list(object, "dct:spatial");
    for (size_t i = 0; i < stock->areas.count; i++) {
        const char *uri = stock->areas.items[i].authority;
        if (uri && strncmp(uri, COUNTRIES, strlen(COUNTRIES)) == 0)
            add_reference(list, uri);
    }
}

/* Adds a distribution with what all of them have. */
static cJSON *add_file(const struct view *view, const char *url, const char *file_type,
                       const char *media_type, cJSON *list)
{
    struct arena *arena = view->arena;
    cJSON *distribution = json_item(list);
    json_text(distribution, "@id", arena_print(arena, "%s#distribution", url));
    json_text(distribution, "@type", "dcat:Distribution");
    refer_to(distribution, "dcat:accessURL", url);
    refer_to(distribution, "dcat:downloadURL", url);
    refer_to(distribution, "dct:license", view->config->licence_url);
    refer_to(distribution, "dcatap:availability", AUTHORITY "planned-availability/STABLE");
    refer_to(distribution, "dct:format", arena_print(arena, AUTHORITY "file-type/%s", file_type));
    refer_to(distribution, "dcat:mediaType",
             arena_print(arena, MEDIA_TYPES "%.*s", (int)strcspn(media_type, ";"), media_type));
    return distribution;
}

static void add_distribution(const struct view *view, const struct dataset *dataset,
                             enum format format, enum language language, cJSON *list)
{
    struct arena *arena = view->arena;
    struct view its = *view;
    its.language = language;
    const char *path = route_path(arena, dataset->id, language, NULL);
    cJSON *distribution = add_file(view, view_url(view, route_format_path(arena, path, format)),
                                   file_types[format], route_format_type(format), list);
    cJSON *title = json_member(distribution, "dct:title");
    json_text(title, "@language", language_tag(language));
    json_text(
        title, "@value",
        arena_print(arena, "%s, %s", view_phrase(&its, dataset->title), route_format_name(format)));
    refer_to(distribution, "dct:language",
             arena_print(arena, AUTHORITY "language/%s", languages[language]));
}

/* The latest change of a record that DATASET lists, or of any record when that is NULL. */
static const char *last_change(const struct stock *stock, const struct dataset *dataset)
{
    const char *last = NULL;
    for (enum document_kind kind = 0; kind < DOCUMENT_KINDS; kind++) {
        const char *at = stock->changed[kind];
        if (dataset && document_kinds[kind].list == dataset->id)
            return at;
        last = at && (!last || strcmp(at, last) > 0) ? at : last;
    }
    return last;
}

/* Adds the contact: a mail address or a page. */
static void add_contact(const struct view *view, cJSON *item)
{
    const char *uri = view->config->contact;
    cJSON *contact = json_member(item, "dcat:contactPoint");
    json_text(contact, "@type", "vcard:Organization");
    add_words(view, contact, "vcard:fn", "Secretariat-General of the Benelux Union");
    refer_to(contact, strncmp(uri, "mailto:", 7) == 0 ? "vcard:hasEmail" : "vcard:hasURL", uri);
}

/* Adds a dataset with what all of them have. */
static cJSON *new_dataset(const struct view *view, const struct stock *stock, const char *id,
                          const char *title, const char *words, const char *changed, cJSON *list)
{
    cJSON *item = json_item(list);
    json_text(item, "@id", id);
    json_text(item, "@type", "dcat:Dataset");
    json_text(item, "dct:identifier", id);
    add_words(view, item, "dct:title", title);
    add_words(view, item, "dct:description", words);
    refer_to(item, "dct:publisher", DATASETS_PUBLISHER);
    add_contact(view, item);
    add_typed(item, "dct:modified", "xsd:dateTime", changed);
    refer_to(item, "dct:accessRights", AUTHORITY "access-right/PUBLIC");
    refer_to(item, "dct:accrualPeriodicity", AUTHORITY "frequency/IRREG");
    cJSON *themes = json_list(item, "dcat:theme"), *keywords = json_list(item, "dcat:keyword");
    add_reference(themes, AUTHORITY "data-theme/GOVE");
    add_reference(themes, AUTHORITY "data-theme/INTR");
    add_phrase(view, keywords, "Cooperation");
    add_phrase(view, keywords, title);
    add_languages(view, item);
    add_space(stock, item);
    return item;
}

static const char *dataset_id(const struct view *view, const struct dataset *dataset)
{
    const char *page = route_path(view->arena, dataset->id, EN, NULL);
    return arena_print(view->arena, "%s#%s",
                       view_url(view, route_path(view->arena, ROUTE_CATALOGUE, EN, NULL)),
                       strrchr(page, '/') + 1);
}

static void add_dataset(const struct view *view, const struct stock *stock,
                        const struct dataset *dataset, cJSON *list)
{
    cJSON *item = new_dataset(view, stock, dataset_id(view, dataset), dataset->title,
                              dataset->words, last_change(stock, dataset), list);
    refer_to(item, "dcat:landingPage",
             view_url(view, route_path(view->arena, dataset->id, EN, NULL)));
    cJSON *distributions = json_list(item, "dcat:distribution");
    for (enum language language = 0; language < LANGUAGES; language++)
        for (enum format format = FORMAT_PAGE + 1; format < FORMATS; format++)
            if (route_formats(dataset->id) & 1U << format)
                add_distribution(view, dataset, format, language, distributions);
}

static void add_checksum(const struct package *package, cJSON *distribution)
{
    cJSON *sum = json_member(distribution, "spdx:checksum");
    json_text(sum, "@type", "spdx:Checksum");
    refer_to(sum, "spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256");
    add_typed(sum, "spdx:checksumValue", "xsd:hexBinary", package->sha256);
}

/* Adds the package, once there is one. */
static void add_package(const struct view *view, const struct stock *stock, cJSON *list)
{
    const struct package *package = &stock->package;
    struct arena *arena = view->arena;
    if (!package->sha256)
        return;
    const char *self = view_url(view, route_path(arena, ROUTE_CATALOGUE, EN, NULL));
    cJSON *item = new_dataset(view, stock, arena_print(arena, "%s#all", self),
                              "Open data of Benelux+", datasets_words, package->moment, list);
    refer_to(item, "dcat:landingPage", view_url(view, "/"));
    cJSON *parts = json_list(item, "dct:hasPart");
    for (size_t i = 0; i < dataset_count; i++)
        add_reference(parts, dataset_id(view, &datasets[i]));
    cJSON *distribution = add_file(view, view_url(view, route_path(arena, ROUTE_PACKAGE, EN, NULL)),
                                   "ZIP", "application/zip", json_list(item, "dcat:distribution"));
    add_words(view, distribution, "dct:title", "Open data of Benelux+");
    add_languages(view, distribution);
    refer_to(distribution, "dcat:packageFormat", MEDIA_TYPES "application/zip");
    refer_to(distribution, "dct:conformsTo", "https://specs.frictionlessdata.io/data-package/");
    add_typed(distribution, "dct:modified", "xsd:dateTime", package->moment);
    add_typed(distribution, "dcat:byteSize", "xsd:nonNegativeInteger",
              arena_print(arena, "%ld", package->size));
    add_checksum(package, distribution);
}

static void add_service(const struct view *view, cJSON *catalogue)
{
    struct arena *arena = view->arena;
    cJSON *service = json_item(json_list(catalogue, "dcat:service"));
    const char *description = view_url(view, route_path(arena, ROUTE_OPENAPI, EN, NULL));
    json_text(service, "@id", arena_print(arena, "%s#service", description));
    json_text(service, "@type", "dcat:DataService");
    add_words(view, service, "dct:title", "Open data of Benelux+");
    refer_to(service, "dcat:endpointURL", view_url(view, "/"));
    refer_to(service, "dcat:endpointDescription", description);
    refer_to(service, "dct:license", view->config->licence_url);
    refer_to(service, "dct:publisher", DATASETS_PUBLISHER);
    refer_to(service, "dct:accessRights", AUTHORITY "access-right/PUBLIC");
    cJSON *served = json_list(service, "dcat:servesDataset");
    for (size_t i = 0; i < dataset_count; i++)
        add_reference(served, dataset_id(view, &datasets[i]));
}

static void add_publisher(const struct view *view, cJSON *catalogue)
{
    cJSON *publisher = json_member(catalogue, "dct:publisher");
    json_text(publisher, "@id", DATASETS_PUBLISHER);
    json_text(publisher, "@type", "foaf:Agent");
    add_words(view, publisher, "foaf:name", "Secretariat-General of the Benelux Union");
    refer_to(publisher, "dct:type", "http://purl.org/adms/publishertype/SupraNationalAuthority");
    refer_to(publisher, "foaf:homepage", DATASETS_PUBLISHER);
}

static void add_context(cJSON *catalogue)
{
    static const char *const prefixes[][2] = {
        { "dcat", "http://www.w3.org/ns/dcat#" },
        { "dct", "http://purl.org/dc/terms/" },
        { "foaf", "http://xmlns.com/foaf/0.1/" },
        { "vcard", "http://www.w3.org/2006/vcard/ns#" },
        { "spdx", "http://spdx.org/rdf/terms#" },
        { "dcatap", "http://data.europa.eu/r5r/" },
        { "xsd", "http://www.w3.org/2001/XMLSchema#" },
    };
    cJSON *context = json_member(catalogue, "@context");
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        json_text(context, prefixes[i][0], prefixes[i][1]);
}

static cJSON *catalogue_of(const struct view *view, const struct stock *stock)
{
    cJSON *catalogue = json_object(view->arena);
    add_context(catalogue);
    json_text(catalogue, "@id", view_url(view, route_path(view->arena, ROUTE_CATALOGUE, EN, NULL)));
    json_text(catalogue, "@type", "dcat:Catalog");
    add_words(view, catalogue, "dct:title", "Open data of Benelux+");
    add_words(view, catalogue, "dct:description", datasets_words);
    add_publisher(view, catalogue);
    refer_to(catalogue, "dct:license", view->config->licence_url);
    refer_to(catalogue, "foaf:homepage", view_url(view, "/"));
    refer_to(catalogue, "dcat:themeTaxonomy", AUTHORITY "data-theme");
    add_typed(catalogue, "dct:modified", "xsd:dateTime", last_change(stock, NULL));
    add_languages(view, catalogue);
    add_space(stock, catalogue);
    cJSON *list = json_list(catalogue, "dcat:dataset");
    for (size_t i = 0; i < dataset_count; i++)
        add_dataset(view, stock, &datasets[i], list);
    add_package(view, stock, list);
    add_service(view, catalogue);
    return catalogue;
}

enum err catalogue_page(struct exchange *exchange)
{
    struct stock stock = { 0 };
    struct batch *batch = exchange_reads(exchange);
    BATCH_ASK(batch, &catalogue_changes, read_changes, &stock);
    areas_ask(batch, EN, &stock.areas);
    package_ask(batch, &stock.package);
    enum err err = batch_run(batch);
    if (err)
        return err;
    struct buffer body = buffer_in(exchange->arena);
    json_write(catalogue_of(&exchange->view, &stock), &body);
    err = exchange_format(exchange, body);
    exchange->response.content_type = "application/ld+json";
    return err;
}
