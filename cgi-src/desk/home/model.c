/* SPDX-License-Identifier: EUPL-1.2 */
/* Home of the desk: what editors see of all documents. */
#include "desk/home/model.h"

#include <string.h>

STATEMENT(desk_matrix, "select key, kind, original, title, language, published, drafted, outdated, "
                       "total, starts, forum, changed_at, changed_by"
                       " from matrix_of($1, $2, $3, $4, $5::integer, $6, $7, $8::date, $9,"
                       " $10::integer)");

static const char *const state_names[TEXT_STATES] = { [TEXT_OUTDATED] = "outdated",
                                                      [TEXT_MISSING] = "missing",
                                                      [TEXT_DRAFT] = "draft",
                                                      [TEXT_PUBLISHED] = "published",
                                                      [TEXT_ARCHIVED] = "archived" };

const char *text_state_name(enum text_state state)
{
    return state_names[state];
}

enum text_state text_state_from(const char *name)
{
    enum text_state state = 0;
    while (state < TEXT_STATES && strcmp(state_names[state], name) != 0)
        state++;
    return state;
}

static bool is_true(const struct rows *rows, size_t row, int column)
{
    return strcmp(rows_text(rows, row, column), "t") == 0;
}

/* The rows of a document, one for each language, follow each other. */
static void read_matrix(const struct rows *rows, struct arena *arena, void *into)
{
    struct matrix *matrix = into;
    matrix->rows = arena_array(arena, rows_count(rows), sizeof *matrix->rows);
    for (size_t i = 0; i < rows_count(rows); i++) {
        if (i == 0 || strcmp(rows_text(rows, i, 0), rows_text(rows, i - 1, 0)) != 0)
            matrix->rows[matrix->count++] = (struct matrix_row){
                .key = rows_text(rows, i, 0),
                .kind = document_kind_from(rows_text(rows, i, 1)),
                .original = rows_language(rows, i, 2),
                .title = rows_text(rows, i, 3),
                .starts = rows_text(rows, i, 9),
                .forum = rows_text(rows, i, 10),
                .changed_at = rows_text(rows, i, 11),
                .changed_by = rows_text(rows, i, 12),
            };
        struct matrix_row *row = &matrix->rows[matrix->count - 1];
        enum language language = rows_language(rows, i, 4);
        row->cells[language].published = is_true(rows, i, 5);
        row->cells[language].drafted = is_true(rows, i, 6);
        row->cells[language].outdated = is_true(rows, i, 7);
        matrix->total = rows_number(rows, i, 8);
    }
}

void matrix_ask(struct batch *batch, const struct matrix_filter *filter, int max, int skipped,
                struct matrix *matrix)
{
    BATCH_ASK(batch, &desk_matrix, read_matrix, matrix, filter->kind, filter->language,
              filter->state, filter->words, batch_number(batch, max), filter->year, filter->account,
              filter->since, filter->sort, batch_number(batch, skipped));
}
