/* SPDX-License-Identifier: EUPL-1.2 */
/* A fault to try the deadline with, loaded before the program's libraries: parsing a text that has
 * "busywork" in it never ends.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

typedef void *parser(const char *text, size_t length, int options);

void *cmark_parse_document(const char *text, size_t length, int options);

void *cmark_parse_document(const char *text, size_t length, int options)
{
    if (memmem(text, length, "busywork", 8))
        for (volatile unsigned long i = 0;; i++)
            ;
    parser *real = (parser *)dlsym(RTLD_NEXT, "cmark_parse_document");
    return real(text, length, options);
}
