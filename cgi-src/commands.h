/* SPDX-License-Identifier: EUPL-1.2 */
/* Commands: what operators have the program do beside serving. Each returns the exit status, and
 * says on standard error why it failed. They connect by the role of the desk. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "base/config.h"

/* WHAT is add, enable, disable, role, password, log-out or codes (which takes one-time codes away);
 * ROLE is NULL where it needs none. A password is a line of standard input, so that it stands in no
 * list of processes and in no history of a shell. */
int command_change_account(const struct config *config, const char *what, const char *name,
                           const char *role);

int command_list_accounts(const struct config *config);

/* Whether the line of standard input is the password of the account, which is not disabled: 0 yes,
 * 1 no, 2 when the database cannot be asked. */
int command_verify_account(const struct config *config, const char *name);

int command_count_accounts(const struct config *config);

/* Prints what needs care: 0 for nothing, 1 for something, 2 when the database cannot be asked, as
 * programs are that look after others. */
int command_check(const struct config *config);

int command_load_content(const struct config *config, const char *folder);
int command_export_content(const struct config *config, const char *folder);

/* Makes all that is derived in the database anew, some documents in a transaction; the site answers
 * meanwhile. Prints how many.
 */
int command_recompose(const struct config *config);

#endif
