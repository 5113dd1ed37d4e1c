// SPDX-License-Identifier: EUPL-1.2
// The calendars of the program as plain CGI, with the database of tests/fixtures.sql, read by
// another project's parser: times, zones, states.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import ICAL from '../../e2e/node_modules/ical.js/dist/ical.js';
import { calendarFaults, eventsOf } from '../../e2e/calendars.js';

function get(path, query = '') {
  const answer = execFileSync(process.env.TEST_PROGRAM, {
    env: {
      ...process.env,
      GATEWAY_INTERFACE: 'CGI/1.1',
      REQUEST_METHOD: 'GET',
      PATH_INFO: path,
      QUERY_STRING: query,
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const end = answer.indexOf('\r\n\r\n');
  assert.match(answer.subarray(0, end).toString(), /^Status: 200/m);
  return answer.subarray(end + 4);
}

// The instant of the start or the end of an event, by the calendar's own zone.
function instantOf(bytes, uid, name) {
  const calendar = new ICAL.Component(ICAL.parse(bytes.toString()));
  const event = calendar
    .getAllSubcomponents('vevent')
    .find((one) => one.getFirstPropertyValue('uid') === uid);
  const property = event.getFirstProperty(name);
  const zone = calendar
    .getAllSubcomponents('vtimezone')
    .find((one) => one.getFirstPropertyValue('tzid') === property.getParameter('tzid'));
  const time = property.getFirstValue().clone();
  time.zone = new ICAL.Timezone({ component: zone, tzid: property.getParameter('tzid') });
  return new Date(time.toUnixTime() * 1000).toISOString();
}

const all = get('/nl/vergaderingen.ics');
const event = (key, bytes = all) =>
  eventsOf(bytes).find((one) => one.uid === `${key}@benelux-plus`);

test('the calendar of all meetings is right to the letter', () =>
  assert.deepEqual(calendarFaults(all), []));

test('a meeting in the night when the clocks go back starts and ends at the right time', () => {
  assert.equal(instantOf(all, 'meeting-night@benelux-plus', 'dtstart'), '2025-10-25T20:00:00.000Z');
  assert.equal(instantOf(all, 'meeting-night@benelux-plus', 'dtend'), '2025-10-26T03:00:00.000Z');
});

test('a meeting far ahead starts at the right instant', () => {
  assert.equal(instantOf(all, 'meeting-moved@benelux-plus', 'dtstart'), '2099-05-01T08:00:00.000Z');
});

test('a meeting of whole days ends with its last day', () => {
  const { starts, ends } = event('meeting-held');
  assert.deepEqual([starts, ends], ['2021-11-30', '2021-12-01']);
});

test('a cancelled meeting has that state, and says so before its name', () => {
  assert.equal(event('meeting-night').status, 'CANCELLED');
  assert.equal(event('meeting-night').summary, 'Geannuleerd – Nachtvergadering');
  assert.equal(
    event('meeting-night', get('/fr/reunions.ics')).summary,
    'Annulée – Nachtvergadering',
  );
});

test('cancelling a published meeting raises its sequence', () => {
  assert.equal(event('meeting-night').sequence, 1);
  assert.equal(event('meeting-held').sequence, 0);
});

test('texts have no LANGUAGE, with which node-ical would show them as objects', () => {
  assert.doesNotMatch(all.toString().replace(/\r\n /g, ''), /^[A-Z-]+;[^:]*LANGUAGE=/m);
});

test('a changed meeting tells the reason, then its subject, then its page', () => {
  const [reason, summary, url, ...rest] = event('meeting-moved').description.split('\n\n');
  assert.deepEqual([reason, summary, rest], ['Er was een staking.', 'Wat komt.', []]);
  assert.equal(url, event('meeting-moved').url);
  assert.equal(
    event('meeting-held').description.split('\n\n').length,
    2,
    'a reason where there is none',
  );
});

test('in the feed of news the title of a changed meeting begins with the change', () => {
  const titles = (path) =>
    [
      ...get(path)
        .toString()
        .matchAll(/<entry>\s*<title>(.*?)<\/title>/gs),
    ].map(([, title]) => title);
  const [dutch, french] = [titles('/nl/nieuws.atom'), titles('/fr/actualites.atom')];
  for (const beginning of [
    'Verplaatst – Verplaatste vergadering – ',
    'Geannuleerd – Nachtvergadering – ',
  ])
    assert.ok(
      dutch.some((title) => title.startsWith(beginning)),
      beginning,
    );
  assert.equal(dutch.filter((title) => /^(Gehouden|Gepland) – /.test(title)).length, 0);
  assert.ok(french.every((title) => !/^(Verplaatst|Geannuleerd)/.test(title)));
});

test('a meeting whose day is not known is in no calendar', () =>
  assert.equal(event('meeting-cancelled'), undefined));

test('the calendar of a forum has its meetings and no others', () => {
  assert.deepEqual(
    eventsOf(get('/nl/vergaderingen.ics', 'forum=forum'))
      .map((one) => one.uid)
      .sort(),
    ['meeting-held@benelux-plus', 'meeting-moved@benelux-plus'],
  );
});
