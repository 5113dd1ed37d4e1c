// SPDX-License-Identifier: EUPL-1.2
// What a text may link to, without scripts: a page of results with the Markdown to copy.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE } from '../../e2e/site.js';
import { faultsOf, session } from '../../support/desk.mjs';

let browser;
let editor;
const found = () =>
  editor.locator('.targets input').evaluateAll((all) => all.map((one) => one.value));

before(async () => {
  browser = await launch();
  editor = await session(browser);
});
after(async () => {
  await browser?.close();
});

test('the help beside a text leads to it', async () => {
  await editor.goto(`${SITE}/admin/texts/penta/fr`);
  await editor.click('.help summary');
  assert.equal(await editor.getAttribute('.help a', 'href'), '/admin/links');
  assert.equal(await editor.getAttribute('.help a', 'target'), '_blank', 'typed text stays');
});

test('titles are in the language of the text, and stand as Markdown to copy', async () => {
  await editor.goto(`${SITE}/admin/links`);
  assert.deepEqual(await found(), []);
  await editor.fill('#words', 'nsec');
  await editor.selectOption('#language', 'de');
  await editor.click('.filter button');
  assert.equal((await found())[0].replace(/\[.*\]/, ''), '(doc:nsec)');
  assert.equal(await editor.locator('.targets input').first().getAttribute('lang'), 'de');
  for (const one of await found())
    assert.match(one, /^\[.+\]\((doc:[a-z0-9-]+|\/files\/[0-9a-f]{64}\.pdf)\)$/);
});

test('the page says that it found nothing; a wrong query is refused', async () => {
  await editor.goto(`${SITE}/admin/links?words=zzzz&language=fr`);
  assert.match(await editor.locator('.notice').innerText(), /Geen document/);
  for (const query of ['?language=es', '?words=%ff'])
    assert.equal((await editor.goto(`${SITE}/admin/links${query}`)).status(), 400);
});

test('the page passes axe-core and does not scroll sideways', async () => {
  assert.deepEqual(await faultsOf(browser, editor.context(), ['/admin/links?words=penta']), []);
});
