/* Dates: written out in the visitor's language. */
#include "text/dates.h"

#include <stdio.h>
#include <string.h>

static const char *const months[LANGUAGES][12] = {
    [NL] = { "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
             "december" },
    [FR] = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
             "décembre" },
    [DE] = { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
             "Dezember" },
    [EN] = { "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
             "December" },
};

/* French has the first as an ordinal (Lexique des règles typographiques), German puts a full stop behind the day (DIN 5008). */
static const char *day_mark(enum language language, int day)
{
    if (language == DE)
        return ".";
    return language == FR && day == 1 ? "er" : "";
}

const char *date_written(const char *date, enum language language, struct arena *arena)
{
    int year = 0, month = 0, day = 0, end = 0;
    int parts = sscanf(date, "%4d%n-%2d%n-%2d%n", &year, &end, &month, &end, &day, &end);
    if (parts < 1 || (size_t)end != strlen(date) || (parts > 1 && (month < 1 || month > 12)))
        return date;

    if (parts == 1)
        return date;
    const char *name = months[language][month - 1];
    if (parts == 2)
        return arena_print(arena, "%s %d", name, year);
    return arena_print(arena, "%d%s %s %d", day, day_mark(language, day), name, year);
}
