// SPDX-License-Identifier: EUPL-1.2
// Names in headings break at their syllables where a browser has no dictionary: at empty elements,
// to which the style gives a soft hyphen. Texts have no soft hyphens, which would be copied,
// compared and searched for with the names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contextOf, launch } from './browser.js';
import { LISTS } from './formats.js';
import { LANGUAGES, SITE, ask, each, oneLine, sitemap, tags, text, words } from './site.js';

const BREAK = '<i></i>';
const SOFT_HYPHEN = /\u00ad|&shy;|&#(?:173|xad);/i;
const heading = (page) => /<h1[^>]*>(.*?)<\/h1>/s.exec(page)?.[1] ?? '';
const without = (page) => page.replace(/<h1.*?<\/h1>/s, '');

// Pages whose heading has such a place, as a browser shows them.
let pages;
async function broken() {
  if (pages) return pages;
  pages = [];
  await each(await sitemap(), 4, async (entry) => {
    const page = text(await ask(entry.path));
    assert.doesNotMatch(page, SOFT_HYPHEN, entry.path);
    assert.ok(
      !without(page).includes(BREAK),
      `${entry.path} has a place to break outside its heading`,
    );
    if (heading(page).includes(BREAK)) pages.push({ ...entry, page });
  });
  return pages;
}

test('long names have places to break in their headings, and nowhere else', async () => {
  const found = await broken();
  for (const language of ['nl', 'de'])
    assert.ok(
      found.some((page) => page.language === language),
      language,
    );
  for (const { path, page } of found) {
    const title = words(heading(page));
    assert.ok(words(/<title>(.*?)<\/title>/s.exec(page)[1]).includes(title), `${path}: ${title}`);
    assert.ok(
      tags(page, 'meta').some(
        ({ property, content }) => property === 'og:title' && oneLine(content).includes(title),
      ),
      `${path}: ${title}`,
    );
  }
});

test('data, feeds, calendars and tables have no soft hyphen', async () => {
  const all = [
    ...(await broken()),
    ...(await Promise.all(
      Object.values(LISTS).flatMap((list) =>
        LANGUAGES.map(async (language) => ({ page: text(await ask(list[language])) })),
      ),
    )),
  ];
  const addresses = new Set(
    all.flatMap(({ page }) => [
      ...tags(page, 'link')
        .filter(({ rel, type }) => rel === 'alternate' && type)
        .map(({ href }) => href),
      ...tags(/<p class="forms">.*?<\/p>/s.exec(page)?.[0] ?? '', 'a').map(({ href }) => href),
    ]),
  );
  const kinds = new Set([...addresses].map((address) => /\.(\w+)(?:\?.*)?$/.exec(address)?.[1]));
  for (const kind of ['json', 'csv', 'ics', 'atom'])
    assert.ok(kinds.has(kind), `${kind}: ${[...kinds]}`);
  await each([...addresses], 4, async (address) => {
    const answer = await ask(address);
    assert.equal(answer.status, 200, address);
    const said = text(answer);
    assert.doesNotMatch(said, SOFT_HYPHEN, address);
    assert.ok(!said.includes('<i>') && !said.includes('\\u00ad'), address);
  });
});

test('a search for the whole name finds the page, and shows the name in one piece', async () => {
  for (const { path, language, page } of (await broken()).slice(0, 12)) {
    const { items } = JSON.parse(
      text(
        await ask(`${LISTS.search[language]}.json?q=${encodeURIComponent(words(heading(page)))}`),
      ),
    );
    const found = items.find(({ url }) => url.endsWith(path));
    assert.ok(found, `${path} among ${items.length}`);
    assert.equal(oneLine(found.title), words(heading(page)), path);
  }
});

// Runs inside the page: the places in its heading where a line ends without a hyphen.
function bare() {
  const range = document.createRange();
  const top = (text, from, to) => {
    range.setStart(text, from);
    range.setEnd(text, to);
    return range.getBoundingClientRect().top;
  };
  return [...document.querySelectorAll('h1 i')]
    .filter(
      ({ previousSibling: before, nextSibling: after }) =>
        top(before, before.length - 1, before.length) !== top(after, 0, 1),
    )
    .filter((place) => place.getBoundingClientRect().width === 0)
    .map((place) => place.previousSibling.textContent);
}

test('a heading that breaks at such a place has a hyphen, at any width of a phone', async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const tab = await (await contextOf(browser, 320, 'light')).newPage();
  for (const { path } of await broken()) {
    await tab.goto(SITE + path);
    for (const width of [320, 360, 390, 412]) {
      await tab.setViewportSize({ width, height: 800 });
      assert.deepEqual(await tab.evaluate(bare), [], `${path} at ${width} px`);
    }
  }
});
