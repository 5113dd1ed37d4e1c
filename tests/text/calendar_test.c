/* SPDX-License-Identifier: EUPL-1.2 */
#include "support/check.h"

#include <libical/ical.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "text/calendar.h"

static const struct calendar agenda = { "Agenda", NL, "https://example.org/nl/agenda.ics" };

/* The members that all events of these tests share. */
#define EVENT                                                                                    \
    .uid = "meeting-1@example.org", .changed = "2025-01-02T03:04:05Z", .summary = "Vergadering", \
    .description = "Tweede punt: wind", .url = "https://example.org/nl/1"

static int arena_begins(void **state)
{
    *state = arena_new();
    return 0;
}

static int arena_ends(void **state)
{
    arena_free(*state);
    return 0;
}

static const char *written(const struct calendar_event *events, size_t count, struct arena *arena)
{
    struct buffer output = buffer_in(arena);
    calendar_write(&agenda, events, count, &output);
    return output.bytes;
}

static size_t occurrences(const char *text, const char *part)
{
    size_t found = 0;
    while ((text = strstr(text, part)) && ++found)
        text += strlen(part);
    return found;
}

static void release_component(void *component)
{
    icalcomponent_free(component);
}

/* TEXT as libical reads it. */
static icalcomponent *parsed(const char *text, struct arena *arena)
{
    icalcomponent *whole = icalparser_parse_string(text);
    assert_non_null(whole);
    arena_defer(arena, release_component, whole);
    assert_int_equal(icalcomponent_count_errors(whole), 0);
    return whole;
}

static icalcomponent *first_event(const char *text, struct arena *arena)
{
    return icalcomponent_get_first_component(parsed(text, arena), ICAL_VEVENT_COMPONENT);
}

/* The instant of a property of the first event in UTC, by the zones in TEXT and no others. */
static const char *instant(const char *text, icalproperty_kind kind, struct arena *arena)
{
    icalcomponent *event = first_event(text, arena);
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    const char *name = icalproperty_get_parameter_as_string(property, "TZID");
    icaltimezone *zone = icalcomponent_get_timezone(icalcomponent_get_parent(event), name);
    assert_non_null(zone);
    icaltimetype time = icalvalue_get_datetime(icalproperty_get_value(property));
    icaltimezone_convert_time(&time, zone, icaltimezone_get_utc_timezone());
    return arena_print(arena, "%04d-%02d-%02d %02d:%02d", time.year, time.month, time.day,
                       time.hour, time.minute);
}

static void the_calendar_says_what_it_is(void **state)
{
    const struct calendar calendar = { "Énergie, climat", FR, "https://example.org/fr/agenda.ics" };
    struct buffer output = buffer_in(*state);
    calendar_write(&calendar, NULL, 0, &output);
    assert_string_equal(output.bytes, "BEGIN:VCALENDAR\r\n"
                                      "VERSION:2.0\r\n"
                                      "PRODID:-//Benelux Union//Benelux+//FR\r\n"
                                      "CALSCALE:GREGORIAN\r\n"
                                      "NAME:Énergie\\, climat\r\n"
                                      "X-WR-CALNAME:Énergie, climat\r\n"
                                      "SOURCE;VALUE=URI:https://example.org/fr/agenda.ics\r\n"
                                      "REFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"
                                      "X-PUBLISHED-TTL:PT12H\r\n"
                                      "END:VCALENDAR\r\n");
}

