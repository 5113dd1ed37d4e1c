/* SPDX-License-Identifier: EUPL-1.2 */
/* Config: the settings of the program, from the environment. */
#include "base/config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "base/utf8.h"

static const char *setting(const char *variable, const char *otherwise)
{
    const char *value = getenv(variable);
    return value && *value ? value : otherwise;
}

static bool read_text(const char **field, const char *variable, const char *otherwise)
{
    *field = setting(variable, otherwise);
    if (utf8_is_plain(*field))
        return true;
    log_error("setting with a control character, or not UTF-8", log_string("setting", variable));
    return false;
}

static bool read_number(int *field, const char *variable, const char *otherwise, long min, long max)
{
    const char *text = setting(variable, otherwise);
    char *end;
    errno = 0;
    long number = strtol(text, &end, 10);
    if (!errno && *end == '\0' && number >= min && number <= max) {
        *field = (int)number;
        return true;
    }
    log_error("setting out of range", log_string("setting", variable), log_string("value", text),
              log_number("least", min), log_number("most", max));
    return false;
}

static bool is_site_url(const char *url)
{
    const char *rest = strncmp(url, "https://", 8) == 0  ? url + 8
                       : strncmp(url, "http://", 7) == 0 ? url + 7
                                                         : "";
    if (*rest && !strpbrk(rest, "/?#\"'<> "))
        return true;
    log_error("invalid BENELUX_SITE_URL: expected http(s)://host without a trailing slash",
              log_string("value", url));
    return false;
}

/* What a link may lead to: these stand in pages. */
static bool is_link(const char *variable, const char *value)
{
    static const char *const schemes[] = { "https://", "http://", "mailto:", "tel:" };
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncmp(value, schemes[i], strlen(schemes[i])) == 0 && value[strlen(schemes[i])] &&
            !strpbrk(value, " <>\"'"))
            return true;
    log_error("invalid setting: expected an https:, mailto: or tel: address",
              log_string("setting", variable), log_string("value", value));
    return false;
}

static bool has_links(const struct config *config)
{
    return is_link("BENELUX_CONTACT", config->contact) &&
           is_link("BENELUX_PRESS_CONTACT", config->press_contact) &&
           is_link("BENELUX_PRIVACY_CONTACT", config->privacy_contact) &&
           is_link("BENELUX_LICENCE_URL", config->licence_url);
}

/* Without this, a variable that looks like a setting and is none would be ignored in silence.
 * Whatever starts the program sets the variables that are not in the table. */
static bool is_known(const char *entry)
{
    static const char *const known[] = {
#define NAME(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP) VARIABLE,
        CONFIG_TABLE(NAME, NAME)
#undef NAME
            "BENELUX_DESK",
        "BENELUX_OPERATOR",
        "BENELUX_SET_BY_STACK",
        "BENELUX_VERSION",
    };
    size_t length = strcspn(entry, "=");
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strlen(known[i]) == length && strncmp(known[i], entry, length) == 0)
            return true;
    return false;
}

static bool knows_all(char **environment)
{
    for (; environment && *environment; environment++)
        if (strncmp(*environment, "BENELUX_", 8) == 0 && !is_known(*environment)) {
            log_error("no such setting", log_string("setting", *environment));
            return false;
        }
    return true;
}

/* More children do not answer more requests: they wait for the processor, with the database's
 * answer in hand, until it is too late. */
static bool are_of_help(int children)
{
    int max = CONFIG_CHILDREN_EACH_PROCESSOR_MAX * (int)sysconf(_SC_NPROCESSORS_ONLN);
    if (children <= max)
        return true;
    log_error("BENELUX_CHILDREN is more than four for each processor",
              log_number("value", children), log_number("most", max));
    return false;
}

bool config_read(struct config *config)
{
#define TEXT(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP) \
    read_text(&config->FIELD, VARIABLE, DEFAULT) &&
#define NUMBER(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP) \
    read_number(&config->FIELD, VARIABLE, DEFAULT, MIN, MAX) &&
    return knows_all(environ) && CONFIG_TABLE(TEXT, NUMBER) is_site_url(config->site_url) &&
           has_links(config) && are_of_help(config->children);
#undef TEXT
#undef NUMBER
}

int config_print_unset(const struct config *config)
{
    const struct {
        const char *variable, *value;
    } contacts[] = {
        { "BENELUX_CONTACT", config->contact },
        { "BENELUX_PRESS_CONTACT", config->press_contact },
        { "BENELUX_PRIVACY_CONTACT", config->privacy_contact },
        { "BENELUX_SECURITY_CONTACT", config->security_contact },
    };
    int unset = 0;
    for (size_t i = 0;
         i < sizeof contacts / sizeof *contacts && strncmp(config->site_url, "https:", 6) == 0; i++)
        if (strcmp(contacts[i].value, CONFIG_CONTACT) == 0 && ++unset)
            printf("%-12s - - %s is not set\n", "setting", contacts[i].variable);
    return unset;
}

static const char *origin_of(const char *variable)
{
    const char *value = getenv(variable), *stack = getenv("BENELUX_SET_BY_STACK");
    if (!value || !*value)
        return "the default";
    size_t length = strlen(variable);
    for (const char *at = stack; at && (at = strstr(at, variable)); at += length)
        if ((at == stack || at[-1] == ' ') && strchr(" ", at[length]))
            return "set by what starts the program";
    return "from the environment";
}

void config_print(const struct config *config)
{
#define TEXT(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP)                                            \
    printf("%s=%s\n    %s; %s; default %s\n", VARIABLE, config->FIELD, origin_of(VARIABLE), HELP, \
           DEFAULT);
#define NUMBER(FIELD, VARIABLE, DEFAULT, MIN, MAX, HELP)                                \
    printf("%s=%d\n    %s; %s; default %s, from %ld to %ld\n", VARIABLE, config->FIELD, \
           origin_of(VARIABLE), HELP, DEFAULT, (long)MIN, (long)MAX);
    CONFIG_TABLE(TEXT, NUMBER)
#undef TEXT
#undef NUMBER
}
