// SPDX-License-Identifier: EUPL-1.2
// The programs with which people read feeds, calendars, tables and interfaces: each reads what the
// site offers, and finds as much in it as there is.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import nodeIcal from 'node-ical';
import { OpenAPIClientAxios } from 'openapi-client-axios';
import { FEEDS, FORMATS, LISTS, items, kindOf, rows } from './formats.js';
import { LANGUAGES, SITE, ask, each, oneLine, sitemap, text } from './site.js';

const folder = mkdtempSync(join(tmpdir(), 'benelux-clients.'));
after(() => rmSync(folder, { recursive: true }));
const run = promisify(execFile);
const start = (program, ...options) =>
  run(program, options, {
    cwd: folder,
    env: { ...process.env, HOME: folder, LC_ALL: 'C.UTF-8' },
    maxBuffer: 1 << 26,
  });
const write = (name, lines) => {
  writeFileSync(join(folder, name), lines.join('\n'));
  return join(folder, name);
};
const python = async (program, ...options) =>
  JSON.parse((await start('/usr/bin/python3', '-c', program, ...options)).stdout);

const listsAs = (format) =>
  Object.entries(LISTS)
    .filter(([kind]) => FORMATS[kind]?.includes(format))
    .flatMap(([kind, paths]) =>
      LANGUAGES.map((language) => ({ kind, language, path: `${paths[language]}.${format}` })),
    );
const CALENDARS = listsAs('ics');
const entriesOf = (feed) =>
  [...feed.matchAll(/<entry>.*?<id>(.*?)<\/id>.*?<\/entry>/gs)].map(([, id]) => id);
const uidsOf = (calendar) =>
  [...calendar.replaceAll('\r\n ', '').matchAll(/^UID:(.*?)\r$/gm)].map(([, uid]) => uid).sort();
// The table in a flat OpenDocument file: an object for each record, as rows() reads a CSV.
function sheetOf(file) {
  const cells = (row) =>
    [...row.matchAll(/<table:table-cell\b([^>]*?)(?:\/>|>(.*?)<\/table:table-cell>)/gs)].flatMap(
      ([, attributes, content = '']) =>
        Array(Number(/number-columns-repeated="(\d+)"/.exec(attributes)?.[1] ?? 1)).fill(
          [...content.matchAll(/<text:p>(.*?)<\/text:p>/gs)].map(([, line]) => line).join('\n'),
        ),
    );
  const [head, ...others] = [
    ...file.matchAll(/<table:table-row\b[^>]*>(.*?)<\/table:table-row>/gs),
  ].map(([, row]) => cells(row));
  return {
    formulas: file.includes('table:formula'),
    rows: others.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? '']))),
  };
}
const fetchText = async (path) => text(await ask(path));

// Newsboat keeps one entry for an id, whichever feed has it, and what is new in a list is also in
// the news: so lists and news get a database each.
for (const [name, feeds] of [
  ['lists', listsAs('atom').map(({ path }) => path)],
  ['news', Object.values(FEEDS)],
]) {
  test(`Newsboat reads each entry of the feeds of ${name}, with title and address`, async () => {
    write(name, [...feeds.map((path) => SITE + path), '']);
    write('config', ['max-items 0', '']);
    await start('newsboat', '-q', '-u', name, '-c', `${name}.db`, '-C', 'config', '-x', 'reload');
    const kept = await python(
      `
import json, sqlite3, sys
entries = sqlite3.connect(sys.argv[1]).execute("select feedurl, guid, title, url from rss_item")
print(json.dumps(entries.fetchall()))`,
      join(folder, `${name}.db`),
    );
    for (const path of feeds) {
      const found = kept.filter(([feed]) => feed === SITE + path);
      assert.deepEqual(
        found.map(([, guid]) => guid).sort(),
        entriesOf(await fetchText(path)).sort(),
        path,
      );
      for (const [, , title, url] of found)
        assert.ok(/\S/.test(title) && url.startsWith(`${SITE}/`), `${path}: ${title}, ${url}`);
    }
  });
}

