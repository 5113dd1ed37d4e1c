/* Calendar date: days and times of day as people type them, in one form. */
#include "base/calendar_date.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Whether TEXT has a digit wherever PATTERN has a '0', and otherwise the same characters. */
static bool looks_like(const char *text, const char *pattern)
{
    for (; *pattern; text++, pattern++)
        if (*pattern == '0' ? *text < '0' || *text > '9' : *text != *pattern)
            return false;
    return !*text;
}

static int days_of_month(int year, int month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool calendar_date_exists(const char *date)
{
    bool day = looks_like(date, "0000-00-00"), month = looks_like(date, "0000-00");
    if (!day && !month && !looks_like(date, "0000"))
        return false;
    int y = atoi(date), m = day || month ? atoi(date + 5) : 1, d = day ? atoi(date + 8) : 1;
    return y >= 1 && m >= 1 && m <= 12 && d >= 1 && d <= days_of_month(y, m);
}

const char *calendar_date_read(const char *typed, struct arena *arena)
{
    static const char *const forms[] = { "%2d.%2d.%4d%n", "%2d/%2d/%4d%n", "%2d-%2d-%4d%n" };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        int day, month, year, length = 0;
        if (sscanf(typed, forms[i], &day, &month, &year, &length) == 3 && length && !typed[length] && year >= 1000 && day >= 0 &&
            month >= 0)
            return arena_print(arena, "%04d-%02d-%02d", year, month, day);
    }
    return typed;
}

bool calendar_time_exists(const char *time)
{
    return looks_like(time, "00:00") && atoi(time) <= 23 && atoi(time + 3) <= 59;
}

bool calendar_second_exists(const char *time)
{
    bool second = looks_like(time, "00:00:00");
    return second ? atoi(time) <= 23 && atoi(time + 3) <= 59 && atoi(time + 6) <= 59 : calendar_time_exists(time);
}

const char *calendar_time_read(const char *typed, struct arena *arena)
{
    size_t digits = strspn(typed, "0123456789");
    if (digits < 1 || digits > 2 || !strchr(":.hHu", typed[digits]) || !typed[digits])
        return typed;
    const char *minutes = typed + digits + 1;
    if (!*minutes && strchr("hHu", typed[digits]))
        minutes = "00";
    bool zero_seconds = strlen(minutes) == 5 && strcmp(minutes + 2, ":00") == 0;
    if (strspn(minutes, "0123456789") != 2 || (minutes[2] && !zero_seconds))
        return typed;
    return arena_print(arena, "%02d:%.2s", atoi(typed), minutes);
}
