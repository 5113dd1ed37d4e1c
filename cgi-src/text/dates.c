/* SPDX-License-Identifier: EUPL-1.2 */
/* Dates: written out in the visitor's language. */
#include "text/dates.h"

#include <stdio.h>
#include <string.h>

/* Keeps a day and its month, or the parts of a time, on one line. */
#define NO_BREAK "\u00a0"

static const char *const months[LANGUAGES][12] = {
    [NL] = { "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
             "september", "oktober", "november", "december" },
    [FR] = { "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
             "octobre", "novembre", "décembre" },
    [DE] = { "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
             "Oktober", "November", "Dezember" },
    [EN] = { "January", "February", "March", "April", "May", "June", "July", "August", "September",
             "October", "November", "December" },
};

static const char *const weekdays[LANGUAGES][7] = {
    [NL] = { "zondag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag" },
    [FR] = { "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi" },
    [DE] = { "Sonntag,", "Montag,", "Dienstag,", "Mittwoch,", "Donnerstag,", "Freitag,",
             "Samstag," },
    [EN] = { "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday" },
};

/* French has the first as an ordinal (Lexique des règles typographiques), German puts a full stop
 * behind the day (DIN 5008). */
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
    return arena_print(arena, "%d%s" NO_BREAK "%s %d", day, day_mark(language, day), name, year);
}

const char *date_range_written(const char *starts, const char *ends, enum language language,
                               struct arena *arena)
{
    const char *last = ends ? date_written(ends, language, arena) : NULL;
    if (!last || strcmp(starts, ends) == 0)
        return date_written(starts, language, arena);
    if (strlen(starts) == 4)
        return arena_print(arena, "%s–%s", starts, ends);
    if (strlen(starts) != 10 || strncmp(starts, ends, 4) != 0)
        return arena_print(arena, "%s – %s", date_written(starts, language, arena), last);

    /* The month and the year, or the year, which both share are written once. */
    int day = (starts[8] - '0') * 10 + starts[9] - '0';
    if (strncmp(starts, ends, 7) == 0)
        return arena_print(arena, "%d%s–%s", day, day_mark(language, day), last);
    int month = (starts[5] - '0') * 10 + starts[6] - '0';
    return arena_print(arena, "%d%s" NO_BREAK "%s – %s", day, day_mark(language, day),
                       months[language][month - 1], last);
}

/* The day of the week, Sunday first (Zeller's congruence, for the Gregorian calendar). */
static int weekday(const char *day)
{
    int year = 0, month = 0, date = 0;
    sscanf(day, "%4d-%2d-%2d", &year, &month, &date);
    if (month < 3) { /* January and February count as months of the year before */
        month += 12;
        year--;
    }
    return (date + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400 + 6) % 7;
}

/* The time of day as each language writes it: Dutch with a full stop, French by the Lexique des
 * règles typographiques, German by DIN 5008; without the word "uur" or "Uhr" behind it. */
static const char *time_written(const char *time, enum language language, struct arena *arena)
{
    int hour = 0, minute = 0;
    sscanf(time, "%2d:%2d", &hour, &minute);
    switch (language) {
    case NL:
        return arena_print(arena, "%d.%02d", hour, minute);
    case FR:
        return minute ? arena_print(arena, "%d" NO_BREAK "h" NO_BREAK "%02d", hour, minute)
                      : arena_print(arena, "%d" NO_BREAK "h", hour);
    default:
        return time;
    }
}

static const char *times_written(const char *from, const char *to, enum language language,
                                 struct arena *arena)
{
    static const char *const one[] = {
        [NL] = "%s" NO_BREAK "uur", [FR] = "%s", [DE] = "%s" NO_BREAK "Uhr", [EN] = "%s"
    };
    static const char *const both[] = {
        [NL] = "%s–%s" NO_BREAK "uur",
        [FR] = "de %s à %s",
        [DE] = "%s–%s" NO_BREAK "Uhr",
        [EN] = "%s–%s",
    };
    from = time_written(from, language, arena);
    return to ? arena_print(arena, both[language], from, time_written(to, language, arena))
              : arena_print(arena, one[language], from);
}

static const char *day_written(const char *day, enum language language, struct arena *arena)
{
    const char *date = date_written(day, language, arena);
    return date_is_day(day) ? arena_print(arena, "%s %s", weekdays[language][weekday(day)], date)
                            : date;
}

const char *period_written(const char *starts, const char *ends, const char *starts_at,
                           const char *ends_at, enum language language, struct arena *arena)
{
    bool one_day = !ends || strcmp(starts, ends) == 0;
    const char *first = one_day || starts_at ? day_written(starts, language, arena) : NULL;
    if (!starts_at)
        return one_day ? first : date_range_written(starts, ends, language, arena);
    first = arena_print(arena, "%s, %s", first,
                        times_written(starts_at, one_day ? ends_at : NULL, language, arena));
    if (one_day)
        return first;
    const char *last = day_written(ends, language, arena);
    if (ends_at)
        last = arena_print(arena, "%s, %s", last, times_written(ends_at, NULL, language, arena));
    return arena_print(arena, "%s – %s", first, last);
}

const char *zone_written(const char *zone, struct arena *arena)
{
    static const char fixed[] = "Etc/GMT";
    const char *distance = zone + sizeof fixed - 1;
    if (strncmp(zone, fixed, sizeof fixed - 1) != 0 || (*distance != '-' && *distance != '+'))
        return zone;
    return arena_print(arena, "UTC%s%s", *distance == '-' ? "+" : "−", distance + 1);
}

bool date_is_day(const char *text)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    if (strlen(text) != 10 || strspn(text, "0123456789") != 4 || text[4] != '-' ||
        strspn(text + 5, "0123456789") != 2 || text[7] != '-' ||
        strspn(text + 8, "0123456789") != 2)
        return false;
    int year = 0, month = 0, day = 0;
    sscanf(text, "%4d-%2d-%2d", &year, &month, &day);
    if (year < 1 || month < 1 || month > 12)
        return false;
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return day >= 1 && day <= days[month - 1] + (month == 2 && leap);
}
