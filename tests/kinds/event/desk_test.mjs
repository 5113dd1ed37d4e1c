// SPDX-License-Identifier: EUPL-1.2
// Events of the knowledge centre: recorded at the desk in a browser without scripts, and shown to
// visitors in every form. The document is of this file alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE } from '../../e2e/site.js';
import { aSecond, faultsOf, logIn, withoutScripts } from '../../support/desk.mjs';

const KEY = 'grensdag-in-maastricht';
const PATH = `/nl/evenementen/${KEY}`;
let browser;
let editor;

const at = (id) => `[id="${id}"]`;
const fill = async (fields) => {
  for (const [id, text] of Object.entries(fields)) await editor.fill(at(id), text);
};
const press = (action) =>
  Promise.all([
    editor.waitForNavigation(),
    editor.click(`form.record button[value="${action}"]:not(.hidden)`),
  ]);
const problems = () => editor.locator('.problem li').allInnerTexts();
const visit = async (path) => (await fetch(SITE + path)).text();
const json = async (path) => JSON.parse(await visit(path));

before(async () => {
  browser = await launch();
  editor = await (await withoutScripts(browser)).newPage();
  await logIn(editor);
});
after(() => browser?.close());

test('each fault of an event is shown at its field, and nothing typed is lost', async () => {
  await editor.click('text=Een evenement vastleggen');
  await fill({
    starts: '12.5.2031',
    ends: '11.5.2031',
    ends_at: '12:00',
    url: 'nowhere',
    body: 'Programma.',
  });
  await press('save');
  assert.deepEqual((await problems()).map((one) => one.split(':')[0]).sort(), [
    'Begint om',
    'Laatste dag',
    'Link naar het evenement',
    'Titel',
  ]);
  assert.equal(await editor.inputValue(at('body')), 'Programma.');
  assert.equal(await editor.inputValue(at('zone')), 'Europe/Brussels');
});

test('an event is saved as a draft, with its partners, and published', async () => {
  await fill({
    title: 'Grensdag in Maastricht',
    short: 'Grensdag',
    summary: 'Een dag over werken over de grens.',
    starts: '2031-05-12',
    ends: '',
    starts_at: '9:30',
    ends_at: '16:00',
    url: 'https://event.example/',
  });
  await editor.selectOption(at('place'), 'maastricht');
  await press('with.add');
  await editor.selectOption(at('with.1.party'), 'north-rhine-westphalia');
  await press('document.add');
  await fill({
    'document.1.title': 'Programma',
    'document.1.language': 'nl',
    'document.1.url': 'https://event.example/p',
  });
  await press('save');
  assert.equal(new URL(editor.url()).pathname, `/admin/events/${KEY}`);
  assert.equal((await fetch(SITE + PATH)).status, 404, 'a draft is not public');
  await press('publish');
  await aSecond();
  const page = await visit(PATH);
  for (const words of [
    'Grensdag in Maastricht',
    'maandag 12\u00a0mei 2031, 9.30–16.00',
    'Maastricht, Nederland',
    'Noordrijn-Westfalen',
    'https://event.example/',
    'Programma.',
    'href="https://event.example/p"',
    '"@type":"Event"',
  ]) {
    assert.ok(page.includes(words), words);
  }
});

test('the list, its data, its calendar, its feed and the search have it', async () => {
  assert.match(
    await visit('/nl/evenementen'),
    /Komende evenementen[\s\S]*Grensdag in Maastricht[\s\S]*2024/,
  );
  const item = (await json('/nl/evenementen.json')).items.find((one) => one.key === KEY);
  assert.deepEqual(
    [item.starts, item.starts_at, item.place.name, item.with.map((one) => one.name)],
    ['2031-05-12', '09:30', 'Maastricht', ['Noordrijn-Westfalen']],
  );
  assert.match(await visit('/nl/evenementen.csv'), new RegExp(`,${KEY},2031-05-12,`));
  for (const path of ['/nl/evenementen.ics', `${PATH}.ics`]) {
    const calendar = await visit(path);
    assert.match(calendar, /SUMMARY[^\n]*:Grensdag in Maastricht/);
    assert.match(calendar, /DTSTART;TZID=Europe\/Brussels:20310512T093000/);
  }
  assert.match(await visit('/nl/evenementen.atom'), /<title>Grensdag in Maastricht<\/title>/);
  const record = await json(`${PATH}.json`);
  assert.deepEqual(
    [record.with.map((one) => one.name), record.documents[0].title, record.more],
    [['Noordrijn-Westfalen'], 'Programma', 'https://event.example/'],
  );
  for (const words of [
    'grensdag',
    'evenement Maastricht 12.5.2031',
    'Noordrijn-Westfalen grensdag',
  ]) {
    const found = await json(`/nl/zoeken.json?q=${encodeURIComponent(words)}`);
    assert.ok(
      found.items.slice(0, 5).some((one) => one.url.endsWith(PATH)),
      words,
    );
  }
  assert.ok((await visit('/sitemap.xml')).includes(`${PATH}<`));
});

test('the desk shows at a place which event is held there', async () => {
  await editor.goto(`${SITE}/admin/places/maastricht`);
  assert.match(await editor.locator('main').innerText(), /Grensdag in Maastricht/);
});

test('the pages of an event pass axe-core and do not scroll sideways', async () => {
  assert.deepEqual(await faultsOf(browser, null, ['/nl/evenementen', PATH]), []);
});

test('visitors do not see an archived event', async () => {
  await editor.goto(`${SITE}/admin/documents/${KEY}`);
  await editor.click('button[value=archive]');
  const confirm = editor.locator('button[value=archive]');
  if (await confirm.count()) await confirm.click();
  await aSecond();
  assert.equal((await fetch(SITE + PATH)).status, 404);
  assert.doesNotMatch(await visit('/nl/evenementen'), /Grensdag/);
});
