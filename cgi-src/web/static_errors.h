/* SPDX-License-Identifier: EUPL-1.2 */
/* Static errors: the error pages that nginx shows when the program cannot, as files. */
#ifndef WEB_STATIC_ERRORS_H
#define WEB_STATIC_ERRORS_H

#include <stdbool.h>

#include "web/exchange.h"

/* Writes FOLDER/STATUS.LANGUAGE.html and, for data, FOLDER/STATUS.json for each status that nginx
 * itself may answer, and FOLDER/policy.conf, nginx's directive with the content policy of the
 * pages. False, and one log line, when it cannot. */
bool static_errors_write(const struct app *app, const char *folder);

#endif
