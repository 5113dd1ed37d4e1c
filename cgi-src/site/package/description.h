/* SPDX-License-Identifier: EUPL-1.2 */
/* Package: its description (Frictionless Data Package v1), made from the tables of columns. */
#ifndef SITE_PACKAGE_DESCRIPTION_H
#define SITE_PACKAGE_DESCRIPTION_H

#include "frame/view.h"
#include "text/json.h"

/* Describes each list as CSV in each language: WITHIN the package its files, or else its addresses
 * on the site. */
cJSON *package_description(const struct view *view, bool within);

/* The name of a list within the package, "nl/meetings.csv". */
const char *package_file_name(enum language language, enum route_id id, const char *extension,
                              struct arena *arena);

#endif
