/* SPDX-License-Identifier: EUPL-1.2 */
/* CGI: runs the program once as plain CGI and takes its answer apart. */
#ifndef SUPPORT_CGI_H
#define SUPPORT_CGI_H

#include "base/arena.h"

struct answer {
    int status;          /* of the Status header field */
    const char *headers; /* each "Name: value\r\n" */
    const char *body;    /* may hold NUL bytes; LENGTH counts */
    size_t length;
    const char *log; /* standard error */
    int log_lines;
    long round_trips; /* to the database, from the log */
    int exit_status;  /* -1 after a signal */
};

/* Asks for PATH with GET, or as EXTRA says: up to ten "NAME=value" ending in NULL, which
 * replace the environment's. The program is TEST_PROGRAM, with the settings of the environment.
 * Everything is owned by ARENA. */
struct answer cgi_get(struct arena *arena, const char *path, const char *const *extra);

/* The same without extras. */
struct answer cgi(struct arena *arena, const char *path);

/* The value of a header field, or "". */
const char *answer_header(struct arena *arena, const struct answer *answer, const char *name);

#endif
