// SPDX-License-Identifier: EUPL-1.2
// The page of a document, in a browser without scripts: SITE is the address of a site that may be
// changed. It changes grand-est, hauts-de-france and grande-region-2003-06-30-saarbrucken.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE, ask, text } from '../../e2e/site.js';
import { aSecond, faultsOf, logIn, withoutScripts } from '../../support/desk.mjs';

const MEETING = 'grande-region-2003-06-30-saarbrucken';
let browser;
let editor;

const open = (key) => editor.goto(`${SITE}/admin/documents/${key}`);
const row = (name) => editor.locator('tbody tr', { hasText: name }).first();
const click = (locator) =>
  Promise.all([
    editor.waitForNavigation(),
    (typeof locator === 'string' ? editor.locator(locator) : locator).click(),
  ]);
async function draft(key, tag, change) {
  await editor.goto(`${SITE}/admin/texts/${key}/${tag}`);
  for (const [name, value] of Object.entries(change))
    await editor.fill(`textarea[name="text.${name}"]`, value);
  await click('button[value=save]');
}
// The page after the second for which nginx keeps it.
const publicPage = async (path) => {
  await aSecond();
  return ask(path);
};
const log = async () => {
  await editor.goto(`${SITE}/admin/log`);
  return (await editor.locator('tbody tr').allInnerTexts()).join('\n');
};

before(async () => {
  browser = await launch();
  editor = await (await withoutScripts(browser)).newPage();
  await logIn(editor);
});
after(() => browser?.close());

test('the page tells the state of each language, and leads to its texts', async () => {
  await draft('grand-est', 'fr', { summary: 'Un résumé en attente.' });
  assert.equal((await open('grand-est')).status(), 200);
  assert.equal(await editor.locator('#languages').innerText(), 'Talen');
  assert.match(
    await row('Nederlands').innerText(),
    /Nederlands\s+origineel\s+gepubliceerd \d{4}-\d\d-\d\d \d\d:\d\d/,
  );
  assert.match(await row('Français').innerText(), /gepubliceerd.*publiceren.*admin/s);
  assert.equal(await row('Deutsch').locator('input[type=checkbox]').count(), 0);
  assert.equal(
    await row('Deutsch').locator('th a').getAttribute('href'),
    '/admin/texts/grand-est/de',
  );
  const there = await row('Deutsch').locator('td a').getAttribute('href');
  assert.equal((await ask(there)).status, 200);
  assert.equal((await open('there-is-none')).status(), 404);
});

test('several drafts are published in one go', async () => {
  await draft('grand-est', 'de', { summary: 'Eine Zusammenfassung in Erwartung.' });
  await draft('grand-est', 'en', { summary: 'A summary in waiting.' });
  await open('grand-est');
  await editor.uncheck('#publish-en');
  await click('button[value=publish]');
  assert.match(await editor.locator('.notice').innerText(), /De teksten zijn openbaar/);
  assert.equal(await editor.locator('input[type=checkbox]').count(), 1);
  assert.match(
    text(await publicPage('/fr/benelux-plus/partenaires/grand-est')),
    /Un résumé en attente/,
  );
  assert.match(
    text(await publicPage('/de/benelux-plus/partner/grand-est')),
    /Eine Zusammenfassung in Erwartung/,
  );
  assert.doesNotMatch(
    text(await publicPage('/en/benelux-plus/partners/grand-est')),
    /A summary in waiting/,
  );
  assert.equal([...(await log()).matchAll(/Tekst gepubliceerd\s+grand-est (fr|de)/g)].length, 2);
});

test('several drafts get a time in one go, and lose it again', async () => {
  const waiting = () =>
    editor.locator('tbody tr', { hasText: 'wordt openbaar op 2099-02-03 09:30' }).count();
  await draft('grand-est', 'fr', { summary: 'Un résumé pour plus tard.' });
  await draft('grand-est', 'de', { summary: 'Eine Zusammenfassung für später.' });
  await open('grand-est');
  await editor.fill('#at_date', '2099-02-03');
  await editor.fill('#at_time', '09:30');
  await editor.uncheck('#publish-en');
  await click('button[value=schedule]');
  assert.match(await editor.locator('.notice').innerText(), /automatisch openbaar/);
  assert.equal(await waiting(), 2);
  await editor.uncheck('#publish-en');
  await click('button[value=schedule]');
  assert.match(await editor.locator('.notice').innerText(), /niet meer automatisch/);
  assert.equal(await waiting(), 0);
});

