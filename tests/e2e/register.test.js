// SPDX-License-Identifier: EUPL-1.2
// The register of obstacles and good practices: the page, JSON and CSV say the same, choices narrow
// it, and each obstacle shows its steps.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  ANYWHERE,
  AREA,
  COUNT,
  DATE,
  HERE,
  KEY,
  LISTS,
  MOMENT,
  NAMED,
  NAMED_AREA,
  RECORD,
  TEXT,
  faultsIn,
  flat,
  items,
  json,
  pagesOf,
  rows,
} from './formats.js';
import { LANGUAGES, SITE, ask, each, mainOf, oneLine, tags, text, words } from './site.js';

const LANGUAGE = /^(nl|fr|de|en)$/;
const FIELD =
  /^(work|taxes|education|transport|police|health|energy|environment|internal-market|governance)$/;
const STATUS = /^(reported|examined|being-solved|solved|closed)$/;
const ITEM = {
  url: HERE,
  key: KEY,
  field: FIELD,
  'date?': DATE,
  areas: [NAMED_AREA],
  title: TEXT,
  summary: TEXT,
  language: LANGUAGE,
  changed: MOMENT,
};
const SHAPES = { obstacles: { ...ITEM, status: STATUS, date: DATE }, practices: ITEM };
const BOTH = {
  ...RECORD,
  field: FIELD,
  borders: [AREA],
  concerned: [AREA],
  authorities: [AREA],
  'instrument?': TEXT,
  'instrument_url?': ANYWHERE,
  related: [{ document: NAMED, 'conclusion?': COUNT }],
};
const OBSTACLE = {
  ...BOTH,
  status: STATUS,
  affects: TEXT,
  'done?': TEXT,
  'provision?': TEXT,
  'provision_url?': ANYWHERE,
  steps: [
    {
      number: COUNT,
      date: DATE,
      status: STATUS,
      reason: TEXT,
      'struck?': (value) => value === true,
    },
  ],
};
const PRACTICE = {
  ...BOTH,
  'since?': DATE,
  'contact?': TEXT,
  'contact_party?': AREA,
  'contact_url?': ANYWHERE,
};

const headings = (markup) =>
  [...markup.matchAll(/<h3><a href="([^"]*)"/g)].map((match) => SITE + match[1]);

for (const language of LANGUAGES) {
  for (const [kind, shape] of Object.entries(SHAPES)) {
    const path = LISTS[kind][language];

    test(`${path} lists each, the latest change first, as JSON and CSV do`, async () => {
      const listed = await items(`${path}.json`);
      assert.deepEqual(
        listed.flatMap((item, i) => faultsIn(item, shape, `items[${i}]`)),
        [],
      );
      assert.deepEqual(
        listed.map((item) => item.url).sort(),
        (await pagesOf(kind.slice(0, -1), language)).map((page) => page.url).sort(),
      );
      const table = await rows(`${path}.csv`);
      assert.deepEqual(
        table.map((row) =>
          Object.fromEntries(Object.entries(row).filter(([, value]) => value !== '')),
        ),
        listed.map((item) => flat(item)),
      );
      const shown = [];
      for (let at = path; at;) {
        const markup = mainOf(text(await ask(at)));
        shown.push(...headings(markup));
        at = tags(markup, 'a').find((link) => link.rel === 'next')?.href;
      }
      assert.deepEqual(
        shown,
        listed.map((item) => item.url),
      );
      const days = listed.map((item) => item.date ?? '0').map((date) => date.padEnd(10, '-01'));
      assert.deepEqual(days, [...days].sort().reverse());
    });

    test(`each choice of ${path} has as many as it says, and all of them fit`, async () => {
      const markup = text(await ask(path));
      const choices = [...markup.matchAll(/<select id="(\w+)"[^>]*>(.*?)<\/select>/gs)].flatMap(
        ([, name, body]) =>
          [...body.matchAll(/<option value="([^"]+)">[^<]*\((\d+)\)<\/option>/g)].map(
            ([, value, count]) => ({ name, value, count: Number(count) }),
          ),
      );
      assert.ok(choices.length > 8, 'few choices');
      await each(choices, 4, async ({ name, value, count }) => {
        const listed = await items(`${path}.json?${name}=${value}`);
        assert.equal(listed.length, count, `${name}=${value}`);
        if (name !== 'border') for (const item of listed) assert.equal(item[name], value, item.url);
        else if (/^[a-z]{2}-[a-z]{2}$/.test(value))
          for (const item of listed)
            assert.ok(
              item.areas.some((area) => area.key === value),
              item.url,
            );
      });
    });
  }

  test(`the figures at the top of ${LISTS.obstacles[language]} are those of the list`, async () => {
    const listed = await items(`${LISTS.obstacles[language]}.json`);
    const figures = [
      ...text(await ask(LISTS.obstacles[language])).matchAll(/<strong>(\d+)<\/strong>/g),
    ].map((match) => Number(match[1]));
    const count = (...statuses) => listed.filter((item) => statuses.includes(item.status)).length;
    const closed = count('closed');
    assert.deepEqual(figures, [
      count('reported', 'examined'),
      count('being-solved'),
      count('solved'),
      ...(closed ? [closed] : []),
    ]);
  });

  test(`picture and table of the years agree with the steps, in ${language}`, async () => {
    const listed = await Promise.all(
      (await items(`${LISTS.obstacles[language]}.json`)).map(({ url }) => json(`${url}.json`)),
    );
    const lives = listed.map(({ steps, status }) => {
      const years = steps
        .filter(({ struck }) => !struck)
        .map(({ date }) => Number(date.slice(0, 4)));
      return {
        from: Math.min(...years),
        until: ['solved', 'closed'].includes(status) ? years.at(-1) : Infinity,
        status,
      };
    });
    const page = text(await ask(LISTS.obstacles[language]));
    const table = [
      ...page.matchAll(
        /<tr><th scope="row">(\d{4})<\/th><td>(\d+)<\/td><td>(\d+)<\/td><td>(\d+)<\/td><\/tr>/g,
      ),
    ].map((row) => row.slice(1).map(Number));
    assert.ok(table.length > 5 && table.length <= 20, `${table.length} years`);
    for (const [year, reported, solved, open] of table) {
      assert.deepEqual(
        [reported, solved, open],
        [
          lives.filter(({ from }) => from === year).length,
          lives.filter(({ until, status }) => until === year && status === 'solved').length,
          lives.filter(({ from, until }) => from <= year && until > year).length,
        ],
        year,
      );
    }
    const columns = [...page.matchAll(/ d="((?:M\d+ 9v-\d+)+)"/g)].map(([, path]) =>
      [...path.matchAll(/v-(\d+)/g)].map(([, height]) => Number(height)),
    );
    const tallest = Math.max(...table.flat().filter((number) => number < 1900));
    for (const [place, heights] of columns.entries())
      assert.deepEqual(
        heights,
        table.map((row) => Math.floor((row[place + 1] * 100) / tallest)).reverse(),
      );
    assert.equal(
      (await ask(`${LISTS.obstacles[language]}?field=taxes`)).body.includes(
        'aria-labelledby="by-year"',
      ),
      false,
    );
  });

  test(`words of its title in ${language} find an obstacle, and only obstacles`, async () => {
    const [first] = await items(`${LISTS.obstacles[language]}.json`);
    const found = await items(
      `${LISTS.obstacles[language]}.json?q=${encodeURIComponent(`"${first.title}"`)}`,
    );
    assert.ok(
      found.some((item) => item.url === first.url),
      first.title,
    );
    for (const item of found)
      assert.ok(item.url.startsWith(`${SITE}${LISTS.obstacles[language]}/`), item.url);
  });
}

