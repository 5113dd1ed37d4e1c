// SPDX-License-Identifier: EUPL-1.2
// Every page of the sitemap, in a browser: narrow and wide, light and dark.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { colours, contextOf, launch } from './browser.js';
import { LISTS, kindOf } from './formats.js';
import { FORMS, LANGUAGES, SITE, ask, each, icon, sitemap, text, topics } from './site.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SEARCHES = ['forum', 'Dusseldorff', '%22', 'a'.repeat(201)];
const LOOKS = [
  [320, 'light'],
  [320, 'dark'],
  [1280, 'light'],
  [1280, 'dark'],
];

// Each page is seen narrow and wide, light and dark, in two looks that together are all of these;
// from page to page and from language to language they take turns. Meetings are many and look
// alike: each is seen once in each language, in all looks over the four languages.
const inTurn = (place, look) => (place % 2 === 0) === (look === 0 || look === 3);
function isSeen(entry, look) {
  const ofLanguage = pages.filter((page) => page.language === entry.language);
  const meetings = ofLanguage.filter((page) => kindOf(page) === 'meeting');
  const meeting = meetings.indexOf(entry);
  const language = LANGUAGES.indexOf(entry.language);
  return meeting < 0
    ? inTurn(ofLanguage.indexOf(entry) + language, look)
    : (meeting + language) % LOOKS.length === look;
}

let browser;
let pages;
const errors = []; // the same of an error page in each language
// The same of the results of a search, of one that finds nothing, and of one that is refused.
const searches = [];
const seen = []; // one of each page and look: what the browser saw there
const spaced = new Map(); // by URL, at 320 px: how wide the page is with wider spaces

// Runs inside the page.
async function observe() {
  const result = await window.axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } },
    resultTypes: ['violations', 'incomplete'],
    preload: { assets: ['media'] }, // no rule of these looks at the sources of styles
  });
  const name = (found) =>
    `${found.id}: ${found.nodes.map((node) => node.target.join(' ')).join(', ')}`;
  const root = document.documentElement;
  const tooWide = [...document.body.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > root.clientWidth + 1,
  );
  return {
    violations: result.violations.map(name),
    // A contrast that axe cannot tell, because something lies over the text, is measured here
    // instead.
    doubtful: result.incomplete.filter((found) => found.id !== 'color-contrast').map(name),
    faint: result.incomplete
      .filter((found) => found.id === 'color-contrast')
      .flatMap((found) => found.nodes)
      .flatMap((node) => {
        const element = document.querySelector(node.target[0]);
        const style = getComputedStyle(element);
        let ground = element;
        while (ground && window.colourOf(getComputedStyle(ground).backgroundColor)[3] !== 1)
          ground = ground.parentElement;
        const contrast = window.contrast(
          window.colourOf(style.color),
          ground ? window.colourOf(getComputedStyle(ground).backgroundColor) : [255, 255, 255],
        );
        return contrast >= 4.5 ? [] : [`${node.target[0]} ${contrast.toFixed(2)}`];
      }),
    rules: result.violations.length + result.passes.length,
    targetSize: [...result.passes, ...result.violations, ...result.incomplete].some(
      (found) => found.id === 'target-size',
    ),
    overflow:
      root.scrollWidth > root.clientWidth
        ? `${root.scrollWidth} px: ${tooWide.slice(0, 3).map((one) => one.outerHTML.slice(0, 80))}`
        : '',
    language: root.lang,
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
    // Data is no script.
    scripts: [...document.scripts].filter((script) => script.type !== 'application/ld+json').length,
    handlers: [...document.querySelectorAll('*')]
      .flatMap((element) => element.getAttributeNames())
      .filter((attribute) => attribute.startsWith('on')),
    canonical: [...document.querySelectorAll('link[rel=canonical]')].map((link) =>
      link.getAttribute('href'),
    ),
    alternates: [...document.querySelectorAll('link[rel=alternate][hreflang]')].map((link) => [
      link.hreflang,
      link.getAttribute('href'),
    ]),
    links: [...document.querySelectorAll('a')].map(
      (link) => new URL(link.getAttribute('href'), document.baseURI).href,
    ), // in a map, too
    ids: [...document.querySelectorAll('[id]')].map((element) => element.id),
    ground: window.colourOf(getComputedStyle(document.body).backgroundColor),
    ink: window.colourOf(getComputedStyle(document.body).color),
    darkness: window.luminance(window.colourOf(getComputedStyle(document.body).backgroundColor)),
  };
}

