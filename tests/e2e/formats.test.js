// SPDX-License-Identifier: EUPL-1.2
// The pages as data: JSON, CSV and calendars at the address of the page with an extension, and the
// data for search engines in the page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import {
  COUNT,
  FEEDS,
  FORMATS,
  HERE,
  LISTS,
  MEDIA,
  TEXT,
  TYPES,
  alternates,
  faultsIn,
  flat,
  items,
  json,
  kindOf,
  pagesOf,
  rows,
  table,
} from './formats.js';
import { LANGUAGES, SITE, ask, decode, each, oneLine, sitemap, text, words } from './site.js';

test('the readers of these tests take what is right, and refuse what is wrong', () => {
  assert.deepEqual(table('a,b\r\n1,\r\n"x ""y"",\r\nz",é\r\n'), [
    { a: '1', b: '' },
    { a: 'x "y",\r\nz', b: 'é' },
  ]);
  assert.deepEqual(table('a\r\n'), []);
  for (const wrong of [
    '',
    ',\r\n',
    'a,b\n1,2\n',
    'a,b\r\n1,2',
    'a,b\r\n1\r\n',
    'a,b\r\n1,2,3\r\n',
    'a,b\r\n1,x"y\r\n',
    'a,b\r\n1,"x"y\r\n',
    'a,b\r\n1,"x\r\n',
    'a,a\r\n1,2\r\n',
    'a,\r\n1,2\r\n',
    'a,b\r\n\r\n',
  ]) {
    assert.throws(() => table(wrong), undefined, JSON.stringify(wrong));
  }

  const shape = { name: TEXT, 'count?': COUNT, list: [{ url: HERE }] };
  assert.deepEqual(faultsIn({ name: 'x', list: [] }, shape), []);
  assert.deepEqual(faultsIn({ name: 'x', count: 2, list: [{ url: `${SITE}/nl/` }] }, shape), []);
  for (const wrong of [
    null,
    [],
    'x',
    {},
    { name: '', list: [] },
    { name: 1, list: [] },
    { name: 'x' },
    { name: 'x', list: {} },
    { name: 'x', list: [null] },
    { name: 'x', list: [], other: 1 },
    { name: 'x', list: [], count: null },
    { name: 'x', list: [], count: '2' },
    { name: 'x', list: [{ url: '/nl/' }] },
    { name: 'x', list: [{ url: 'http://elsewhere.example/' }] },
  ]) {
    assert.notDeepEqual(faultsIn(wrong, shape), [], JSON.stringify(wrong));
  }
  assert.deepEqual(
    flat({ a: 1, b: { c: true, d: { e: 'x' } }, f: [1, 2], g: [], h: [{ i: 'j' }, { i: 'k' }] }),
    { a: '1', b_c: 'true', b_d_e: 'x', f: '1; 2', h_i: 'j; k' },
  );
});

test('the lists are in the sitemap, in every language', async () => {
  for (const kind of ['meetings', 'conclusions', 'presidencies', 'overview'])
    assert.equal((await pagesOf(kind)).length, LANGUAGES.length, kind);
});

// The formats of PAGE. A meeting whose day is not known has no calendar.
async function formatsOf(page) {
  const formats = FORMATS[kindOf(page)] ?? [];
  return formats.includes('ics') &&
    ['meeting', 'event'].includes(kindOf(page)) &&
    (await json(`${page.path}.json`)).starts.length < 10
    ? formats.filter((format) => format !== 'ics')
    : formats;
}

// Bytes; a smaller answer fits one packet without compression.
const COMPRESSED_FROM = 1000;

