/* SPDX-License-Identifier: EUPL-1.2 */
/* Multipart: a form that may carry files (multipart/form-data, RFC 7578, in the shape that browsers
 * send: WHATWG HTML 4.10.21.8).
 */
#ifndef HTTP_MULTIPART_H
#define HTTP_MULTIPART_H

#include <stdbool.h>

#include "http/query.h"

/* A file that was sent in the field NAME. FILE_NAME is what the client calls it, without folders;
 * "" and no bytes where none was chosen. */
struct upload {
    const char *name, *file_name;
    const char *bytes;
    size_t length;
};

struct uploads {
    struct upload *items;
    size_t count;
};

enum { UPLOADS_MOST = 100 };

/* Whether a file is among them that is not empty. */
bool uploads_chosen(const struct uploads *uploads);

/* Reads BODY of LENGTH bytes, whose Content-Type is TYPE. False when it is malformed or broken off:
 * what was filled then is not to be used. The bytes of the files stay where they are in BODY; the
 * rest is owned by ARENA. Of texts PARAMETERS_MOST are read and of files UPLOADS_MOST; a form of
 * this site has fewer. */
bool multipart_read(const char *type, const char *body, size_t length, struct arena *arena,
                    struct parameters *parameters, struct uploads *uploads);

#endif
