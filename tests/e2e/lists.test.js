// SPDX-License-Identifier: EUPL-1.2
// The meetings, their conclusions and the presidencies: JSON, CSV and pages have to say the same.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check as checkGeojson } from '@placemarkio/check-geojson';
import {
  AREA,
  COUNT,
  DATE,
  HERE,
  KEY,
  LISTS,
  MOMENT,
  NAMED,
  NAMED_AREA,
  NAMED_PLACE,
  PLACE,
  RECORD as ANY_RECORD,
  TEXT,
  TIME,
  TYPES,
  faultsIn,
  flat,
  items,
  json,
  links,
  pagesOf,
  rows,
} from './formats.js';
import {
  LANGUAGES,
  SITE,
  ask,
  decode,
  each,
  mainOf,
  oneLine,
  sitemap,
  tags,
  text,
  words,
} from './site.js';

const LANGUAGE = /^(nl|fr|de|en)$/;
const TYPE = /^(ministerial|summit|working-group|event)$/;
const STATUS = /^(planned|held|postponed|moved|cancelled)$/;
const MODE = /^(in-person|online|hybrid)$/;
const STATE = /^(open|taken-up|closed)$/;
const WHEN = {
  starts: DATE,
  'ends?': DATE,
  'starts_at?': TIME,
  'ends_at?': TIME,
  'zone?': /^[A-Z][A-Za-z_]+(\/[\w+-]+)+$|^UTC$/,
};
const TAKEN_UP = { 'state?': STATE, 'taken_up_by?': { key: KEY, title: TEXT, url: HERE } };
const FORUM = { key: KEY };

const MEETING = {
  url: HERE,
  key: KEY,
  forum: FORUM,
  type: TYPE,
  'number?': COUNT,
  status: STATUS,
  mode: MODE,
  ...WHEN,
  'place?': NAMED_PLACE,
  title: TEXT,
  summary: TEXT,
  language: LANGUAGE,
  changed: MOMENT,
};
const RECORD = {
  ...MEETING,
  ...ANY_RECORD,
  forum: NAMED,
  'place?': PLACE,
  'earlier?': DATE,
  'reason?': TEXT,
  presidency: [AREA],
  participants: [{ party: AREA, 'person?': TEXT }],
  agenda: [{ key: KEY, text: TEXT }],
  conclusions: [{ number: COUNT, url: HERE, text: TEXT, ...TAKEN_UP, 'taken_up_by?': NAMED }],
};
const CONCLUSION = {
  url: HERE,
  key: /^[a-z0-9-]+#c\d+$/,
  number: COUNT,
  text: TEXT,
  ...TAKEN_UP,
  meeting: { key: KEY, title: TEXT, url: HERE, starts: DATE },
  forum: FORUM,
  language: LANGUAGE,
  changed: MOMENT,
};
const PRESIDENCY = {
  key: /^[a-z0-9-]+\/\d{4}(-\d\d){0,2}$/,
  forum: FORUM,
  holders: [NAMED_AREA],
  starts: DATE,
  'ends?': DATE,
  'number?': COUNT,
  current: (value) => typeof value === 'boolean',
};

const WHERE = [
  'place_key',
  'place_name',
  'place_country_key',
  'place_country_name',
  'place_latitude',
  'place_longitude',
];
const COLUMNS = {
  meetings: [
    ...Object.keys(MEETING)
      .map((name) => name.replace('?', ''))
      .filter((name) => name !== 'forum' && name !== 'place'),
    'forum_key',
    ...WHERE,
  ],
  conclusions: [
    'url',
    'key',
    'number',
    'text',
    'state',
    'meeting_key',
    'meeting_title',
    'meeting_url',
    'meeting_starts',
    'forum_key',
    'language',
    'taken_up_by_key',
    'taken_up_by_title',
    'taken_up_by_url',
    'changed',
  ],
  presidencies: [
    'key',
    'forum_key',
    'holders_key',
    'holders_name',
    'starts',
    'ends',
    'number',
    'current',
  ],
};

