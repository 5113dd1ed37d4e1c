/* SPDX-License-Identifier: EUPL-1.2 */
/* Multipart: a form that may carry files (multipart/form-data, RFC 7578, in the shape that browsers
 * send: WHATWG HTML 4.10.21.8).
 */
#ifndef HTTP_MULTIPART_H
#define HTTP_MULTIPART_H

#include <stdbool.h>

#include "http/query.h"

/* A file that was sent in the field NAME. FILE_NAME is the client's name for it, without folders;
 * "" and no bytes when no file was chosen. */
struct upload {
    const char *name, *file_name;
    const char *bytes;
    size_t length;
};

struct uploads {
    struct upload *items;
    size_t count;
};

enum { UPLOADS_MAX = 100 };

/* Whether one of the files is not empty. */
bool uploads_chosen(const struct uploads *uploads);

/* Reads BODY of LENGTH bytes, whose Content-Type is TYPE. False when it is malformed or incomplete;
 * the results must not be used then. The bytes of files stay in BODY; ARENA owns the rest. Reads at
 * most PARAMETERS_MAX texts and UPLOADS_MAX files: no form of this site has more. */
bool multipart_read(const char *type, const char *body, size_t length, struct arena *arena,
                    struct parameters *parameters, struct uploads *uploads);

#endif
