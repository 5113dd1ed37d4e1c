/* SPDX-License-Identifier: EUPL-1.2 */
/* Preview: why a draft has none, templates/desk/preview/page.tpl. */
#include "desk/preview/view.h"

void view_preview_unready(const struct view *view, const struct preview *preview, bool edits,
                          struct dictionary *page)
{
    static const struct {
        unsigned bit;
        const char *section;
    } texts[] = { { LACKS_TITLE, "LACKS_TITLE" },
                  { LACKS_SHORT, "LACKS_SHORT" },
                  { LACKS_SUMMARY, "LACKS_SUMMARY" } };
    if (!preview->lacks)
        dictionary_set(dictionary_section(page, "TAKEN"), "SLUG", preview->slug);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (preview->lacks & texts[i].bit)
            dictionary_section(page, texts[i].section);
    if (edits)
        dictionary_set(dictionary_section(page, "EDIT"), "PATH",
                       route_path(view->arena, ROUTE_DESK_TEXT, preview->language, preview->key));
}
