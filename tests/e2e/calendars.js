// SPDX-License-Identifier: EUPL-1.2
// Calendars (RFC 5545): the faults of one, to the letter, and its events.
import ICAL from 'ical.js';

const LINE_MAX = 75; // octets, without the line break
const NAME = '[A-Za-z0-9-]+';
const VALUE = '(?:"[^"\\x00-\\x08\\x0a-\\x1f\\x7f]*"|[^";:,\\x00-\\x08\\x0a-\\x1f\\x7f]*)';
const CONTENT_LINE = new RegExp(
  `^${NAME}(?:;${NAME}=${VALUE}(?:,${VALUE})*)*:[^\\x00-\\x08\\x0a-\\x1f\\x7f]*$`,
);
const TEXTS = /^(?:SUMMARY|DESCRIPTION|LOCATION|COMMENT|UID|PRODID|X-WR-CALNAME)[;:]/;

const unfold = (text) =>
  text
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .slice(0, -1);
const isUtf8 = (bytes) => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

function lineFaults(bytes) {
  const faults = [];
  const raw = bytes.toString('latin1');
  if (!raw.endsWith('\r\n')) faults.push('the last line does not end');
  if (/\r(?!\n)|(?<!\r)\n/.test(raw)) faults.push('a line does not end in CRLF');
  for (const line of raw.replace(/\r\n$/, '').split('\r\n')) {
    if (line.length > LINE_MAX) faults.push(`${line.length} octets: ${line}`);
    if (!line.trim()) faults.push('an empty line');
    if (!isUtf8(Buffer.from(line, 'latin1')))
      faults.push(`no UTF-8, or a character cut in two: ${line}`);
  }
  for (const line of unfold(bytes.toString())) {
    if (!CONTENT_LINE.test(line)) faults.push(`no content line: ${line}`);
    else if (
      TEXTS.test(line) &&
      !/^(?:[^\\;,]|\\[\\;,nN])*$/.test(line.replace(/^(?:"[^"]*"|[^":])*:/, ''))
    )
      faults.push(`not escaped: ${line}`);
  }
  return faults;
}

const count = (component, name) => component.getAllProperties(name).length;

function zoneFaults(zone) {
  const rules = [...zone.getAllSubcomponents('standard'), ...zone.getAllSubcomponents('daylight')];
  const fields = ['dtstart', 'tzoffsetfrom', 'tzoffsetto'];
  return [
    ...(rules.length ? [] : ['a zone without a rule']),
    ...rules.flatMap((rule) =>
      fields
        .filter((name) => count(rule, name) !== 1)
        .map((name) => `a rule of a zone with ${count(rule, name)} ${name}`),
    ),
  ];
}

// TIME as clocks of the place show it, by the calendar's own zone.
function onTheClock(time, tzid, zone) {
  const local = time.clone();
  local.zone = new ICAL.Timezone({ component: zone, tzid });
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: tzid,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(local.toUnixTime() * 1000);
  return parts.replace(' ', 'T');
}

