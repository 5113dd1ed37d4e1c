/* SPDX-License-Identifier: EUPL-1.2 */
/* Content: brings documents from files into the database; see docs/content-files.md. */
#ifndef RECORD_CONTENT_H
#define RECORD_CONTENT_H

#include "db/database.h"

/* Beside facts.json and the texts of a document: when it was published, and what else that added.
 */
#define CONTENT_RECORD "published.json"

/* The folders of the documents in the order in which they were made, a line each. */
#define CONTENT_ORDER "order.txt"

/* Is there until an export is whole. */
#define CONTENT_UNFINISHED "UNFINISHED"

/* Imports FOLDER: parties.json, places.json, and a folder for each document; of an export, all that
 * it says. Needs the desk's role. What is in the database already stays as it is, so it can be run
 * again and again. Each document is imported whole or not at all; the first that fails stops it,
 * with a line in the log that names it. */
enum err content_load(struct database *database, const char *folder);

#endif
