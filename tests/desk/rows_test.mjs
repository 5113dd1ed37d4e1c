// SPDX-License-Identifier: EUPL-1.2
// Rows of a record's form in a browser that runs scripts: editors add, move and delete them without
// leaving the page, and the browser never asks to send a form again. SITE is the address of
// a site that may be changed, ADMIN_PASSWORD that of its first account.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';
import { logIn } from '../support/desk.mjs';

const PATH = '/admin/new-meeting';
let browser;
let page;
const complaints = [];
const at = (name) => page.locator(`[name="${name}"]:not([type=hidden])`);
const focused = () =>
  page.evaluate(
    () =>
      document.activeElement.name +
      (document.activeElement.value ? `=${document.activeElement.value}` : ''),
  );
const press = (action) => page.click(`.moves button[value="${action}"]`);

before(async () => {
  browser = await launch();
  page = await (
    await browser.newContext({ locale: 'nl-BE', viewport: { width: 1280, height: 900 } })
  ).newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await logIn(page, PATH);
});
after(() => browser?.close());

test('a new row keeps what was typed in others, and has the focus', async () => {
  await page.evaluate(() => {
    window.here = true;
  });
  await page.fill('#title', 'Rijen & <meer>');
  for (const [number, words] of ['een', 'twee', 'drie'].entries()) {
    await press('agenda.add');
    await at(`agenda.${number + 1}.text`).waitFor();
    await page.waitForFunction(
      (name) => document.activeElement.name === name,
      `agenda.${number + 1}.text`,
    );
    await page.keyboard.type(words);
  }
  assert.equal(await page.inputValue('#title'), 'Rijen & <meer>');
  assert.equal(await page.evaluate(() => window.here), true, 'the page was left');
});

test('the focus stays on the button of a moved row, and moves on from a deleted one', async () => {
  await press('agenda.3.up');
  await page.waitForFunction(() => document.activeElement.value === 'agenda.2.up');
  assert.deepEqual(
    [
      await at('agenda.1.text').inputValue(),
      await at('agenda.2.text').inputValue(),
      await at('agenda.3.text').inputValue(),
    ],
    ['een', 'drie', 'twee'],
  );
  const said = page.locator('main [role=status].hidden');
  assert.equal(await said.innerText(), 'Punt 2');
  await press('agenda.1.down');
  await page.waitForFunction(() => document.activeElement.value === 'agenda.2.down');
  for (let rows = 3; rows > 0; rows -= 1) {
    await press('agenda.1.remove');
    await page.waitForFunction(
      (count) =>
        document.querySelectorAll(
          'textarea[name^="agenda."], input[name^="agenda."][name$=".text"]',
        ).length === count,
      rows - 1,
    );
  }
  assert.equal(await focused(), 'action=agenda.add');
  assert.equal(await page.evaluate(() => window.here), true);
});

test('buttons say which row they belong to', async () => {
  for (const group of ['agenda', 'conclusion'])
    for (let i = 1; i < 3; i += 1) {
      await press(`${group}.add`);
      await at(`${group}.${i}.text`).waitFor();
    }
  const names = await page.locator('.moves button').allInnerTexts();
  assert.ok(names.length > 10);
  assert.equal(new Set(names).size, names.length, names.join(' | '));
  assert.equal(await page.getAttribute('#title', 'aria-required'), 'true');
});

test('in a form that was replaced, texts have a toolbar and are kept as one types', async () => {
  assert.equal(await page.locator('.toolbar').count(), 1);
  const asked = [];
  const answer = (dialog) => {
    asked.push(dialog.type());
    dialog.dismiss();
  };
  page.on('dialog', answer);
  await page.click('a[href="/admin/"]', { noWaitAfter: true }).catch(() => {});
  await new Promise((resolve) => {
    setTimeout(resolve, 500);
  });
  page.off('dialog', answer);
  assert.deepEqual(asked, ['beforeunload']);
  assert.match(await page.evaluate(() => JSON.stringify(localStorage)), /Rijen & <meer>/);
});

test('when the program does not answer, the form is sent as without scripts', async () => {
  let refused = 0;
  await page.route(`**${PATH}`, (route) =>
    route.request().resourceType() === 'fetch' ? ((refused += 1), route.abort()) : route.continue(),
  );
  await Promise.all([page.waitForNavigation(), press('delegation.add')]);
  await page.unroute(`**${PATH}`);
  assert.equal(refused, 1);
  assert.equal(await at('delegation.1.party').count(), 1);
  assert.equal(await page.inputValue('#title'), 'Rijen & <meer>');
  complaints.length = 0; // the browser's own line about it
});

test('Back to the answer to a form asks nothing, and shows what was typed', async () => {
  await Promise.all([page.waitForNavigation(), page.click('.actions button[value=save]')]);
  assert.match(await page.title(), /^Er is een probleem: /);
  page.on('dialog', (dialog) => dialog.accept());
  await page.goto(`${SITE}/admin/names`);
  const back = await page.goBack();
  assert.equal(back?.request().method() ?? 'GET', 'GET');
  assert.equal(new URL(page.url()).pathname, PATH);
  assert.equal(await page.inputValue('#title'), 'Rijen & <meer>');
  assert.equal(await page.locator('[data-choice=recover]').count(), 0);
  await page.fill('#title', 'Rijen en nog meer'); // nothing of that has been sent
  await page.goto(`${SITE}/admin/names`);
  await page.goBack();
  if ((await page.inputValue('#title')) !== 'Rijen en nog meer')
    await page.click('[data-choice=recover]');
  assert.equal(await page.inputValue('#title'), 'Rijen en nog meer');
  assert.deepEqual(
    complaints.filter((one) => !/422/.test(one)),
    [],
  );
});