// The same: how wide a page is with the text spacing of WCAG 1.4.12.
function spacedWidth() {
  // through the object model, which the policy of the page allows
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    '* { line-height: 1.5 !important; letter-spacing: .12em !important; ' +
      'word-spacing: .16em !important } p { margin-bottom: 2em !important }',
  );
  document.adoptedStyleSheets = [sheet];
  for (const details of document.querySelectorAll('details')) details.open = true;
  return document.documentElement.scrollWidth;
}

async function visit(tab, entry, look, sights) {
  const requests = [];
  const complaints = [];
  tab.removeAllListeners();
  tab.on('request', (request) => requests.push(request.url()));
  tab.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
  );
  tab.on('pageerror', (error) => complaints.push(error.message));
  try {
    const answer = await tab.goto(entry.url, { waitUntil: 'load' });
    sights.push({
      ...look,
      entry,
      requests,
      complaints,
      status: answer.status(),
      setCookie: (await answer.allHeaders())['set-cookie'],
      ...(await tab.evaluate(observe)),
    });
    if (look.width === 320) spaced.set(entry.url, await tab.evaluate(spacedWidth));
  } catch (error) {
    sights.push({ ...look, entry, requests, complaints, failure: error.message });
  }
}

// What links with a choice lead to, a filter or the next part of a list, and pages in other
// formats: they are not in the sitemap, but visitors get there. From each address the links found
// on it; null where it did not answer 200. Choices are followed from the pages of the sitemap, and
// from there on only to the next parts: all choices with each other are thousands.
const chosen = new Map();
const isFormat = (link) =>
  /\.(json|jsonld|csv|geojson|ics|atom|zip|sha256)$/.test(new URL(link).pathname);
const isChoice = (link) =>
  new URL(link).origin === SITE && (new URL(link).search || isFormat(link));
async function choose(links) {
  const open = new Set(links.filter(isChoice));
  for (const url of open) {
    // grows on the way
    const answer = await fetch(url);
    const found = [...(await answer.text()).matchAll(/<a [^>]*href="([^"]+)"/g)].map(
      ([, href]) => new URL(href.replaceAll('&amp;', '&'), url).href,
    );
    chosen.set(url, answer.ok ? found : null);
    for (const link of found) if (new URL(link).searchParams.has('before')) open.add(link);
  }
}

before(async () => {
  pages = await sitemap();
  browser = await launch();
  await each(
    LOOKS.map((look, place) => [...look, place]),
    2,
    async ([width, scheme, look]) => {
      const context = await contextOf(browser, width, scheme);
      await context.addInitScript({ content: axe });
      await context.addInitScript({ content: colours });
      const tab = await context.newPage();
      for (const entry of pages)
        if (isSeen(entry, look)) await visit(tab, entry, { width, scheme }, seen);
      for (const [place, language] of LANGUAGES.entries()) {
        const path = `/${language}/nowhere`;
        if (inTurn(place, look))
          await visit(tab, { path, url: SITE + path, language }, { width, scheme }, errors);
        for (const [search, q] of SEARCHES.entries()) {
          if (!inTurn(place + search, look)) continue;
          const there = `${LISTS.search[language]}?q=${q}`;
          await visit(
            tab,
            { path: there, url: SITE + there, language, status: q.length > 200 ? 400 : 200 },
            { width, scheme },
            searches,
          );
        }
      }
      const cookies = await context.cookies();
      for (const sight of seen.filter((one) => one.width === width && one.scheme === scheme))
        sight.cookies = cookies.map((cookie) => cookie.name);
      await context.close();
    },
  );
  await choose(seen.flatMap((sight) => sight.links ?? []));
});
after(() => browser?.close());