for (const kind of Object.keys(FORMATS)) {
  test(`a page of the kind "${kind}" names its formats, ${FORMATS[kind]}`, async () => {
    await each(await pagesOf(kind), 4, async (page) => {
      const named = alternates(text(await ask(page.path)), page).filter(
        (link) => link.path !== FEEDS[page.language],
      );
      const formats = await formatsOf(page);
      const pairs = named.map(({ path, type }) => `${path} ${type}`);
      assert.deepEqual(
        pairs.sort(),
        formats.map((format) => `${page.path}.${format} ${MEDIA[format]}`).sort(),
      );
      for (const format of formats) {
        const answer = await ask(`${page.path}.${format}`);
        assert.equal(answer.status, 200, `${page.path}.${format}`);
        assert.match(answer.headers['content-type'], TYPES[format], `${page.path}.${format}`);
        assert.ok(text(answer), `${page.path}.${format} is empty`);
      }
    });
  });

  test(`a page of the kind "${kind}" has no other formats`, async () => {
    for (const language of LANGUAGES) {
      const [page] = await pagesOf(kind, language);
      for (const extension of [
        'xml',
        'html',
        'txt',
        'atom',
        'jsonx',
        'json.json',
        'json.csv',
        '',
        '.json',
        ...Object.keys(TYPES),
      ].filter((one) => !FORMATS[kind].includes(one))) {
        assert.equal(
          (await ask(`${page.path}.${extension}`)).status,
          404,
          `${page.path}.${extension}`,
        );
      }
    }
  });

  test(`the formats of "${kind}" are compressed and answer to HEAD and with 304`, async () => {
    const [page] = await pagesOf(kind, 'nl');
    for (const format of await formatsOf(page)) {
      const path = `${page.path}.${format}`;
      const [plain, head, gzip] = [
        await ask(path),
        await ask(path, { method: 'HEAD' }),
        await ask(path, { headers: { 'Accept-Encoding': 'gzip' } }),
      ];
      assert.equal(plain.status, 200, path);
      if (plain.body.length >= COMPRESSED_FROM) {
        assert.equal(gzip.headers['content-encoding'], 'gzip', path);
        assert.equal(gunzipSync(gzip.body).toString(), plain.body.toString(), path);
      }
      for (const field of ['content-type', 'content-length', 'etag', 'cache-control'])
        assert.equal(head.headers[field], plain.headers[field], `${field} of ${path}`);
      const again = await ask(path, { headers: { 'If-None-Match': plain.headers.etag } });
      assert.deepEqual([again.status, again.body.length], [304, 0], path);
      assert.equal((await ask(path, { method: 'POST' })).status, 405, path);
    }
  });
}

for (const [kind, queries] of Object.entries({
  meetings: [
    'type=nonsense',
    'year=abc',
    'year=0',
    'year=20211',
    'forum=nowhere',
    'before=nonsense',
    'before=2021-13-01.1',
    'forum=%ff',
    'type=%00',
    `forum=${'a'.repeat(2000)}`,
  ],
  conclusions: ['forum=nowhere', 'state=nonsense', 'before=nonsense', 'state=%ff', 'forum=%00'],
  obstacles: [
    'border=nowhere',
    'field=nonsense',
    'status=nonsense',
    'before=2021-13-01.1',
    'q=%ff',
    'field=%00',
    `border=${'a'.repeat(2000)}`,
  ],
  practices: ['border=nowhere', 'field=nonsense', 'status=solved'],
})) {
  test(`every format answers to a wrong choice of ${kind} as the page does`, async () => {
    for (const language of LANGUAGES) {
      for (const query of queries) {
        const page = await ask(`${LISTS[kind][language]}?${query}`);
        assert.ok(
          [400, 404, 414].includes(page.status),
          `the page answers ${page.status} to ${query}`,
        );
        for (const format of FORMATS[kind])
          assert.equal(
            (await ask(`${LISTS[kind][language]}.${format}?${query}`)).status,
            page.status,
            `${format}, ${query}`,
          );
      }
    }
  });
}

// RFC 9457, "about:blank": the title is that of the status.
const TITLES = {
  400: 'Bad Request',
  404: 'Not Found',
  405: 'Method Not Allowed',
  414: 'Bad Request',
};
const PROBLEM = {
  type: /^about:blank$/,
  title: TEXT,
  status: COUNT,
  detail: TEXT,
  'parameters?': [(name) => typeof name === 'string'],
};
function problemOf(answer, status, what) {
  assert.equal(answer.status, status, what);
  assert.equal(answer.headers['content-type'], 'application/problem+json', what);
  assert.equal(answer.headers['access-control-allow-origin'], '*', what);
  const problem = JSON.parse(text(answer));
  assert.deepEqual(faultsIn(problem, PROBLEM), [], what);
  assert.equal(problem.title, TITLES[status], what);
  return problem;
}

for (const format of Object.keys(TYPES)) {
  test(`a fault in an address of data (.${format}) is told as data, in its language`, async () => {
    const details = await Promise.all(
      LANGUAGES.map(async (language) => {
        const problem = problemOf(await ask(`/${language}/nowhere.${format}`), 404, language);
        assert.equal(problem.status, 404);
        return problem.detail;
      }),
    );
    assert.equal(new Set(details).size, LANGUAGES.length);
    const list = format === 'atom' ? LISTS.obstacles.en : LISTS.meetings.en;
    problemOf(await ask(`${list}.${format}?before=nonsense`), 400);
    problemOf(await ask(`${list}.${format}`, { method: 'POST' }), 405);
    problemOf(await ask(`${list}.${format}?before=${'a'.repeat(2000)}`), 414, 'by nginx');
  });
}

