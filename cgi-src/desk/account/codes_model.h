/* SPDX-License-Identifier: EUPL-1.2 */
/* Codes: the one-time codes of an account, see migrations/logic/desk/accounts.sql. */
#ifndef DESK_ACCOUNT_CODES_MODEL_H
#define DESK_ACCOUNT_CODES_MODEL_H

#include <stdbool.h>

#include "base/one_time_code.h"
#include "db/database.h"

struct codes {
    bool on;
    const unsigned char *offered; /* CODE_SECRET_BYTES that were shown in the last hour and are not
                                     confirmed yet; NULL for none */
    long recovery;                /* how many recovery codes are left */
};

/* The codes of the account called NAME. */
void codes_ask(struct batch *batch, const char *name, struct codes *codes);

enum codes_action { CODES_OFFER, CODES_CONFIRM, CODES_RENEW, CODES_OFF };

/* SECRET (hexadecimal digits) is shown by an offer and used from its confirmation on, whose code
 * was that of STEP. RECOVERY, "{HASH,HASH}", has the hashes of the recovery codes that a
 * confirmation or a renewal puts in place of the former ones. */
struct codes_change {
    enum codes_action action;
    const char *secret;
    long step;
    const char *recovery;
};

/* Changes the codes of the account called NAME. DONE is false when the change does not fit: codes
 * are on already, or are not, or SECRET is not the offered one. Turning codes on or off ends all
 * sessions of the account. */
void codes_change_ask(struct batch *batch, const char *name, const char *address,
                      const struct codes_change *change, bool *done);

#endif
