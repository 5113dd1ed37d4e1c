/* Config: the settings of the program, from the environment. */
#ifndef BASE_CONFIG_H
#define BASE_CONFIG_H

#include <stdbool.h>

#include "base/arena.h"

/* One row a setting: field, kind, environment variable, default, least, most, what it is. Numbers only have bounds. Included
 * several times. */
#define CONFIG_TABLE(TEXT, NUMBER)                                                                                             \
    TEXT(database, "BENELUX_DATABASE", "dbname=benelux user=benelux_visitor", 0, 0,                                            \
         "libpq connection string; of several hosts the primary is taken, and while there is none visitors read from another") \
    NUMBER(database_timeout_ms, "BENELUX_DATABASE_TIMEOUT_MS", "2000", 50, 60000,                                              \
           "milliseconds to wait for an answer of the database")                                                               \
    TEXT(listen, "BENELUX_LISTEN", "/run/benelux-plus/public.sock", 0, 0,                                                      \
         "unix socket for FastCGI; a listening socket on descriptor 0 goes before it")                                         \
    NUMBER(children, "BENELUX_CHILDREN", "0", 0, 512, "processes that answer requests; 0 is four for each processor")          \
    NUMBER(cached_pages, "BENELUX_CACHED_PAGES", "256", 0, 65536,                                                              \
           "finished pages that the processes share, at most 64 KB each; 0 makes every page anew")                             \
    NUMBER(body_most, "BENELUX_BODY_MOST", "65536", 0, 1073741824, "largest request body in bytes")                            \
    TEXT(site_url, "BENELUX_SITE_URL", "http://127.0.0.1:8080", 0, 0, "scheme and authority of the site, no slash at the end") \
    TEXT(share, "BENELUX_SHARE", "/usr/share/benelux-plus", 0, 0, "folder of templates, catalogues and static files")          \
    TEXT(security_contact, "BENELUX_SECURITY_CONTACT", "https://www.benelux.int", 0, 0,                                        \
         "URI in security.txt at which faults of security are reported (RFC 9116)")                                            \
    NUMBER(strict, "BENELUX_STRICT", "0", 0, 1, "1 refuses a page whose template and values do not fit; for tests")            \
    NUMBER(sandbox, "BENELUX_SANDBOX", "1", 0, 2,                                                                              \
           "1 takes from the processes that answer what they do not need, as far as the kernel offers; 2 refuses to start "    \
           "without; 0 does not")

struct config {
#define TEXT(FIELD, VARIABLE, DEFAULT, LEAST, MOST, HELP) const char *FIELD;
#define NUMBER(FIELD, VARIABLE, DEFAULT, LEAST, MOST, HELP) int FIELD;
    CONFIG_TABLE(TEXT, NUMBER)
#undef TEXT
#undef NUMBER
};

/* Reads the environment. False, and one log line, at the first setting that is wrong. Strings live in the environment. */
bool config_read(struct config *config);

/* Prints every setting with its value and what it is. */
void config_print(const struct config *config);

#endif
