/* Config: the settings of the program, from the environment. */
#include "base/config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

static bool read_number(int *field, const char *variable, const char *otherwise, long least, long most)
{
    const char *text = setting(variable, otherwise);
    char *end;
    errno = 0;
    long number = strtol(text, &end, 10);
    if (!errno && *end == '\0' && number >= least && number <= most) {
        *field = (int)number;
        return true;
    }
    log_error("setting out of range", log_string("setting", variable), log_string("value", text), log_number("least", least),
              log_number("most", most));
    return false;
}

static bool is_site_url(const char *url)
{
    const char *rest = strncmp(url, "https://", 8) == 0 ? url + 8 : strncmp(url, "http://", 7) == 0 ? url + 7 : "";
    if (*rest && !strpbrk(rest, "/?#\"'<> "))
        return true;
    log_error("BENELUX_SITE_URL is http:// or https:// and a host, without a slash at the end", log_string("value", url));
    return false;
}

bool config_read(struct config *config)
{
#define TEXT(FIELD, VARIABLE, DEFAULT, LEAST, MOST, HELP) read_text(&config->FIELD, VARIABLE, DEFAULT) &&
#define NUMBER(FIELD, VARIABLE, DEFAULT, LEAST, MOST, HELP) read_number(&config->FIELD, VARIABLE, DEFAULT, LEAST, MOST) &&
    return CONFIG_TABLE(TEXT, NUMBER) is_site_url(config->site_url);
#undef TEXT
#undef NUMBER
}

void config_print(const struct config *config)
{
#define TEXT(FIELD, VARIABLE, DEFAULT, LEAST, MOST, HELP) \
    printf("%s=%s\n    %s; default %s\n", VARIABLE, config->FIELD, HELP, DEFAULT);
#define NUMBER(FIELD, VARIABLE, DEFAULT, LEAST, MOST, HELP) \
    printf("%s=%d\n    %s; default %s, from %ld to %ld\n", VARIABLE, config->FIELD, HELP, DEFAULT, (long)LEAST, (long)MOST);
    CONFIG_TABLE(TEXT, NUMBER)
#undef TEXT
#undef NUMBER
}