static void an_event_has_all_that_is_known(void **state)
{
    const struct calendar_event event = { EVENT,
                                          .sequence = 3,
                                          .location = "Résidence Palace, Brussel",
                                          .latitude = "50.8427",
                                          .longitude = "-4.3817",
                                          .category = "Energie, klimaat; Noordzee",
                                          .starts = "2026-05-06",
                                          .starts_at = "10:00",
                                          .ends_at = "12:30",
                                          .zone = "Europe/Brussels" };
    assert_contains(written(&event, 1, *state), "BEGIN:VEVENT\r\n"
                                                "UID:meeting-1@example.org\r\n"
                                                "SEQUENCE:3\r\n"
                                                "DTSTAMP:20250102T030405Z\r\n"
                                                "LAST-MODIFIED:20250102T030405Z\r\n"
                                                "STATUS:CONFIRMED\r\n"
                                                "TRANSP:TRANSPARENT\r\n"
                                                "URL:https://example.org/nl/1\r\n"
                                                "DTSTART;TZID=Europe/Brussels:20260506T100000\r\n"
                                                "DTEND;TZID=Europe/Brussels:20260506T123000\r\n"
                                                "SUMMARY:Vergadering\r\n"
                                                "DESCRIPTION:Tweede punt: wind\r\n"
                                                "LOCATION:Résidence Palace\\, Brussel\r\n"
                                                "CATEGORIES:Energie\\, klimaat\\; Noordzee\r\n"
                                                "GEO:50.842700;-4.381700\r\n"
                                                "END:VEVENT\r\n");
}

static void unknown_values_are_left_out(void **state)
{
    struct calendar_event event = { EVENT, .starts = "2026-05-06", .location = "",
                                    .latitude = "50.8" };
    event.description = NULL;
    const char *text = written(&event, 1, *state);
    static const char *const absent[] = { "DESCRIPTION", "LOCATION",  "GEO",   "CATEGORIES",
                                          "TZID",        "VTIMEZONE", "METHOD" };
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        assert_lacks(text, absent[i]);
}

static void the_status_is_written_for_programs(void **state)
{
    static const char *const lines[] = { "\r\nSTATUS:CONFIRMED\r\n", "\r\nSTATUS:TENTATIVE\r\n",
                                         "\r\nSTATUS:CANCELLED\r\n" };
    for (int status = CALENDAR_CONFIRMED; status <= CALENDAR_CANCELLED; status++) {
        const struct calendar_event event = { EVENT, .starts = "2026-05-06",
                                              .status = (enum calendar_status)status };
        assert_contains(written(&event, 1, *state), lines[status]);
    }
}

static void a_whole_day_ends_on_the_day_after(void **state)
{
    static const struct {
        const char *starts, *ends, *lines;
    } cases[] = {
        { "2026-05-06", NULL, "DTSTART;VALUE=DATE:20260506\r\nDTEND;VALUE=DATE:20260507\r\n" },
        { "2026-05-06", "2026-05-06",
          "DTSTART;VALUE=DATE:20260506\r\nDTEND;VALUE=DATE:20260507\r\n" },
        { "2026-05-06", "2026-05-08",
          "DTSTART;VALUE=DATE:20260506\r\nDTEND;VALUE=DATE:20260509\r\n" },
        { "2025-12-30", "2025-12-31",
          "DTSTART;VALUE=DATE:20251230\r\nDTEND;VALUE=DATE:20260101\r\n" },
        { "2028-02-28", NULL, "DTSTART;VALUE=DATE:20280228\r\nDTEND;VALUE=DATE:20280229\r\n" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct calendar_event event = { EVENT, .starts = cases[i].starts,
                                              .ends = cases[i].ends, .zone = "Europe/Paris" };
        const char *text = written(&event, 1, *state);
        assert_contains(text, cases[i].lines);
        assert_lacks(text, "VTIMEZONE");
    }
}

static void a_meeting_ends_at_its_known_time(void **state)
{
    static const struct {
        const char *ends, *ends_at, *line;
    } cases[] = {
        { NULL, "23:30", "DTEND;TZID=Europe/Brussels:20260506T233000\r\n" },
        { "2026-05-07", "01:30", "DTEND;TZID=Europe/Brussels:20260507T013000\r\n" },
        { "2026-05-08", NULL, "DTEND;TZID=Europe/Brussels:20260508T235959\r\n" },
        { NULL, NULL, NULL },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct calendar_event event = { EVENT,
                                              .starts = "2026-05-06",
                                              .ends = cases[i].ends,
                                              .starts_at = "22:15",
                                              .ends_at = cases[i].ends_at,
                                              .zone = "Europe/Brussels" };
        const char *text = written(&event, 1, *state);
        assert_contains(text, "DTSTART;TZID=Europe/Brussels:20260506T221500\r\n");
        if (cases[i].line)
            assert_contains(text, cases[i].line);
        else
            assert_lacks(text, "DTEND");
    }
}

static void a_zone_is_written_once_and_whole(void **state)
{
    static const char *const zones[] = { "Europe/Brussels", "Europe/London", "Europe/Brussels" };
    struct calendar_event events[9];
    for (size_t i = 0; i < 9; i++)
        events[i] = (struct calendar_event){ EVENT, .starts = "2026-05-06", .starts_at = "10:00",
                                             .zone = zones[i % 3] };
    const char *text = written(events, 9, *state);
    assert_int_equal(occurrences(text, "BEGIN:VTIMEZONE\r\n"), 2);
    assert_int_equal(occurrences(text, "BEGIN:VTIMEZONE\r\nTZID:Europe/Brussels\r\n"), 1);
    assert_int_equal(occurrences(text, "BEGIN:VTIMEZONE\r\nTZID:Europe/London\r\n"), 1);
    assert_int_equal(occurrences(text, "DTSTART;TZID=Europe/Brussels:"), 6);
    assert_lacks(text, "freeassociation");
}

/* Rules that Outlook does not read make it take its own zone. */
static void a_zone_of_today_has_simple_rules_only(void **state)
{
    static const char *const zones[] = { "Europe/Brussels", "Europe/London", "Europe/Luxembourg",
                                         "Europe/Dublin" };
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        const struct calendar_event event = { EVENT, .starts = "2008-12-09", .starts_at = "10:00",
                                              .zone = zones[i] };
        const char *text = written(&event, 1, *state);
        assert_lacks(text, "RDATE");
        assert_lacks(text, "BYMONTHDAY");
        assert_int_equal(occurrences(text, "\r\nRRULE:"), occurrences(text, "BYDAY=-1SU;"));
        assert_int_equal(occurrences(text, "\r\nRRULE:"), occurrences(text, "\r\nTZOFFSETTO:"));
    }
}

