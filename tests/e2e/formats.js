// SPDX-License-Identifier: EUPL-1.2
// What the site offers to programs: its addresses, which pages have which formats, and strict
// readers of these formats.
import assert from 'node:assert/strict';
import { SITE, ask, isTopic, mainOf, sitemap, tags, text } from './site.js';

export const LISTS = {
  meetings: {
    nl: '/nl/vergaderingen',
    fr: '/fr/reunions',
    de: '/de/sitzungen',
    en: '/en/meetings',
  },
  conclusions: {
    nl: '/nl/conclusies',
    fr: '/fr/conclusions',
    de: '/de/schlussfolgerungen',
    en: '/en/conclusions',
  },
  presidencies: {
    nl: '/nl/voorzitterschappen',
    fr: '/fr/presidences',
    de: '/de/vorsitze',
    en: '/en/presidencies',
  },
  obstacles: {
    nl: '/nl/belemmeringen',
    fr: '/fr/obstacles',
    de: '/de/hindernisse',
    en: '/en/obstacles',
  },
  practices: {
    nl: '/nl/goede-praktijken',
    fr: '/fr/bonnes-pratiques',
    de: '/de/gute-praxis',
    en: '/en/good-practices',
  },
  events: {
    nl: '/nl/evenementen',
    fr: '/fr/evenements',
    de: '/de/veranstaltungen',
    en: '/en/events',
  },
  places: { nl: '/nl/plaatsen', fr: '/fr/lieux', de: '/de/orte', en: '/en/places' },
  search: { nl: '/nl/zoeken', fr: '/fr/recherche', de: '/de/suche', en: '/en/search' },
  overview: {
    nl: '/nl/benelux-plus',
    fr: '/fr/benelux-plus',
    de: '/de/benelux-plus',
    en: '/en/benelux-plus',
  },
};
export const FEEDS = {
  nl: '/nl/nieuws.atom',
  fr: '/fr/actualites.atom',
  de: '/de/neuigkeiten.atom',
  en: '/en/news.atom',
};

export const MEDIA = {
  json: 'application/json',
  csv: 'text/csv',
  ics: 'text/calendar',
  atom: 'application/atom+xml',
  geojson: 'application/geo+json',
}; // in links
export const TYPES = {
  // in answers
  json: /^application\/json$/,
  csv: /^text\/csv; ?charset=utf-8; ?header=present$/i,
  geojson: /^application\/geo\+json$/,
  ics: /^text\/calendar; ?charset=utf-8$/i,
  atom: /^application\/atom\+xml(; ?charset=utf-8)?$/i,
};

// The formats of each kind of page. A meeting or an event has a calendar only if its day is known.
export const FORMATS = {
  meetings: ['json', 'csv', 'geojson', 'ics', 'atom'],
  meeting: ['json', 'ics'],
  conclusions: ['json', 'csv', 'atom'],
  presidencies: ['json', 'csv', 'ics'],
  obstacles: ['json', 'csv', 'geojson', 'atom'],
  obstacle: ['json'],
  practices: ['json', 'csv', 'geojson', 'atom'],
  practice: ['json'],
  events: ['json', 'csv', 'geojson', 'ics', 'atom'],
  event: ['json', 'ics'],
  places: ['json', 'csv', 'geojson'],
  overview: ['json', 'csv'],
  topic: ['json'],
  partner: ['json'],
  page: ['json'],
};

export function kindOf(page) {
  const list = Object.keys(LISTS).find((kind) => LISTS[kind][page.language] === page.path);
  if (list) return list;
  for (const kind of ['meeting', 'obstacle', 'practice', 'event'])
    if (page.path.startsWith(`${LISTS[`${kind}s`][page.language]}/`)) return kind;
  if (isTopic(page)) return 'topic';
  if (page.path.startsWith(`${LISTS.overview[page.language]}/`)) return 'partner';
  return /^\/..\/info\/[^/]+$/.test(page.path) ? 'page' : 'other';
}

export async function pagesOf(kind, language) {
  const found = (await sitemap()).filter(
    (page) => kindOf(page) === kind && (!language || page.language === language),
  );
  assert.ok(found.length > 0, `the sitemap lists no ${kind}`);
  return found;
}