// FAULT gives what is wrong with what was seen, or nothing.
function every(sights, fault, least = pages.length) {
  assert.ok(sights.length >= least, `only ${sights.length} of ${least} pages were seen`);
  const faults = sights.flatMap((sight) => {
    const found = sight.failure ?? fault(sight);
    return found && found.length !== 0
      ? [`${sight.entry.path} at ${sight.width} px ${sight.scheme}: ${found}`]
      : [];
  });
  assert.deepEqual(faults, []);
}

test('the sitemap is well-formed XML, read here as a browser reads it', async () => {
  const answer = await ask('/sitemap.xml');
  assert.match(answer.headers['content-type'], /^(application|text)\/xml\b/);
  const tab = await browser.newPage();
  const read = await tab.evaluate((xml) => {
    const document = new DOMParser().parseFromString(xml, 'application/xml');
    const error = document.querySelector('parsererror')?.textContent;
    const sitemaps = 'http://www.sitemaps.org/schemas/sitemap/0.9';
    const entries = [...document.getElementsByTagNameNS(sitemaps, 'url')].map((url) => ({
      url: url.getElementsByTagNameNS(sitemaps, 'loc')[0].textContent,
      changed: url.getElementsByTagNameNS(sitemaps, 'lastmod')[0]?.textContent,
      alternates: Object.fromEntries(
        [...url.getElementsByTagNameNS('http://www.w3.org/1999/xhtml', 'link')]
          .filter((link) => link.getAttribute('rel') === 'alternate')
          .map((link) => [link.getAttribute('hreflang'), link.getAttribute('href')]),
      ),
    }));
    for (const { alternates } of entries) delete alternates['x-default'];
    return {
      error,
      root: `${document.documentElement.namespaceURI} ${document.documentElement.localName}`,
      entries,
    };
  }, text(answer));
  await tab.close();
  assert.equal(read.error, undefined);
  assert.equal(read.root, 'http://www.sitemaps.org/schemas/sitemap/0.9 urlset');
  assert.deepEqual(
    read.entries.map(({ url, alternates }) => ({ url, alternates })),
    pages.map(({ url, alternates }) => ({ url, alternates })),
  );
  // Forms, and what says which lists and fields there are, change with the program alone.
  const lists = /\/(nl|en)\/open-data$|\/fr\/donnees-ouvertes$|\/de\/offene-daten$/;
  for (const entry of read.entries.filter(({ url }) => !FORMS.test(url) && !lists.test(url)))
    assert.match(entry.changed, /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/, entry.url);
});

test('the sitemap lists every page once, on this site, in all four languages', () => {
  assert.equal(new Set(pages.map((page) => page.url)).size, pages.length);
  assert.deepEqual(
    pages.filter((page) => !page.url.startsWith(`${SITE}/`)),
    [],
  );
  for (const page of pages)
    assert.deepEqual(Object.keys(page.alternates).sort(), [...LANGUAGES].sort(), page.path);
});

test('the sitemap leads who reads none of the languages to the page in English', () => {
  for (const page of pages) assert.equal(page.others, page.alternates.en, page.path);
});

test('the alternates of the sitemap name the page itself, and point back and forth', () => {
  const byUrl = new Map(pages.map((page) => [page.url, page]));
  for (const page of pages) {
    assert.equal(page.alternates[page.language], page.url, page.path);
    for (const [language, url] of Object.entries(page.alternates)) {
      assert.ok(
        byUrl.has(url),
        `${page.path} has the alternate ${url}, which is not in the sitemap`,
      );
      assert.equal(byUrl.get(url).language, language, url);
      assert.deepEqual(byUrl.get(url).alternates, page.alternates, `${page.path} and ${url}`);
    }
  }
});

test('every page in the sitemap answers 200', () =>
  every(seen, (sight) => sight.status !== 200 && `status ${sight.status}`));

