// SPDX-License-Identifier: EUPL-1.2
// The calendars: of all meetings, of a choice of them, and of each meeting.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarFaults, eventsOf } from './calendars.js';
import { LISTS, TEXT, TYPES, clock, items } from './formats.js';
import { LANGUAGES, ask, each } from './site.js';

const lines = (...parts) =>
  Buffer.from(
    parts
      .flat()
      .map((line) => `${line}\r\n`)
      .join(''),
  );
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Brussels',
  'BEGIN:DAYLIGHT',
  'DTSTART:19810329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
];
const EVENT = ['BEGIN:VEVENT', 'UID:1@example.org', 'DTSTAMP:20260102T030405Z'];
const TIMED = [
  ...EVENT,
  'DTSTART;TZID=Europe/Brussels:20260701T100000',
  'DTEND;TZID=Europe/Brussels:20260701T123000',
  'SUMMARY:Vergadering',
  'END:VEVENT',
];
const DAYS = [
  'BEGIN:VEVENT',
  'UID:2@example.org',
  'DTSTAMP:20260102T030405Z',
  'DTSTART;VALUE=DATE:20260301',
  'DTEND;VALUE=DATE:20260303',
  'STATUS:CANCELLED',
  'SUMMARY;LANGUAGE=nl:Afgelast: top\\, met een naam die zo lang is dat hij',
  '  niet op één regel past',
  'END:VEVENT',
];
const calendar = (...parts) =>
  lines('BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//x//y//NL', ...parts, 'END:VCALENDAR');

test('the validator takes a calendar that is right, and reads it', () => {
  for (const right of [calendar(), calendar(DAYS), calendar(ZONE, TIMED, DAYS)])
    assert.deepEqual(calendarFaults(right), []);
  const [timed, days] = eventsOf(calendar(ZONE, TIMED, DAYS));
  assert.deepEqual(
    [timed.starts, timed.ends, timed.zone],
    ['2026-07-01T10:00:00', '2026-07-01T12:30:00', 'Europe/Brussels'],
  );
  assert.deepEqual(
    [days.starts, days.ends, days.status],
    ['2026-03-01', '2026-03-02', 'CANCELLED'],
  );
  assert.equal(
    days.summary,
    'Afgelast: top, met een naam die zo lang is dat hij niet op één regel past',
  );
});

test('the validator refuses what RFC 5545 does not allow', () => {
  const swap = (part, from, to) =>
    part.flatMap((line) =>
      line.includes(from) ? [line.replace(from, to)].filter(Boolean) : [line],
    );
  const cut = Buffer.from('SUMMARY:ééé');
  const right = calendar(DAYS).toString();
  for (const [what, wrong] of Object.entries({
    'bare line feeds': Buffer.from(right.replaceAll('\r\n', '\n')),
    'no end of the last line': Buffer.from(right.trimEnd()),
    'an empty line': calendar(DAYS, ''),
    'a byte order mark': Buffer.from(`\ufeff${right}`),
    'a line of 76 octets': calendar(swap(DAYS, 'STATUS:CANCELLED', `COMMENT:${'a'.repeat(68)}`)),
    'a line of 42 characters in 76 octets': calendar(
      swap(DAYS, 'STATUS:CANCELLED', `COMMENT:${'é'.repeat(34)}`),
    ),
    'a character cut in two': Buffer.concat([
      lines('BEGIN:VCALENDAR'),
      cut.subarray(0, 9),
      Buffer.from('\r\n '),
      cut.subarray(9),
      lines('', 'END:VCALENDAR'),
    ]),
    'a byte that is no UTF-8': Buffer.from(right.replace('één', '\xe9n'), 'latin1'),
    'a line without a colon': calendar(DAYS, 'words'),
    'a control character': calendar(swap(DAYS, 'top', 'to\x07p')),
    'a comma without a backslash': calendar(swap(DAYS, '\\,', ',')),
    'a backslash before another letter': calendar(swap(DAYS, '\\,', '\\x')),
    'no end of the event': calendar(swap(DAYS, 'END:VEVENT', '')),
    'no version': lines('BEGIN:VCALENDAR', 'PRODID:x', 'END:VCALENDAR'),
    'no maker': lines('BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR'),
    'no UID': calendar(swap(DAYS, 'UID:2@example.org', '')),
    'no stamp': calendar(swap(DAYS, 'DTSTAMP:20260102T030405Z', '')),
    'a stamp that is not in UTC': calendar(swap(DAYS, '030405Z', '030405')),
    'no start': calendar(swap(DAYS, 'DTSTART;VALUE=DATE:20260301', '')),
    'no summary': calendar(swap(TIMED, 'SUMMARY:Vergadering', ''), ZONE),
    'an end on the day of the start': calendar(swap(DAYS, '20260303', '20260301')),
    'an end that is a time after a start that is a day': calendar(
      swap(DAYS, 'DTEND;VALUE=DATE:20260303', 'DTEND:20260303T100000Z'),
    ),
    'a status of tasks': calendar(swap(DAYS, 'CANCELLED', 'COMPLETED')),
    'two events of one UID': calendar(DAYS, DAYS),
    'a zone that is missing': calendar(TIMED),
    'a zone that is not used': calendar(ZONE, DAYS),
    'a zone twice': calendar(ZONE, ZONE, TIMED),
    'a zone without a rule': calendar(
      ZONE.filter((_, i) => i < 2 || i === ZONE.length - 1),
      TIMED,
    ),
    'a zone without summer time': calendar(
      ZONE.filter((_, i) => i < 2 || i > 7),
      TIMED,
    ),
    'a time in no zone': calendar(
      swap(DAYS, 'DTSTART;VALUE=DATE:20260301', 'DTSTART:20260301T100000').filter(
        (line) => !line.startsWith('DTEND'),
      ),
    ),
    'a task': calendar('BEGIN:VTODO', 'UID:3', 'DTSTAMP:20260102T030405Z', 'END:VTODO'),
  }))
    assert.notDeepEqual(calendarFaults(wrong), [], `${what} is not refused`);
});

