/* SPDX-License-Identifier: EUPL-1.2 */
/* Statements: the SQL of the program, each beside the code that reads its rows. */
#ifndef DB_STATEMENT_H
#define DB_STATEMENT_H

#include <stddef.h>

/* A statement, prepared once a connection when it is first asked. Defined by STATEMENT in the model
 * file that reads its rows. */
struct statement {
    const char *name; /* unique; also its name on the server */
    const char *sql;
};

/* Defines a statement that only this file uses, and enters it in the list that the tests prepare
 * one by one. */
#define STATEMENT(NAME, SQL)                                            \
    static const struct statement NAME = { .name = #NAME, .sql = SQL }; \
    static const struct statement *const NAME##_entry                   \
        __attribute__((section("statements"), used)) = &NAME

/* Calls VISIT for every statement of the program. */
void statement_each(void (*visit)(const struct statement *statement, void *context), void *context);

size_t statement_count(void);

/* The place of STATEMENT among all, from 0. */
size_t statement_index(const struct statement *statement);

#endif
