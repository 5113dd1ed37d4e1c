/* SPDX-License-Identifier: EUPL-1.2 */
/* Datasets: the lists that are data, for the documents that describe them: the catalogue, the
 * OpenAPI document and the data package. */
#ifndef SITE_DATASETS_H
#define SITE_DATASETS_H

#include "http/route.h"
#include "text/table.h"

#define DATASETS_PUBLISHER "https://www.benelux.int/"

struct dataset {
    enum route_id id;
    const char *title, *words; /* in English, as the pages have them */
    const struct columns *columns;
};

extern const struct dataset datasets[];
extern const size_t dataset_count;

/* The description of all datasets together, in English. */
extern const char *const datasets_words;

/* The description of a file of the whole site, in English; NULL when the route has none. */
const char *dataset_file_words(enum route_id id);

/* The dataset of a route; NULL when it has none. */
const struct dataset *dataset_of(enum route_id id);

#endif
