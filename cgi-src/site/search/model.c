/* SPDX-License-Identifier: EUPL-1.2 */
/* Search: finds texts for visitors. */
#include "site/search/model.h"

#include <string.h>

#include "base/choice.h"

STATEMENT(search_texts, "select place, total, kind, language, slug, part, title, short, excerpt "
                        "from search($1, $2, $3, $4)");

STATEMENT(search_unknown, "select count_unfound($1, array_remove(array[$2, $3, $4, $5], null))");

static const struct choice places[] = {
    [FOUND_HERE] = { "here", NULL },
    [FOUND_NEAREST] = { "nearest", NULL },
    [FOUND_ELSEWHERE] = { "elsewhere", NULL },
    [FOUND_PLACES] = { NULL, NULL },
};

/* Rows that are not findings: another search instead, or a word that no text has. */
static void read_remark(const char *place, const char *text, struct findings *findings)
{
    if (strcmp(place, "instead") == 0)
        findings->instead = text;
    else if (findings->unknown_count < SEARCH_UNKNOWN_MAX)
        findings->unknown[findings->unknown_count++] = text;
}

static void read_findings(const struct rows *rows, struct arena *arena, void *into)
{
    struct findings *findings = into;
    findings->items = arena_array(arena, rows_count(rows), sizeof *findings->items);
    for (size_t i = 0; i < rows_count(rows); i++) {
        enum finding_place place = (enum finding_place)choice_find(places, rows_text(rows, i, 0));
        findings->total = rows_number(rows, i, 1);
        if (place == FOUND_PLACES) {
            read_remark(rows_text(rows, i, 0), rows_text(rows, i, 6), findings);
            continue;
        }
        findings->items[findings->count++] = (struct finding){
            .place = place,
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

void search_ask(struct batch *batch, enum language language, const char *input, int skip, int max,
                struct findings *findings)
{
    BATCH_ASK(batch, &search_texts, read_findings, findings, language_tag(language), input,
              batch_number(batch, skip), batch_number(batch, max));
}

void search_count_unknown(struct batch *batch, enum language language,
                          const struct findings *findings)
{
    BATCH_ASK(batch, &search_unknown, NULL, NULL, language_tag(language), findings->unknown[0],
              findings->unknown[1], findings->unknown[2], findings->unknown[3]);
}
