// SPDX-License-Identifier: EUPL-1.2
// How visitors get around: the language switch, the breadcrumbs, the keyboard, and paper.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { colours, contextOf, launch } from './browser.js';
import { LANGUAGES, SITE, ask, sitemap, topics } from './site.js';

const NAMES = { nl: 'Nederlands', fr: 'Français', de: 'Deutsch', en: 'English' };

let browser;
let tab;

before(async () => {
  browser = await launch();
  tab = await (await contextOf(browser, 1280, 'light')).newPage();
});
after(() => browser?.close());

for (const from of LANGUAGES) {
  test(`the language switch leads from ${NAMES[from]} to the same topic`, async () => {
    for (const topic of await topics(from)) {
      for (const to of LANGUAGES.filter((language) => language !== from)) {
        await tab.goto(topic.url);
        await tab.getByRole('link', { name: `${to} ${NAMES[to]}`, exact: true }).click();
        await tab.waitForURL((url) => url.href !== topic.url);
        assert.equal(tab.url(), topic.alternates[to], `${NAMES[to]} on ${topic.path}`);
        assert.equal(await tab.getAttribute('html', 'lang'), to);
        assert.equal(await tab.getAttribute(`link[hreflang=${from}]`, 'href'), topic.url);
      }
    }
  });
}

test('the language switch marks the language of the page, and does not link it', async () => {
  for (const language of LANGUAGES) {
    await tab.goto(`${SITE}/${language}/`);
    const current = tab.locator('.languages [aria-current=true]');
    assert.equal((await current.textContent()).trim(), `${language} ${NAMES[language]}`);
    assert.equal(await current.getAttribute('lang'), language);
    assert.equal(await current.getAttribute('href'), null);
    assert.equal(
      await tab.locator('header').getByRole('link', { name: NAMES[language] }).count(),
      0,
    );
  }
});

const HOMES = { nl: 'Home', fr: 'Accueil', de: 'Startseite', en: 'Home' };
test('the breadcrumbs of every topic read Home » Benelux+ » the topic, and lead up', async () => {
  for (const topic of await topics()) {
    await tab.goto(topic.url);
    const crumbs = await tab.locator('nav.crumbs li').evaluateAll((items) =>
      items.map((item) => ({
        text: getComputedStyle(item, '::after').content.match(/»/)?.[0] ?? '',
        label: item.innerText.trim(),
        href: item.querySelector('a')?.href,
        current: item.querySelector('[aria-current=page]') !== null,
      })),
    );
    const home = `${SITE}/${topic.language}/`;
    assert.deepEqual(
      crumbs.slice(0, -1),
      [
        { text: '»', label: HOMES[topic.language], href: home, current: false },
        { text: '»', label: 'Benelux+', href: topic.url.replace(/\/[^/]+$/, ''), current: false },
      ],
      topic.path,
    );
    const last = crumbs.at(-1);
    assert.deepEqual(
      { ...last, label: '' },
      { text: '', label: '', href: undefined, current: true },
      topic.path,
    );
    assert.ok(
      last.label && (await tab.title()).includes(last.label.slice(0, 3)),
      `the last crumb of ${topic.path} is "${last.label}"`,
    );
  }
});

test('the main menu marks the open page, or the one above it, and no other', async () => {
  for (const topic of await topics()) {
    const overview = topic.url.replace(/\/[^/]+$/, '');
    for (const [url, mark] of [
      [topic.url, 'true'],
      [overview, 'page'],
    ]) {
      await tab.goto(url);
      const marked = await tab
        .locator('.menu [aria-current]')
        .evaluateAll((links) =>
          links.map((link) => [link.href, link.getAttribute('aria-current')]),
        );
      assert.deepEqual(marked, [[overview, mark]]);
    }
  }
});

test('the bar at the top is low, and no page is wider than the screen', async () => {
  for (const page of (await sitemap()).filter(({ path }) => path.split('/').length < 4)) {
    for (const [width, max] of [
      [320, 120],
      [1280, 64],
    ]) {
      await tab.setViewportSize({ width, height: 800 });
      await tab.goto(page.url);
      const [bar, wide] = await tab.evaluate(() => [
        document.querySelector('.top').offsetHeight,
        document.documentElement.scrollWidth,
      ]);
      assert.ok(bar <= max, `${page.path} at ${width}: ${bar} px`);
      assert.ok(wide <= width, `${page.path} at ${width}: ${wide} px wide`);
    }
  }
});

test('on a phone the keyboard opens the menu; on a large screen it is open', async () => {
  await tab.setViewportSize({ width: 320, height: 800 });
  await tab.goto(`${SITE}/nl/`);
  const link = tab.locator('.menu a').first();
  assert.equal(await link.isVisible(), false);
  await tab.locator('.menu summary').focus();
  await tab.keyboard.press('Enter');
  assert.equal(await link.isVisible(), true);
  await tab.keyboard.press('Tab');
  assert.equal(await tab.evaluate(() => document.activeElement.closest('.menu a') !== null), true);
  await tab.setViewportSize({ width: 1280, height: 800 });
  await tab.goto(`${SITE}/nl/`);
  assert.equal(await tab.locator('.menu a').first().isVisible(), true);
  assert.equal(await tab.locator('.menu summary').isVisible(), false);
});

