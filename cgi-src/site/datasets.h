/* SPDX-License-Identifier: EUPL-1.2 */
/* Datasets: the lists that are data, for what describes them: the catalogue, the OpenAPI document,
 * the data package. */
#ifndef SITE_DATASETS_H
#define SITE_DATASETS_H

#include "http/route.h"
#include "text/table.h"

/* Who publishes them. */
#define DATASETS_PUBLISHER "https://www.benelux.int/"

struct dataset {
    enum route_id id;
    const char *title, *words; /* in English, as the pages have them */
    const struct columns *columns;
};

extern const struct dataset datasets[];
extern const size_t dataset_count;

/* What they are, all together, in English. */
extern const char *const datasets_words;

/* What is in a file of the whole site, in English; NULL of what is none. */
const char *dataset_file_words(enum route_id id);

/* That of a route; NULL when it has none. */
const struct dataset *dataset_of(enum route_id id);

#endif
