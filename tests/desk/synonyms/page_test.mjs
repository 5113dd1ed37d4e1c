// SPDX-License-Identifier: EUPL-1.2
// The words of the search, kept at the desk in a browser without scripts. What this file adds it
// takes away.
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

test('the synonyms that came with the content are there, a group a line', () => {
  assert.match(groups, /\n/);
  assert.ok(
    groups.split('\n').every((line) => line.includes(',')),
    groups,
  );
});

test('a word that nobody found is found when it is a synonym', async () => {
  assert.equal(await finds('quuxfloat'), false);
  await editor.fill('#groups', `${groups}\nquuxfloat, ambulance`);
  await save();
  assert.match(await editor.locator('.notice').first().innerText(), /opgeslagen/);
  assert.equal(await finds('quuxfloat'), true);
});

test('a word alone is refused with its line, and nothing typed is lost', async () => {
  const wrong = `${await typed()}\n\nalone`;
  await editor.fill('#groups', wrong);
  await save();
  assert.match(
    await editor.locator('.problem li').innerText(),
    new RegExp(`regel ${wrong.split('\n').length} `),
  );
  assert.equal(await typed(), wrong);
});

test('so is a group of very many', async () => {
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

test('who saves second sees what the first has saved, and may put theirs in its place', async () => {
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

test('words that were sought in vain three times are shown, until they are synonyms', async () => {
  sqlOfSuperuser("select visitor.count_unfound('en', '{zwibbelt}') from generate_series(1, 3)");
  await open();
  assert.match(await editor.locator('tbody').innerText(), /zwibbelt\s+3/);
  await editor.fill('#groups', `${groups}\nzwibbelt, ambulance`);
  await save();
  assert.doesNotMatch(await editor.locator('main').innerText(), /zwibbelt\s+3/);
  sqlOfSuperuser("delete from site.unfound where word = 'zwibbelt'");
});

test('the log tells of it', async () => {
  await editor.goto(`${SITE}/admin/log?action=save-synonyms`);
  assert.match(
    await editor.locator('tbody tr').first().innerText(),
    /Synoniemen van de zoekfunctie opgeslagen/,
  );
});

test('the page has no axe-core violation and does not scroll sideways', async () => {
  assert.deepEqual(
    await faultsOf(browser, editor.context(), ['/admin/synonyms/en', '/admin/synonyms/de']),
    [],
  );
});