test('every obstacle as JSON has the facts and steps that its page shows', async () => {
  await each(await pagesOf('obstacle'), 4, async (page) => {
    const [record, markup] = [await json(`${page.path}.json`), mainOf(text(await ask(page.path)))];
    assert.deepEqual(faultsIn(record, OBSTACLE, page.path), []);
    assert.ok(record.steps.length > 0, `${page.path} has no step`);
    const counting = record.steps.filter(({ struck }) => !struck);
    const stroke = 'vector-effect="non-scaling-stroke" stroke-width="\\d+" stroke-linecap="\\w+"';
    const marks = [...markup.matchAll(new RegExp(`<path ${stroke} d="([^"]+)"`, 'g'))].map(
      ([, path]) => path.split('M').length - 1,
    );
    const kinds = [...new Set(counting.map(({ status }) => status))].map(
      (status) => counting.filter((step) => step.status === status).length,
    );
    assert.deepEqual(marks.sort(), counting.length > 1 ? kinds.sort() : [], page.path);
    assert.equal(record.status, record.steps.at(-1).status);
    const shown = words(/<section class="milestones".*?<\/section>/s.exec(markup)[0]);
    let place = -1;
    for (const step of [...record.steps].reverse()) {
      const next = shown.indexOf(oneLine(step.reason), place + 1);
      assert.ok(next > place, `${page.path}: step ${step.number}`);
      place = next;
    }
    const all = words(markup);
    for (const value of [
      record.affects,
      record.done,
      ...record.borders.map((area) => area.name),
      record.instrument,
    ].filter(Boolean)) {
      assert.ok(all.includes(oneLine(value)), `${page.path} lacks ${value}`);
    }
  });
});

test('every practice as JSON has what its page shows; its obstacles name it back', async () => {
  let answered = 0;
  await each(await pagesOf('practice'), 4, async (page) => {
    const record = await json(`${page.path}.json`);
    assert.deepEqual(faultsIn(record, PRACTICE, page.path), []);
    for (const {
      document: { url },
    } of record.related.filter((one) =>
      one.document.url.startsWith(`${SITE}${LISTS.obstacles[page.language]}/`),
    )) {
      answered += 1;
      const obstacle = await json(`${new URL(url).pathname}.json`);
      assert.ok(
        obstacle.named_by.some((one) => one.url === record.url),
        `${url} does not name ${page.path}`,
      );
    }
  });
  assert.ok(answered > 0, 'no practice answers an obstacle');
});

test('the choice of a border has a feed, with nothing else in it', async () => {
  const path = LISTS.obstacles.nl;
  const listed = (await items(`${path}.json?border=be-nl`)).map((item) => item.url).sort();
  const feed = text(await ask(`${path}.atom?border=be-nl`));
  assert.deepEqual(
    [...feed.matchAll(/<entry>.*?href="([^"]*)"/gs)].map((match) => match[1]).sort(),
    listed,
  );
});
