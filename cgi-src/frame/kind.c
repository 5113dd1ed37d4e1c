/* SPDX-License-Identifier: EUPL-1.2 */
/* Kind: the properties of each kind of document. */
#include "frame/kind.h"

#include <string.h>

const struct kind document_kinds[DOCUMENT_KINDS] = {
#define KIND(id, ...) [DOCUMENT_##id] = { __VA_ARGS__ },
#define LISTED_KIND(id, its_list, title, words, columns, ...) \
    KIND(id, .list = its_list, .list_title = title, .list_words = words, __VA_ARGS__)
#include "kinds.tbl"
};

enum document_kind document_kind_from(const char *name)
{
    enum document_kind kind = 0;
    while (kind < DOCUMENT_KINDS && strcmp(document_kinds[kind].name, name) != 0)
        kind++;
    return kind;
}

bool document_kind_meets(enum document_kind kind)
{
    return kind == DOCUMENT_TOPIC || kind == DOCUMENT_PARTNER;
}
