/* Care: what editors should see to without being asked. */
#include "record/findings.h"

#include <string.h>

STATEMENT(care_findings, "select kind, key, title, original, language, detail, total, document, "
                         "starts, forum from care($1::integer)");

static const char *const names[CARE_KINDS] = {
    [CARE_FAILED] = "failed",     [CARE_CONCLUSIONS] = "conclusions",
    [CARE_PLANNED] = "planned",   [CARE_MISSING] = "missing",
    [CARE_OUTDATED] = "outdated", [CARE_GAP] = "gap",
    [CARE_VACANT] = "vacant",     [CARE_LINK] = "link",
    [CARE_DRAFT] = "draft",
};

const char *care_kind_name(enum care_kind kind)
{
    return names[kind];
}

static enum care_kind kind_from(const char *name)
{
    enum care_kind kind = 0;
    while (kind < CARE_KINDS - 1 && strcmp(names[kind], name) != 0)
        kind++;
    return kind;
}

static void read_findings(const struct rows *rows, struct arena *arena, void *into)
{
    struct care *care = into;
    care->count = rows_count(rows);
    care->items = arena_array(arena, care->count, sizeof *care->items);
    for (size_t i = 0; i < care->count; i++) {
        care->items[i] = (struct care_finding){
            .kind = kind_from(rows_text(rows, i, 0)),
            .key = rows_text(rows, i, 1),
            .title = rows_text(rows, i, 2),
            .original = rows_language(rows, i, 3),
            .language = rows_language(rows, i, 4),
            .detail = rows_text(rows, i, 5),
            .document = document_kind_from(rows_text(rows, i, 7)),
            .starts = rows_text(rows, i, 8),
            .forum = rows_text(rows, i, 9),
        };
        care->totals[care->items[i].kind] = rows_number(rows, i, 6);
    }
}

void care_ask(struct batch *batch, int most, struct care *care)
{
    BATCH_ASK(batch, &care_findings, read_findings, care, batch_number(batch, most));
}
