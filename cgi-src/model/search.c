/* Search: what visitors look for in all texts. */
#include "model/search.h"

#include <string.h>

STATEMENT(search_texts, "select place, total, kind, language, slug, part, title, short, excerpt from search($1, $2, $3, $4)");

static void read_findings(const struct rows *rows, struct arena *arena, void *into)
{
    struct findings *findings = into;
    findings->items = arena_array(arena, rows_count(rows), sizeof *findings->items);
    for (size_t i = 0; i < rows_count(rows); i++) {
        const char *place = rows_text(rows, i, 0);
        findings->total = rows_number(rows, i, 1);
        if (strcmp(place, "instead") == 0) {
            findings->instead = rows_text(rows, i, 6);
            continue;
        }
        findings->items[findings->count++] = (struct finding){
            .elsewhere = strcmp(place, "elsewhere") == 0,
            .kind = document_kind_from(rows_text(rows, i, 2)),
            .language = rows_language(rows, i, 3),
            .slug = rows_text(rows, i, 4),
            .part = rows_text(rows, i, 5),
            .title = rows_text(rows, i, 6),
            .short_title = rows_text(rows, i, 7),
            .excerpt = rows_text(rows, i, 8),
        };
    }
}

void search_ask(struct batch *batch, enum language language, const char *input, int skip, int most, struct findings *findings)
{
    BATCH_ASK(batch, &search_texts, read_findings, findings, language_tag(language), input, batch_number(batch, skip),
              batch_number(batch, most));
}