test('node-ical, used by home automation and web pages, reads each calendar', async () => {
  for (const { path } of CALENDARS) {
    const whole = await fetchText(path);
    const events = Object.values(nodeIcal.sync.parseICS(whole)).filter(
      ({ type }) => type === 'VEVENT',
    );
    assert.deepEqual(events.map(({ uid }) => uid).sort(), uidsOf(whole), path);
    for (const event of events) {
      for (const name of ['summary', 'url'])
        assert.equal(typeof event[name], 'string', `${path}: ${name} of ${event.uid}`);
      assert.ok(
        event.start instanceof Date && !Number.isNaN(event.start.getTime()),
        `${path}: ${event.uid}`,
      );
    }
  }
});

test('the icalendar package of Python reads each calendar, and writes the same again', async () => {
  const paths = await Promise.all(
    CALENDARS.map(async ({ path }, i) => write(`${i}.ics`, [await fetchText(path)])),
  );
  const read = await python(
    `
import json, sys
from icalendar import Calendar
def uids(calendar):
    return sorted(
        str(event["UID"])
        for event in calendar.walk("VEVENT")
        if event.decoded("DTSTART") and str(event["SUMMARY"])
    )
found = []
for path in sys.argv[1:]:
    calendar = Calendar.from_ical(open(path, "rb").read())
    errors = [error for part in calendar.walk() for error in getattr(part, "errors", [])]
    found.append([uids(calendar), uids(Calendar.from_ical(calendar.to_ical())), errors])
print(json.dumps(found))`,
    ...paths,
  );
  for (const [i, { path }] of CALENDARS.entries()) {
    const uids = uidsOf(await fetchText(path));
    assert.deepEqual(read[i], [uids, uids, []], path);
  }
});

// vdirsyncer identifies an event by its content, and gives it a UID of its own.
test('vdirsyncer fetches the meetings, the second time nothing, and khal shows them', async () => {
  const path = `${LISTS.meetings.fr}.ics`;
  const settings = write('vdirsyncer.conf', [
    '[general]',
    `status_path = "${folder}/status/"`,
    '[pair meetings]',
    'a = "site"',
    'b = "here"',
    'collections = null',
    '[storage site]',
    'type = "http"',
    `url = "${SITE}${path}"`,
    '[storage here]',
    'type = "filesystem"',
    `path = "${folder}/meetings/"`,
    'fileext = ".ics"',
    '',
  ]);
  mkdirSync(join(folder, 'meetings'));
  await start('vdirsyncer', '-c', settings, 'discover');
  await start('vdirsyncer', '-c', settings, 'sync');
  const { stdout, stderr } = await start('vdirsyncer', '-c', settings, 'sync');
  assert.doesNotMatch(stdout + stderr, /Copying|Deleting|rror/);
  const calendar = await fetchText(path);
  assert.equal(readdirSync(join(folder, 'meetings')).length, uidsOf(calendar).length);
  const khal = write('khal.conf', [
    '[calendars]',
    '[[meetings]]',
    `path = ${folder}/meetings/`,
    'readonly = True',
    '[sqlite]',
    `path = ${folder}/khal.db`,
    '[locale]',
    'local_timezone = Europe/Brussels',
    'default_timezone = Europe/Brussels',
    'dateformat = %Y-%m-%d',
    'longdateformat = %Y-%m-%d',
    'timeformat = %H:%M',
    'datetimeformat = %Y-%m-%d %H:%M',
    'longdatetimeformat = %Y-%m-%d %H:%M',
    '',
  ]);
  const events = Object.values(nodeIcal.sync.parseICS(calendar)).filter(
    ({ type }) => type === 'VEVENT',
  );
  const days = events.map(({ start: moment }) => Math.floor(moment.getTime() / 86400000)),
    [first, last] = [Math.min(...days), Math.max(...days)];
  const from = new Date((first - 1) * 86400000).toISOString().slice(0, 10);
  const shown = (
    await start(
      'khal',
      '-c',
      khal,
      'list',
      '--once',
      '-df',
      '',
      '-f',
      '{title}',
      from,
      `${last - first + 3}d`,
    )
  ).stdout
    .trim()
    .split('\n');
  assert.deepEqual(shown.map(oneLine).sort(), events.map(({ summary }) => oneLine(summary)).sort());
});

