/* SPDX-License-Identifier: EUPL-1.2 */
/* The four languages of the site. */
#include "base/language.h"

#include <string.h>

const struct choice language_choices[] = {
    [NL] = { "nl", "Nederlands" }, [FR] = { "fr", "Français" },  [DE] = { "de", "Deutsch" },
    [EN] = { "en", "English" },    [LANGUAGES] = { NULL, NULL },
};

const char *language_tag(enum language language)
{
    return language_choices[language].name;
}

const char *language_name(enum language language)
{
    return language_choices[language].words;
}

const char *language_locale(enum language language)
{
    static const char *const locales[LANGUAGES] = {
        [NL] = "nl_BE", [FR] = "fr_BE", [DE] = "de_DE", [EN] = "en_GB"
    };
    return locales[language];
}

enum language language_from_tag(const char *tag, size_t length)
{
    for (enum language language = 0; language < LANGUAGES; language++)
        if (strlen(language_choices[language].name) == length &&
            memcmp(language_choices[language].name, tag, length) == 0)
            return language;
    return LANGUAGES;
}

enum language language_for_others(const char *const *paths)
{
    if (paths[EN])
        return EN;
    enum language language = 0;
    while (language < LANGUAGES && !paths[language])
        language++;
    return language;
}
