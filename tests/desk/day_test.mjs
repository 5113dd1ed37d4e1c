// SPDX-License-Identifier: EUPL-1.2
// An editor's day, counted in clicks and in pages loaded, from the list of documents on. Typing
// does not count. In a browser that runs scripts. SITE is the address of a site that may be
// changed, ADMIN_PASSWORD that of its first account.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';
import { aSecond, logIn } from '../support/desk.mjs';
import { drawn } from '../support/pictures.mjs';

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
let browser;
let page;
let clicks;
let loads;
let meeting; // its key

const at = (name) => `[id="${name}"]`;
const fill = async (fields) => {
  for (const [id, words] of Object.entries(fields)) await page.fill(at(id), words);
};
const translate = async (fields) => {
  for (const [field, words] of Object.entries(fields))
    await page.fill(`[name="text.${field}"]`, words);
};
async function click(selector) {
  clicks += 1;
  await page.locator(selector).first().click();
}
const open = (selector) => Promise.all([page.waitForNavigation(), click(selector)]);
const press = (action) => open(`main .actions button[value="${action}"]`);
async function addRow(group, number, first) {
  await click(`button[value="${group}.add"]`);
  await page.locator(at(`${group}.${number}.${first}`)).waitFor();
}
// Shows the list, filtered by WORDS, and begins to count.
async function list(words = '') {
  await page.goto(`${SITE}/admin/?words=${encodeURIComponent(words)}`);
  clicks = 0;
  loads = 0;
}
const cell = (key, language) => `.matrix a[href="/admin/texts/${key}/${language}"]`;
const visit = async (path) => {
  await aSecond();
  return (await fetch(SITE + path)).text();
};
function within(t, bounds) {
  t.diagnostic(`${clicks} clicks, ${loads} loads`);
  if (bounds.clicks) assert.ok(clicks <= bounds.clicks, `${clicks} clicks`);
  if (bounds.loads) assert.ok(loads <= bounds.loads, `${loads} loads`);
}

before(async () => {
  browser = await launch();
  page = await (
    await browser.newContext({ locale: 'nl-BE', viewport: { width: 1280, height: 900 } })
  ).newPage();
  page.setDefaultTimeout(15000);
  page.on('dialog', (dialog) => dialog.accept());
  page.on('domcontentloaded', () => {
    loads += 1;
  });
  await logIn(page);
});
after(() => browser?.close());

test('a typing error in PENTA takes two clicks, and none in other languages', async (t) => {
  await list('penta');
  await open(cell('penta', 'nl'));
  const right = await page.inputValue('[name="text.summary"]');
  const body = await page.inputValue('[name="text.body"]');
  await translate({ summary: right.replace('energie', 'enregie') });
  await press('correct');
  await list('penta');
  await open(cell('penta', 'nl'));
  await translate({ summary: right });
  await press('correct');
  within(t, { clicks: 2, loads: 2 });
  assert.equal(await page.locator('.outdated').count(), 0);
  assert.equal(await page.inputValue('[name="text.body"]'), body);
  await list('penta');
  assert.doesNotMatch(
    await page.locator(`tr:has(${cell('penta', 'fr').replace('.matrix ', '')})`).innerText(),
    /verouderd/,
  );
});

