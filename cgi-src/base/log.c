/* SPDX-License-Identifier: EUPL-1.2 */
/* Log: one JSON object a line on standard error. */
#include "base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/utf8.h"

/* A line lives on the stack: the log must work when memory has run out. What does not fit is cut.
 */
struct line {
    char bytes[4096];
    size_t length;
};

/* Of the request in hand: a process answers one at a time. */
static char request_id[65];

enum {
    TAIL = 8,         /* room kept for the end of the object */
    LONGEST = 1024,   /* bytes of one string, escapes counted: three such strings fit a line */
    LONGEST_STEP = 8, /* the longest escape, rounded up */
};

static void line_print(struct line *line, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
static void line_print(struct line *line, const char *format, ...)
{
    size_t room = sizeof line->bytes - TAIL - line->length;
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line->bytes + line->length, room, format, arguments);
    va_end(arguments);
    if (length > 0 && (size_t)length < room)
        line->length += (size_t)length;
}

static void line_string(struct line *line, const char *string)
{
    line_print(line, "\"");
    size_t left = strlen(string);
    const size_t end = line->length + LONGEST;
    while (left && line->length + LONGEST_STEP < end) {
        unsigned char byte = (unsigned char)*string;
        size_t sequence = utf8_sequence(string, left);
        if (!sequence) {
            line_print(line, "\\ufffd");
            sequence = 1;
        } else if (byte == '"' || byte == '\\') {
            line_print(line, "\\%c", byte);
        } else if (byte < 0x20 || byte == 0x7F) {
            line_print(line, "\\u%04x", byte);
        } else if (byte == 0xC2 &&
                   (unsigned char)string[1] < 0xA0) { /* C1, which a terminal obeys as well */
            line_print(line, "\\u%04x", (unsigned char)string[1]);
        } else {
            line_print(line, "%.*s", (int)sequence, string);
        }
        string += sequence;
        left -= sequence;
    }
    line_print(line, "\"");
}

void log_of_request(const char *id)
{
    size_t length = strlen(id) < sizeof request_id ? strlen(id) : 0;
    memcpy(request_id, id, length);
    request_id[length] = '\0';
}

struct log_field log_string(const char *name, const char *string)
{
    return (struct log_field){ .name = name, .string = string };
}

struct log_field log_number(const char *name, long number)
{
    return (struct log_field){ .name = name, .number = number, .is_number = 1 };
}

void log_line(const char *level, const char *message, const struct log_field *fields, size_t count)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    struct tm utc;
    gmtime_r(&now.tv_sec, &utc);
    char time[32];
    strftime(time, sizeof time, "%Y-%m-%dT%H:%M:%S", &utc);

    struct line line = { .length = 0 };
    line_print(&line, "{\"time\":\"%s.%03ldZ\",\"level\":\"%s\",\"message\":", time,
               now.tv_nsec / 1000000, level);
    line_string(&line, message);
    if (*request_id) {
        line_print(&line, ",\"id\":");
        line_string(&line, request_id);
    }
    for (size_t i = 0; i < count; i++) {
        if (!fields[i].name || (!fields[i].string && !fields[i].is_number))
            continue;
        line_print(&line, ",\"%s\":", fields[i].name);
        if (fields[i].string)
            line_string(&line, fields[i].string);
        else
            line_print(&line, "%ld", fields[i].number);
    }
    memcpy(line.bytes + line.length, "}\n", 2);
    ssize_t written = write(STDERR_FILENO, line.bytes, line.length + 2);
    (void)written; /* there is nowhere left to complain */
}
