/* SPDX-License-Identifier: EUPL-1.2 */
/* Account: who works at the desk, and their sessions; see migrations/logic/desk/accounts.sql. */
#ifndef WEB_ACCOUNT_H
#define WEB_ACCOUNT_H

#include <stdbool.h>

#include "db/database.h"

enum role { ROLE_NONE, ROLE_EDITOR, ROLE_ADMINISTRATOR };

/* The role called NAME in the database; ROLE_NONE for no such name. */
enum role role_from(const char *name);

struct account {
    bool found;
    bool
        ended; /* not found, but there is a session that ended within the last day: ID says whose */
    const char *id, *name;
    enum role role;
    enum language language; /* of the desk */
};

/* What a login has to be held against. */
struct login {
    const char *id;       /* NULL when there is no such account */
    const char *password; /* its hash; NULL when there is no such account, or it is disabled */
    const unsigned char *secret; /* of its one-time codes; NULL without them */
    long wait;                   /* seconds before the next try is looked at */
};

/* NAME is what was typed, ADDRESS the client's. */
void login_ask(struct batch *batch, const char *name, const char *address, struct login *login);
void login_failed_ask(struct batch *batch, const char *name, const char *address);

/* What was found of what was typed. */
struct login_proof {
    const char *name, *address;
    const char *password; /* the hash that it matches; NULL when it matches none */
    long step;            /* of the one-time code; 0 for none (base/one_time_code.h) */
    const char *recovery; /* the hash of what may be a recovery code */
};

/* A session was opened; or else a failure was counted, unless there were too many at the same
 * moment: then WAIT has the seconds until the next try is looked at, and this one was not. */
struct login_answer {
    bool opened;
    long wait;
};

/* Opens a session whose token has the SHA-256 TOKEN (hexadecimal digits), or counts a failed login.
 * A code is used with that, and once only. */
void log_in_ask(struct batch *batch, const struct login_proof *proof, const char *token,
                struct login_answer *answer);

/* Opens another session of who has one: for what ends those from before. */
void session_open_ask(struct batch *batch, const char *account_id, const char *token,
                      const char *address);

/* The account of a live session, which is used until now, or of one that has ended. */
void session_account_ask(struct batch *batch, const char *token, struct account *account);

void session_close_ask(struct batch *batch, const char *token, const char *address);

/* An account as administrators see it. */
struct account_entry {
    const char *name;
    enum role role;
    bool enabled, codes; /* one-time codes are asked */
    const char *since,
        *used; /* YYYY-MM-DD, YYYY-MM-DD HH:MM in Brussels; USED is NULL without a session */
};

struct account_list {
    struct account_entry *items;
    size_t count;
};

void accounts_ask(struct batch *batch, struct account_list *list);

enum account_result { ACCOUNT_DONE, ACCOUNT_TAKEN, ACCOUNT_UNKNOWN, ACCOUNT_LAST };

/* WHAT is add, enable, disable, role, password, log-out or codes (which takes one-time codes away);
 * ROLE and PASSWORD (a hash) are NULL where it does not need them. ACCOUNT_LAST: there would be no
 * administrator left. */
void account_change_ask(struct batch *batch, const char *by, const char *address, const char *what,
                        const char *name, const char *role, const char *password,
                        enum account_result *result);

/* The name of a role in the database. */
const char *role_name(enum role role);

/* How many accounts there are. */
void account_count_ask(struct batch *batch, long *count);

/* Sets the language of the desk for an account. */
void account_language_ask(struct batch *batch, const char *name, const char *tag);

#endif
