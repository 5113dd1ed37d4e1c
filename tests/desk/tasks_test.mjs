// SPDX-License-Identifier: EUPL-1.2
// The main tasks of an editor from the login on, with the keyboard alone, in each language of the
// desk, with scripts and without.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../e2e/browser.js';
import { LANGUAGES, SITE } from '../e2e/site.js';
import { aSecond, logIn, withoutScripts } from '../support/desk.mjs';

const PASSWORD = 'braamstruik-vuurtoren-5';
const HOMES = {
  nl: 'Documenten en talen',
  fr: 'Documents et langues',
  de: 'Dokumente und Sprachen',
  en: 'Documents and languages',
};
const MEETINGS = { nl: 'vergaderingen', fr: 'reunions', de: 'sitzungen', en: 'meetings' };
const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
const DOCUMENTS = [
  '2010-02-03-brussels',
  '2010-12-03-brussels',
  '2015-10-23-ostend',
  '2019-06-20-esbjerg',
  '2019-12-04-brussels',
  '2020-07-06',
  '2020-12-14',
  '2021-12-02',
];
let browser;
let administrator;

// Presses KEY TIMES times, without waiting for the effect of each: a page handles them in order.
const strike = (page, key, times) =>
  Promise.all(Array.from({ length: times }, () => page.keyboard.press(key)));

// The number of elements that take the focus between the one that has it and TARGET. A group of
// radio buttons counts once.
const between = (target) =>
  target.evaluate((wanted) => {
    if (location.hash) return 0; // the tab key starts at the fragment
    const stops = new Set();
    for (const one of document.querySelectorAll(
      'a[href], button, input, select, textarea, summary',
    )) {
      if (one === wanted) return stops.size;
      if (one === document.activeElement) stops.clear();
      else if (one.checkVisibility() && !one.disabled && one.tabIndex === 0)
        stops.add(one.type === 'radio' ? one.name : one);
    }
    return 0;
  });

// Goes to the first element of SELECTOR without a mouse.
async function reach(page, selector) {
  const target = page.locator(selector).first();
  await target.waitFor({ state: 'attached' });
  await strike(page, 'Tab', await between(target));
  for (let i = 0; i < 250; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`the tab key does not reach ${selector} on ${page.url()}`);
}
async function press(page, selector) {
  await reach(page, selector);
  const answered = page.waitForNavigation();
  await page.keyboard.press('Enter');
  await answered;
}
// With scripts the page stays while a row is added.
async function addRow(page, group, number, first) {
  await reach(page, button(`${group}.add`));
  await page.keyboard.press('Enter');
  await page.locator(field(`${group}.${number}.${first}`)).waitFor();
}
async function type(page, selector, words) {
  await reach(page, selector);
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(words);
}
// Chooses an option of a closed list: the first, then down with the arrow.
async function choose(page, selector, value) {
  await reach(page, selector);
  const place = await page
    .locator(selector)
    .evaluate(
      (select, wanted) => [...select.options].findIndex((one) => one.value === wanted),
      value,
    );
  await page.keyboard.press('Home');
  await strike(page, 'ArrowDown', place);
  assert.equal(await page.locator(selector).inputValue(), value);
}
const text = (name) => `textarea[name="text.${name}"]`;
const field = (id) => `[id="${id}"]`;
const button = (action) => `main form button[value="${action}"]:not(.hidden)`;
const done = async (page, what) =>
  assert.equal(
    await page.locator('.notice[role=status]').count(),
    1,
    `${what}: ${await page.locator('.problem').allInnerTexts()}`,
  );
const publicText = async (path) => (await fetch(SITE + path)).text();

before(async () => {
  browser = await launch();
  administrator = await (await withoutScripts(browser)).newPage();
  await logIn(administrator);
});
after(() => browser?.close());

