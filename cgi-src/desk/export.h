/* SPDX-License-Identifier: EUPL-1.2 */
/* Export: all public content of the site as files, from which content_load makes the same site
 * again; see docs/content-files.md.
 *
 * The files also have what visitors do not see but rely on: former addresses, which text of a
 * translation is outdated, the order in which documents were made, the number by which calendars
 * notice a change.
 *
 * They do not have what is not public content: drafts, earlier editions and their authors,
 * documents of which nothing is public any more, accounts, the log, visitors' reports. A backup of
 * the database has all of these. */
#ifndef DESK_EXPORT_H
#define DESK_EXPORT_H

#include "db/database.h"

/* Writes into FOLDER, which is new or empty. Needs the desk's role. The files show the site at one
 * moment, however long this takes; some documents at a time are in memory. An error is logged in
 * one line, and leaves in FOLDER the file CONTENT_UNFINISHED, with which content_load refuses it.
 * ERR_CONFLICT: the folder is not empty; ERR_INTERNAL: it cannot be written. Otherwise as
 * batch_run. */
enum err export_write(struct database *database, const char *folder);

#endif
