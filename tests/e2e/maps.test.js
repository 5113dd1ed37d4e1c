// SPDX-License-Identifier: EUPL-1.2
// The maps: each says in words what it shows, and the list beside it says the same.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { contextOf, launch } from './browser.js';
import { LISTS } from './formats.js';
import { SITE, ask, oneLine, sitemap, text, words } from './site.js';

const WEIGHT_MAX = 5 * 1024; // bytes of a map, compressed

const maps = (page) =>
  [...page.matchAll(/<(figure|div) class="map">.*?<\/\1>/gs)].map(([map]) => map);
const label = (map) => words(/ aria-label="([^"]*)"/.exec(map)[1]);
const listOf = (sentence) =>
  sentence
    .slice(sentence.indexOf(':') + 1)
    .split(',')
    .map(oneLine)
    .filter(Boolean);
const absent = (map) => listOf(words(/<p class="absent">(.*?)<\/p>/s.exec(map)?.[1] ?? ''));
const looks = (map) => [...map.matchAll(/<path class="([\w-]+)" d="m/g)].map(([, look]) => look);
// The parts of a label that name who takes part, and the towns.
const [partiesOf, townsOf] = [0, 1].map(
  (sentence) => (map) => listOf(label(map).split(/\. (?=[^.]*:)/)[sentence] ?? ''),
);

// The pages of topics and partners: [{ path, page }].
async function cooperation() {
  const paths = (await sitemap())
    .map(({ path }) => path)
    .filter((path) => /^\/..\/benelux-plus\/./.test(path));
  const pages = await Promise.all(
    paths.map(async (path) => ({ path, page: text(await ask(path)) })),
  );
  return pages.map(({ path, page }) => ({
    path,
    page,
    facts: /<aside class="facts".*?<\/aside>/s.exec(page)?.[0] ?? '',
  }));
}

test('the map of each topic names who takes part, together with those not on it', async () => {
  let compared = 0;
  for (const { path, facts } of await cooperation()) {
    const list = [...facts.matchAll(/<li>(?!<svg)(.*?)<\/li>/gs)].map(([, item]) => words(item));
    const [map] = maps(facts);
    if (!map) {
      assert.ok(path.split('/').length > 4, `${path} has no map`);
      continue;
    }
    assert.deepEqual([...partiesOf(map), ...absent(map)].sort(), list.sort(), path);
    compared += 1;
  }
  assert.ok(compared >= 20, `${compared} maps`);
});

test('a map marks as many areas as it names parties; its key has each role', async () => {
  for (const { path, facts } of await cooperation()) {
    for (const map of maps(facts)) {
      const shown = partiesOf(map),
        seen = looks(map);
      assert.equal(seen.length, shown.length, path);
      assert.equal(
        seen.filter((look) => look === 'member').length,
        shown.filter((name) => !name.endsWith(')')).length,
        path,
      );
      const key = [...map.matchAll(/<li><svg[^>]*><path class="([\w-]+)"/g)].map(
        ([, look]) => look,
      );
      assert.deepEqual(key.sort(), [...new Set(seen)].sort(), path);
    }
  }
});

test('the links of the map of all name areas of their page, each area once', async () => {
  for (const { path } of (await sitemap()).filter((page) =>
    /^\/..\/(benelux-plus)?$/.test(page.path),
  )) {
    const [map] = maps(text(await ask(path)));
    const links = [...map.matchAll(/<a href="([^"]+)" aria-label="([^"]+)">(.*?)<\/a>/gs)].map(
      ([, to, name, inside]) => ({
        to,
        areas: listOf(words(name)),
        drawn: inside.split('<path').length - 1,
      }),
    );
    assert.ok(links.length >= 4, path);
    assert.equal(
      new Set(links.flatMap(({ areas }) => areas)).size,
      links.flatMap(({ areas }) => areas).length,
      path,
    );
    for (const { to, areas, drawn } of links) {
      const facts = /<aside class="facts".*?<\/aside>/s.exec(text(await ask(to)))[0];
      const parties = partiesOf(maps(facts)[0]).map((name) => name.replace(/ \([^)]*\)$/, ''));
      assert.deepEqual(
        areas.filter((name) => !parties.includes(name)),
        [],
        `${path} to ${to}`,
      );
      assert.equal(drawn, areas.length, `${path} to ${to}`);
    }
  }
});

test('the map of a topic has a dot for each town of its meetings that it names', async () => {
  let compared = 0;
  for (const { path, page, facts } of await cooperation()) {
    const [map] = maps(facts);
    const query = /href="webcal:\/\/[^/"]+(\/[^"?]*)\.ics(\?forum=[a-z-]+)"/.exec(page);
    if (!map || !query) continue;
    const dots = / class="town" d="((?:M\d+ \d+h0)+)"/.exec(map)?.[1] ?? '';
    const towns = townsOf(map);
    assert.equal(dots.split('M').length - 1, towns.length, path);
    const { items } = JSON.parse(text(await ask(`${query[1]}.json${query[2]}`)));
    const places = items
      .filter((item) => item.status !== 'cancelled')
      .map((item) => item.place?.name);
    assert.deepEqual(
      towns.filter((town) => !places.includes(town)),
      [],
      path,
    );
    assert.equal(new Set(towns).size, towns.length, path);
    compared += towns.length > 0;
  }
  assert.ok(compared >= 12, `${compared} maps with towns`);
});

test('a town lies where it is: Brussels within its region on every map that has both', async () => {
  const areas = readFileSync(new URL('../../cgi-src/frame/areas.tbl', import.meta.url), 'utf8');
  const [left, top, right, bottom] = /^AREA\("BE-BRU", (\d+), (\d+), (\d+), (\d+)/m
    .exec(areas)
    .slice(1)
    .map(Number);
  const page = text(
    await ask((await sitemap()).find(({ path }) => /^\/en\/benelux-plus\/penta$/.test(path)).path),
  );
  const [map] = maps(page);
  const place = townsOf(map).indexOf('Brussels');
  const [, x, y] = [...map.matchAll(/M(\d+) (\d+)h0/g)][place].map(Number);
  assert.ok(x >= left && x <= right && y >= top && y <= bottom, `${x} ${y}`);
});

test('the map of an obstacle shows the borders and areas of the list beside it', async () => {
  let compared = 0;
  for (const { path } of (await sitemap()).filter((page) =>
    /^\/(nl\/belemmeringen|fr\/obstacles|de\/hindernisse|en\/obstacles)\/./.test(page.path),
  )) {
    const facts = /<aside class="facts".*?<\/aside>/s.exec(text(await ask(path)))[0];
    const list = [...facts.matchAll(/<li><a href="[^"]*">(.*?)<\/a><\/li>/gs)].map(([, item]) =>
      words(item),
    );
    const [map] = maps(facts);
    const borders = list.filter((name) => name.includes(' – '));
    if (!map) {
      assert.equal(borders.length, 0, path);
      continue;
    }
    const named = listOf(label(map));
    assert.deepEqual(
      named.filter((name) => !list.includes(name)),
      [],
      path,
    );
    assert.equal(
      map.split(' class="border"').length - 1,
      named.filter((name) => name.includes(' – ')).length,
      path,
    );
    assert.equal(
      map.split(' class="concerned"').length - 1,
      named.filter((name) => !name.includes(' – ')).length,
      path,
    );
    assert.ok(gzipSync(map).length <= WEIGHT_MAX, path);
    compared += 1;
  }
  assert.ok(compared >= 60, `${compared} maps`);
});

test('the map of the register has a line for each border that can be chosen', async () => {
  for (const query of ['', '?field=taxes', '?status=solved']) {
    const page = text(await ask(`/nl/belemmeringen${query}`));
    const [map] = maps(page);
    const choices = [
      .../<optgroup label="Grenzen">(.*?)<\/optgroup>/s
        .exec(page)[1]
        .matchAll(/<option[^>]*>(.*?)<\/option>/g),
    ].map(([, option]) => words(option));
    const named = listOf(label(map));
    assert.deepEqual(
      named.filter((name) => !choices.includes(name)),
      [],
      query,
    );
    assert.equal(map.split(' class="border"').length - 1, named.length, query);
    assert.ok(named.length > 2, query);
  }
});

test('borders and places of names are as tools/map makes them from the areas', async () => {
  const file = (name) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
  for (const table of ['borders', 'labels']) {
    const made = execFileSync(
      process.execPath,
      [fileURLToPath(new URL(`../../tools/map/${table}.mjs`, import.meta.url))],
      { input: file('cgi-src/frame/areas.tbl'), encoding: 'utf8' },
    );
    assert.equal(file(`cgi-src/frame/${table}.tbl`), made);
  }
});

// Runs inside the page: each name on its map, and what it covers.
function namesOnMaps() {
  return [...document.querySelectorAll('.map > svg')].map((map) => {
    const whole = map.getBoundingClientRect();
    const boxes = [...map.querySelectorAll('text')].map((text) => ({
      words: text.textContent,
      size: parseFloat(getComputedStyle(text).fontSize) * map.getScreenCTM().a,
      box: text.getBoundingClientRect(),
    }));
    const meet = (one, other) =>
      one.left < other.right &&
      other.left < one.right &&
      one.top + 2 < other.bottom && // the lines of one name are close
      other.top + 2 < one.bottom;
    const towns = [
      ...(map.querySelector('.town')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)/g),
    ].map(([, x, y]) => new DOMPoint(x, y).matrixTransform(map.getScreenCTM()));
    return {
      towns: towns.length,
      covering: boxes
        .filter(({ box }) =>
          towns.some(
            ({ x, y }) =>
              x > box.left - 2 && x < box.right + 2 && y > box.top + 1 && y < box.bottom - 1,
          ),
        )
        .map(({ words }) => words),
      words: boxes.map(({ words }) => words),
      label:
        map.getAttribute('aria-label') +
        [...map.querySelectorAll('a')].map((link) => link.getAttribute('aria-label')),
      small: boxes.filter(({ size }) => size < 10.9).map(({ words, size }) => `${words} ${size}`),
      outside: boxes
        .filter(
          ({ box }) =>
            box.left < whole.left - 1 ||
            box.right > whole.right + 1 ||
            box.top < whole.top - 1 ||
            box.bottom > whole.bottom + 1,
        )
        .map(({ words }) => words),
      meeting: boxes
        .filter(({ box }, i) => boxes.slice(0, i).some((other) => meet(box, other.box)))
        .map(({ words }) => words),
    };
  });
}

const BENELUX = new Set([
  ...['België', 'Nederland', 'Luxemburg'],
  ...['Belgique', 'Pays-Bas', 'Luxembourg'],
  ...['Belgien', 'Niederlande'],
  ...['Belgium', 'Netherlands'],
]);
// The countries of the Benelux in the first sentence of the words for a map: who takes part.
const partnersIn = (words) =>
  listOf(words.split('.')[0])
    .map((name) => name.replace(/ \(.*/, ''))
    .filter((name) => BENELUX.has(name));

test('maps have legible names in the language of the page, apart and beside towns', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const tab = await (await contextOf(browser, 320, 'light')).newPage();
  let [named, withTowns, partners] = [0, 0, 0];
  for (const path of (await sitemap())
    .map(({ path }) => path)
    .filter((path) => /^\/..\/(benelux-plus.*|belemmeringen|obstacles|hindernisse)?$/.test(path))) {
    await tab.goto(SITE + path);
    for (const map of await tab.evaluate(namesOnMaps)) {
      for (const words of map.words) assert.ok(map.label.includes(words), `${path}: ${words}`);
      assert.deepEqual(
        partnersIn(map.label).filter((name) => !map.words.includes(name)),
        [],
        `${path}: small countries are named, too`,
      );
      assert.deepEqual([...map.small, ...map.outside, ...map.meeting, ...map.covering], [], path);
      named += map.words.length > 0;
      partners += partnersIn(map.label).length;
      withTowns += map.towns > 0;
    }
  }
  assert.ok(named >= 40, `${named} maps with names`);
  assert.ok(withTowns >= 12, `${withTowns} maps with towns`);
  assert.ok(partners >= 70, `${partners} names of the Benelux`);
});

test(`a map takes at most ${WEIGHT_MAX} bytes compressed`, async () => {
  for (const { path, page } of await cooperation()) {
    for (const map of maps(page))
      assert.ok(gzipSync(map).length <= WEIGHT_MAX, `${path}: ${gzipSync(map).length}`);
  }
});

const termsOf = async (path, forum) =>
  JSON.parse(text(await ask(`${LISTS.presidencies[path.split('/')[1]]}.json`))).items.filter(
    (item) => item.forum.key === forum,
  );

test('the line of years of a forum has as many meetings as its list', async () => {
  let compared = 0;
  for (const { path, page } of await cooperation()) {
    const [line] = /<div class="timeline">.*?<\/div>/s.exec(page) ?? [];
    const query = /href="webcal:\/\/[^/"]+(\/[^"?]*)\.ics(\?forum=[a-z-]+)"/.exec(page);
    if (!line) continue;
    const { items } = JSON.parse(text(await ask(`${query[1]}.json${query[2]}`)));
    const held = items.filter((item) => item.status !== 'cancelled');
    const counted = [...line.matchAll(/<li>.*?: (\d+)<\/li>/gs)].map(([, count]) => Number(count));
    const marks = [...line.matchAll(/ d="((?:M\d+ -?\d+(?:h0|h\.1|m0-5v10))+)"/g)].map(
      ([, all]) => all.split('M').length - 1,
    );
    assert.deepEqual(marks, counted, path);
    const [, leftmost] = [...line.matchAll(/M(\d+) (-?\d+)(?:h0|h\.1|m0-5v10)/g)]
      .map(([, x, y]) => [Number(x), Number(y)])
      .sort(([one], [other]) => one - other)[0];
    assert.equal(leftmost, 0, `${path}: the first mark stands on the line`);
    assert.equal(
      counted.reduce((sum, one) => sum + one, 0),
      held.length,
      path,
    );
    const terms = await termsOf(path, query[2].slice('?forum='.length));
    const bands =
      (/<g stroke-width="10">.*?<\/g>/s.exec(line)?.[0] ?? '').split('<path').length - 1;
    assert.equal(bands, terms.length, path);
    const years = [...held, ...terms]
      .flatMap((item) => [item.starts, item.ends ?? item.starts])
      .map((date) => Number(date.slice(0, 4)));
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const written = [...line.matchAll(/<text [^>]*>(\d{4})<\/text>/g)].map(([, year]) =>
      Number(year),
    );
    assert.ok(written.length > 1 && written.length < 8, `${path}: ${written}`);
    assert.deepEqual(
      written.filter((year) => year < first || year > last),
      [],
      path,
    );
    compared += 1;
  }
  assert.ok(compared >= 12, `${compared} lines`);
});