for (const [look, [width, scheme]] of LOOKS.entries()) {
  const here = () => seen.filter((sight) => sight.width === width && sight.scheme === scheme);
  const least = () => pages.filter((page) => isSeen(page, look)).length;

  test(`no page in the sitemap has an axe-core violation at ${width} px, ${scheme}`, () => {
    every(here(), (sight) => sight.violations.join('; '), least());
    every(
      here(),
      (sight) => sight.rules < 30 && `axe-core has run only ${sight.rules} rules`,
      least(),
    );
    every(
      here(),
      (sight) => !sight.targetSize && 'axe-core has not measured the size of targets',
      least(),
    );
  });

  test(`axe-core has no doubt but of measured contrasts at ${width} px, ${scheme}`, () => {
    every(here(), (sight) => sight.doubtful.join('; '), least());
    every(here(), (sight) => sight.faint.join('; '), least());
  });

  test(`every page in the sitemap is ${scheme} at ${width} px in ${scheme} mode`, () => {
    every(here(), (sight) => sight.ground[3] !== 1 && 'the background is transparent', least());
    every(
      here(),
      (sight) =>
        (scheme === 'dark') !== sight.darkness < 0.2 && `the background is ${sight.ground}`,
      least(),
    );
  });
}

test('the error pages pass axe-core and do not scroll sideways', () => {
  const least = LANGUAGES.length * 2;
  every(errors, (sight) => sight.status !== 404 && `status ${sight.status}`, least);
  every(
    errors,
    (sight) => [...sight.violations, ...sight.doubtful, ...sight.faint].join('; '),
    least,
  );
  every(errors, (sight) => sight.overflow, least);
});

test('the pages of a search pass axe-core, do not scroll sideways, raise no complaint', () => {
  const least = LANGUAGES.length * 2 * SEARCHES.length;
  every(
    searches,
    (sight) => sight.status !== sight.entry.status && `status ${sight.status}`,
    least,
  );
  every(
    searches,
    (sight) => [...sight.violations, ...sight.doubtful, ...sight.faint].join('; '),
    least,
  );
  every(searches, (sight) => sight.overflow, least);
  every(
    searches,
    (sight) =>
      (sight.language !== sight.entry.language || sight.headings !== 1) &&
      `lang="${sight.language}", ${sight.headings} h1 elements`,
    least,
  );
  every(
    searches,
    (sight) => [
      ...sight.complaints.filter(
        (complaint) => !complaint.includes(`status of ${sight.entry.status}`),
      ),
      ...sight.handlers,
    ],
    least,
  );
});

test('no page in the sitemap scrolls sideways at 320 px, nor at 1280', () =>
  every(seen, (sight) => sight.overflow));

test('no page in the sitemap makes the browser load anything but itself and its icon', async () => {
  const iconAddress = new URL(await icon(), SITE).href;
  every(seen, (sight) =>
    sight.requests.filter((url) => url !== sight.entry.url && url !== iconAddress),
  );
});

test('no page in the sitemap makes the browser complain on its console', () =>
  every(seen, (sight) => sight.complaints));

test('no page in the sitemap has a script, nor an attribute that runs one', () => {
  every(seen, (sight) => sight.scripts && `${sight.scripts} script elements`);
  every(seen, (sight) => sight.handlers);
});

test('no page in the sitemap sets a cookie', () => {
  every(seen, (sight) => sight.setCookie);
  every(seen, (sight) => sight.cookies);
});

test('every page in the sitemap has exactly one first heading', () =>
  every(seen, (sight) => sight.headings !== 1 && `${sight.headings} h1 elements`));

test('every page in the sitemap says which language it is in', () =>
  every(seen, (sight) => sight.language !== sight.entry.language && `lang="${sight.language}"`));

test('every page in the sitemap has a title, and no two of one language have the same', () => {
  every(seen, (sight) => !sight.title && 'no title');
  every(seen, (sight) =>
    seen
      .filter(
        (other) =>
          other.title === sight.title &&
          other.entry.language === sight.entry.language &&
          other.entry !== sight.entry,
      )
      .map((other) => `"${sight.title}", as ${other.entry.path}`)
      .slice(0, 1),
  );
});

test('every page in the sitemap names its own address as the canonical one', () =>
  every(
    seen,
    (sight) =>
      JSON.stringify(sight.canonical) !== JSON.stringify([sight.entry.url]) &&
      `canonical: ${sight.canonical}`,
  ));

test('every page in the sitemap has the hreflang links that the sitemap has', () => {
  const sorted = (pairs) => JSON.stringify([...pairs].sort());
  every(
    seen,
    (sight) =>
      sorted(sight.alternates) !==
        sorted([...Object.entries(sight.entry.alternates), ['x-default', sight.entry.others]]) &&
      sorted(sight.alternates),
  );
});

