/* SPDX-License-Identifier: EUPL-1.2 */
/* Session: a cookie tells who asks, and a token proves that a form is ours (OWASP's synchronizer
 * token).
 *
 * The cookie holds a random token of 256 bits; the database has its SHA-256 only. The token of
 * forms is derived from it, so that it need not be stored. Before a login, another cookie takes the
 * place of the session's.
 */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include "web/account.h"
#include "web/exchange.h"

/* Finds out who asks: fills exchange->account and exchange->form_token. ERR_UNAVAILABLE when the
 * database is away; then form_token is derived from the cookie, whether its session is live or
 * not. */
enum err session_find(struct exchange *exchange);

/* Whether the request has neither a session nor one that ended within the last day. */
bool session_is_of_stranger(const struct exchange *exchange);

/* Gives somebody without a session a token for the login form. */
void session_prepare(struct exchange *exchange);

/* Opens a session after a successful PROOF and sends its cookie; otherwise counts a failed login,
 * or says in ANSWER how long to wait. */
enum err session_log_in(struct exchange *exchange, const struct login_proof *proof,
                        struct login_answer *answer);

/* Opens a new session for the account and sends its cookie. */
enum err session_open(struct exchange *exchange, const char *account_id);

/* Ends the session of the request. */
enum err session_close(struct exchange *exchange);

/* Whether the browser says that the form was sent from a page of this site: by Origin, or by
 * Referer where it sends no Origin, as text browsers do. */
bool session_is_own_form(const struct exchange *exchange);

/* Logs where a form from another site came from, and which address was expected. */
void session_log_origin(const struct exchange *exchange);

/* Whether the form that was sent has the token of the session. */
bool session_has_token(const struct exchange *exchange);

/* Whether the form has the token and comes from this site. */
bool session_trusts_form(const struct exchange *exchange);

#endif
