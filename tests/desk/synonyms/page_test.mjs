// SPDX-License-Identifier: EUPL-1.2
// The synonyms of the search, at the desk, in a browser without scripts. This file takes away what
// it adds.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE } from '../../e2e/site.js';
import { beside, faultsOf, logIn, sqlOfSuperuser, withoutScripts } from '../../support/desk.mjs';

let browser;
let editor;
let groups;

const open = (page = editor) => page.goto(`${SITE}/admin/synonyms/en`);
const typed = (page = editor) => page.inputValue('#groups');
const save = (page = editor) =>
  Promise.all([page.waitForNavigation(), page.click('main form button')]);
const finds = async (words) =>
  (await (await fetch(`${SITE}/en/search.json?q=${words}`)).json()).items.length > 0;

before(async () => {
  browser = await launch();
  editor = await (await withoutScripts(browser)).newPage();
  await logIn(editor);
  await editor.click('text=Zoekwoorden');
  assert.equal(new URL(editor.url()).pathname, '/admin/synonyms/nl');
  await open();
  groups = await typed();
});
after(async () => {
  await open();
  await editor.fill('#groups', groups);
  await save();
  await browser?.close();
});

test('the page has the synonyms of the content, one group in each line', () => {
  assert.match(groups, /\n/);
  assert.ok(
    groups.split('\n').every((line) => line.includes(',')),
    groups,
  );
});

test('a search by a new synonym finds what it found by the other word', async () => {
  assert.equal(await finds('quuxfloat'), false);
  await editor.fill('#groups', `${groups}\nquuxfloat, ambulance`);
  await save();
  assert.match(await editor.locator('.notice').first().innerText(), /opgeslagen/);
  assert.equal(await finds('quuxfloat'), true);
});

test('a group of one word is refused with its line, and nothing typed is lost', async () => {
  const wrong = `${await typed()}\n\nalone`;
  await editor.fill('#groups', wrong);
  await save();
  assert.match(
    await editor.locator('.problem li').innerText(),
    new RegExp(`regel ${wrong.split('\n').length} `),
  );
  assert.equal(await typed(), wrong);
});

test('a group of very many words is refused', async () => {
  await open();
  const group = (count) => Array.from({ length: count }, (_, i) => `quux${i}`).join(', ');
  const wrong = `${await typed()}\n${group(21)}`;
  await editor.fill('#groups', wrong);
  await save();
  assert.match(
    await editor.locator('.problem li').innerText(),
    new RegExp(`regel ${wrong.split('\n').length} .*twintig`),
  );
  assert.equal(await typed(), wrong);
  await editor.fill('#groups', wrong.replace(group(21), group(20)));
  await save();
  assert.match(await editor.locator('.notice').first().innerText(), /opgeslagen/);
});

test('of two who save, the second sees what the first saved, and may replace it', async () => {
  const other = await beside(editor);
  await open(other);
  await open();
  await other.fill('#groups', `${groups}\nfirst, ambulance`);
  await save(other);
  await editor.fill('#groups', `${groups}\nsecond, ambulance`);
  await save();
  assert.match(await editor.locator('.problem li').innerText(), /Iemand anders/);
  assert.match(await editor.locator('.beside').innerText(), /first, ambulance/);
  assert.match(await typed(), /second, ambulance$/);
  await save();
  assert.match(await typed(), /second, ambulance$/);
  await other.close();
});

test('words searched for in vain three times are shown until they are synonyms', async () => {
  sqlOfSuperuser("select visitor.count_unfound('en', '{zwibbelt}') from generate_series(1, 3)");
  await open();
  assert.match(await editor.locator('tbody').innerText(), /zwibbelt\s+3/);
  await editor.fill('#groups', `${groups}\nzwibbelt, ambulance`);
  await save();
  assert.doesNotMatch(await editor.locator('main').innerText(), /zwibbelt\s+3/);
  sqlOfSuperuser("delete from site.unfound where word = 'zwibbelt'");
});

test('the log tells of each save', async () => {
  await editor.goto(`${SITE}/admin/log?action=save-synonyms`);
  assert.match(
    await editor.locator('tbody tr').first().innerText(),
    /Synoniemen van de zoekfunctie opgeslagen/,
  );
});

test('the page passes axe-core and does not scroll sideways', async () => {
  assert.deepEqual(
    await faultsOf(browser, editor.context(), ['/admin/synonyms/en', '/admin/synonyms/de']),
    [],
  );
});
