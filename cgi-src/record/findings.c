/* SPDX-License-Identifier: EUPL-1.2 */
/* Findings: what needs the attention of editors. */
#include "record/findings.h"

#include <string.h>

STATEMENT(findings_listed, "select kind, key, title, original, language, detail, total, document, "
                           "starts, forum from findings($1::integer)");

static const char *const names[FINDING_KINDS] = {
    [FINDING_FAILED] = "failed",     [FINDING_CONCLUSIONS] = "conclusions",
    [FINDING_PLANNED] = "planned",   [FINDING_MISSING] = "missing",
    [FINDING_OUTDATED] = "outdated", [FINDING_GAP] = "gap",
    [FINDING_VACANT] = "vacant",     [FINDING_LINK] = "link",
    [FINDING_DRAFT] = "draft",
};

const char *finding_kind_name(enum finding_kind kind)
{
    return names[kind];
}

static enum finding_kind kind_from(const char *name)
{
    enum finding_kind kind = 0;
    while (kind < FINDING_KINDS - 1 && strcmp(names[kind], name) != 0)
        kind++;
    return kind;
}

static void read_findings(const struct rows *rows, struct arena *arena, void *into)
{
    struct findings *findings = into;
    findings->count = rows_count(rows);
    findings->items = arena_array(arena, findings->count, sizeof *findings->items);
    for (size_t i = 0; i < findings->count; i++) {
        findings->items[i] = (struct finding){
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
        findings->totals[findings->items[i].kind] = rows_number(rows, i, 6);
    }
}

void findings_ask(struct batch *batch, int max, struct findings *findings)
{
    BATCH_ASK(batch, &findings_listed, read_findings, findings, batch_number(batch, max));
}