function eventFaults(event, zones) {
  const faults = [];
  for (const name of ['uid', 'dtstamp', 'dtstart', 'summary'])
    if (count(event, name) !== 1) faults.push(`${count(event, name)} ${name}`);
  for (const name of ['dtend', 'status', 'url', 'location', 'description', 'sequence'])
    if (count(event, name) > 1) faults.push(`${count(event, name)} ${name}`);
  if (faults.length) return faults;
  const [stamp, start, end] = ['dtstamp', 'dtstart', 'dtend'].map((name) =>
    event.getFirstPropertyValue(name),
  );
  if (stamp.isDate || stamp.zone !== ICAL.Timezone.utcTimezone)
    faults.push(`DTSTAMP ${stamp} is not in UTC`);
  if (count(event, 'duration')) faults.push('a duration, beside what calendars ask of the end');
  if (end && (end.isDate !== start.isDate || end.compare(start) <= 0))
    faults.push(`from ${start} to ${end}`);
  const status = event.getFirstPropertyValue('status');
  if (status && !['TENTATIVE', 'CONFIRMED', 'CANCELLED'].includes(status))
    faults.push(`status ${status}`);
  for (const name of ['dtstart', 'dtend']) {
    const [time, tzid] = [
      event.getFirstPropertyValue(name),
      event.getFirstProperty(name)?.getFirstParameter('tzid'),
    ];
    if (!time) continue;
    if (time.isDate && tzid) faults.push(`${name} is a day in a zone`);
    if (!time.isDate && !tzid && time.zone !== ICAL.Timezone.utcTimezone)
      faults.push(`${name} ${time} is in no zone`);
    const there =
      tzid && zones.has(tzid) ? onTheClock(time, tzid, zones.get(tzid)) : time.toString();
    if (there !== time.toString()) faults.push(`${name} ${time} would be at ${there} in ${tzid}`);
  }
  return faults.map((fault) => `${event.getFirstPropertyValue('uid')}: ${fault}`);
}

// The faults of the calendar BYTES, in words.
export function calendarFaults(bytes) {
  const faults = lineFaults(bytes);
  if (faults.length) return faults;
  let calendar;
  try {
    calendar = new ICAL.Component(ICAL.parse(bytes.toString()));
  } catch (error) {
    return [`no calendar: ${error.message}`];
  }
  if (calendar.name !== 'vcalendar') return [`it is a ${calendar.name}, not a VCALENDAR`];
  for (const name of ['prodid', 'version'])
    if (count(calendar, name) !== 1) faults.push(`${count(calendar, name)} ${name}`);
  if (calendar.getFirstPropertyValue('version') !== '2.0') faults.push('not version 2.0');

  const [events, zones] = [
    calendar.getAllSubcomponents('vevent'),
    calendar.getAllSubcomponents('vtimezone'),
  ];
  const others = calendar
    .getAllSubcomponents()
    .filter((part) => !['vevent', 'vtimezone'].includes(part.name));
  const names = zones.map((zone) => zone.getFirstPropertyValue('tzid'));
  const used = new Set(
    events
      .flatMap((event) => event.getAllProperties())
      .map((property) => property.getFirstParameter('tzid'))
      .filter(Boolean),
  );
  const uids = events.map((event) => event.getFirstPropertyValue('uid'));
  return [
    ...faults,
    ...others.map((part) => `a ${part.name}`),
    ...uids.filter((uid, i) => uids.indexOf(uid) !== i).map((uid) => `two events are ${uid}`),
    ...names
      .filter((name, i) => !used.has(name) || names.indexOf(name) !== i)
      .map((name) => `the zone ${name} is not used, or there twice`),
    ...[...used]
      .filter((name) => !names.includes(name))
      .map((name) => `the zone ${name} is missing`),
    ...zones.flatMap(zoneFaults),
    ...events.flatMap((event) =>
      eventFaults(event, new Map(zones.map((zone, i) => [names[i], zone]))),
    ),
  ];
}

// The events of a calendar. Days are as 2026-01-26, times as 2026-01-26T10:00:00 in their zone; the
// last day is included.
export function eventsOf(bytes) {
  return new ICAL.Component(ICAL.parse(bytes.toString()))
    .getAllSubcomponents('vevent')
    .map((event) => {
      const value = (name) => event.getFirstPropertyValue(name);
      const last = (value('dtend') ?? value('dtstart')).clone();
      if (last.isDate && value('dtend')) last.adjust(-1, 0, 0, 0);
      return {
        uid: value('uid'),
        sequence: value('sequence'),
        summary: value('summary'),
        url: value('url'),
        status: value('status'),
        location: value('location'),
        description: value('description'),
        starts: value('dtstart').toString(),
        ends: last.toString(),
        zone: event.getFirstProperty('dtstart').getFirstParameter('tzid'),
      };
    });
}