const wellFormed = (list, shape) => {
  assert.ok(list.length > 0, 'the list is empty');
  assert.deepEqual(
    list.flatMap((item, i) => faultsIn(item, shape, `items[${i}]`)),
    [],
  );
};
const sorted = (list) => [...list].sort();
// The value of a member: of a reference its key.
const valueOf = (item, name) => item[name]?.key ?? item[name];
const values = (list, name) => [
  ...new Set(list.map((item) => valueOf(item, name)).filter(Boolean)),
];
// The members of WHOLE that PART has, too.
const partOf = (whole, part) =>
  typeof part !== 'object'
    ? whole
    : Object.fromEntries(Object.keys(part).map((name) => [name, partOf(whole[name], part[name])]));
// Whether ONE is not before OTHER, as precisely as the vaguer of the two dates.
const notBefore = (one, other) => one.slice(0, other.length) >= other.slice(0, one.length);

for (const language of LANGUAGES) {
  for (const [kind, shape] of [
    ['meetings', MEETING],
    ['conclusions', CONCLUSION],
    ['presidencies', PRESIDENCY],
  ]) {
    const path = LISTS[kind][language];

    test(`${path}.json is a list in its language, of the documented form`, async () => {
      const first = await json(`${path}.json`);
      assert.equal(first.language, language);
      assert.ok(first.items.length <= 500);
      wellFormed(await items(`${path}.json`), shape);
    });

    test(`${path}.csv has the same records as ${path}.json, under the same names`, async () => {
      const [listed, table] = [await items(`${path}.json`), await rows(`${path}.csv`)];
      assert.ok(table.length > 0);
      assert.deepEqual(
        COLUMNS[kind].filter((name) => !(name in table[0])),
        [],
        'columns that are missing',
      );
      assert.deepEqual(
        table.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')),
        ),
        listed.map((item) => flat(item)),
      );
    });
  }

  for (const kind of ['meetings', 'conclusions', 'obstacles', 'practices', 'events']) {
    test(`${LISTS[kind][language]} as data is the same in parts of any size`, async () => {
      const path = LISTS[kind][language];
      const all = await items(`${path}.json`);
      for (const size of [1, 2, 7].filter((number) => all.length / number < 90)) {
        const first = await json(`${path}.json?limit=${size}`);
        assert.deepEqual([first.limit, first.items.length], [size, Math.min(size, all.length)]);
        assert.deepEqual(await items(`${path}.json?limit=${size}`), all, `limit=${size}`);
        assert.deepEqual(
          (await rows(`${path}.csv?limit=${size}`)).map((row) => row.url),
          all.map((item) => item.url),
          `limit=${size}`,
        );
        const { headers } = await ask(`${path}.json?limit=${size}`);
        assert.equal(/<([^<>]+)>; rel="next"/.exec(headers.link)?.[1], first.next);
      }
      assert.equal((await json(`${path}.json`)).limit, 500, 'the usual limit');
      assert.equal((await json(`${path}.json?limit=500`)).next, undefined);
      for (const wrong of ['0', '501', '-1', '1.5', 'all', '00000', '1e2', '%31%00'])
        assert.equal((await ask(`${path}.json?limit=${wrong}`)).status, 400, wrong);
      assert.equal(
        text(await ask(`${path}?limit=1`)),
        text(await ask(path)),
        'pages have no limit of the request',
      );
    });
  }

  for (const kind of [
    'meetings',
    'conclusions',
    'presidencies',
    'obstacles',
    'practices',
    'events',
    'overview',
  ]) {
    test(`${LISTS[kind][language]} leads to the same CSV for Excel`, async () => {
      const path = `${LISTS[kind][language]}.excel.csv`;
      const answer = await ask(path);
      assert.match(answer.headers['content-type'], TYPES.csv);
      assert.deepEqual([...answer.body.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
      const fields = (csv, separator) =>
        [
          ...csv.matchAll(
            new RegExp(`"((?:[^"]|"")*)"|[^"${separator}\\r\\n]+|${separator}|\\r\\n`, 'g'),
          ),
        ].map(([all, quoted]) => (all === separator ? 'next' : (quoted ?? all)));
      assert.deepEqual(
        fields(answer.body.subarray(3).toString(), ';'),
        fields(text(await ask(`${LISTS[kind][language]}.csv`)), ','),
      );
      assert.ok(
        tags(text(await ask(LISTS[kind][language])), 'a').some((link) => link.href === path),
        'no link',
      );
    });
  }

  test(`${LISTS.meetings[language]}.geojson puts meetings where the calendar does`, async () => {
    const path = LISTS.meetings[language];
    const features = [];
    for (let at = `${path}.geojson?limit=25`; at;) {
      const whole = text(await ask(at));
      checkGeojson(whole); // throws what is wrong by RFC 7946
      const { next, ...collection } = JSON.parse(whole);
      assert.deepEqual(
        [collection.type, collection.language, collection.limit],
        ['FeatureCollection', language, 25],
      );
      features.push(...collection.features);
      at = next;
    }
    assert.deepEqual(
      features.map(({ properties }) => properties),
      await items(`${path}.json`),
    );
    const places = new Map(
      [
        ...text(await ask(`${path}.ics`))
          .replace(/\r\n /g, '')
          .matchAll(/^URL:(\S+)$(?:(?!^END:VEVENT).)*?^GEO:([\d.-]+);([\d.-]+)$/gms),
      ].map(([, url, north, east]) => [url, [Number(east), Number(north)]]),
    );
    assert.ok(places.size > 10);
    for (const [url, place] of places) {
      const [east, north] = features.find(({ properties }) => properties.url === url).geometry
        .coordinates;
      assert.ok(
        Math.abs(east - place[0]) < 1e-5 && Math.abs(north - place[1]) < 1e-5,
        `${url} is at ${east}, ${north}`,
      );
      assert.ok(
        east > -10 && east < 30 && north > 40 && north < 65,
        `${url} is at ${east}, ${north}`,
      );
    }
    for (const { geometry, properties } of features)
      assert.equal(geometry === null, !properties.place, properties.url);
  });

  const meetings = LISTS.meetings[language];
  const isMeeting = (url) => url.startsWith(`${SITE}${meetings}/`) && !url.includes('#');

  test(`${meetings}.json has every meeting of the sitemap once, the newest first`, async () => {
    const listed = await items(`${meetings}.json`);
    assert.deepEqual(
      sorted(listed.map((item) => item.url)),
      sorted((await pagesOf('meeting', language)).map((page) => page.url)),
    );
    assert.equal(new Set(listed.map((item) => item.key)).size, listed.length);
    for (let i = 1; i < listed.length; i++)
      assert.ok(
        notBefore(listed[i - 1].starts, listed[i].starts),
        `${listed[i].key} comes after ${listed[i - 1].key}`,
      );
    for (const item of listed) {
      if (item.ends) assert.ok(item.ends > item.starts, item.key);
      if (item.starts_at)
        assert.ok(
          item.starts.length === 10 && item.zone,
          `${item.key} has a time without a day or zone`,
        );
    }
  });

  test(`a choice of meetings is the same as JSON, CSV and page, in ${language}`, async () => {
    const all = await items(`${meetings}.json`);
    const years = [...new Set(all.map((item) => item.starts.slice(0, 4)))];
    const choices = [
      ...values(all, 'forum').map((key) => [`forum=${key}`, (item) => item.forum.key === key]),
      ...values(all, 'type').map((key) => [`type=${key}`, (item) => item.type === key]),
      ...years.map((year) => [`year=${year}`, (item) => item.starts.startsWith(year)]),
      [
        `forum=${all[0].forum.key}&type=${all[0].type}&year=${all[0].starts.slice(0, 4)}`,
        (item) =>
          item.forum.key === all[0].forum.key &&
          item.type === all[0].type &&
          item.starts.startsWith(all[0].starts.slice(0, 4)),
      ],
      ['forum=&type=&year=', () => true],
      ['year=1815', () => false],
    ];
    await each(choices, 4, async ([query, chosen]) => {
      const listed = (await items(`${meetings}.json?${query}`)).map((item) => item.url);
      assert.deepEqual(
        listed,
        all.filter(chosen).map((item) => item.url),
        query,
      );
      assert.deepEqual(
        (await rows(`${meetings}.csv?${query}`)).map((row) => row.url),
        listed,
        query,
      );
      assert.deepEqual(
        sorted(new Set((await links(`${meetings}?${query}`)).filter(isMeeting))),
        sorted(listed),
        query,
      ); // a page of a year has an overview of them, too
    });
  });

  test(`the next part of the meetings is the same in every format, in ${language}`, async (t) => {
    const next = tags(mainOf(text(await ask(meetings))), 'a').find(
      (link) => link.rel === 'next',
    )?.href;
    if (!next) return t.skip('all meetings are on one page');
    const { search } = new URL(next, SITE + meetings);
    const [all, rest] = [await items(`${meetings}.json`), await items(`${meetings}.json${search}`)];
    assert.ok(rest.length > 0 && rest.length < all.length);
    assert.deepEqual(rest, all.slice(-rest.length));
    assert.deepEqual(
      (await rows(`${meetings}.csv${search}`)).map((row) => row.url),
      rest.map((item) => item.url),
    );
    assert.deepEqual(
      sorted((await links(next)).filter(isMeeting)),
      sorted(rest.map((item) => item.url)),
    );
  });

  test(`each meeting as JSON agrees with the list and the sitemap, in ${language}`, async () => {
    const pages = new Map((await sitemap()).map((page) => [page.url, page]));
    await each(await items(`${meetings}.json`), 4, async (item) => {
      const page = pages.get(item.url);
      const record = await json(`${page.path}.json`);
      assert.deepEqual(faultsIn(record, RECORD, page.path), []);
      assert.deepEqual(partOf(record, item), item);
      assert.deepEqual(record.translations, page.alternates);
      assert.ok(pages.has(record.forum.url), record.forum.url);
      const markup = text(await ask(page.path));
      for (const [i, conclusion] of record.conclusions.entries()) {
        assert.equal(conclusion.number, i + 1, page.path);
        assert.equal(conclusion.url, `${page.url}#c${i + 1}`);
        assert.ok(markup.includes(` id="c${i + 1}"`), conclusion.url);
        assert.ok(words(markup).includes(oneLine(conclusion.text)), conclusion.url);
        if (conclusion.taken_up_by)
          assert.ok(pages.has(conclusion.taken_up_by.url), conclusion.taken_up_by.url);
      }
      if (!item.starts_at) assert.ok(!item.ends_at, page.path);
    });
  });

  const register = LISTS.conclusions[language];
  const isConclusion = (url) => url.startsWith(`${SITE}${meetings}/`) && /#c\d+$/.test(url);

  test(`${register}.json has the conclusions of all meetings`, async () => {
    const listed = await items(`${register}.json`);
    const found = [];
    await each(await items(`${meetings}.json`), 4, async (item) => {
      const { conclusions, title, starts, forum, url, key, changed } = await json(
        `${item.url}.json`,
      );
      for (const conclusion of conclusions) {
        const { kind, ...by } = conclusion.taken_up_by ?? {};
        found.push({
          ...conclusion,
          key: `${key}#c${conclusion.number}`,
          meeting: { key, title, url, starts },
          forum: { key: forum.key },
          language: item.language,
          changed,
          ...(kind && { taken_up_by: by }),
        });
      }
    });
    const byUrl = (list) =>
      Object.fromEntries(list.map((conclusion) => [conclusion.url, conclusion]));
    assert.deepEqual(byUrl(listed), byUrl(found));
    assert.equal(listed.length, found.length);
  });

  test(`a conclusion leads to its meeting and a later one, if any, in ${language}`, async () => {
    const all = await items(`${register}.json`);
    const choices = ['forum', 'state'].flatMap((name) =>
      values(all, name).map((key) => [`?${name}=${key}`, (item) => valueOf(item, name) === key]),
    );
    choices.push(['', () => true], ['?forum=&state=', () => true]);
    await each(choices, 4, async ([query, chosen]) => {
      const listed = await items(`${register}.json${query}`);
      assert.deepEqual(listed, all.filter(chosen), query);
      assert.deepEqual(
        (await rows(`${register}.csv${query}`)).map((row) => row.url),
        listed.map((item) => item.url),
        query,
      );
      const shown = await links(register + query);
      assert.deepEqual(
        sorted(new Set(shown.filter(isConclusion))),
        sorted(listed.map((item) => item.url)),
        query,
      );
      for (const item of listed.filter((one) => one.taken_up_by)) {
        assert.ok(
          shown.some((url) => url.split('#')[0] === item.taken_up_by.url),
          `${item.url} does not lead to ${item.taken_up_by.url}`,
        );
      }
    });
  });

  test(`the conclusions have their texts and a form to choose, in ${language}`, async () => {
    const [main, all] = [mainOf(text(await ask(register))), await items(`${register}.json`)];
    const first = tags(main, 'a')
      .map((link) => new URL(link.href, SITE + register).href)
      .filter(isConclusion);
    for (const item of all.filter(({ url }) => first.includes(url)))
      assert.ok(words(main).includes(oneLine(item.text)), item.url);
    const form = /<form[\s>].*?<\/form>/s.exec(main)?.[0] ?? assert.fail('no form');
    const [{ action, method = 'get' }] = tags(form, 'form');
    assert.equal(new URL(action ?? '', SITE + register).pathname, register);
    assert.equal(method.toLowerCase(), 'get');
    const options = (name) =>
      tags(
        new RegExp(`<select(?=[^>]* name="${name}")[^>]*>.*?</select>`, 's').exec(form)?.[0] ?? '',
        'option',
      ).map((option) => option.value);
    assert.deepEqual(sorted(options('state')), ['', 'closed', 'open', 'taken-up']);
    assert.ok(options('forum').includes(''));
    assert.deepEqual(
      values(all, 'forum').filter((key) => !options('forum').includes(key)),
      [],
    );
    for (const key of options('forum'))
      assert.equal((await ask(`${register}?forum=${key}`)).status, 200, key);
  });

  const terms = LISTS.presidencies[language];

  test(`${terms}.json has whole terms, at most one of each forum now`, async () => {
    const listed = await items(`${terms}.json`);
    const today = new Date().toISOString().slice(0, 10);
    for (const item of listed) {
      if (item.ends)
        assert.ok(notBefore(item.ends, item.starts), `${item.key}: ${item.starts} to ${item.ends}`);
      assert.equal(
        item.current,
        notBefore(today, item.starts) && (!item.ends || notBefore(item.ends, today)),
        `${item.key}: ${item.starts} to ${item.ends}`,
      );
    }
    for (const forum of values(listed, 'forum'))
      assert.ok(
        listed.filter((item) => item.forum.key === forum && item.current).length <= 1,
        forum,
      );
  });

  test(`the presidencies lead to each forum with its terms, in ${language}`, async () => {
    const [main, listed] = [mainOf(text(await ask(terms))), await items(`${terms}.json`)];
    const forums = values(listed, 'forum');
    const shown = tags(main, 'a')
      .map((link) => new URL(link.href, SITE + terms).pathname)
      .filter((path) => path.startsWith(`${terms}/`));
    assert.deepEqual(sorted(shown), sorted(forums.map((key) => `${terms}/${key}`)));
    const known = (await sitemap()).map(({ path }) => path);
    for (const forum of forums) {
      assert.ok(known.includes(`${terms}/${forum}`), `${forum} is not in the sitemap`);
      const page = mainOf(text(await ask(`${terms}/${forum}`)));
      const its = listed.filter((item) => item.forum.key === forum);
      const table = [...page.matchAll(/<tr[^>]*><th scope="row">(.*?)<\/th><td>(.*?)<\/td>/gs)].map(
        ([, when, who]) => [words(when), words(who)],
      );
      assert.equal(table.length, its.length, forum);
      const bands = [...page.matchAll(/<title>([^<]*)<\/title>/g)].map(([, title]) => words(title));
      for (const [i, item] of its.entries()) {
        for (const { name } of item.holders)
          assert.ok(
            table[i][1].includes(oneLine(name)) && bands[i].includes(oneLine(name)),
            `${forum}: ${name}`,
          );
        assert.ok(table[i][0].includes(item.starts.slice(0, 4)), `${forum}: ${item.starts}`);
        assert.ok(bands[i].includes(item.starts.slice(0, 4)), bands[i]);
      }
      assert.equal(
        page.split(' opacity=').length - 1,
        its.filter((item) => !item.current).length,
        forum,
      );
    }
  });
}

// How many a list says it has found, and the links that take back one choice: [[LABEL, QUERY]].
const found = (main) =>
  Number(/<div class="found">\s*<p role="status">[^<]*?(\d+)<\/p>/.exec(main)?.[1]);
const narrowed = (main) =>
  [
    .../<div class="found">(.*?)<\/div>/s
      .exec(main)[1]
      .matchAll(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/gs),
  ].map(([, href, label]) => [words(label), new URL(decode(href), SITE).search]);

test('each list says how many it has found; each choice can be taken back alone', async () => {
  for (const language of LANGUAGES) {
    const choices = [
      ['meetings', { forum: 'penta', type: 'ministerial', year: '2021' }],
      ['conclusions', { forum: 'nsec', state: 'open' }],
      ['obstacles', { field: 'taxes', border: 'be-nl', status: 'solved' }],
      ['practices', { field: 'work', border: 'be-nl' }],
    ];
    for (const [kind, choice] of choices) {
      const path = LISTS[kind][language];
      for (const part of [
        {},
        ...Object.keys(choice).map((name) => ({ [name]: choice[name] })),
        choice,
      ]) {
        const query = `?${new URLSearchParams(part)}`;
        const main = mainOf(text(await ask(path + query)));
        assert.equal(found(main), (await items(`${path}.json${query}`)).length, path + query);
        const without = narrowed(main)
          .map(([, search]) => search.replace(/^\?/, ''))
          .sort();
        const expected = Object.keys(part)
          .map((name) =>
            String(new URLSearchParams(Object.entries(part).filter(([other]) => other !== name))),
          )
          .sort();
        const inOrder = (list) =>
          list.map((search) =>
            String(new URLSearchParams([...new URLSearchParams(search)].sort())),
          );
        assert.deepEqual(inOrder(without).sort(), inOrder(expected).sort(), path + query);
      }
    }
  }
});

test('the choice stays when the language is switched', async () => {
  for (const [kind, query] of [
    ['meetings', '?forum=penta&year=2021'],
    ['conclusions', '?forum=nsec'],
    ['obstacles', '?field=taxes&status=solved'],
    ['practices', '?field=work'],
  ]) {
    const page = text(await ask(LISTS[kind].nl + query));
    const [, menu] = /<nav class="languages"[^>]*>(.*?)<\/nav>/s.exec(page);
    assert.deepEqual(
      tags(menu, 'a').map(({ href }) => href),
      ['fr', 'de', 'en'].map((language) => LISTS[kind][language] + query),
    );
  }
});

test('the overview of a year has each of its meetings once, in its month', async () => {
  for (const language of LANGUAGES) {
    const path = LISTS.meetings[language];
    const main = mainOf(text(await ask(`${path}?year=2021`)));
    const months = [
      .../<ol class="months">(.*?)<\/ol>/s
        .exec(main)[1]
        .matchAll(/<li><h3>(.*?)<\/h3>(.*?)<\/li>\n/gs),
    ];
    assert.equal(months.length, 12);
    const shown = months.flatMap(([, , days], month) =>
      tags(days, 'a').map(({ href }) => [SITE + href, month + 1]),
    );
    const listed = (await items(`${path}.json?year=2021`)).filter(({ starts }) =>
      starts.startsWith('2021-'),
    );
    assert.deepEqual(
      shown.sort(),
      listed.map(({ url, starts }) => [url, Number(starts.slice(5, 7))]).sort(),
    );
    assert.doesNotMatch(text(await ask(path)), /<ol class="months">/);
    assert.match(text(await ask(path)), /\?year=\d{4}" rel="nofollow">/);
  }
});

test('a meeting leads to the one before it and the one after it in its forum', async () => {
  const of = (await items(`${LISTS.meetings.nl}.json?forum=penta`))
    .filter(({ status }) => status !== 'cancelled')
    .map(({ url }) => url);
  for (const [i, url] of of.entries()) {
    const part = /<h2 id="neighbours">.*?<\/ul>/s.exec(text(await ask(url)))[0];
    const shown = tags(part, 'a').map(({ href }) => SITE + href);
    assert.deepEqual(shown, [of[i + 1], of[i - 1]].filter(Boolean), url);
  }
});

test('an old meeting is no news when it is recorded', async () => {
  for (const language of LANGUAGES) {
    for (const path of [
      LISTS.news?.[language] ??
        { nl: '/nl/nieuws', fr: '/fr/actualites', de: '/de/neuigkeiten', en: '/en/news' }[language],
      `/${language}/`,
    ]) {
      const main = mainOf(text(await ask(path)));
      const part = path.length > 4 ? main : /<h2 id="news">.*?<\/section>/s.exec(main)[0];
      const news = [...part.matchAll(/<time datetime="([\d-]+)">.*?<h3><a href="([^"]+)"/gs)].map(
        ([, day, href]) => [Number(day.slice(0, 4)), SITE + href],
      );
      assert.ok(news.length > 0, path);
      const listed = new Map(
        (await items(`${LISTS.meetings[language]}.json`)).map(({ url, starts }) => [
          url,
          Number(starts.slice(0, 4)),
        ]),
      );
      for (const [year, url] of news)
        if (listed.has(url)) assert.ok(listed.get(url) >= year - 1, url);
    }
  }
});

test('lists and topics lead to a subscription of their calendar', async () => {
  for (const [path, calendar] of [
    ['/nl/vergaderingen?forum=penta', '/nl/vergaderingen.ics?forum=penta'],
    ['/nl/benelux-plus/penta', '/nl/vergaderingen.ics?forum=penta'],
    ['/en/events', '/en/events.ics'],
  ]) {
    const links = tags(text(await ask(path)), 'a')
      .map(({ href }) => href)
      .filter((href) => href.startsWith('webcal://'));
    assert.deepEqual(links, [`webcal://${new URL(SITE).host}${calendar}`], path);
    assert.equal((await ask(calendar)).status, 200);
  }
});

test('the lists are the same in every language but for the texts', async () => {
  const facts = {
    meetings: [
      'key',
      'forum',
      'type',
      'status',
      ...Object.keys(WHEN).map((name) => name.replace('?', '')),
    ],
    conclusions: ['key', 'number', 'state', 'forum'],
    presidencies: ['key', 'forum', 'starts', 'ends', 'number', 'current'],
  };
  for (const [kind, names] of Object.entries(facts)) {
    const [first, ...others] = await Promise.all(
      LANGUAGES.map(async (language) =>
        sorted(
          (await items(`${LISTS[kind][language]}.json`)).map((item) =>
            names.map((name) => valueOf(item, name)).join(' '),
          ),
        ),
      ),
    );
    for (const other of others) assert.deepEqual(other, first, kind);
  }
});
