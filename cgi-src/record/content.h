/* SPDX-License-Identifier: EUPL-1.2 */
/* Content: imports documents from files; see docs/content-files.md. */
#ifndef RECORD_CONTENT_H
#define RECORD_CONTENT_H

#include "db/database.h"

/* In an export, what the other files of a document do not say: when each text was published, for
 * instance. */
#define CONTENT_RECORD "published.json"

/* The folders of the documents, one on each line, in the order in which they were made. */
#define CONTENT_ORDER "order.txt"

/* Exists until an export is complete. */
#define CONTENT_UNFINISHED "UNFINISHED"

/* Imports FOLDER: parties.json, places.json, synonyms.json, and a folder for each document; of an
 * export, everything in it. Needs the desk's role. Whatever is in the database already stays as it
 * is, so an import can be repeated. Each document is imported as a whole or not at all; the first
 * failure ends the import, and a log line names its folder. */
enum err content_load(struct database *database, const char *folder);

#endif