test('no text gets a time when the time is past or a draft incomplete', async () => {
  await open('grand-est');
  await editor.fill('#at_date', '2001-02-03');
  await editor.fill('#at_time', '09:30');
  await editor.uncheck('#publish-en');
  await click('button[value=schedule]');
  assert.match(await editor.locator('.problem').innerText(), /verleden/);
  assert.deepEqual(
    [
      await editor.inputValue('#at_date'),
      await editor.isChecked('#publish-en'),
      await editor.isChecked('#publish-de'),
    ],
    ['2001-02-03', false, true],
  );
  await draft('grand-est', 'en', { title: '' });
  await open('grand-est');
  await editor.fill('#at_date', '2099-02-03');
  await editor.fill('#at_time', '09:30');
  await click('button[value=schedule]');
  assert.match(
    await editor.locator('.problem').innerText(),
    /English: een titel, korte titel of samenvatting ontbreekt/,
  );
  assert.equal(await editor.locator('text=wordt openbaar op').count(), 0);
  await draft('grand-est', 'en', { title: 'Grand Est', summary: 'A summary in waiting.' });
  await open('grand-est');
  await editor.uncheck('#publish-en');
  await click('button[value=publish]');
});

test('when one draft cannot be published, none is, and the page says which and why', async () => {
  await draft('grand-est', 'nl', { summary: 'Een samenvatting in afwachting.' });
  await draft('grand-est', 'en', { title: '' });
  await open('grand-est');
  await click('button[value=publish]');
  const problem = await editor.locator('.problem').innerText();
  assert.match(problem, /Geen van de teksten is gepubliceerd/);
  assert.match(problem, /English: een titel, korte titel of samenvatting ontbreekt/);
  assert.doesNotMatch(problem, /Nederlands/);
  assert.equal(
    await editor.locator('.problem a').getAttribute('href'),
    '/admin/texts/grand-est/en',
  );
  assert.deepEqual(
    [await editor.isChecked('#publish-nl'), await editor.isChecked('#publish-en')],
    [true, true],
  );
  assert.doesNotMatch(
    text(await publicPage('/nl/benelux-plus/partners/grand-est')),
    /in afwachting/,
  );
  await editor.uncheck('#publish-nl');
  await editor.uncheck('#publish-en');
  await click('button[value=publish]');
  assert.match(await editor.locator('.problem').innerText(), /Kies minstens één taal/);
  assert.equal((await editor.reload()).status(), 422);
});

test('the page lists what refers to a document: texts, conclusions, meetings', async () => {
  await open('grand-est');
  const uses = editor.locator('section[aria-labelledby=uses] li');
  assert.ok((await uses.count()) >= 3);
  assert.match(
    (await uses.allInnerTexts()).join('\n'),
    /Hauts-de-France de tekst verwijst hierheen \(de, en, fr, nl\)/,
  );
  await open('grande-region-2009-07-17');
  assert.match(
    await editor.locator('section[aria-labelledby=uses]').innerText(),
    /aan conclusie 2 ervan is hier gevolg gegeven/,
  );
  await open('grande-region');
  assert.match(
    await editor.locator('section[aria-labelledby=uses]').innerText(),
    /een vergadering van dit forum/,
  );
  await open('meuse-commission');
  await open('home');
  assert.match(
    await editor.locator('section[aria-labelledby=uses]').innerText(),
    /Geen ander document verwijst ernaar/,
  );
});

test('withdrawing a text asks first', async () => {
  await open('hauts-de-france');
  await click(row('Deutsch').locator('button[value=withdraw]'));
  assert.equal((await editor.reload()).request().method(), 'GET');
  assert.match(
    await editor.locator('.problem').innerText(),
    /De openbare tekst intrekken\?\s+Deutsch.*Andere documenten verwijzen/s,
  );
  assert.match(
    text(await publicPage('/de/benelux-plus/partner/hauts-de-france')),
    /<h1[^>]* lang="de"/,
  );
  await click('.problem button[value=withdraw]');
  assert.match(await editor.locator('.notice').innerText(), /niet meer openbaar/);
  assert.match(await row('Deutsch').innerText(), /ingetrokken/);
  assert.match(
    text(await publicPage('/de/benelux-plus/partner/hauts-de-france')),
    /<h1[^>]* lang="nl"/,
  );
});

