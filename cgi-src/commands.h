/* Commands: what operators have the program do beside serving. Each returns the exit status, and says on standard error why it
 * failed. They connect by the role of the desk. */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "base/config.h"

/* The password is a line of standard input, so that it stands in no list of processes and in no history of a shell. */
int command_add_account(const struct config *config, const char *name, const char *role);

/* For who lost their device when there is no other administrator to do it. */
int command_reset_codes(const struct config *config, const char *name);

int command_count_accounts(const struct config *config);

/* Prints what needs care: 0 for nothing, 1 for something, 2 when the database cannot be asked, as programs are that look after
 * others. */
int command_check(const struct config *config);

int command_load_content(const struct config *config, const char *folder);
int command_export_content(const struct config *config, const char *folder);

#endif