for (const [header, language] of [
  ['nl-BE', 'nl'],
  ['fr;q=0.9,de', 'de'],
  ['en-GB', 'en'],
  ['FR-ca, nl;q=0.9', 'fr'],
  ['xx, fr;q=0.1', 'fr'],
  ['de;q=0, nl;q=0.5', 'nl'],
  ['xx', 'en'],
  ['*', 'en'],
  [undefined, 'en'],
  ['nl;q=;,,;q=', 'en'],
]) {
  test(`/ leads a browser that prefers ${header ?? 'nothing'} to /${language}/`, async () => {
    const answer = await ask('/', {
      headers: header === undefined ? {} : { 'Accept-Language': header },
    });
    assert.equal(answer.status, 302);
    assert.equal(new URL(answer.headers.location, SITE).href, `${SITE}/${language}/`);
    assert.match(answer.headers.vary ?? '', /\bAccept-Language\b/i);
  });
}

for (const path of ['/nl/', '/nl/benelux-plus', 'a topic']) {
  test(`on ${path} the first Tab shows the skip link, which leads to the content`, async () => {
    const url = path === 'a topic' ? (await topics('nl'))[0].url : SITE + path;
    await tab.goto(url);
    await tab.keyboard.press('Tab');
    const first = await tab.evaluate(() => {
      const box = document.activeElement.getBoundingClientRect();
      return {
        href: document.activeElement.getAttribute('href'),
        sight: box.top >= 0 && box.left >= 0 && box.height > 0,
      };
    });
    assert.deepEqual(first, { href: '#content', sight: true });
    await tab.keyboard.press('Enter');
    assert.equal(await tab.evaluate(() => document.activeElement.tagName), 'MAIN');
    await tab.keyboard.press('Tab');
    assert.ok(
      await tab.evaluate(
        () =>
          document.querySelector('main').contains(document.activeElement) &&
          document.activeElement !== document.querySelector('main'),
      ),
      'the next Tab does not stay in the content',
    );
  });
}

for (const [width, scheme] of [
  [1280, 'light'],
  [320, 'dark'],
  [320, 'light'],
]) {
  test(`Tab reaches each link in order, with an outline, at ${width} px, ${scheme}`, async () => {
    const context = await contextOf(browser, width, scheme);
    await context.addInitScript({ content: colours });
    const page = await context.newPage();
    const faults = [];
    for (const url of [`${SITE}/nl/`, (await topics('nl'))[0].url, `${SITE}/nl/nowhere`]) {
      await page.goto(url);
      const links = await page.evaluate(
        () =>
          [
            ...document.querySelectorAll('a[href], button, input, select, textarea, summary'),
          ].filter((one) => one.checkVisibility()).length,
      );
      assert.ok(links > 3, `${url} has ${links} links`);
      for (let i = 0; i < links; i++) {
        await page.keyboard.press('Tab');
        const fault = await page.evaluate((place) => {
          const element = document.activeElement;
          const reached = [
            ...document.querySelectorAll('a[href], button, input, select, textarea, summary'),
          ].filter((one) => one.checkVisibility());
          if (element !== reached[place]) return 'is not next';
          const style = getComputedStyle(element);
          // A link on two lines has two boxes, with an outline around each.
          const box = element.getClientRects()[0];
          if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
            return 'is out of sight';
          if (style.outlineStyle === 'none' || !(parseFloat(style.outlineWidth) > 0))
            return 'has no outline';
          const away = parseFloat(style.outlineOffset) + parseFloat(style.outlineWidth) / 2;
          const contrast = window.contrast(
            window.colourOf(style.outlineColor),
            window.behind(box.left - away, box.top + box.height / 2),
          );
          return contrast < 3 ? `has an outline of contrast ${contrast.toFixed(2)}` : '';
        }, i);
        const name = await page.evaluate(() => document.activeElement.innerText);
        if (fault) faults.push(`${url}, link ${i + 1} "${name}" ${fault}`);
      }
    }
    await context.close();
    assert.deepEqual(faults, []);
  });
}

for (const scheme of ['light', 'dark']) {
  test(`a topic prints dark on white, without navigation, from ${scheme} mode`, async () => {
    const context = await contextOf(browser, 1280, scheme);
    await context.addInitScript({ content: colours });
    const page = await context.newPage();
    for (const topic of await topics()) {
      await page.goto(topic.url);
      assert.ok(
        await page.locator('nav').first().isVisible(),
        'the screen has no navigation either, so this test proves nothing',
      );
      await page.emulateMedia({ media: 'print' });
      for (const nav of await page.locator('nav, a.skip').all())
        assert.equal(
          await nav.isVisible(),
          false,
          `${topic.path}: ${await nav.getAttribute('class')}`,
        );
      for (const part of ['h1', '.lead', '.facts', '.prose', '.milestones', '.sources']) {
        assert.ok(
          await page.locator(part).first().isVisible(),
          `${topic.path}: ${part} is not on paper`,
        );
      }
      const contrasts = await page.evaluate(() =>
        [...document.querySelectorAll('h1, p, dd, dt, main li, main a, footer p')].map((element) =>
          window.contrast(window.colourOf(getComputedStyle(element).color), [255, 255, 255]),
        ),
      );
      assert.ok(
        Math.min(...contrasts) >= 7,
        `${topic.path}: contrast ${Math.min(...contrasts)} on white`,
      );
      await page.emulateMedia({ media: 'screen' });
    }
    const pdf = await page.pdf({ format: 'A4' });
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    assert.ok(pdf.length > 10000, `the PDF has ${pdf.length} bytes`);
    await context.close();
  });
}
