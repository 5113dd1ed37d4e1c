/* SPDX-License-Identifier: EUPL-1.2 */
/* File: a PDF that a public document links to, or a picture that one shows, kept in the database in
 * pieces. */
#include "site/file/model.h"

STATEMENT(file_by_hash, "select size, title, format from file where hash = decode($1, 'hex')");
STATEMENT(file_shown, "select from shown_file where sha256 = decode($1, 'hex')");
STATEMENT(file_piece,
          "select bytes from file_piece where hash = decode($1, 'hex') and position = $2::integer");

static void read_file(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct file *file = into;
    file->found = rows_count(rows) > 0;
    if (!file->found)
        return;
    file->size = rows_number(rows, 0, 0);
    file->title = rows_text(rows, 0, 1);
    file->format = rows_text(rows, 0, 2);
}

static void read_piece(const struct rows *rows, struct arena *arena, void *into)
{
    size_t length;
    const char *bytes = rows_count(rows) ? rows_bytes(rows, 0, 0, arena, &length) : NULL;
    if (bytes)
        buffer_append(into, bytes, length);
}

static void read_shown(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(bool *)into = rows_count(rows) > 0;
}

void file_ask(struct batch *batch, const char *sha256, struct file *file)
{
    BATCH_ASK(batch, &file_by_hash, read_file, file, sha256);
    BATCH_ASK(batch, &file_shown, read_shown, &file->was_public, sha256);
}

void file_piece_ask(struct batch *batch, const char *sha256, int number, struct buffer *piece)
{
    BATCH_ASK(batch, &file_piece, read_piece, piece, sha256, batch_number(batch, number));
}
