/* Desk: the handlers of the editors' pages, one file each, and the forms that they take; routes.tbl says which path each answers.
 */
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include "http/form.h"
#include "web/exchange.h"

handler_function desk_login, desk_logout, desk_password, desk_codes, desk_language;
handler_function desk_home, desk_document, desk_preview, desk_text, desk_history, desk_markdown, desk_meeting;
handler_function desk_obstacle, desk_practice;
handler_function desk_audit, desk_accounts, desk_reports, desk_report;
handler_function desk_names, desk_place, desk_party;

extern const struct form desk_login_form, desk_logout_form, desk_password_form, desk_codes_form, desk_language_form;
extern const struct form desk_document_form, desk_text_form, desk_history_form, desk_markdown_form, desk_meeting_form;
extern const struct form desk_obstacle_form, desk_practice_form;
extern const struct form desk_accounts_form, desk_report_form;
extern const struct form desk_place_form, desk_party_form;

/* Whether what was typed in FIELD is the password of who asks. A failure counts as that of a login: a session left open is not
 * enough for what has to do with getting in. */
enum err desk_password_asked(struct exchange *exchange, const char *field, bool *right);

/* Makes a link to a preview of the newest draft of a document, and sends the editor there. */
enum err desk_open_preview(struct exchange *exchange, const char *key, enum language language);

#endif