async function read(path) {
  const answer = await ask(path);
  assert.equal(answer.status, 200, path);
  assert.match(answer.headers['content-type'], TYPES.ics, path);
  assert.deepEqual(calendarFaults(answer.body), [], path);
  return eventsOf(answer.body);
}
const hasDay = (item) => item.starts.length === 10;

// Checks that an item of the list as JSON is the same event in a calendar, but for its UID.
function assertSame(event, item) {
  const at = (day, time) => (time ? `${day}T${clock(time)}:00` : day);
  const last = item.ends ?? item.starts;
  assert.equal(event.starts, at(item.starts, item.starts_at), item.url);
  if (!item.starts_at || item.ends_at) assert.equal(event.ends, at(last, item.ends_at), item.url);
  assert.equal(event.zone ?? undefined, item.starts_at && item.zone, item.url);
  assert.ok(event.summary.endsWith(item.title), `${item.url}: ${event.summary}`);
  assert.equal(event.status === 'CANCELLED', item.status === 'cancelled', item.url);
  const prefix = event.summary.slice(0, -item.title.length);
  if (item.status === 'cancelled')
    assert.match(prefix, TEXT, `${item.url} does not say that it is cancelled`);
  if (['planned', 'held'].includes(item.status)) assert.equal(prefix, '', item.url);
  if (item.place)
    assert.ok(event.location?.includes(item.place.name), `${item.url}: ${event.location}`);
}

for (const language of LANGUAGES) {
  const path = LISTS.meetings[language];

  test(`${path}.ics has each meeting whose day is known, as JSON has it`, async (t) => {
    const listed = (await items(`${path}.json`)).filter(hasDay);
    const events = new Map((await read(`${path}.ics`)).map((event) => [event.url, event]));
    assert.deepEqual([...events.keys()].sort(), listed.map((item) => item.url).sort());
    for (const item of listed) assertSame(events.get(item.url), item);
    const timed = listed.filter((item) => item.starts_at).length;
    const cancelled = listed.filter((item) => item.status === 'cancelled').length;
    t.diagnostic(`${timed} with a time, ${cancelled} cancelled`);
  });

  test(`calendar and JSON have the same choice of meetings, in ${language}`, async () => {
    const [first] = (await items(`${path}.json`)).filter(hasDay);
    for (const query of [
      `forum=${first.forum.key}`,
      `type=${first.type}`,
      `year=${first.starts.slice(0, 4)}`,
      `forum=${first.forum.key}&year=${first.starts.slice(0, 4)}`,
      'forum=&type=',
    ]) {
      const listed = (await items(`${path}.json?${query}`)).filter(hasDay);
      assert.ok(listed.length > 0, query);
      assert.deepEqual(
        (await read(`${path}.ics?${query}`)).map((event) => event.url).sort(),
        listed.map((item) => item.url).sort(),
        query,
      );
    }
    assert.deepEqual(await read(`${path}.ics?year=1815`), []);
  });

  test(`a meeting of a known day has a calendar with the same event, in ${language}`, async () => {
    const events = new Map((await read(`${path}.ics`)).map((event) => [event.url, event]));
    await each(await items(`${path}.json`), 4, async (item) => {
      if (hasDay(item)) assert.deepEqual(await read(`${item.url}.ics`), [events.get(item.url)]);
      else assert.equal((await ask(`${item.url}.ics`)).status, 404, item.url);
    });
  });
}

test('a meeting is the same event in the calendars of all languages', async () => {
  const [first, ...others] = await Promise.all(
    LANGUAGES.map(async (language) => {
      const keys = new Map(
        (await items(`${LISTS.meetings[language]}.json`)).map((item) => [item.url, item.key]),
      );
      return (await read(`${LISTS.meetings[language]}.ics`))
        .map(({ uid, url, starts, ends, status }) =>
          [keys.get(url), uid, starts, ends, status].join(' '),
        )
        .sort();
    }),
  );
  assert.ok(first.length > 0);
  for (const other of others) assert.deepEqual(other, first);
});

test('the event of a cancelled meeting says so in the words of each language', async (t) => {
  const prefixes = await Promise.all(
    LANGUAGES.map(async (language) => {
      const cancelled = (await items(`${LISTS.meetings[language]}.json`)).filter(
        (item) => item.status === 'cancelled' && item.language === language,
      );
      const titles = new Map(cancelled.map((item) => [item.url, item.title]));
      const [event] = (await read(`${LISTS.meetings[language]}.ics`)).filter(({ url }) =>
        titles.has(url),
      );
      return event && event.summary.slice(0, -titles.get(event.url).length);
    }),
  );
  if (!prefixes.every(Boolean)) return t.skip('no meeting is cancelled');
  assert.equal(new Set(prefixes).size, LANGUAGES.length, prefixes.join(', '));
});
