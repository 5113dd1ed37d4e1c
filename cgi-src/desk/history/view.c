/* SPDX-License-Identifier: EUPL-1.2 */
/* History: the page of all saves of a text, templates/desk/history/page.tpl. */
#include "desk/history/view.h"

#include <string.h>

#include "base/characters.h"
#include "desk/text/view.h"
#include "http/query.h"

static void fill_row(const struct history *history, size_t place, struct dictionary *page)
{
    const struct save *save = &history->saves->items[place];
    struct dictionary *row = dictionary_section(page, "SAVE");
    view_save(save, row);
    dictionary_set(row, "ID", save->id);
    /* By default the page compares the latest save with the one before. */
    bool first = place == 0, second = place == 1 || history->saves->count == 1;
    if (history->from_id ? strcmp(save->id, history->from_id) == 0 : second)
        dictionary_section(row, "IS_FROM");
    if (history->to_id ? strcmp(save->id, history->to_id) == 0 : first)
        dictionary_section(row, "IS_TO");
    if (history->edition->id && strcmp(save->id, history->edition->id) == 0)
        return;
    struct dictionary *restore = dictionary_section(row, "RESTORE");
    dictionary_set(restore, "EDITION", save->id);
    dictionary_set(restore, "FORM_TOKEN", history->form_token);
}

static bool fill_change(const struct view *view, const char *field, const char *from,
                        const char *to, struct dictionary *parent)
{
    if (strcmp(from, to) == 0)
        return false;
    struct dictionary *change = dictionary_section(parent, "CHANGE");
    view_field_label(view, field, change);
    view_diff(view, from, to, change, "DIFF");
    return true;
}

static void fill_comparison(const struct view *view, const struct history *history,
                            struct dictionary *page)
{
    const struct edition_fields *from = history->from, *to = history->to;
    struct dictionary *comparison = dictionary_section(page, "COMPARISON");
    dictionary_set(comparison, "FROM_AT", or_empty(from->at));
    dictionary_set(comparison, "FROM_BY", or_empty(from->author));
    dictionary_set(comparison, "TO_AT", or_empty(to->at));
    dictionary_set(comparison, "TO_BY", or_empty(to->author));
    bool any = fill_change(view, "slug", or_empty(from->slug), or_empty(to->slug), comparison);
    for (size_t i = 0; i < history->edition->text_count; i++) {
        const char *field = history->edition->texts[i].field;
        any |= fill_change(view, field, edition_field(from, field), edition_field(to, field),
                           comparison);
    }
    if (!any)
        dictionary_section(comparison, "SAME_TEXT");
}

void view_history(const struct view *view, const struct history *history, struct dictionary *page)
{
    const struct edition *edition = history->edition;
    const char *path = route_path(view->arena, ROUTE_DESK_HISTORY, history->language, edition->key);
    dictionary_set(page, "ACTION", path);
    dictionary_set(page, "TEXT_PATH",
                   route_path(view->arena, ROUTE_DESK_TEXT, history->language, edition->key));
    dictionary_set(page, "DOCUMENT_TITLE", edition->title);
    dictionary_set(page, "ORIGINAL_TAG", language_tag(edition->original));
    dictionary_set(page, "TAG", language_tag(history->language));
    dictionary_set(page, "LANGUAGE_NAME", language_name(history->language));
    if (history->from_id && history->to_id)
        fill_comparison(view, history, page);
    size_t count = history->saves->count < history->max ? history->saves->count : history->max;
    struct dictionary *list = count ? dictionary_section(page, "LIST") : NULL;
    for (size_t i = 0; i < count; i++)
        fill_row(history, i, list);
    if (!count)
        dictionary_section(page, "NONE");
    if (history->before)
        dictionary_section(page, "LATEST");
    if (history->saves->count > history->max) {
        const struct parameter before = { "before", history->saves->items[count - 1].id };
        dictionary_set(
            dictionary_section(page, "OLDER"), "OLDER_PATH",
            arena_print(view->arena, "%s%s", path, query_write(&before, 1, view->arena)));
    }
}