let count = 0;
for (const language of LANGUAGES) {
  for (const scripts of [false, true]) {
    const key = `nsec-${DOCUMENTS[count]}`;
    const name = `taken-${language}-${scripts ? 'met' : 'zonder'}`;
    const day = `2031-0${++count}-15`;
    const other = LANGUAGES[(LANGUAGES.indexOf(language) + 1) % 4];
    const where = `in ${language}, ${scripts ? 'with' : 'without'} scripts`;
    let page;

    test(`a new account logs in and chooses its language ${where}`, async () => {
      await administrator.goto(`${SITE}/admin/accounts`);
      await administrator.fill('#name', name);
      await administrator.fill('#password', PASSWORD);
      await administrator.click('button[value=add]');
      await done(administrator, 'add');
      const context = await browser.newContext({
        javaScriptEnabled: scripts,
        locale: language,
        viewport: { width: 1280, height: 900 },
      });
      context.setDefaultTimeout(10000);
      page = await context.newPage();
      await page.goto(`${SITE}/admin/`);
      assert.equal(await page.getAttribute('html', 'lang'), language);
      await type(page, '#name', name);
      await type(page, '#password', PASSWORD);
      const answered = page.waitForNavigation();
      await page.keyboard.press('Enter');
      await answered;
      await page.goto(`${SITE}/admin/help`);
      await press(page, `footer button[value=${language}]`);
      assert.equal(await page.locator('h1').innerText(), HOMES[language]);
    });

    test(`a text is edited, previewed, published and public within a second ${where}`, async () => {
      await page.goto(`${SITE}/admin/texts/${key}/${language}`);
      await type(page, text('summary'), `Samenvatting ${name} één.`);
      await press(page, button('preview'));
      assert.match(await page.locator('main').innerText(), new RegExp(`Samenvatting ${name} één`));
      await page.goto(`${SITE}/admin/texts/${key}/${language}`);
      const path = `/${language}/${MEETINGS[language]}/${await page.inputValue('#slug')}`;
      assert.doesNotMatch(await publicText(path), new RegExp(name));
      await press(page, button('publish'));
      await done(page, 'publish');
      await aSecond();
      assert.match(await publicText(path), new RegExp(`Samenvatting ${name} één`));
    });

    test(`an outdated translation is updated ${where}`, async () => {
      const original = 'nl';
      const translation = language === original ? other : language;
      await page.goto(`${SITE}/admin/texts/${key}/${original}`);
      await type(page, text('short'), `NSEC ${name}`);
      await press(page, button('publish'));
      await done(page, 'publish');
      await page.goto(`${SITE}/admin/texts/${key}/${translation}`);
      assert.ok(
        (await page.locator('.outdated').count()) > 0,
        'the page does not say that it is outdated',
      );
      assert.ok((await page.locator('.changed ins').count()) > 0, 'what changed is not shown');
      await type(page, text('short'), `NSEC ${name} ${translation}`);
      await press(page, button('publish'));
      await done(page, 'publish');
      // The title and the summary, which the tests before this one have changed, are still
      // outdated.
      assert.doesNotMatch(
        await page.locator('.outdated li').allInnerTexts().then(String),
        /Korte|court|Kurz|Short/,
      );
      if (await page.locator('.outdated').count())
        await press(page, '.outdated button[value=aligned]');
      assert.equal(await page.locator('.outdated').count(), 0);
    });

    test(`of two who save one text, the second loses nothing ${where}`, async () => {
      const second = await page.context().newPage();
      for (const one of [page, second]) await one.goto(`${SITE}/admin/texts/${key}/${language}`);
      await type(second, text('title'), `Titel ${name}`);
      await press(second, button('save'));
      await done(second, 'save');
      await second.close();
      await type(page, text('summary'), `Samenvatting ${name} twee.`);
      await press(page, button('save'));
      assert.equal(await page.locator('.problem[role=alert]').count(), 1);
      assert.equal(
        await page.inputValue(text('title')),
        `Titel ${name}`,
        'their change is not in the proposal',
      );
      assert.equal(
        await page.inputValue(text('summary')),
        `Samenvatting ${name} twee.`,
        'my change is not in the proposal',
      );
      await press(page, button('save'));
      await done(page, 'save');
    });

    test(`an earlier save is restored ${where}`, async () => {
      await page.goto(`${SITE}/admin/history/${key}/${language}`);
      await press(page, 'main tbody tr:last-child form button');
      await done(page, 'restore');
      assert.doesNotMatch(await page.inputValue(text('summary')), new RegExp(name));
    });

    test(`a meeting with conclusions and a PDF is recorded and cancelled ${where}`, async () => {
      await page.goto(`${SITE}/admin/`);
      await press(page, '.links a[href="/admin/new-meeting"]');
      await choose(page, field('forum'), 'nsec');
      await choose(page, field('type'), 'ministerial');
      await type(page, field('title'), `Proef ${name}`);
      await type(page, field('summary'), 'Waarover het gaat.');
      await type(page, field('slug'), name);
      await type(page, field('starts'), day);
      for (const number of [1, 2]) {
        await addRow(page, 'conclusion', number, 'text');
        await type(page, field(`conclusion.${number}.text`), `Besluit ${number} van ${name}.`);
      }
      await addRow(page, 'document', 1, 'title');
      await type(page, field('document.1.title'), `Verslag ${name}`);
      await type(page, field('document.1.language'), language);
      await page.setInputFiles(field('document.1.upload'), {
        name: 'verslag.pdf',
        mimeType: 'application/pdf',
        buffer: PDF,
      });
      await press(page, button('publish'));
      await done(page, 'publish');
      await aSecond();
      const path = `/${language}/${MEETINGS[language]}/${name}`;
      const shown = await publicText(path);
      for (const words of [`Besluit 1 van ${name}.`, `Besluit 2 van ${name}.`, `Verslag ${name}`])
        assert.ok(shown.includes(words), words);
      await choose(page, field('status'), 'cancelled');
      await press(page, button('publish'));
      await done(page, 'publish');
      await aSecond();
      const calendar = await publicText(`/${language}/${MEETINGS[language]}.ics`);
      const event = calendar.split('BEGIN:VEVENT').find((one) => one.includes(`Proef ${name}`));
      assert.match(event ?? '', /STATUS:CANCELLED/);
      assert.match(event, /SEQUENCE:[1-9]/);
    });

    test(`a disabled account is logged out ${where}`, async () => {
      await administrator.goto(`${SITE}/admin/accounts`);
      await administrator.locator('tr', { hasText: name }).locator('button[value=disable]').click();
      await page.goto(`${SITE}/admin/`);
      assert.equal(new URL(page.url()).pathname, '/admin/login');
      await page.context().close();
    });
  }
}