// The other forms of PAGE that its markup names, but not its translations: [{ type, path }].
export const alternates = (markup, page) =>
  tags(markup, 'link')
    .filter((link) => link.rel === 'alternate' && !link.hreflang)
    .map((link) => {
      const { origin, pathname, search } = new URL(link.href, SITE + page.path);
      return { type: link.type, path: (origin === SITE ? '' : origin) + pathname + search };
    });

// What READ finds on PATH and on the pages after it, each of which names the next one.
async function follow(path, read) {
  const seen = new Set();
  const items = [];
  for (let at = path; at;) {
    assert.ok(!seen.has(at) && seen.size < 100, `${path} has no end`);
    seen.add(at);
    const { found, next } = await read(at);
    items.push(...found);
    at = next;
  }
  return items;
}

const fetched = async (path, format) => {
  const answer = await ask(path);
  assert.equal(answer.status, 200, path);
  assert.match(answer.headers['content-type'], TYPES[format], path);
  return answer;
};

export const json = async (path) => JSON.parse(text(await fetched(path, 'json')));

// All items of a list as JSON, with those of its further pages.
export const items = (path) =>
  follow(path, async (at) => {
    const list = await json(at);
    assert.deepEqual(faultsIn(list, LIST), [], at);
    return { found: list.items, next: list.next };
  });

// All rows of a list as CSV, with those of its further pages.
export const rows = (path) =>
  follow(path, async (at) => {
    const answer = await fetched(at, 'csv');
    return {
      found: table(text(answer)),
      next: /<([^<>]+)>\s*;\s*rel="?next"?/.exec(answer.headers.link ?? '')?.[1],
    };
  });

// All links in the main part of a list as a page, with those of its further pages: paths with
// queries and fragments.
export const links = (path) =>
  follow(path, async (at) => {
    const answer = await ask(at);
    assert.equal(answer.status, 200, at);
    const found = tags(mainOf(text(answer)), 'a').map((link) => ({
      rel: link.rel,
      url: new URL(link.href, new URL(at, SITE)).href,
    }));
    return {
      found: found.filter((link) => link.rel !== 'next').map((link) => link.url),
      next: found.find((link) => link.rel === 'next')?.url,
    };
  });

// RFC 4180: records end in CRLF; a field with a comma, quote or line break stands in quotes; quotes
// in it are doubled; all records have as many fields. Gives one object for each record after the
// header line; throws where the text breaks these rules.
export function table(csv) {
  const field = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r\n)/y;
  const records = [[]];
  for (let at = 0; at < csv.length; at = field.lastIndex) {
    const [, quoted, plain, end] =
      field.exec(csv) ??
      assert.fail(
        `record ${records.length} is broken at ${JSON.stringify(csv.slice(at, at + 30))}`,
      );
    records.at(-1).push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') records.push([]);
  }
  assert.deepEqual(records.pop(), [], 'the last record does not end in CRLF');
  const [header, ...rest] = records;
  assert.ok(
    header?.every(Boolean) && new Set(header).size === header.length,
    `the names of the columns are ${header}`,
  );
  return rest.map((fields, i) => {
    assert.equal(fields.length, header.length, `fields of record ${i + 2}`);
    return Object.fromEntries(header.map((name, column) => [name, fields[column]]));
  });
}

// An item of JSON as a record of CSV: a value in an object has both names, items of a list are
// separated by semicolons, and missing values are left out.
export const flat = (item, prefix = '') =>
  Object.assign(
    {},
    ...Object.entries(item).map(([name, value]) =>
      Array.isArray(value)
        ? Object.fromEntries(columnsOf(value, prefix + name))
        : typeof value === 'object'
          ? flat(value, `${prefix}${name}_`)
          : { [prefix + name]: String(value) },
    ),
  );
const columnsOf = ([...list], name) =>
  typeof list[0] === 'object'
    ? Object.keys(list[0]).map((key) => [`${name}_${key}`, list.map((one) => one[key]).join('; ')])
    : list.length
      ? [[name, list.join('; ')]]
      : [];

