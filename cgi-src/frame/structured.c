/* SPDX-License-Identifier: EUPL-1.2 */
/* Structured data: what a page is about, in the vocabulary of schema.org as JSON-LD 1.1, for search
 * engines. */
#include "frame/structured.h"

#include <string.h>

cJSON *structured_thing(const struct view *view, const char *type)
{
    cJSON *thing = json_object(view->arena);
    json_text(thing, "@type", type);
    return thing;
}

/* Adds the operator of the site. */
static void add_organization(const struct view *view, cJSON *thing, const char *name)
{
    cJSON *organization = json_member(thing, name);
    json_text(organization, "@type", "GovernmentOrganization");
    json_text(organization, "name", view_phrase(view, "Secretariat-General of the Benelux Union"));
    json_text(organization, "url", "https://www.benelux.int/");
}

static void add_download(const struct view *view, const struct frame *frame, enum format format,
                         cJSON *list)
{
    const char *type = route_format_type(format);
    cJSON *download = json_item(list);
    json_text(download, "@type", "DataDownload");
    json_text(download, "encodingFormat", arena_copy_bytes(view->arena, type, strcspn(type, ";")));
    json_text(download, "contentUrl",
              view_url(view, route_format_path(view->arena, frame->formats_path, format)));
}

static void add_dataset(const struct view *view, const struct frame *frame, cJSON *graph)
{
    cJSON *dataset = json_item(graph);
    json_text(dataset, "@type", "Dataset");
    json_text(dataset, "name", frame->title);
    json_text(dataset, "description", frame->description);
    json_text(dataset, "url", view_url(view, frame->canonical));
    json_text(dataset, "inLanguage", language_tag(view->language));
    json_text(dataset, "license", view->config->licence_url);
    cJSON_AddTrueToObject(dataset, "isAccessibleForFree");
    add_organization(view, dataset, "creator");
    json_text(dataset, "includedInDataCatalog",
              view_url(view, route_path(view->arena, ROUTE_CATALOGUE, view->language, NULL)));
    cJSON *downloads = json_list(dataset, "distribution");
    for (enum format format = FORMAT_PAGE + 1; format < FORMATS; format++)
        if (frame->formats & 1U << format && format != FORMAT_EXCEL)
            add_download(view, frame, format, downloads);
}

static void add_crumbs(const struct view *view, const struct frame *frame, cJSON *graph)
{
    cJSON *list = json_item(graph);
    json_text(list, "@type", "BreadcrumbList");
    cJSON *items = json_list(list, "itemListElement");
    for (size_t i = 0; i < frame->crumb_count; i++) {
        const struct crumb *crumb = &frame->crumbs[i];
        cJSON *item = json_item(items);
        json_text(item, "@type", "ListItem");
        cJSON_AddNumberToObject(item, "position", (double)(i + 1));
        json_text(item, "name", crumb->label);
        json_text(item, "item", view_url(view, crumb->path ? crumb->path : frame->canonical));
    }
}

const char *view_structured(const struct view *view, const struct frame *frame)
{
    if (!frame->canonical) /* search engines must not know the page */
        return NULL;
    cJSON *whole = json_object(view->arena);
    json_text(whole, "@context", STRUCTURED_SCHEMA);
    cJSON *graph = json_list(whole, "@graph");
    if (frame->about)
        cJSON_AddItemReferenceToArray(graph, frame->about);
    if (frame->is_dataset)
        add_dataset(view, frame, graph);
    if (frame->crumb_count > 1)
        add_crumbs(view, frame, graph);
    return graph->child ? json_for_html(whole, view->arena) : NULL;
}
