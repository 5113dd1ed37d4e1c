/* SPDX-License-Identifier: EUPL-1.2 */
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

/* ---- As people write them: numbers and words, whatever stands between them ---- */

enum { TOKENS_MAX = 8, WORD_MAX = 24 };

/* The next number or word of a text, and what of the text is behind it. */
struct token {
    int number; /* -1 for a word */
    size_t digits;
    char word[WORD_MAX]; /* in lower case */
};

static bool is_letter(const char *at)
{
    return (*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ||
           ((unsigned char)*at == 0xC3 && at[1]);
}

/* Latin letters, and those of U+00C0 to U+00FF, whose capitals are 0x20 below. */
static const char *read_word(const char *at, struct token *token)
{
    size_t length = 0;
    for (; is_letter(at) && length < WORD_MAX - 2; at++) {
        token->word[length++] = (char)(*at >= 'A' && *at <= 'Z' ? *at + 0x20 : *at);
        if ((unsigned char)*at == 0xC3) {
            at++;
            token->word[length++] = (char)((unsigned char)*at < 0x9F ? *at + 0x20 : *at);
        }
    }
    token->word[length] = '\0';
    token->number = -1;
    return is_letter(at) ? NULL : at;
}

static const char *read_number(const char *at, struct token *token)
{
    token->digits = strspn(at, "0123456789");
    token->number = atoi(at);
    return token->digits <= 4 ? at + token->digits : NULL;
}

/* Whether WORD stands in LIST, whose words have a space on both sides. */
static bool is_among(const char *word, const char *list)
{
    size_t length = strlen(word);
    if (!length)
        return false;
    for (const char *at = list; (at = strstr(at, word)); at++)
        if (at[-1] == ' ' && at[length] == ' ')
            return true;
    return false;
}

/* Reads the tokens of TEXT but for the words of LEFT_OUT, and returns their number; 0 when there
 * are too many, or anything else. The characters of BETWEEN may stand between them. */
static size_t read_tokens(const char *text, const char *between, const char *left_out,
                          struct token *tokens)
{
    size_t count = 0;
    while (*(text += strspn(text, between))) {
        struct token *token = &tokens[count];
        text = *text >= '0' && *text <= '9' ? read_number(text, token) : read_word(text, token);
        if (!text || (token->number < 0 && !*token->word))
            return 0;
        if (token->number < 0 && is_among(token->word, left_out))
            continue;
        if (++count == TOKENS_MAX)
            return 0;
    }
    return count;
}

/* ---- Dates ---- */

/* Words that say nothing in a date: days of the week, articles, endings of numbers. */
#define OF_DATES                                                                                \
    " maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lundi mardi mercredi jeudi "   \
    "vendredi samedi dimanche montag"                                                           \
    " dienstag mittwoch donnerstag freitag samstag sonnabend sonntag monday tuesday wednesday " \
    "thursday friday saturday"                                                                  \
    " sunday le den der the of on op am er e ste de th st nd rd "

/* 1 to 12; 0 for a word that is no month. */
static int month_of(const char *word)
{
    static const char *const months[] = {
        " januari janvier januar january jan jänner ",
        " februari février fevrier februar february feb févr fév ",
        " maart mars märz maerz march mrt mär mar ",
        " april avril apr avr ",
        " mei mai may ",
        " juni juin june jun ",
        " juli juillet july jul juil ",
        " augustus août aout august aug ",
        " september septembre sep sept ",
        " oktober octobre october okt oct ",
        " november novembre nov ",
        " december décembre dezember decembre dec déc dez ",
    };
    for (int month = 1; month <= 12; month++)
        if (is_among(word, months[month - 1]))
            return month;
    return 0;
}

static int year_of(const struct token *token)
{
    return token->digits == 4   ? token->number
           : token->digits != 2 ? -1
                                : token->number + (token->number < 69 ? 2000 : 1900);
}

/* Day, month and year where they stand in TOKENS; -1 for what is none. */
static void place_parts(const struct token *tokens, size_t count, int *day, int *month, int *year)
{
    bool year_first = tokens[0].digits == 4 && tokens[0].number >= 0;
    size_t last = count - 1, month_at = count == 3 ? 1 : year_first ? 1 : 0;
    if (count == 3 && tokens[0].number < 0)
        month_at = 0;
    const struct token *of_day = &tokens[year_first      ? last
                                         : month_at == 0 ? 1
                                                         : 0],
                       *of_year = &tokens[year_first ? 0 : last], *of_month = &tokens[month_at];
    *day = count == 3 ? of_day->digits <= 2 ? of_day->number : -1 : 0;
    *month = count == 1              ? 0
             : of_month->number < 0  ? month_of(of_month->word)
             : of_month->digits <= 2 ? of_month->number
                                     : -1;
    if (of_month->number < 0 && *month == 0)
        *month = -1;
    *year = of_year->number < 0 ? -1 : count == 3 || of_year->digits == 4 ? year_of(of_year) : -1;
}

const char *calendar_date_read(const char *typed, struct arena *arena)
{
    struct token tokens[TOKENS_MAX] = { 0 };
    size_t count = read_tokens(typed, " .,/-\t\xC2\xA0", OF_DATES, tokens);
    if (count < 1 || count > 3)
        return typed;
    int day, month, year;
    place_parts(tokens, count, &day, &month, &year);
    if (day < 0 || month < 0 || year < 0)
        return typed;
    return count == 1   ? arena_print(arena, "%04d", year)
           : count == 2 ? arena_print(arena, "%04d-%02d", year, month)
                        : arena_print(arena, "%04d-%02d-%02d", year, month, day);
}

/* ---- Times ---- */

bool calendar_time_exists(const char *time)
{
    return looks_like(time, "00:00") && atoi(time) <= 23 && atoi(time + 3) <= 59;
}

bool calendar_second_exists(const char *time)
{
    bool second = looks_like(time, "00:00:00");
    return second ? atoi(time) <= 23 && atoi(time + 3) <= 59 && atoi(time + 6) <= 59
                  : calendar_time_exists(time);
}

#define OF_TIMES " uur uhr u h heure heures o clock m "

/* HOUR of twelve as an hour of the day. */
static int hour_of_day(int hour, const char *half)
{
    return is_among(half, " pm p ") ? hour % 12 + 12 : hour % 12;
}

const char *calendar_time_read(const char *typed, struct arena *arena)
{
    struct token tokens[TOKENS_MAX] = { 0 };
    size_t count = read_tokens(typed, " .:'\t\xC2\xA0", OF_TIMES, tokens);
    const char *half =
        count > 1 && is_among(tokens[count - 1].word, " am a pm p ") ? tokens[--count].word : NULL;
    if (count == 3 && tokens[2].number == 0 && tokens[2].digits == 2) /* seconds */
        count--;
    if (count < 1 || count > 2 || tokens[0].number < 0 || tokens[0].digits > 2 ||
        (count == 2 && tokens[1].digits != 2) ||
        (half && (tokens[0].number < 1 || tokens[0].number > 12)))
        return typed;
    int hour = tokens[0].number;
    return arena_print(arena, "%02d:%02d", half ? hour_of_day(hour, half) : hour,
                       count == 2 ? tokens[1].number : 0);
}