test('a meeting with agenda, conclusions, PDF and picture, in two languages', async (t) => {
  await list();
  await open('.links a[href="/admin/new-meeting"]');
  await page.selectOption(at('forum'), 'nsec');
  await page.selectOption(at('type'), 'ministerial');
  await fill({
    title: 'Ministeriële vergadering van de dag',
    summary: 'De ministers komen bijeen.',
    slug: 'dag-van-een-redacteur',
    starts: '12.5.2032',
  });
  for (const number of [1, 2, 3]) {
    await addRow('agenda', number, 'text');
    await fill({ [`agenda.${number}.text`]: `Agendapunt ${number}` });
  }
  for (const number of [1, 2, 3]) {
    await addRow('conclusion', number, 'text');
    await fill({ [`conclusion.${number}.text`]: `Besluit ${number} van de dag.` });
  }
  await addRow('document', 1, 'title');
  await fill({ 'document.1.title': 'Verklaring', 'document.1.language': 'nl' });
  await page.setInputFiles(at('document.1.upload'), {
    name: 'verklaring.pdf',
    mimeType: 'application/pdf',
    buffer: PDF,
  });
  await addRow('picture', 1, 'alternative');
  await fill({ 'picture.1.alternative': 'De ministers', 'picture.1.credit': 'J. Jansen' });
  await page.selectOption(at('picture.1.licence'), 'cc-by');
  await page.check(at('picture.1.lead'));
  await fill({ caption: 'De ministers in Brussel' });
  await page.setInputFiles(at('picture.1.upload'), {
    name: 'ministers.jpg',
    mimeType: 'image/jpeg',
    buffer: await drawn(browser, 'jpeg', 1200, 800),
  });
  await press('publish');
  assert.match(page.url(), /done=publish$/);
  meeting = new URL(page.url()).pathname.split('/').pop();
  await open(`.links a[href="/admin/texts/${meeting}/fr"]`);
  await translate({
    title: 'Réunion ministérielle du jour',
    short: 'Réunion du jour',
    summary: 'Les ministres se réunissent.',
    caption: 'Les ministres à Bruxelles',
    'picture.1': 'Les ministres',
  });
  for (const name of ['agenda', 'conclusion'])
    for (const area of await page.locator(`textarea[name^="text.${name}."]`).all())
      await area.fill(`Point de ${name}`);
  await press('publish');
  assert.match(page.url(), /done=publish$/);
  within(t, { loads: 8 });
  const shown = await visit('/nl/vergaderingen/dag-van-een-redacteur');
  for (const words of [
    'Agendapunt 3',
    'Besluit 3 van de dag.',
    'Verklaring',
    'De ministers in Brussel',
    'J. Jansen',
    'CC BY 4.0',
  ])
    assert.ok(shown.includes(words), words);
  assert.match(await visit('/fr/reunions/reunion-ministerielle-du-jour'), /Les ministres à Brux/);
});

test('the meeting is moved to another day', async (t) => {
  await list('Ministeriële vergadering van de dag');
  await open(`.matrix th a[href="/admin/documents/${meeting}"]`);
  await open(`main a[href="/admin/meetings/${meeting}"]`);
  await page.selectOption(at('status'), 'moved');
  await fill({ starts: '19.5.2032', reason: 'Verkiezingen.' });
  if (await page.locator(at('was_planned')).count()) await fill({ was_planned: '12.5.2032' });
  await press('publish');
  assert.match(page.url(), /done=publish$/, await page.locator('main').innerText());
  within(t, { clicks: 3, loads: 3 });
  assert.match(
    await visit('/nl/vergaderingen/dag-van-een-redacteur'),
    /gepland op 12\smei\s2032[\s\S]*19\smei\s2032/,
  );
});

test('a translation that is outdated is brought up to date', async (t) => {
  await page.goto(`${SITE}/admin/texts/nsec/nl`);
  await translate({ summary: `${await page.inputValue('[name="text.summary"]')} En meer.` });
  await press('publish');
  await list('nsec');
  await open(cell('nsec', 'fr'));
  await translate({ summary: `${await page.inputValue('[name="text.summary"]')} Et plus.` });
  await press('publish');
  within(t, { clicks: 2, loads: 3 });
  assert.equal(await page.locator('.outdated').count(), 0);
});

test('a project is added to the menu', async (t) => {
  await list();
  await open('.links a[href="/admin/new-topic"]');
  await fill({
    title: 'Samenwerking van de dag',
    short: 'Dagproject',
    summary: 'Over een dag.',
    position: '90',
  });
  await press('publish');
  assert.match(page.url(), /done=publish$/, await page.locator('main').innerText());
  within(t, { clicks: 2, loads: 2 });
  assert.match(await visit('/nl/benelux-plus'), /"\/nl\/benelux-plus\/samenwerking-van-de-dag"/);
});

test('a page that is pasted from Word looks right at once', async (t) => {
  await list();
  await open('.links a[href="/admin/new-page"]');
  await fill({ title: 'Een nota van Word', short: 'Nota', summary: 'Geplakt.' });
  await page.locator(at('body')).evaluate((area) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      '<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>' +
        '<h1>Energie<o:p></o:p></h1><p class=MsoNormal>De ministers <b>verwelkomen</b> ' +
        'het <a href="https://example.org/">plan</a>.</p><table class=MsoTableGrid>' +
        '<tr><td>Land</td><td>Jaar</td></tr><tr><td>A|B</td><td>2026</td></tr></table>' +
        '</body></html>',
    );
    area.focus();
    area.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await press('publish');
  within(t, { clicks: 2, loads: 2 });
  const shown = await visit('/nl/info/een-nota-van-word');
  assert.match(shown, /<h2[^>]*>[^<]*Energie/);
  assert.match(shown, /<strong>verwelkomen<\/strong>/);
  assert.match(shown, /<a href="https:\/\/example\.org\/"/);
  assert.match(shown, /<td>\s*A\|B\s*<\/td>/);
});