test('archiving asks first, lists what refers to the document, then hides all of it', async () => {
  await draft(MEETING, 'nl', { summary: 'Een concept dat terzijde gaat.' });
  await open(MEETING);
  const there = await row('Nederlands').locator('td a').getAttribute('href');
  await click('button[value=archive]');
  const again = await editor.reload();
  assert.equal(again.request().method(), 'GET', 'coming back to the question sends nothing');
  assert.match(
    await editor.locator('.problem').innerText(),
    /Dit document archiveren\?[^]*lezen dat die pagina niet bestaat/,
  );
  assert.equal((await publicPage(there)).status, 200);
  await click('.problem a');
  assert.equal(await editor.locator('.problem').count(), 0);
  await click('button[value=archive]');
  await click('.problem button[value=archive]');
  assert.match(
    await editor.locator('.notice').first().innerText(),
    /staat in het archief|in het archief/,
  );
  assert.equal((await publicPage(there)).status, 404);
  assert.match(await row('Nederlands').innerText(), /ingetrokken/);
  assert.equal(await editor.locator('input[type=checkbox]').count(), 0);
  await editor.goto(`${SITE}/admin/texts/${MEETING}/nl`);
  assert.match(
    (await editor.locator('.saves tbody tr').allInnerTexts()).join('\n'),
    /vervangen concept[^]*was openbaar/,
  );
  assert.match(await log(), new RegExp(`Document gearchiveerd\\s+${MEETING}`));
});

test('one step takes it back as it was, public and with its draft', async () => {
  await open(MEETING);
  await click('button[value=unarchive]');
  assert.match(await editor.locator('.notice').innerText(), /terug uit het archief, zoals het was/);
  const back = await row('Nederlands').locator('td a').getAttribute('href');
  assert.equal((await publicPage(back)).status, 200);
  assert.doesNotMatch(text(await publicPage(back)), /Een concept dat terzijde gaat/);
  assert.ok(await editor.isChecked('#publish-nl'));
  await editor.goto(`${SITE}/admin/texts/${MEETING}/nl`);
  assert.equal(await editor.inputValue('[name="text.summary"]'), 'Een concept dat terzijde gaat.');
  await draft(MEETING, 'nl', { summary: 'Terug, en openbaar.' });
  await open(MEETING);
  await click('button[value=publish]');
  const there = await row('Nederlands').locator('td a').getAttribute('href');
  assert.match(text(await publicPage(there)), /Terug, en openbaar/);
});

test('the home page cannot be archived', async () => {
  await open('home');
  assert.equal(await editor.locator('button[value=archive]').count(), 0);
  const cookies = (await editor.context().cookies())
    .map((one) => `${one.name}=${one.value}`)
    .join('; ');
  const token = await editor.locator('.leave input').getAttribute('value');
  const answer = await ask('/admin/documents/home', {
    method: 'POST',
    body: `form_token=${token}&action=archive&confirm=yes`,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookies, Origin: SITE },
  });
  assert.equal(answer.status, 422);
  assert.match(text(answer), /De site kan niet zonder dit document/);
});

test('a preview is made from here, and its link can be ended', async () => {
  await open('grand-est');
  await click(row('Nederlands').locator('button[value=preview]'));
  const link = new URL(editor.url()).pathname;
  assert.match(await editor.locator('main').innerText(), /Een samenvatting in afwachting/);
  await open('grand-est');
  const links = editor.locator('section[aria-labelledby=previews] tbody tr');
  assert.match(await links.first().innerText(), /Nederlands\s+admin\s+\d{4}-\d\d-\d\d/);
  const count = await links.count();
  await click(links.first().locator('button'));
  assert.match(await editor.locator('.notice').innerText(), /De link werkt niet meer/);
  assert.equal(await links.count(), count - 1);
  const answer = await ask(link, { headers: { 'Accept-Language': 'de' } });
  assert.equal(answer.status, 410);
  assert.match(text(answer), /Diese Vorschau ist abgelaufen/);
});

test('the page passes axe-core and does not scroll sideways, in each of its states', async () => {
  await draft('grand-est', 'fr', { summary: 'Encore un résumé.' });
  await editor.goto(`${SITE}/admin/documents/grand-est`);
  await click(row('Nederlands').locator('button[value=preview]'));
  const places = [
    ['document', 'grand-est'],
    ['confirm', 'grand-est', 'archive'],
    ['problem', 'grand-est', 'publish'],
    ['forum', 'grande-region'],
  ];
  assert.deepEqual(
    await faultsOf(
      browser,
      editor.context(),
      places.map(([name, key, button]) => [
        name,
        async (page) => {
          await page.goto(`${SITE}/admin/documents/${key}`);
          if (button)
            await Promise.all([page.waitForNavigation(), page.click(`button[value=${button}]`)]);
        },
      ]),
    ),
    [],
  );
});
