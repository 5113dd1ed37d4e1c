// The maps: each says in words what it shows, and that is what the list beside it says.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { LISTS } from './formats.js';
import { ask, oneLine, sitemap, text, words } from './site.js';

const WEIGHT_MOST = 5 * 1024; // of a map, compressed

const maps = (page) => [...page.matchAll(/<figure class="map">.*?<\/figure>/gs)].map(([map]) => map);
const label = (map) => words(/ aria-label="([^"]*)"/.exec(map)[1]);
const listOf = (sentence) => sentence.slice(sentence.indexOf(':') + 1).split(',').map(oneLine).filter(Boolean);
const absent = (map) => listOf(words(/<p>(.*?)<\/p>/s.exec(map)?.[1] ?? ''));
const looks = (map) => [...map.matchAll(/<path class="([\w-]+)" d="m/g)].map(([, look]) => look);

// Of the pages of topics and partners: [{ path, page }].
async function cooperation() {
  const paths = (await sitemap()).map(({ path }) => path).filter((path) => /^\/..\/benelux-plus\/./.test(path));
  const pages = await Promise.all(paths.map(async (path) => ({ path, page: text(await ask(path)) })));
  return pages.map(({ path, page }) => ({ path, page, facts: /<aside class="facts".*?<\/aside>/s.exec(page)?.[0] ?? '' }));
}

test('each topic has a map, and its words together with those of who is not on it are the list of who takes part', async () => {
  let compared = 0;
  for (const { path, facts } of await cooperation()) {
    const list = [...facts.matchAll(/<li>(?!<svg)(.*?)<\/li>/gs)].map(([, item]) => words(item));
    const [map] = maps(facts);
    if (!map) {
      assert.ok(path.split('/').length > 4, `${path} has no map`);
      continue;
    }
    assert.deepEqual([...listOf(label(map)), ...absent(map)].sort(), list.sort(), path);
    compared += 1;
  }
  assert.ok(compared >= 20, `${compared} maps`);
});

test('as many areas stand out as parties are named, and each role that is named has its look in the key', async () => {
  for (const { path, facts } of await cooperation()) {
    for (const map of maps(facts)) {
      const shown = listOf(label(map)), seen = looks(map);
      assert.equal(seen.length, shown.length, path);
      assert.equal(seen.filter((look) => look === 'member').length, shown.filter((name) => !name.endsWith(')')).length, path);
      const key = [...map.matchAll(/<li><svg[^>]*><path class="([\w-]+)"/g)].map(([, look]) => look);
      assert.deepEqual(key.sort(), [...new Set(seen)].length > 1 ? [...new Set(seen)].sort() : [], path);
    }
  }
});

test('on the map of all each link leads to a topic or partner, names areas whose parties take part there, and no area twice', async () => {
  for (const { path } of (await sitemap()).filter((page) => /^\/..\/(benelux-plus)?$/.test(page.path))) {
    const [map] = maps(text(await ask(path)));
    const links = [...map.matchAll(/<a href="([^"]+)" aria-label="([^"]+)">(.*?)<\/a>/gs)].map(([, to, name, inside]) => ({ to, areas: listOf(words(name)), drawn: inside.split('<path').length - 1 }));
    assert.ok(links.length >= 4, path);
    assert.equal(new Set(links.flatMap(({ areas }) => areas)).size, links.flatMap(({ areas }) => areas).length, path);
    for (const { to, areas, drawn } of links) {
      const facts = /<aside class="facts".*?<\/aside>/s.exec(text(await ask(to)))[0];
      const parties = listOf(label(maps(facts)[0])).map((name) => name.replace(/ \([^)]*\)$/, ''));
      assert.deepEqual(areas.filter((name) => !parties.includes(name)), [], `${path} to ${to}`);
      assert.equal(drawn, areas.length, `${path} to ${to}`);
    }
  }
});

test(`a map takes at most ${WEIGHT_MOST} bytes compressed`, async () => {
  for (const { path, page } of await cooperation()) {
    for (const map of maps(page)) assert.ok(gzipSync(map).length <= WEIGHT_MOST, `${path}: ${gzipSync(map).length}`);
  }
});

const termsOf = async (path, forum) => (
  JSON.parse(text(await ask(`${LISTS.presidencies[path.split('/')[1]]}.json`))).items.filter((item) => item.forum === forum));

test('the line of years of a forum counts its meetings as its list has them', async () => {
  let compared = 0;
  for (const { path, page } of await cooperation()) {
    const [line] = /<figure class="timeline">.*?<\/figure>/s.exec(page) ?? [];
    const query = /href="(\/[^"?]*)\.ics(\?forum=[a-z-]+)"/.exec(page);
    if (!line) continue;
    const { items } = JSON.parse(text(await ask(`${query[1]}.json${query[2]}`)));
    const held = items.filter((item) => item.status !== 'cancelled');
    const counted = [...line.matchAll(/<li>.*?: (\d+)<\/li>/gs)].map(([, count]) => Number(count));
    const marks = [...line.matchAll(/ d="((?:M\d+ -?\d+(?:h0|m0-5v10))+)"/g)].map(([, all]) => all.split('M').length - 1);
    assert.deepEqual(marks, counted, path);
    assert.equal(counted.reduce((sum, one) => sum + one, 0), held.length, path);
    const terms = await termsOf(path, query[2].slice('?forum='.length));
    const bands = (/<g stroke-width="10">.*?<\/g>/s.exec(line)?.[0] ?? '').split('<path').length - 1;
    assert.equal(bands, terms.length, path);
    const years = [...held, ...terms].flatMap((item) => [item.starts, item.ends ?? item.starts]).map((date) => Number(date.slice(0, 4)));
    assert.deepEqual([...line.matchAll(/<span>(\d{4})<\/span>/g)].map(([, year]) => Number(year)), [Math.min(...years), Math.max(...years)], path);
    compared += 1;
  }
  assert.ok(compared >= 12, `${compared} lines`);
});
