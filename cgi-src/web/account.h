/* SPDX-License-Identifier: EUPL-1.2 */
/* Account: the editors' accounts, and their sessions; see migrations/logic/desk/accounts.sql. */
#ifndef WEB_ACCOUNT_H
#define WEB_ACCOUNT_H

#include <stdbool.h>

#include "db/database.h"

enum role { ROLE_NONE, ROLE_EDITOR, ROLE_ADMINISTRATOR };

/* The role called NAME in the database; ROLE_NONE for no such name. */
enum role role_from(const char *name);

struct account {
    bool found;
    bool ended; /* not found: the session ended within the last day; ID is its account's */
    const char *id, *name;
    enum role role;
    enum language language; /* of the desk */
};

/* What the database knows of an account to which somebody logs in. */
struct login {
    const char *id;       /* NULL when there is no such account */
    const char *password; /* its hash; NULL when there is no such account, or it is disabled */
    const unsigned char *secret; /* of its one-time codes; NULL without them */
    long wait;                   /* seconds until the next attempt is looked at */
};

/* NAME is as typed, ADDRESS the client's. */
void login_ask(struct batch *batch, const char *name, const char *address, struct login *login);
void login_failed_ask(struct batch *batch, const char *name, const char *address);

/* The outcome of checking what was typed. */
struct login_proof {
    const char *name, *address;
    const char *password; /* the stored hash, if it matches; NULL otherwise */
    long step; /* of the one-time code; 0 when that is wrong or missing (base/one_time_code.h) */
    const char *recovery; /* the hash of what was typed, in case it is a recovery code */
};

/* Either a session was opened, or a failure was counted, or the attempt was not looked at, since
 * there had been too many: then WAIT has the seconds until the next one is. */
struct login_answer {
    bool opened;
    long wait;
};

/* Opens a session whose token has the SHA-256 TOKEN (hexadecimal digits), or counts a failed login.
 * The same statement uses up the code, so that it works only once. */
void log_in_ask(struct batch *batch, const struct login_proof *proof, const char *token,
                struct login_answer *answer);

/* Opens another session of somebody logged in, after a change that ends the earlier ones. */
void session_open_ask(struct batch *batch, const char *account_id, const char *token,
                      const char *address);

/* The account of a session. A live one counts as used now. */
void session_account_ask(struct batch *batch, const char *token, struct account *account);

void session_close_ask(struct batch *batch, const char *token, const char *address);

/* An account as administrators see it. */
struct account_entry {
    const char *name;
    enum role role;
    bool enabled, codes; /* CODES: it has one-time codes */
    const char *since,
        *used; /* YYYY-MM-DD, YYYY-MM-DD HH:MM in Brussels; USED is NULL without a session */
};

struct account_list {
    struct account_entry *items;
    size_t count;
};

void accounts_ask(struct batch *batch, struct account_list *list);

enum account_result { ACCOUNT_DONE, ACCOUNT_TAKEN, ACCOUNT_UNKNOWN, ACCOUNT_LAST };

/* WHAT is add, enable, disable, role, password, log-out or codes (which removes the one-time
 * codes); ROLE and PASSWORD (a hash) are NULL where it does not need them. ACCOUNT_LAST: no
 * administrator would be left. */
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
