/* SPDX-License-Identifier: EUPL-1.2 */
/* Resume: a page that holds everything that was sent to the desk and not accepted, to be sent
 * again. */
#include "web/resume.h"

#include <string.h>

void view_desk_resume(const struct view *view, const struct desk_resume *resume,
                      const char *form_token, struct dictionary *page)
{
    (void)view;
    dictionary_set(page, "ACTION", resume->path);
    dictionary_set(page, "FORM_TOKEN", form_token);
    dictionary_section(page, resume->fault ? "AFTER_FAULT" : "AFTER_LOGIN");
    dictionary_section(page, resume->fault ? "SEND_AGAIN" : "SEND");
    if (resume->files)
        dictionary_section(page, "FILES");
    for (size_t i = 0; i < resume->sent->count; i++) {
        if (strcmp(resume->sent->items[i].name, "form_token") == 0)
            continue;
        struct dictionary *field = dictionary_section(page, "FIELD");
        dictionary_set(field, "NAME", resume->sent->items[i].name);
        dictionary_set(field, "VALUE", resume->sent->items[i].value);
    }
}
