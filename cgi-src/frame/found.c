/* SPDX-License-Identifier: EUPL-1.2 */
/* Found: the number of items in a list, and the choices that narrow it. */
#include "frame/found.h"

struct dictionary *view_found(const struct view *view, long number, struct dictionary *page)
{
    struct dictionary *found = dictionary_section(page, "FOUND");
    if (number >= 0)
        dictionary_set(dictionary_section(found, "COUNTED"), "NUMBER",
                       arena_print(view->arena, "%ld", number));
    return found;
}

void view_narrowed(struct dictionary *found, const char *label, const char *path)
{
    struct dictionary *item = dictionary_section(found, "NARROWED");
    dictionary_set(item, "LABEL", label);
    dictionary_set(item, "WITHOUT", path);
}
