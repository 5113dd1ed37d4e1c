/* SPDX-License-Identifier: EUPL-1.2 */
/* Session: who asks, known by a cookie, and the token by which a form proves that it is ours
 * (OWASP's synchronizer token).
 *
 * The cookie holds a random token of 256 bits; the database has its SHA-256 only. The token of
 * forms is derived from it, so nothing of it has to be kept. Before a login, a cookie of its own
 * stands in for the session.
 */
#ifndef WEB_SESSION_H
#define WEB_SESSION_H

#include "web/account.h"
#include "web/exchange.h"

/* Finds out who asks: fills exchange->account and exchange->form_token. ERR_UNAVAILABLE when the
 * database is away; then the token is the one that the cookie has, whether its session is live or
 * not. */
enum err session_find(struct exchange *exchange);

/* Whether who asks is nobody that the desk knows: there is no session, nor one that ended within
 * the last day. */
bool session_is_of_stranger(const struct exchange *exchange);

/* Sees to it that a visitor without a session has a token for the form of the login. */
void session_prepare(struct exchange *exchange);

/* Opens a session for who proved who they are, and sends its cookie; otherwise counts a failed
 * login, or says that one has to wait. */
enum err session_log_in(struct exchange *exchange, const struct login_proof *proof,
                        struct login_answer *answer);

/* Opens a new session for the account and sends its cookie. */
enum err session_open(struct exchange *exchange, const char *account_id);

/* Ends the session of the request. */
enum err session_close(struct exchange *exchange);

/* Whether the browser says that the form was sent from a page of this site: by Origin, or by
 * Referer where it sends none, as browsers for the terminal do. */
bool session_is_own_form(const struct exchange *exchange);

/* Notes in the log where a form came from that was not sent from this site, and which address was
 * expected. */
void session_log_origin(const struct exchange *exchange);

/* Whether the form that was sent has the token of the session. */
bool session_has_token(const struct exchange *exchange);

/* Both. */
bool session_trusts_form(const struct exchange *exchange);

#endif