test('data names and refuses parameters unknown or given twice; pages ignore them', async () => {
  for (const [kind, query, names] of [
    ['meetings', 'page=2', ['page']],
    ['meetings', 'forum=penta&utm_source=x&Year=2021', ['utm_source', 'Year']],
    ['meetings', 'year=2021&year=2022', ['year']],
    ['meetings', 'page=', ['page']],
    ['meetings', 'page', ['page']],
    ['conclusions', 'type=summit', ['type']],
    ['presidencies', 'a=%3Cb%3E&%c3%a9=1&%ff=2', ['a', 'é', '?']],
    ['search', 'q=energy&since=2020', ['since']],
    ['obstacles', '=1', null],
  ]) {
    for (const format of FORMATS[kind] ?? ['json']) {
      const problem = problemOf(
        await ask(`${LISTS[kind].en}.${format}?${query}`, {}),
        400,
        `${kind}.${format}?${query}`,
      );
      if (names) assert.deepEqual(problem.parameters, names);
    }
    assert.equal(
      (await ask(`${LISTS[kind].en}?${query.replace(/&?\b(year|q)=[^&]*/g, '')}`)).status,
      200,
      `the page of ${kind}?${query}`,
    );
  }
  const [topic] = await pagesOf('topic', 'de');
  assert.deepEqual(problemOf(await ask(`${topic.path}.json?limit=3`), 400).parameters, ['limit']);
  for (const query of ['', '?', '?&', '?forum=', '?forum=&type=&'])
    assert.equal((await ask(`${LISTS.meetings.en}.json${query}`)).status, 200, query);
});

for (const language of LANGUAGES) {
  test(`the overview has every topic and partner, as JSON and CSV, in ${language}`, async () => {
    const path = LISTS.overview[language];
    const listed = await items(`${path}.json`);
    const pages = [...(await pagesOf('topic', language)), ...(await pagesOf('partner', language))];
    assert.deepEqual(listed.map((item) => item.url).sort(), pages.map((page) => page.url).sort());
    for (const item of listed) assert.match(item.title, TEXT);
    const table = await rows(`${path}.csv`);
    assert.deepEqual(
      table.map(({ url, title }) => ({ url, title })),
      listed.map(({ url, title }) => ({ url, title })),
    );
  });
}

for (const kind of ['topic', 'partner', 'page']) {
  test(`each page of the kind "${kind}" as JSON has the title of the page`, async () => {
    await each(await pagesOf(kind), 4, async (page) => {
      const [record, markup] = [await json(`${page.path}.json`), text(await ask(page.path))];
      assert.equal(record.url, page.url);
      assert.ok(LANGUAGES.includes(record.language), `${page.path} is in ${record.language}`);
      assert.equal(oneLine(record.title), words(/<h1[^>]*>.*?<\/h1>/s.exec(markup)[0]), page.path);
      assert.ok(
        !JSON.stringify(record).includes(':null'),
        `${page.path}: what is not known is left out`,
      );
    });
  });
}

