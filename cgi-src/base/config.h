/* SPDX-License-Identifier: EUPL-1.2 */
/* Config: the settings of the program, from the environment. */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H

#include <stdbool.h>

#include "base/arena.h"

/* Whom to ask until an operator says better: see config_print_unset. */
#define CONFIG_CONTACT "https://www.benelux.int"

/* As many processes as a container of the program has memory for. */
enum { CONFIG_CHILDREN_MAX = 64, CONFIG_CHILDREN_EACH_PROCESSOR_MAX = 4 };

/* One row a setting: field, kind, environment variable, default, least, most, what it is. Numbers
 * only have bounds. Included several times. */
#define CONFIG_TABLE(TEXT, NUMBER)                                                                 \
    TEXT(database, "BENELUX_DATABASE", "dbname=benelux user=benelux_visitor", 0, 0,                \
         "libpq connection string; of several hosts the primary is taken, and while there is "     \
         "none visitors read from another")                                                        \
    NUMBER(database_timeout_ms, "BENELUX_DATABASE_TIMEOUT_MS", "2000", 50, 60000,                  \
           "milliseconds to wait for an answer of the database")                                   \
    TEXT(listen, "BENELUX_LISTEN", "/run/benelux-plus/public.sock", 0, 0,                          \
         "unix socket for FastCGI; a listening socket on descriptor 0 goes before it")             \
    NUMBER(children, "BENELUX_CHILDREN", "0", 0, CONFIG_CHILDREN_MAX,                              \
           "processes that answer requests: at most four for each processor, as 0 means")          \
    NUMBER(deadline_percent, "BENELUX_DEADLINE_PERCENT", "100", 0, 100000,                         \
           "percent of the processor time that routes.tbl allows a request, for machines that "    \
           "are slow; 0 sets no deadline")                                                         \
    NUMBER(cached_pages, "BENELUX_CACHED_PAGES", "256", 0, 65536,                                  \
           "finished pages that the processes share, at most 64 KB each; 0 makes every page anew") \
    TEXT(site_url, "BENELUX_SITE_URL", "http://127.0.0.1:8080", 0, 0,                              \
         "scheme and authority of the site, no slash at the end")                                  \
    TEXT(share, "BENELUX_SHARE", "/usr/share/benelux-plus", 0, 0,                                  \
         "folder of templates, catalogues and static files")                                       \
    TEXT(security_contact, "BENELUX_SECURITY_CONTACT", CONFIG_CONTACT, 0, 0,                       \
         "URI in security.txt at which faults of security are reported (RFC 9116)")                \
    TEXT(contact, "BENELUX_CONTACT", CONFIG_CONTACT, 0, 0,                                         \
         "URI for general questions, at the foot of each page")                                    \
    TEXT(press_contact, "BENELUX_PRESS_CONTACT", CONFIG_CONTACT, 0, 0,                             \
         "URI for questions of the press, likewise")                                               \
    TEXT(privacy_contact, "BENELUX_PRIVACY_CONTACT", CONFIG_CONTACT, 0, 0,                         \
         "URI for questions about personal data, likewise")                                        \
    TEXT(licence, "BENELUX_LICENCE", "CC BY 4.0", 0, 0, "name of the licence of texts and data")   \
    TEXT(licence_url, "BENELUX_LICENCE_URL", "https://creativecommons.org/licenses/by/4.0/", 0, 0, \
         "where the licence is")                                                                   \
    NUMBER(strict, "BENELUX_STRICT", "0", 0, 1,                                                    \
           "1 refuses a page whose template and values do not fit; for tests")                     \
    NUMBER(sandbox, "BENELUX_SANDBOX", "1", 0, 2,                                                  \
           "1 takes from the processes that answer what they do not need, as far as the kernel "   \
           "offers; 2 refuses to start "                                                           \
           "without; 0 does not")

struct config {
#define TEXT(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP) const char *FIELD;
#define NUMBER(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP) int FIELD;
    CONFIG_TABLE(TEXT, NUMBER)
#undef TEXT
#undef NUMBER
};

/* Reads the environment. False, and one log line, at the first setting that is wrong. Strings live
 * in the environment. */
bool config_read(struct config *config);

/* Prints the contacts that an operator has still to set, a line each, and says how many there are.
 * None where the site is not served over HTTPS: nobody is served there. */
int config_print_unset(const struct config *config);

/* Prints every setting with its value, where that comes from, and what it is. What stands in
 * BENELUX_SET_BY_STACK, a list of variables, comes from what starts the program and not from an
 * operator. */
void config_print(const struct config *config);

#endif
