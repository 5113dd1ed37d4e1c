/* SPDX-License-Identifier: EUPL-1.2 */
/* Datasets: the lists that are data. */
#include "site/datasets.h"

#include "kinds/meeting/conclusions_view.h"
#include "kinds/name/list_view.h"
#include "kinds/presidency/view.h"
#include "record/view.h"

#define KIND(id, ...)
#define LISTED_KIND(id, list, title, words, its_columns, ...) \
    extern const struct columns its_columns;
#include "kinds.tbl"

const struct dataset datasets[] = {
#define KIND(id, ...)
#define LISTED_KIND(id, list, title, words, its_columns, ...) { list, title, words, &its_columns },
#include "kinds.tbl"
    { ROUTE_CONCLUSIONS, "Conclusions",
      "What the forums have agreed, and which meeting took it up.", &conclusion_columns },
    { ROUTE_PRESIDENCIES, "Presidencies", "Who chairs which forum, now and in other years.",
      &presidency_columns },
    { ROUTE_PLACES, "Places", "The towns where the forums meet and have their seats.",
      &place_columns },
    { ROUTE_OVERVIEW, "Cooperation",
      "Topics and partners of the cooperation with neighbouring countries and regions.",
      &card_columns },
};
const size_t dataset_count = sizeof datasets / sizeof *datasets;

const char *const datasets_words =
    "Meetings, conclusions, presidencies and cross-border obstacles of the Benelux Union and its "
    "neighbours.";

const char *dataset_file_words(enum route_id id)
{
    switch (id) {
    case ROUTE_PACKAGE:
        return "All public data in one file, at one moment: the lists as JSON and CSV, the records "
               "one a line.";
    case ROUTE_PACKAGE_SUM:
        return "Its checksum (SHA-256).";
    case ROUTE_PACKAGE_DESCRIPTION:
        return "The columns of each CSV file (Frictionless Data Package).";
    case ROUTE_CHANGES:
        return "What has changed, for those who keep a copy; the next time only what has changed "
               "since.";
    case ROUTE_OPENAPI:
        return "The same as on this page, for programs (OpenAPI 3.1).";
    case ROUTE_CATALOGUE:
        return "The same for portals of open data (DCAT-AP 3).";
    default:
        return NULL;
    }
}

const struct dataset *dataset_of(enum route_id id)
{
    for (size_t i = 0; i < dataset_count; i++)
        if (datasets[i].id == id)
            return &datasets[i];
    return NULL;
}
