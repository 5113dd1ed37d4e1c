/* Desk: what editors see of all documents, and of what was done. */
#include "model/desk.h"

#include <string.h>

STATEMENT(desk_matrix, "select key, kind, original, title, language, published, drafted, outdated, total"
                       " from matrix_of($1, $2, $3, $4, $5::integer)");

STATEMENT(
    desk_audit,
    "select id, to_char(at at time zone 'Europe/Brussels', 'YYYY-MM-DD HH24:MI:SS'), account, action, document, language, detail,"
    " host(address) from audit_of($1, $2, $3, $4::date, $5::date, $6::bigint, $7::bigint, $8::integer) order by id desc");

STATEMENT(desk_audit_accounts, "select account from audit_account order by account");

STATEMENT(desk_audit_actions, "select action from audit_action order by action");

static const char *const state_names[TEXT_STATES] = {
    [TEXT_OUTDATED] = "outdated", [TEXT_MISSING] = "missing", [TEXT_DRAFT] = "draft", [TEXT_PUBLISHED] = "published"
};

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

/* The rows of a document, one a language, follow each other. */
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
            };
        struct matrix_row *row = &matrix->rows[matrix->count - 1];
        enum language language = rows_language(rows, i, 4);
        row->cells[language].published = is_true(rows, i, 5);
        row->cells[language].drafted = is_true(rows, i, 6);
        row->cells[language].outdated = is_true(rows, i, 7);
        matrix->total = rows_number(rows, i, 8);
    }
}

void matrix_ask(struct batch *batch, const struct matrix_filter *filter, int most, struct matrix *matrix)
{
    BATCH_ASK(batch, &desk_matrix, read_matrix, matrix, filter->kind, filter->language, filter->state, filter->words,
              batch_number(batch, most));
}

static void read_audit(const struct rows *rows, struct arena *arena, void *into)
{
    struct audit *audit = into;
    audit->count = rows_count(rows);
    audit->items = arena_array(arena, audit->count, sizeof *audit->items);
    for (size_t i = 0; i < audit->count; i++)
        audit->items[i] = (struct audit_entry){
            .id = rows_text(rows, i, 0),
            .at = rows_text(rows, i, 1),
            .account = rows_text(rows, i, 2),
            .action = rows_text(rows, i, 3),
            .document = rows_text(rows, i, 4),
            .language = rows_text(rows, i, 5),
            .detail = rows_text(rows, i, 6),
            .address = rows_text(rows, i, 7),
        };
}

void audit_ask(struct batch *batch, const struct audit_filter *filter, int most, struct audit *audit)
{
    BATCH_ASK(batch, &desk_audit, read_audit, audit, filter->account, filter->action, filter->document, filter->first,
              filter->last, filter->before, filter->after, batch_number(batch, most));
}

static void read_names(const struct rows *rows, struct arena *arena, void *into)
{
    struct audit_names *names = into;
    names->count = rows_count(rows);
    names->items = arena_array(arena, names->count, sizeof *names->items);
    for (size_t i = 0; i < names->count; i++)
        names->items[i] = rows_text(rows, i, 0);
}

void audit_accounts_ask(struct batch *batch, struct audit_names *accounts)
{
    BATCH_ASK(batch, &desk_audit_accounts, read_names, accounts);
}

void audit_actions_ask(struct batch *batch, struct audit_names *actions)
{
    BATCH_ASK(batch, &desk_audit_actions, read_names, actions);
}
