/* The four languages of the site. */
#include "base/language.h"

#include <string.h>

static const struct {
    const char *tag, *name, *locale;
} languages[LANGUAGES] = {
    [NL] = { "nl", "Nederlands", "nl_BE" },
    [FR] = { "fr", "Français", "fr_BE" },
    [DE] = { "de", "Deutsch", "de_DE" },
    [EN] = { "en", "English", "en_GB" },
};

const char *language_tag(enum language language)
{
    return languages[language].tag;
}

const char *language_name(enum language language)
{
    return languages[language].name;
}

const char *language_locale(enum language language)
{
    return languages[language].locale;
}

enum language language_from_tag(const char *tag, size_t length)
{
    for (enum language language = 0; language < LANGUAGES; language++)
        if (strlen(languages[language].tag) == length && memcmp(languages[language].tag, tag, length) == 0)
            return language;
    return LANGUAGES;
}
