/* Desk: the handlers of the editors' pages, one file each, and the forms that they take; routes.tbl says which path each answers.
 */
#ifndef DESK_DESK_H
#define DESK_DESK_H

#include "http/form.h"
#include "web/exchange.h"

handler_function desk_login, desk_logout, desk_home, desk_text, desk_history, desk_audit, desk_accounts, desk_password,
    desk_meeting;

extern const struct form desk_login_form, desk_logout_form, desk_text_form, desk_history_form, desk_accounts_form,
    desk_password_form, desk_meeting_form;

#endif