test('every link within the site leads to a page and a place that exist', () => {
  const places = new Map(
    seen.filter((sight) => !sight.failure).map((sight) => [sight.entry.url, new Set(sight.ids)]),
  );
  every(seen, (sight) =>
    sight.links
      .filter((link) => new URL(link).origin === SITE)
      .filter((link) => {
        const { origin, pathname, hash } = new URL(link);
        const there = places.get(origin + pathname);
        if (isChoice(link) && !chosen.get(link)) return true;
        return (
          !isFormat(link) && (!there || (hash && !there.has(decodeURIComponent(hash.slice(1)))))
        );
      }),
  );
});

test('every page in the sitemap can be reached from the home page of its language by links', () => {
  const links = new Map([
    ...chosen,
    ...seen
      .filter((sight) => !sight.failure)
      .map((sight) => [sight.entry.url, sight.links.map((link) => link.split('#')[0])]),
  ]);
  for (const language of LANGUAGES) {
    const reached = new Set([`${SITE}/${language}/`]);
    for (const url of reached)
      for (const link of links.get(url) ?? [])
        if (link.startsWith(`${SITE}/${language}/`)) reached.add(link);
    assert.deepEqual(
      pages
        .filter((page) => page.language === language && !reached.has(page.url))
        .map((page) => page.path),
      [],
    );
  }
});

test('at 400 % zoom (320 by 256 px) every topic shows its facts and milestones', async () => {
  const context = await contextOf(browser, 320, 'light', 256);
  const tab = await context.newPage();
  const faults = [];
  for (const topic of await topics()) {
    await tab.goto(topic.url);
    for (const part of ['.facts', '.milestones']) {
      const whole = await tab.locator(part).evaluateAll(
        (elements) =>
          elements.length === 1 &&
          elements.every((element) => {
            element.scrollIntoView();
            const box = element.getBoundingClientRect();
            return (
              element.innerText.trim() &&
              box.height > 50 &&
              box.left >= 0 &&
              box.right <= 320 &&
              [...element.querySelectorAll('*')].every(
                (inner) =>
                  inner.scrollWidth <= inner.clientWidth + 1 ||
                  getComputedStyle(inner).display === 'inline',
              ) &&
              getComputedStyle(element).visibility === 'visible' &&
              element.contains(document.elementFromPoint(box.left + box.width / 2, box.top + 20))
            );
          }),
      );
      if (!whole) faults.push(`${topic.path}: ${part}`);
    }
  }
  await context.close();
  assert.deepEqual(faults, []);
});

test('with the text spacing of WCAG 1.4.12 no page scrolls sideways at 320 px', async () => {
  const context = await contextOf(browser, 320, 'light');
  const tab = await context.newPage();
  for (const page of pages.filter(({ url }) => !spaced.has(url))) {
    await tab.goto(page.url);
    spaced.set(page.url, await tab.evaluate(spacedWidth));
  }
  await context.close();
  assert.deepEqual(
    pages
      .filter(({ url }) => spaced.get(url) > 320)
      .map(({ url, path }) => `${path}: ${spaced.get(url)} px`),
    [],
  );
});

test('no word of the figures of the register is cut at 1280 px', async () => {
  const context = await contextOf(browser, 1280, 'light');
  const tab = await context.newPage();
  for (const language of LANGUAGES) {
    await tab.goto(SITE + LISTS.obstacles[language]);
    const cut = await tab.evaluate(() =>
      [...document.querySelectorAll('.figures strong + span')].flatMap((label) =>
        [...label.firstChild.data.matchAll(/\S+/g)]
          .filter(({ 0: word, index }) => {
            const range = document.createRange();
            range.setStart(label.firstChild, index);
            range.setEnd(label.firstChild, index + word.length);
            const lines = [...range.getClientRects()].map(({ bottom }) => bottom);
            // Its first letter is a box of its own.
            return Math.max(...lines) - Math.min(...lines) > 10;
          })
          .map(([word]) => word),
      ),
    );
    assert.deepEqual(cut, [], language);
  }
  await context.close();
});
