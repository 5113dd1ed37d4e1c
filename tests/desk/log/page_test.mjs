// SPDX-License-Identifier: EUPL-1.2
// The log of the desk: its filters and its pages. Entries cannot be deleted, so those that this
// file adds are of an account and documents that do not exist.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE } from '../../e2e/site.js';
import { faultsOf, session, sqlOfSuperuser } from '../../support/desk.mjs';

let browser;
let editor;
const mark = `log-${Date.now()}`; // an account and a document of this run

const rows = () => editor.locator('.saves tbody tr');
const details = () => editor.locator('.saves tbody td:nth-child(5)').allInnerTexts();
const show = (query) => editor.goto(`${SITE}/admin/log${query}`);

before(async () => {
  sqlOfSuperuser(`
    insert into site.audit (account, action, document, language, detail, address, at)
    select '${mark}',
           case n % 3 when 0 then 'publish' when 1 then 'save-text' else 'juggle' end,
           '${mark}-' || n % 2, 'fr', 'entry ' || n, '192.0.2.7',
           timestamptz '2001-03-01 00:00 Europe/Brussels' + n * interval '6 hours'
      from generate_series(0, 249) n`);
  browser = await launch();
  editor = await session(browser);
});
after(() => browser?.close());

test('each entry tells when, who, what, of which text and from where', async () => {
  await show(`?account=${mark}`);
  assert.deepEqual(await rows().first().locator('td').allInnerTexts(), [
    '2001-05-02 07:00:00',
    mark,
    'Tekst gepubliceerd',
    `${mark}-1 fr`,
    'entry 249',
    '192.0.2.7',
  ]);
  assert.match(await rows().nth(1).innerText(), /juggle/);
});

test('a page has a hundred entries, and the pages lead through all, and back', async () => {
  await show(`?account=${mark}`);
  const seen = [await details()];
  assert.equal(await editor.locator('a[rel=prev]').count(), 0);
  while (await editor.locator('a[rel=next]').count()) {
    await editor.click('a[rel=next]');
    seen.push(await details());
  }
  assert.deepEqual(
    seen.map((page) => page.length),
    [100, 100, 50],
  );
  assert.deepEqual(
    seen.flat(),
    Array.from({ length: 250 }, (_, i) => `entry ${249 - i}`),
  );
  await editor.click('a[rel=prev]');
  assert.deepEqual(await details(), seen[1]);
  assert.deepEqual(
    [await editor.locator('a[rel=prev]').count(), await editor.locator('a[rel=next]').count()],
    [1, 1],
  );
  await editor.click('a[rel=prev]');
  assert.deepEqual(await details(), seen[0]);
  assert.equal(await editor.locator('a[rel=prev]').count(), 0);
  assert.match(new URL(editor.url()).search, new RegExp(`account=${mark}`));
});

test('account, action, document and days are combined, and kept in the form', async () => {
  await show('');
  await editor.selectOption('#account', mark);
  await editor.selectOption('#action', { label: 'juggle' });
  await editor.fill('#document', `${mark}-0`);
  await editor.fill('#first', '2001-03-02');
  await editor.fill('#last', '2001-03-04');
  await editor.click('.filter button');
  assert.deepEqual(await details(), ['entry 14', 'entry 8']);
  assert.deepEqual(
    [
      await editor.inputValue('#account'),
      await editor.inputValue('#action'),
      await editor.inputValue('#document'),
      await editor.inputValue('#first'),
      await editor.inputValue('#last'),
    ],
    [mark, 'juggle', `${mark}-0`, '2001-03-02', '2001-03-04'],
  );
  await editor.selectOption('#action', { label: 'Tekst opgeslagen' });
  await editor.click('.filter button');
  assert.deepEqual(await details(), ['entry 10', 'entry 4']);
  await editor.click('.filter a');
  assert.equal(new URL(editor.url()).search, '');
});

test('the page says when no entry matches', async () => {
  await show(`?account=${mark}&document=nowhere`);
  assert.equal(await rows().count(), 0);
  assert.match(
    await editor.locator('.notice').innerText(),
    /Niets in het logboek past bij uw keuze/,
  );
});

for (const query of [
  '?first=2001-02-30',
  '?last=yesterday',
  '?before=x',
  '?before=1&after=2',
  '?after=1234567890123456789',
  '?account=%00',
  `?document=${'x'.repeat(101)}`,
]) {
  test(`/admin/log${query.slice(0, 30)} is refused`, async () => {
    assert.equal((await show(query)).status(), 400);
  });
}

test('the page passes axe-core and does not scroll sideways', async () => {
  assert.deepEqual(
    await faultsOf(browser, editor.context(), [
      '/admin/log',
      `/admin/log?account=${mark}&before=999999999`,
      '/admin/log?document=nowhere',
    ]),
    [],
  );
});
