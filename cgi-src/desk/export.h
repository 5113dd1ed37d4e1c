/* SPDX-License-Identifier: EUPL-1.2 */
/* Export: all public content of the site as files, from which content_load makes the same site
 * again; see docs/content-files.md.
 *
 * What visitors see comes back as it was, and so does what they do not see but rely on: former
 * addresses, which text of a translation is no longer that of its original, the order in which
 * documents were made, the number by which calendars know a change.
 *
 * Not content, and therefore not in it: drafts, earlier editions and who wrote them, documents of
 * which nothing is public any more, accounts, the log, reports of visitors. All of that is in a
 * backup of the database.
 */
#ifndef DESK_EXPORT_H
#define DESK_EXPORT_H

#include "db/database.h"

/* Writes into FOLDER, which is made unless it is there and empty. Needs the desk's role. The files
 * show the site at one moment, however long it takes; memory is for some documents at a time. On an
 * error there is one line in the log, and in FOLDER a file CONTENT_UNFINISHED, which content_load
 * refuses. ERR_CONFLICT: the folder is not empty; ERR_INTERNAL: it cannot be written. Otherwise as
 * batch_run. */
enum err export_write(struct database *database, const char *folder);

#endif