test('the CSV for Excel has semicolons, a mark of UTF-8, and the same cells', async () => {
  const lists = listsAs('csv');
  const files = await Promise.all(
    lists.map(async ({ kind, language }, i) => {
      writeFileSync(
        join(folder, `${i}.csv`),
        (await ask(`${LISTS[kind][language]}.excel.csv`)).body,
      );
      return join(folder, `${i}.csv`);
    }),
  );
  const read = await python(
    `
import csv, json, sys
def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";", strict=True))
print(json.dumps([table(path) for path in sys.argv[1:]]))`,
    ...files,
  );
  for (const [i, { kind, language }] of lists.entries())
    assert.deepEqual(read[i], await rows(`${LISTS[kind][language]}.csv`), `${kind}, ${language}`);
});

// Semicolon, quotation mark, UTF-8, and all columns as texts: a key that looks like a number must
// not become one.
const COLUMNS = Array.from({ length: 60 }, (_, i) => `${i + 1}/2`).join('/');
const AS_A_SPREADSHEET = `CSV:59,34,76,1,${COLUMNS}`;
test('LibreOffice opens the CSV for Excel as the same table, without a formula', async () => {
  const lists = listsAs('csv').map(({ kind, language }) => `${LISTS[kind][language]}`);
  const names = lists.map((_, i) => `sheet-${i}`);
  for (const [i, list] of lists.entries())
    writeFileSync(join(folder, `${names[i]}.csv`), (await ask(`${list}.excel.csv`)).body);
  await start(
    'soffice',
    ...['--headless', `--infilter=${AS_A_SPREADSHEET}`, '--convert-to', 'fods'],
    ...names.map((name) => `${name}.csv`),
  );
  for (const [i, list] of lists.entries()) {
    const sheet = sheetOf(readFileSync(join(folder, `${names[i]}.fods`), 'utf8'));
    assert.ok(!sheet.formulas, list);
    assert.deepEqual(sheet.rows, await rows(`${list}.csv`), list);
  }
});

test('a client made from the OpenAPI document gets an answer from each operation', async () => {
  const client = await new OpenAPIClientAxios({ definition: `${SITE}/openapi.json` }).init();
  const operations = client.api.getOperations();
  assert.ok(operations.length > 80, `${operations.length} operations`);
  const slugs = new Map(
    (await sitemap())
      .filter((page) => kindOf(page) !== 'other')
      .map((page) => [page.path.replace(/[^/]+$/, '{slug}'), page.path.split('/').at(-1)]),
  );
  await each(operations, 4, async ({ operationId, path, parameters }) => {
    const wanted = path.includes('{slug}') ? { slug: slugs.get(path.replace(/\.\w+$/, '')) } : {};
    if (parameters.some(({ name }) => name === 'limit')) wanted.limit = 2;
    const { status, data, headers } = await client[operationId](wanted, null, {
      responseType: /json$/.test(path) ? 'json' : 'text',
      validateStatus: (code) => code === 200 || (code === 404 && path.endsWith('{slug}.ics')),
    });
    if (status === 404) return; // its day is not known
    assert.ok(data, operationId);
    if (/json/.test(headers['content-type']))
      assert.equal(
        typeof (typeof data === 'string' ? JSON.parse(data) : data),
        'object',
        operationId,
      );
  });
  const { data } = await client.meetings_en_json({ forum: 'penta', limit: 3 });
  assert.deepEqual(
    data.items.map(({ forum }) => forum.key),
    ['penta', 'penta', 'penta'],
  );
  assert.deepEqual(
    data.items.map(({ title }) => oneLine(title)),
    (await items(`${LISTS.meetings.en}.json?forum=penta`))
      .slice(0, 3)
      .map(({ title }) => oneLine(title)),
  );
  await assert.rejects(
    client.meetings_en_json({ limit: 'many' }),
    ({ response }) => response.status === 400 && response.data.status === 400,
  );
});