// The structured data in the markup of a page. The page has one script, a block of data, and
// nothing in it ends it early.
function dataOf(markup) {
  const scripts = [...markup.matchAll(/<script([^>]*)>(.*?)<\/script/gis)];
  assert.equal(scripts.length, 1, `${scripts.length} scripts`);
  assert.equal(markup.match(/<\/?script/gi).length, 2, 'a script in the data');
  assert.equal(scripts[0][1].trim(), 'type="application/ld+json"');
  assert.doesNotMatch(scripts[0][2], /<!--|<\//);
  const data = JSON.parse(scripts[0][2]);
  assert.equal(data['@context'], 'https://schema.org');
  return data['@graph'];
}
const thingOf = (markup, type) => {
  const found = dataOf(markup).filter((one) => one['@type'] === type);
  assert.equal(found.length, 1, type);
  return found[0];
};

test('the reader of structured data refuses data that could end early', () => {
  const page = (data, type = 'application/ld+json') => `<script type="${type}">${data}</script>`;
  const right = page('{"@context":"https://schema.org","@graph":[{"name":"a \\u003c/script> b"}]}');
  assert.deepEqual(dataOf(right), [{ name: 'a </script> b' }]);
  for (const wrong of [
    '',
    right + right,
    page('{"@context":"https://schema.org"}', 'text/javascript'),
    page('{"@context":"http://schema.org"}'),
    page('{"@context":"https://schema.org",}'),
    page('{"@context":"https://schema.org","name":"</script>"}'),
    page('{"@context":"https://schema.org","name":"<script>"}'),
    page('{"@context":"https://schema.org","name":"<!--"}'),
  ]) {
    assert.throws(() => dataOf(wrong), undefined, wrong);
  }
});

const STATUS = {
  planned: 'EventScheduled',
  held: 'EventScheduled',
  postponed: 'EventPostponed',
  moved: 'EventRescheduled',
  cancelled: 'EventCancelled',
};
const MODE = {
  'in-person': 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
};

for (const language of LANGUAGES) {
  test(`each meeting tells search engines what its JSON says, in ${language}`, async () => {
    await each(await pagesOf('meeting', language), 4, async (page) => {
      const [markup, record] = [text(await ask(page.path)), await json(`${page.path}.json`)];
      if (record.starts.length < 10)
        return assert.ok(
          !dataOf(markup).some((one) => one['@type'] === 'Event'),
          `${page.path}: an event without a day`,
        );
      const data = thingOf(markup, 'Event');
      assert.equal(data.name, record.title, page.path);
      assert.equal(data.url, page.url);
      assert.equal(data.inLanguage, record.language, page.path);
      assert.equal(data.eventStatus, `https://schema.org/${STATUS[record.status]}`, page.path);
      assert.equal(data.eventAttendanceMode, `https://schema.org/${MODE[record.mode]}`, page.path);
      assert.ok(
        data.startDate.startsWith(record.starts),
        `${page.path} starts ${data.startDate}, not ${record.starts}`,
      );
      assert.equal(
        data.startDate.includes('T'),
        record.starts_at !== undefined,
        `${page.path}: ${data.startDate}`,
      );
      if (record.ends)
        assert.ok(
          data.endDate.startsWith(record.ends),
          `${page.path} ends ${data.endDate}, not ${record.ends}`,
        );
      for (const time of [data.startDate, data.endDate].filter((one) => one?.includes('T')))
        assert.match(time, /T\d{2}:\d{2}(:\d{2})?([+-]\d{2}:\d{2}|Z)$/, `${page.path}: no zone`);
      assert.equal(
        data.previousStartDate,
        record.status === 'moved' ? record.earlier : undefined,
        page.path,
      );
      assert.equal([data.organizer].flat()[0]['@type'], 'Organization', page.path);
      assert.match([data.organizer].flat()[0].name, TEXT, page.path);
      const kinds = [data.location ?? []].flat().map((location) => location['@type']);
      if (record.mode !== 'in-person')
        assert.ok(kinds.includes('VirtualLocation'), `${page.path}: ${kinds}`);
      if (!record.place) return; // which is not always known
      assert.ok(kinds.includes('Place'), `${page.path}: ${kinds}`);
      assert.ok(
        JSON.stringify(data.location).includes(record.place.name),
        `${page.path} is not in ${record.place.name}`,
      );
    });
  });

  test(`the home page tells search engines whose site this is, in ${language}`, async () => {
    const data = thingOf(text(await ask(`/${language}/`)), 'GovernmentOrganization');
    assert.match(data.name, TEXT);
    assert.match(data.url, /^https?:\/\/[^\s/]+(\/\S*)?$/);
  });
}

for (const language of LANGUAGES) {
  test(`each list tells search engines its licence and files, in ${language}`, async () => {
    for (const kind of Object.keys(LISTS).filter((one) => FORMATS[one]?.includes('csv'))) {
      const path = LISTS[kind][language];
      const markup = text(await ask(path));
      const data = thingOf(markup, 'Dataset');
      assert.deepEqual(
        [data.url, data.inLanguage, data.isAccessibleForFree],
        [SITE + path, language, true],
      );
      assert.ok(data.description.length >= 30 && data.description.length <= 5000, data.description);
      assert.equal(words(/<h1[^>]*>.*?<\/h1>/s.exec(markup)[0]), data.name);
      assert.match(data.license, /^https:/);
      assert.match(data.creator.name, TEXT);
      assert.equal((await ask(data.includedInDataCatalog)).status, 200);
      assert.deepEqual(
        data.distribution.map((one) => [one.encodingFormat, one.contentUrl]),
        FORMATS[kind].map((format) => [MEDIA[format], `${SITE}${path}.${format}`]),
      );
    }
  });
}

test('each page below the home page tells search engines its breadcrumbs', async () => {
  await each(await sitemap(), 4, async (page) => {
    const markup = text(await ask(page.path));
    if (page.path === `/${page.language}/`) return;
    const shown = [
      ...(/<nav class="crumbs.*?<\/nav>/s.exec(markup) ??
        assert.fail(`${page.path}: no path`))[0].matchAll(
        /<li>(?:<a href="([^"]*)"[^>]*>|<span[^>]*>)(.*?)<\/(?:a|span)>/gs,
      ),
    ];
    const { itemListElement } = thingOf(markup, 'BreadcrumbList');
    assert.deepEqual(
      itemListElement.map(({ position, name, item }) => [position, oneLine(name), decode(item)]),
      shown.map(([, href, name], i) => [
        i + 1,
        oneLine(words(name)),
        href === undefined ? page.url : SITE + decode(href),
      ]),
      page.path,
    );
  });
});

test('the pages of the sitemap have no script but such data', async () => {
  await each(await sitemap(), 4, async (page) => {
    const markup = text(await ask(page.path));
    if (markup.includes('<script')) dataOf(markup);
  });
});
