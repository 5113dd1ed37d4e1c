/* SPDX-License-Identifier: EUPL-1.2 */
/* Statements: the SQL of the program, each beside the code that reads its rows. */
#include "db/statement.h"

/* The linker gathers what STATEMENT defined between these two. */
extern const struct statement *const __start_statements[] __attribute__((weak));
extern const struct statement *const __stop_statements[] __attribute__((weak));

void statement_each(void (*visit)(const struct statement *statement, void *context), void *context)
{
    for (const struct statement *const *entry = __start_statements; entry < __stop_statements;
         entry++)
        visit(*entry, context);
}

size_t statement_count(void)
{
    return (size_t)(__stop_statements - __start_statements);
}

size_t statement_index(const struct statement *statement)
{
    size_t index = 0;
    while (__start_statements[index] != statement)
        index++;
    return index;
}
