/* SPDX-License-Identifier: EUPL-1.2 */
/* Links: what a text may link to. */
#include "desk/link/model.h"

#include <string.h>

STATEMENT(desk_link_targets, "select target, kind, title, language, starts, forum, public"
                             " from link_targets($1, $2, $3::integer)");

static void read_targets(const struct rows *rows, struct arena *arena, void *into)
{
    struct link_targets *targets = into;
    targets->count = rows_count(rows);
    targets->items = arena_array(arena, targets->count, sizeof *targets->items);
    for (size_t i = 0; i < targets->count; i++)
        targets->items[i] = (struct link_target){
            .target = rows_text(rows, i, 0),
            .kind = document_kind_from(rows_text(rows, i, 1)),
            .title = rows_text(rows, i, 2),
            .language = rows_language(rows, i, 3),
            .starts = rows_text(rows, i, 4),
            .forum = rows_text(rows, i, 5),
            .published = strcmp(rows_text(rows, i, 6), "t") == 0,
        };
}

void link_targets_ask(struct batch *batch, enum language language, const char *words, int max,
                      struct link_targets *targets)
{
    BATCH_ASK(batch, &desk_link_targets, read_targets, targets, language_tag(language), words,
              batch_number(batch, max));
}
