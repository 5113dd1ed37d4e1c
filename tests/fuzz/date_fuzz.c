/* SPDX-License-Identifier: EUPL-1.2 */
/* Days and times as people type them: an existing day or time is the same when its result is read
 * again. */
#include <string.h>

#include "base/calendar_date.h"
#include "fuzz/fuzz.h"

void fuzz(const char *input, size_t length, struct arena *arena)
{
    (void)length;
    const char *date = calendar_date_read(input, arena), *hour = calendar_time_read(input, arena);
    must(strcmp(calendar_date_read(date, arena), date) == 0 || !calendar_date_exists(date));
    must(strcmp(calendar_time_read(hour, arena), hour) == 0 || !calendar_time_exists(hour));
    must(!calendar_date_exists(date) || strspn(date, "0123456789-") == strlen(date));
    must(!calendar_time_exists(hour) || strlen(hour) == 5);
}
