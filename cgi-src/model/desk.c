/* Desk: what editors see of all documents, and of what was done. */
#include "model/desk.h"

#include <string.h>

/* Four rows a document, in the order of enum language. */
STATEMENT(desk_matrix,
          "select key, kind, original, title, language, published, drafted, outdated from matrix"
          " order by array_position(array['home', 'overview', 'topic', 'partner', 'page', 'meeting'], kind), position,"
          " meeting_starts desc, document_id, array_position(array['nl', 'fr', 'de', 'en'], language::text)");

STATEMENT(
    desk_audit_latest,
    "select to_char(at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI:SS'), account, action, document, language, detail,"
    " host(address) from audit order by id desc limit $1");

static bool is_true(const struct rows *rows, size_t row, int column)
{
    return strcmp(rows_text(rows, row, column), "t") == 0;
}

static void read_matrix(const struct rows *rows, struct arena *arena, void *into)
{
    struct matrix *matrix = into;
    matrix->rows = arena_array(arena, rows_count(rows) / LANGUAGES, sizeof *matrix->rows);
    for (size_t i = 0; i < rows_count(rows); i++) {
        if (i % LANGUAGES == 0)
            matrix->rows[matrix->count++] = (struct matrix_row){
                .key = rows_text(rows, i, 0),
                .kind = document_kind_from(rows_text(rows, i, 1)),
                .original = rows_language(rows, i, 2),
                .title = rows_text(rows, i, 3),
            };
        struct matrix_row *row = &matrix->rows[matrix->count - 1];
        enum language language = rows_language(rows, i, 4);
        row->cells[language].published = is_true(rows, i, 5);
        row->cells[language].drafted = is_true(rows, i, 6);
        row->cells[language].outdated = is_true(rows, i, 7);
    }
}

void matrix_ask(struct batch *batch, struct matrix *matrix)
{
    BATCH_ASK(batch, &desk_matrix, read_matrix, matrix);
}

static void read_audit(const struct rows *rows, struct arena *arena, void *into)
{
    struct audit *audit = into;
    audit->count = rows_count(rows);
    audit->items = arena_array(arena, audit->count, sizeof *audit->items);
    for (size_t i = 0; i < audit->count; i++)
        audit->items[i] = (struct audit_entry){
            .at = rows_text(rows, i, 0),
            .account = rows_text(rows, i, 1),
            .action = rows_text(rows, i, 2),
            .document = rows_text(rows, i, 3),
            .language = rows_text(rows, i, 4),
            .detail = rows_text(rows, i, 5),
            .address = rows_text(rows, i, 6),
        };
}

void audit_ask(struct batch *batch, int most, struct audit *audit)
{
    BATCH_ASK(batch, &desk_audit_latest, read_audit, audit, batch_number(batch, most));
}
