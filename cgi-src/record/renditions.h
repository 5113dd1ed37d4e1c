/* SPDX-License-Identifier: EUPL-1.2 */
/* Renditions: the files in which pages show a picture, as the program that reads pictures gives
 * them (cgi-src/picture/main.c). A picture may have taken that program over: its answer is trusted
 * within these bounds only. */
#ifndef RECORD_RENDITIONS_H
#define RECORD_RENDITIONS_H

#include "http/form.h"

enum { RENDITIONS_MAX = 6, RENDITION_WIDTH_MAX = 1920, RENDITION_HEIGHT_MAX = 16383 };

struct rendition {
    const char *format; /* "jpeg" or "webp" */
    long width, height;
    const char *bytes;
    size_t length;
};

/* FAULT says why there are none. */
struct renditions {
    struct rendition items[RENDITIONS_MAX];
    size_t count;
    enum fault fault;
};

/* Reads ANSWER, LENGTH bytes and a NUL behind them. The bytes of the files stay in it. */
struct renditions renditions_read(const char *answer, size_t length);

#endif
