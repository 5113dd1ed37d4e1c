/* SPDX-License-Identifier: EUPL-1.2 */
/* Package: all public data in one file. A process of the desk makes it when something has been
 * published, so that it costs the same to hand out as any other file.
 *
 * For each language it has a folder with each list as JSON and as CSV, and all records, a line of
 * JSON each; and datapackage.json, which describes them. They are what the site answers at the
 * addresses of data, made by the same handlers in one snapshot of the database.
 */
#ifndef SITE_PACKAGE_MAKE_H
#define SITE_PACKAGE_MAKE_H

#include "web/exchange.h"

/* Makes one when it is due, until SIGTERM. READING and WRITING are connections with the rights of
 * the desk. */
void package_run(const struct app *app, struct database *reading, struct database *writing);

#endif
