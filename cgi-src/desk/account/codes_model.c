/* SPDX-License-Identifier: EUPL-1.2 */
/* Codes: the one-time codes of an account. */
#include "desk/account/codes_model.h"

#include <string.h>

STATEMENT(account_codes, "select code_secret is not null, case when code_offered_at > now() - "
                         "interval '1 hour' then code_offered end,"
                         " (select count(*) from recovery_code r where r.account = a.id) from "
                         "account a where name = $1");

STATEMENT(account_change_codes,
          "select change_codes($1, $2::inet, $3, decode($4, 'hex'), $5::bigint,"
          " array(select decode(hash, 'hex') from unnest($6::text[]) hash))");

static void read_codes(const struct rows *rows, struct arena *arena, void *into)
{
    size_t length;
    if (rows_count(rows))
        *(struct codes *)into = (struct codes){
            .on = strcmp(rows_text(rows, 0, 0), "t") == 0,
            .offered = (const unsigned char *)rows_bytes(rows, 0, 1, arena, &length),
            .recovery = rows_number(rows, 0, 2),
        };
}

void codes_ask(struct batch *batch, const char *name, struct codes *codes)
{
    BATCH_ASK(batch, &account_codes, read_codes, codes, name);
}

static void read_done(const struct rows *rows, struct arena *arena, void *into)
{
    (void)arena;
    *(bool *)into = strcmp(rows_text(rows, 0, 0), "done") == 0;
}

void codes_change_ask(struct batch *batch, const char *name, const char *address,
                      const struct codes_change *change, bool *done)
{
    static const char *const actions[] = { [CODES_OFFER] = "offer",
                                           [CODES_CONFIRM] = "confirm",
                                           [CODES_RENEW] = "renew",
                                           [CODES_OFF] = "off" };
    BATCH_ASK(batch, &account_change_codes, read_done, done, name, address, actions[change->action],
              change->secret, batch_number(batch, change->step), change->recovery);
}