// Where VALUE breaks SHAPE: a RegExp for a text, a function that says yes, [shape] for a list,
// or an object of shapes, in which "name?" may be missing. A value may have no members that the
// object does not name.
export function faultsIn(value, shape, where = '') {
  if (shape instanceof RegExp)
    return typeof value === 'string' && shape.test(value)
      ? []
      : [`${where} is ${JSON.stringify(value)}`];
  if (typeof shape === 'function')
    return shape(value) ? [] : [`${where} is ${JSON.stringify(value)}`];
  if (Array.isArray(shape))
    return Array.isArray(value)
      ? value.flatMap((item, i) => faultsIn(item, shape[0], `${where}[${i}]`))
      : [`${where} is no list`];
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [`${where} is no object`];
  const names = new Map(Object.keys(shape).map((name) => [name.replace('?', ''), name]));
  return [
    ...Object.keys(value)
      .filter((name) => !names.has(name))
      .map((name) => `${where}.${name} is not known`),
    ...[...names].flatMap(([name, key]) =>
      name in value
        ? faultsIn(value[name], shape[key], `${where}.${name}`)
        : key.endsWith('?')
          ? []
          : [`${where}.${name} is missing`],
    ),
  ];
}

export const TEXT = /\S/;
export const KEY = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;
// A time at the venue, with or without its day and distance from UTC.
export const TIME = /^(\d{4}-\d{2}-\d{2}T)?\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2})?$/;
export const TAG = /^[a-z]{2,3}(-[A-Za-z0-9]+)*$/;
export const HERE = (value) =>
  typeof value === 'string' && value.startsWith(`${SITE}/`) && !/\s/.test(value);
export const ANYWHERE = /^https?:\/\/[^\s/]+(\/\S*)?$/;
export const COUNT = (value) => Number.isSafeInteger(value) && value > 0;
export const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
export const PARTY = /^([A-Z]{2}|[a-z0-9]+(-[a-z0-9]+)*)$/;
export const ONE = (value) => value === 1; // the version of the shape
const DEGREES = Number.isFinite;
// What records have of each thing that they refer to.
export const AREA = {
  key: PARTY,
  kind: /^(border|country|region|organisation)$/,
  name: TEXT,
  'iso_3166?': /^[A-Z]{2}(-[A-Z0-9]{1,3})?$/,
  'nuts?': /^[A-Z]{2}[A-Z0-9]{0,3}$/,
  'authority?': ANYWHERE,
};
export const PLACE = { key: KEY, name: TEXT, country: AREA, latitude: DEGREES, longitude: DEGREES };
export const NAMED = {
  key: KEY,
  kind: /^(topic|partner|meeting|obstacle|practice|event|page)$/,
  title: TEXT,
  url: HERE,
};
// And what lists have of it: less.
export const NAMED_AREA = { key: PARTY, name: TEXT };
export const NAMED_PLACE = { ...PLACE, country: NAMED_AREA };
// The members of every record.
export const RECORD = {
  version: ONE,
  url: HERE,
  kind: NAMED.kind,
  key: KEY,
  language: /^(nl|fr|de|en)$/,
  original: /^(nl|fr|de|en)$/,
  license: ANYWHERE,
  title: TEXT,
  summary: TEXT,
  'body?': TEXT,
  published: /^\d{4}-\d{2}-\d{2}$/,
  changed: MOMENT,
  documents: [
    { url: ANYWHERE, title: TEXT, language: TAG, 'sha256?': /^[0-9a-f]{64}$/, 'size?': COUNT },
  ],
  pictures: [
    {
      number: COUNT,
      lead: (value) => typeof value === 'boolean',
      'alternative?': TEXT,
      'language?': TAG,
      credit: TEXT,
      license_name: TEXT,
      'license?': ANYWHERE,
      files: [{ url: HERE, type: /^image\/(jpeg|webp)$/, width: COUNT, height: COUNT }],
    },
  ],
  untranslated: [TEXT],
  sources: [{ url: ANYWHERE, title: TEXT, publisher: TEXT, language: TAG }],
  named_by: [NAMED],
  translations: { 'nl?': HERE, 'fr?': HERE, 'de?': HERE, 'en?': HERE },
};
export const LIST = {
  version: ONE,
  license: ANYWHERE,
  url: HERE,
  language: /^(nl|fr|de|en)$/,
  'limit?': COUNT,
  'truncated?': (value) => value === true,
  items: Array.isArray,
  'next?': HERE,
};

// The time at the venue, as 10:00, in a text that matches TIME.
export const clock = (time) => /(?:^|T)(\d{2}:\d{2})/.exec(time)?.[1];
