/* SPDX-License-Identifier: EUPL-1.2 */
/* Package: all public data in one file, kept in the database in pieces. */
#include "site/package/model.h"

STATEMENT(package_latest, "select sha256, size, to_char(made_at at time zone 'UTC', 'Dy, DD Mon "
                          "YYYY HH24:MI:SS \"GMT\"'), to_char(made_at at time zone 'UTC', "
                          "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
                          " from visitor.package");
STATEMENT(package_piece, "select bytes from visitor.package_piece"
                         " where sha256 = $1 and position = $2::integer");
STATEMENT(packer_due, "select package_due()");
STATEMENT(packer_keep, "select keep_package($2, $1)");
STATEMENT(packer_snapshot, "select to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS'),"
                           " set_config('search_path', 'visitor, site', true) from visitor.change");
STATEMENT(packer_records, "select kind, slug from visitor.page where for_language = $1"
                          " and kind not in ('home', 'overview')" /* these are not records */
                          " order by kind, key");

static void read_package(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    if (rows_count(rows))
        *(struct package *)into = (struct package){ .sha256 = rows_text(rows, 0, 0),
                                                    .size = rows_number(rows, 0, 1),
                                                    .changed = rows_text(rows, 0, 2),
                                                    .moment = rows_text(rows, 0, 3) };
}

static void read_piece(const struct rows *rows, struct arena *arena, void *into)
{
    size_t length;
    const char *bytes = rows_count(rows) ? rows_bytes(rows, 0, 0, arena, &length) : NULL;
    if (bytes)
        buffer_append(into, bytes, length);
}

static void read_text(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(const char **)into = rows_text(rows, 0, 0);
}

static void read_records(const struct rows *rows, struct arena *arena, void *into)
{
    struct package_records *records = into;
    records->count = rows_count(rows);
    records->items = arena_array(arena, records->count, sizeof *records->items);
    for (size_t i = 0; i < records->count; i++)
        records->items[i] = (struct package_record){
            .kind = document_kind_from(rows_text(rows, i, 0)),
            .slug = rows_text(rows, i, 1),
        };
}

void package_ask(struct batch *batch, struct package *package)
{
    BATCH_ASK(batch, &package_latest, read_package, package);
}

void package_piece_ask(struct batch *batch, const char *sha256, int number, struct buffer *piece)
{
    BATCH_ASK(batch, &package_piece, read_piece, piece, sha256, batch_number(batch, number));
}

void package_due_ask(struct batch *batch, const char **state)
{
    BATCH_ASK(batch, &packer_due, read_text, state);
}

void package_keep_ask(struct batch *batch, const struct buffer *bytes, const char *state)
{
    BATCH_ASK(batch, &packer_keep, NULL, NULL, state);
    batch_add_bytes(batch, bytes->bytes, bytes->length);
}

void package_snapshot_ask(struct batch *batch, const char **moment)
{
    BATCH_ASK(batch, &packer_snapshot, read_text, moment);
}

void package_records_ask(struct batch *batch, enum language language,
                         struct package_records *records)
{
    BATCH_ASK(batch, &packer_records, read_records, records, language_tag(language));
}
