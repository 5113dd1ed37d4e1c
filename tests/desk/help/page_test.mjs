// SPDX-License-Identifier: EUPL-1.2
// The help of the desk: the guide for editors in the language of the account. Changes the language
// of the account and puts it back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE } from '../../e2e/site.js';
import { faultsOf, session, sql } from '../../support/desk.mjs';

let browser;
let editor;
const language = sql("select language from account where name = 'admin'");
const guide = (tag) =>
  readFileSync(new URL(`../../../docs/editors/${tag}.md`, import.meta.url), 'utf8');
const choose = (tag) =>
  Promise.all([
    editor.waitForNavigation(),
    editor.click(`footer button[name=language][value=${tag}]`),
  ]);

before(async () => {
  browser = await launch();
  editor = await session(browser);
});
after(async () => {
  await browser?.close();
  sql(`update account set language = '${language}' where name = 'admin'`);
});

for (const tag of ['nl', 'fr', 'de', 'en']) {
  test(`the help is the guide for editors in ${tag}`, async () => {
    await choose(tag);
    await editor.locator('header a[href="/admin/help"]').click();
    assert.equal(await editor.locator('html').getAttribute('lang'), tag);
    const headings = [
      ...guide(tag)
        .replace(/^```[^]*?^```/gm, '')
        .matchAll(/^#+ (.*)/gm),
    ];
    assert.deepEqual(
      await editor.locator('main :is(h1, h2)').allInnerTexts(),
      headings.map((one) => one[1]),
    );
    assert.equal(await editor.locator('main img').count(), 0);
    assert.match(await editor.locator('main code').allInnerTexts().then(String), /doc:penta/);
  });
}

test('everybody can read the help', async () => {
  assert.deepEqual(await faultsOf(browser, editor.context(), ['/admin/help']), []);
  assert.deepEqual(await faultsOf(browser, editor.context(), ['/admin/help']), []);
});
