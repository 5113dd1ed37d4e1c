/* SPDX-License-Identifier: EUPL-1.2 */
/* Commands: what operators can run beside serving. Each returns the exit status, and says on
 * standard error why it failed. They connect with the role of the desk. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "base/config.h"

/* WHAT is add, enable, disable, role, password, log-out or codes (which removes the one-time
 * codes); ROLE is NULL where it needs none. A password is read from standard input, so that no list
 * of processes and no history of a shell shows it. */
int command_change_account(const struct config *config, const char *what, const char *name,
                           const char *role);

int command_list_accounts(const struct config *config);

/* Whether the line on standard input is the password of an account that is enabled: 0 yes, 1 no, 2
 * when the database cannot be queried. */
int command_verify_account(const struct config *config, const char *name);

int command_count_accounts(const struct config *config);

/* Prints what needs attention: 0 for nothing, 1 for something, 2 when the database cannot be
 * queried, which are the statuses that monitoring tools expect. */
int command_check(const struct config *config);

int command_load_content(const struct config *config, const char *folder);
int command_export_content(const struct config *config, const char *folder);

/* Composes everything derived in the database anew, some documents in each transaction, while the
 * site goes on answering. Prints the number of documents. */
int command_recompose(const struct config *config);

#endif