struct conversion {
    const char *zone, *day, *time, *utc;
};

/* Each meeting alone, so that the zone begins with it, and with a later and an earlier one. */
static void check_conversion(const struct conversion *wanted, struct arena *arena)
{
    struct calendar_event events[] = {
        { EVENT, .starts = wanted->day, .starts_at = wanted->time, .zone = wanted->zone },
        { EVENT, .starts = "2036-01-02", .starts_at = "09:00", .zone = wanted->zone },
        { EVENT, .starts = "1983-04-05", .starts_at = "09:00", .zone = wanted->zone },
    };
    for (size_t count = 1; count <= 3; count++)
        assert_string_equal(instant(written(events, count, arena), ICAL_DTSTART_PROPERTY, arena),
                            wanted->utc);
}

static void local_times_are_the_right_instants(void **state)
{
    static const struct conversion cases[] = {
        { "Europe/Brussels", "1995-07-01", "10:00", "1995-07-01 08:00" },
        { "Europe/Brussels", "2008-12-09", "10:00", "2008-12-09 09:00" },
        { "Europe/Brussels", "2035-07-01", "10:00", "2035-07-01 08:00" },
        { "Europe/Brussels", "2045-07-01", "10:00", "2045-07-01 08:00" },
        { "Europe/Brussels", "2045-12-01", "10:00", "2045-12-01 09:00" },
        { "Europe/London", "1995-07-01", "10:00", "1995-07-01 09:00" },
        { "Europe/London", "2008-12-09", "10:00", "2008-12-09 10:00" },
        { "Europe/London", "2035-07-01", "10:00", "2035-07-01 09:00" },
        { "Europe/Berlin", "2035-07-01", "10:00", "2035-07-01 08:00" },
        { "Europe/Luxembourg", "2008-12-09", "10:00", "2008-12-09 09:00" },
        { "Europe/Dublin", "2026-07-01", "10:00", "2026-07-01 09:00" },
        { "Atlantic/Reykjavik", "2026-07-01", "10:00", "2026-07-01 10:00" },
        { "CET", "2026-07-01", "10:00", "2026-07-01 08:00" },
        { "UTC", "2026-07-01", "10:00", "2026-07-01 10:00" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_conversion(&cases[i], *state);
}

/* When clocks went back a month earlier than since, and the rule of it had just ended. */
static void the_first_winter_of_a_zone_is_right(void **state)
{
    static const struct conversion cases[] = {
        { "Europe/Brussels", "1995-11-11", "10:00", "1995-11-11 09:00" },
        { "Europe/Berlin", "1996-01-15", "10:00", "1996-01-15 09:00" },
        { "Europe/London", "1998-12-31", "10:00", "1998-12-31 10:00" },
        { "Europe/Lisbon", "1995-07-01", "10:00", "1995-07-01 08:00" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        check_conversion(&cases[i], *state);
}

static void a_night_in_which_clocks_change_has_its_real_length(void **state)
{
    static const struct {
        const char *day, *starts_at, *ends_at, *from, *to;
    } cases[] = {
        { "2025-10-26", "01:30", "03:30", "2025-10-25 23:30", "2025-10-26 02:30" },
        { "2026-03-29", "01:30", "03:30", "2026-03-29 00:30", "2026-03-29 01:30" },
        { "2025-10-26", "10:00", "12:00", "2025-10-26 09:00", "2025-10-26 11:00" },
        { "2026-03-29", "10:00", "12:00", "2026-03-29 08:00", "2026-03-29 10:00" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct calendar_event event = { EVENT, .starts = cases[i].day,
                                              .starts_at = cases[i].starts_at,
                                              .ends_at = cases[i].ends_at,
                                              .zone = "Europe/Brussels" };
        const char *text = written(&event, 1, *state);
        assert_string_equal(instant(text, ICAL_DTSTART_PROPERTY, *state), cases[i].from);
        assert_string_equal(instant(text, ICAL_DTEND_PROPERTY, *state), cases[i].to);
    }
}

/* One event takes no other from who reads them all. */
static void an_event_in_an_unknown_zone_has_its_days(void **state)
{
    static const char *const zones[] = { "Europe/Atlantis",     "Europe",    "", "zone.tab",
                                         "../../../etc/passwd", "Etc/GMT+99" };
    for (size_t i = 0; i < sizeof zones / sizeof *zones; i++) {
        const struct calendar_event events[] = {
            { EVENT, .starts = "2026-05-06", .starts_at = "10:00", .ends_at = "12:00",
              .zone = zones[i] },
            { EVENT, .starts = "2026-05-07", .starts_at = "10:00", .zone = "Europe/Brussels" },
        };
        struct buffer output = buffer_in(*state);
        calendar_write(&agenda, events, 2, &output);
        assert_contains(output.bytes, "DTSTART;VALUE=DATE:20260506\r\n");
        assert_contains(output.bytes, "DTEND;VALUE=DATE:20260507\r\n");
        assert_contains(output.bytes, "DTSTART;TZID=Europe/Brussels:20260507T100000\r\n");
        assert_int_equal(occurrences(output.bytes, "BEGIN:VTIMEZONE"), 1);
    }
}

static void texts_come_back_as_they_went_in(void **state)
{
    static const char summary[] = "a;b,c\\d \"e\": BEGIN:VEVENT\\n";
    struct calendar_event event = { EVENT, .starts = "2026-05-06", .category = "x, y" };
    event.summary = summary;
    event.description = "one\r\ntwo\nEND:VCALENDAR\n\tthree";
    const char *text = written(&event, 1, *state);
    icalcomponent *component = first_event(text, *state);
    assert_string_equal(icalcomponent_get_summary(component), summary);
    assert_string_equal(icalcomponent_get_description(component),
                        "one\ntwo\nEND:VCALENDAR\n\tthree");
    assert_int_equal(occurrences(text, "\r\nEND:VCALENDAR"), 1);
    assert_contains(text, "CATEGORIES:x\\, y\r\n");
}

static void control_characters_are_left_out(void **state)
{
    struct calendar_event event = { EVENT, .starts = "2026-05-06", .location = "\x1B[1mc" };
    event.uid = "1\r\nX:1";
    event.summary = "a\x01\x08\x0B\x1F\x7F";
    event.url = "https://example.org/\r\nX-EVIL:1\t";
    const char *text = written(&event, 1, *state);
    assert_contains(text, "\r\nSUMMARY:a\r\n");
    assert_contains(text, "\r\nLOCATION:[1mc\r\n");
    assert_contains(text, "\r\nUID:1X:1\r\n");
    assert_contains(text, "\r\nURL:https://example.org/X-EVIL:1\r\n");
    for (const char *byte = text; *byte; byte++)
        if (*byte == '\r' || *byte == '\n')
            assert_true(*byte == '\r' ? byte[1] == '\n' : byte[-1] == '\r');
        else
            assert_true((unsigned char)*byte >= 0x20 && *byte != 0x7F);
}

/* Every line ends in CR LF, has 75 octets at most, and is UTF-8 by itself. */
static void check_lines(const char *text)
{
    for (const char *end; *text; text = end + 2) {
        end = strstr(text, "\r\n");
        assert_non_null(end);
        assert_in_range(end - text, 1, 75);
        assert_int_equal(strcspn(text, "\r\n"), end - text);
        for (size_t step; text < end; text += step)
            assert_int_not_equal(step = utf8_sequence(text, (size_t)(end - text)), 0);
    }
}

static void long_lines_fold_between_characters(void **state)
{
    static const char *const characters[] = { "a", "é", "€", "😀", "b c", "x😀", ";", "\\" };
    for (size_t i = 0; i < sizeof characters / sizeof *characters; i++) {
        struct buffer summary = buffer_in(*state);
        for (size_t length = 1; length <= 240; length++) {
            buffer_add(&summary, characters[i]);
            struct calendar_event event = { EVENT, .starts = "2026-05-06" };
            event.summary = summary.bytes;
            const char *text = written(&event, 1, *state);
            check_lines(text);
            assert_string_equal(icalcomponent_get_summary(first_event(text, *state)),
                                summary.bytes);
        }
    }
}

static void long_addresses_come_back_whole(void **state)
{
    struct buffer url = buffer_in(*state);
    buffer_add(&url, "https://example.org/");
    for (size_t length = 1; length <= 300; length++) {
        buffer_add(&url, "a");
        struct calendar_event event = { EVENT, .starts = "2026-05-06" };
        event.url = url.bytes;
        const char *text = written(&event, 1, *state);
        check_lines(text);
        icalproperty *property =
            icalcomponent_get_first_property(first_event(text, *state), ICAL_URL_PROPERTY);
        assert_string_equal(icalproperty_get_url(property), url.bytes);
    }
}

static void a_calendar_is_appended_to_the_buffer(void **state)
{
    const struct calendar_event event = { EVENT, .starts = "2026-05-06" };
    struct buffer output = buffer_in(*state);
    buffer_add(&output, "before ");
    calendar_write(&agenda, &event, 1, &output);
    assert_int_equal(strncmp(output.bytes, "before BEGIN:VCALENDAR\r\n", 24), 0);
    assert_int_equal(strlen(output.bytes), output.length);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, arena_begins, arena_ends)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_calendar_says_what_it_is),
        TEST(an_event_has_all_that_is_known),
        TEST(unknown_values_are_left_out),
        TEST(the_status_is_written_for_programs),
        TEST(a_whole_day_ends_on_the_day_after),
        TEST(a_meeting_ends_at_its_known_time),
        TEST(a_zone_is_written_once_and_whole),
        TEST(a_zone_of_today_has_simple_rules_only),
        TEST(local_times_are_the_right_instants),
        TEST(the_first_winter_of_a_zone_is_right),
        TEST(a_night_in_which_clocks_change_has_its_real_length),
        TEST(an_event_in_an_unknown_zone_has_its_days),
        TEST(texts_come_back_as_they_went_in),
        TEST(control_characters_are_left_out),
        TEST(long_lines_fold_between_characters),
        TEST(long_addresses_come_back_whole),
        TEST(a_calendar_is_appended_to_the_buffer),
    };
    return cmocka_run_group_tests_name("calendar", tests, NULL, NULL);
}
