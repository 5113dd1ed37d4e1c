/* SPDX-License-Identifier: EUPL-1.2 */
/* Preview: a draft as visitors will see it, at a link that works for a week. */
#include "web/preview.h"

#include <string.h>

STATEMENT(preview_by_token,
          "select p.expires_at <= now(), d.id, d.key, d.kind, p.language, draft.slug, public.slug,"
          " (select coalesce(sum(f.bit), 0) from (values ('title', 1), ('short', 2), ('summary', "
          "4)) f (field, bit)"
          "   where not exists (select from edition_text t where t.edition_id = draft.id and "
          "t.field = f.field)),"
          " to_char(p.expires_at at time zone 'Europe/Brussels', 'YYYY-MM-DD'),"
          " to_char(p.expires_at at time zone 'Europe/Brussels', 'HH24:MI')"
          " from preview p join document d on d.id = p.document_id"
          " left join edition draft on draft.document_id = d.id and draft.language = p.language "
          "and draft.state = 'draft'"
          " left join edition public on public.document_id = d.id and public.language = p.language "
          "and public.state = 'published'"
          " where p.token = decode($1, 'hex')");

STATEMENT(preview_rehearse, "select site.rehearse($1::bigint, $2)");
STATEMENT(preview_open, "select open_preview($1, $2::inet, $3, $4, decode($5, 'hex'))");

static void read_preview(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    struct preview *preview = into;
    if (rows_count(rows) == 0)
        return;
    *preview = (struct preview){
        .found = true,
        .expired = strcmp(rows_text(rows, 0, 0), "t") == 0,
        .document_id = rows_text(rows, 0, 1),
        .key = rows_text(rows, 0, 2),
        .kind = document_kind_from(rows_text(rows, 0, 3)),
        .language = rows_language(rows, 0, 4),
        .slug = rows_text(rows, 0, 5),
        .public_slug = rows_text(rows, 0, 6),
        .lacks = (unsigned)rows_number(rows, 0, 7),
        .until_day = rows_text(rows, 0, 8),
        .until_time = rows_text(rows, 0, 9),
    };
}

void preview_ask(struct batch *batch, const char *token_hash, struct preview *preview)
{
    BATCH_ASK(batch, &preview_by_token, read_preview, preview, token_hash);
}

void preview_rehearse_ask(struct batch *batch, const char *document_id, enum language language)
{
    BATCH_ASK(batch, &preview_rehearse, NULL, NULL, document_id, language_tag(language));
}

void preview_open_ask(struct batch *batch, const char *account, const char *address,
                      const char *key, enum language language, const char *token_hash)
{
    BATCH_ASK(batch, &preview_open, NULL, NULL, account, address, key, language_tag(language),
              token_hash);
}
