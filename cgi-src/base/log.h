/* SPDX-License-Identifier: EUPL-1.2 */
/* Log: one JSON object a line on standard error (RFC 8259), written with one write(2) so that lines
 * of several processes never mix. Nothing about a visitor goes in: no address, no user agent. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stddef.h>

/* A member of the object; NULL values are left out. A number is written as it is, a string is
 * escaped, and bytes that are not UTF-8 become U+FFFD. Controls are escaped, those of two bytes
 * (U+0080 to U+009F) too: who looks at a log in a terminal is not to have it obey what a visitor
 * sent. */
struct log_field {
    const char *name;
    const char *string;
    long number; /* used when STRING is NULL and IS_NUMBER is set */
    int is_number;
};

struct log_field log_string(const char *name, const char *string);
struct log_field log_number(const char *name, long number);

/* From now on each line has the id of this request, of 64 bytes at most, as its member "id"; after
 * "" none has. The process keeps the id, so that functions need not hand it on to those that log.
 */
void log_of_request(const char *id);

void log_line(const char *level, const char *message, const struct log_field *fields, size_t count);

/* log_error("cannot read", log_string("path", path), …) */
#define log_info(message, ...) LOG_WITH("info", message, ##__VA_ARGS__)
#define log_error(message, ...) LOG_WITH("error", message, ##__VA_ARGS__)
#define LOG_WITH(level, message, ...)                                                       \
    log_line(level, message, (const struct log_field[]){ { .name = NULL }, ##__VA_ARGS__ }, \
             sizeof((const struct log_field[]){ { .name = NULL }, ##__VA_ARGS__ }) /        \
                 sizeof(struct log_field))

#endif
