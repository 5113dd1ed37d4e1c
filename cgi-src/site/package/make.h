/* SPDX-License-Identifier: EUPL-1.2 */
/* Package: all public data in one file. A process of the desk makes it when something has been
 * published, so that sending it costs no more than sending any other file.
 *
 * For each language it has a folder with each list as JSON and as CSV, and all records as lines of
 * JSON; datapackage.json describes the files. The handlers that answer at the addresses of the data
 * make them, in one snapshot of the database. */
#ifndef SITE_PACKAGE_MAKE_H
#define SITE_PACKAGE_MAKE_H

#include "web/exchange.h"

/* Makes a package whenever one is due, until SIGTERM. READING and WRITING are connections with the
 * rights of the desk. */
void package_run(const struct app *app, struct database *reading, struct database *writing);

#endif
