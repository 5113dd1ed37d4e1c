/* Datasets: the lists that are data, for what describes them: the catalogue, the OpenAPI document,
 * the data package. */
#ifndef SITE_DATASETS_H
#define SITE_DATASETS_H

#include "http/route.h"
#include "text/table.h"

/* Who publishes them, and what they are, all together. */
#define DATASETS_PUBLISHER "https://www.benelux.int/"
#define DATASETS_WORDS                                                                             \
    "Meetings, conclusions, presidencies and cross-border obstacles of the Benelux Union and its " \
    "neighbours."

struct dataset {
    enum route_id id;
    const char *title, *words; /* in English, as the pages have them */
    const struct columns *columns;
};

extern const struct dataset datasets[];
extern const size_t dataset_count;

/* That of a route; NULL when it has none. */
const struct dataset *dataset_of(enum route_id id);

#endif
