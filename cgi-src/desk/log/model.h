/* SPDX-License-Identifier: EUPL-1.2 */
/* Log: what was done at the desk; see migrations/logic/desk/log.sql. */
#ifndef DESK_LOG_MODEL_H
#define DESK_LOG_MODEL_H

#include "db/database.h"

struct audit_entry {
    const char *id;
    const char *at; /* YYYY-MM-DD HH:MM:SS, in Brussels */
    const char *account, *action, *document, *language, *detail, *address;
};

struct audit {
    struct audit_entry *items; /* the latest first */
    size_t count;
};

/* Which entries are shown. A member that is NULL restricts nothing. */
struct audit_filter {
    const char *account, *action, *document; /* name, action, key */
    const char *first, *last;                /* YYYY-MM-DD, in Brussels */
    const char *before, *after; /* id of an entry, only one of the two: shows the latest entries
                                   before it, or the earliest after it */
};

/* At most MAX entries; the latest without BEFORE and AFTER. */
void audit_ask(struct batch *batch, const struct audit_filter *filter, int max,
               struct audit *audit);

/* The values to filter by: the accounts or the actions that the log has. */
struct audit_names {
    const char **items;
    size_t count;
};
void audit_accounts_ask(struct batch *batch, struct audit_names *accounts);
void audit_actions_ask(struct batch *batch, struct audit_names *actions);

#endif
