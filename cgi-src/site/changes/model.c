/* SPDX-License-Identifier: EUPL-1.2 */
/* Changes: what has become of each public record. */
#include "site/changes/model.h"

#define STAMP "(extract(epoch from at) * 1000000)::bigint"

STATEMENT(changes_behind,
          "select id, " STAMP ", kind, key, slug, language, published,"
          " to_char(at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), sum is null"
          " from change where is_last and id > coalesce($1::bigint, 0)"
          " and kind not in ('home', 'overview')" /* these are not records */
          " order by id limit $2");

STATEMENT(change_is_there, "select from change where id = $1 and " STAMP " = $2::bigint");

static void read_changes(const struct rows *rows, struct arena *arena, void *into)
{
    struct changes *changes = into;
    changes->count = rows_count(rows);
    changes->items = arena_array(arena, changes->count, sizeof *changes->items);
    for (size_t i = 0; i < changes->count; i++)
        changes->items[i] = (struct change){
            .id = rows_text(rows, i, 0),
            .stamp = rows_text(rows, i, 1),
            .kind = document_kind_from(rows_text(rows, i, 2)),
            .key = rows_text(rows, i, 3),
            .slug = rows_text(rows, i, 4),
            .language = rows_language(rows, i, 5),
            .published = rows_text(rows, i, 6),
            .at = rows_text(rows, i, 7),
            .withdrawn = *rows_text(rows, i, 8) == 't',
        };
}

static void read_place(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    ((struct changes *)into)->has_place = rows_count(rows) > 0;
}

void changes_ask(struct batch *batch, const char *id, const char *stamp, int max,
                 struct changes *changes)
{
    BATCH_ASK(batch, &changes_behind, read_changes, changes, id, batch_number(batch, max));
    changes->has_place = !id;
    if (id)
        BATCH_ASK(batch, &change_is_there, read_place, changes, id, stamp);
}
