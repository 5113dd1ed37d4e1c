// SPDX-License-Identifier: EUPL-1.2
// The browser's Back and Reload never ask to send a form again, whatever the desk answered to it,
// and what was typed is still there. Without scripts. SITE is the address of a site that may be
// changed, ADMIN_PASSWORD that of its first account.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';
import { PASSWORD, logIn, session, sql, untold, withoutScripts } from '../support/desk.mjs';

const ELSEWHERE = '/admin/names';
let browser;
let page;
const at = (name) => page.locator(`[name="${name}"]:not([type=hidden])`);
const title = () => page.title();

before(async () => {
  browser = await launch();
  page = await session(browser);
});
after(() => browser?.close());

// What the page of now shows again after Back and after Reload. A browser that asked to send the
// form again would show nothing.
async function comesBack(whose = page) {
  const said = await whose.title();
  const sent = [];
  const note = (request) => {
    if (request.isNavigationRequest()) sent.push(request.method());
  };
  await whose.goto(SITE + ELSEWHERE);
  whose.on('request', note);
  await whose.goBack();
  assert.equal(await whose.title(), said, 'after Back');
  await whose.reload();
  assert.equal(await whose.title(), said, 'after Reload');
  whose.off('request', note);
  assert.deepEqual(
    sent.filter((method) => method !== 'GET'),
    [],
  );
}

test('rows that were added, moved and taken away', async () => {
  await page.goto(`${SITE}/admin/new-meeting`);
  await page.fill('#title', 'Terug & <verder>');
  const press = (action) =>
    Promise.all([page.waitForNavigation(), page.click(`.moves button[value="${action}"]`)]);
  for (const [number, words] of ['een', 'twee', 'drie'].entries()) {
    await press('agenda.add');
    await at(`agenda.${number + 1}.text`).fill(words);
  }
  await press('agenda.3.up');
  await press('agenda.1.remove');
  const rows = async () => [
    await page.inputValue('#title'),
    await at('agenda.1.text').inputValue(),
    await at('agenda.2.text').inputValue(),
    await at('agenda.3.text').count(),
  ];
  assert.deepEqual(await rows(), ['Terug & <verder>', 'drie', 'twee', 0]);
  await comesBack();
  assert.deepEqual(await rows(), ['Terug & <verder>', 'drie', 'twee', 0]);
  await page.goBack(); // to before one was taken away
  assert.equal(await at('agenda.3.text').inputValue(), 'twee');
  await page.goForward();
  await page.fill('#slug', 'Geen adres');
  await Promise.all([page.waitForNavigation(), page.click('.actions button[value=save]')]);
  assert.match(await title(), /^Er is een probleem: /);
  await comesBack();
  assert.deepEqual(await rows(), ['Terug & <verder>', 'drie', 'twee', 0]);
  assert.equal(await page.inputValue('#slug'), 'Geen adres');
  assert.equal((await page.locator('.problem li').count()) > 0, true);
  await at('agenda.2.text').fill('nog niet verzonden');
  await page.goto(SITE + ELSEWHERE);
  await page.goBack();
  assert.equal(await at('agenda.2.text').inputValue(), 'nog niet verzonden');
});

test('a text that somebody else has saved meanwhile', async () => {
  await page.goto(`${SITE}/admin/texts/about/fr`);
  const other = await page.context().newPage();
  await other.goto(`${SITE}/admin/texts/about/fr`);
  for (const [who, words] of [
    [other, 'Un résumé.'],
    [page, 'Un autre résumé.'],
  ]) {
    await who.fill('[name="text.summary"]', words);
    await Promise.all([who.waitForNavigation(), who.click('button[value=save]')]);
  }
  await comesBack();
  assert.equal(await page.inputValue('[name="text.summary"]'), 'Un autre résumé.');
  assert.match(await page.locator('main').innerText(), /Un résumé\./);
  // after they have
  await Promise.all([page.waitForNavigation(), page.click('button[value=save]')]);
  assert.doesNotMatch(await title(), /^Er is een probleem: /);
  await other.close();
});

test('a login that failed, one in the middle of a form, and what was typed then', async () => {
  const who = await (await withoutScripts(browser)).newPage();
  await who.goto(`${SITE}/admin/login`);
  await who.fill('#name', 'admin');
  await who.fill('#password', 'niet-het-wachtwoord');
  await who.click('form.fields button');
  assert.deepEqual(await untold(who), []);
  assert.equal(await who.inputValue('#name'), 'admin');
  await who.reload();
  assert.equal(await who.locator('.problem').count(), 1);
  sql('delete from failed_login');
  await who.fill('#password', PASSWORD);
  await who.click('form.fields button');
  assert.equal(new URL(who.url()).pathname, '/admin/');
  assert.equal((await who.goBack()).request().method(), 'GET');

  await who.goto(`${SITE}/admin/texts/about/de`);
  await who.fill('#note', 'Getippt, als die Sitzung endete');
  sql("update session set used_at = now() - interval '40 minutes'");
  await who.click('button[value=save]');
  assert.equal(await who.locator('#password').count(), 1);
  await who.reload();
  await who.fill('#name', 'admin');
  await who.fill('#password', PASSWORD);
  await who.click('form.fields button');
  const note = () => who.locator('input[name=note]').getAttribute('value');
  assert.equal(await note(), 'Getippt, als die Sitzung endete');
  await who.reload();
  assert.equal(await note(), 'Getippt, als die Sitzung endete');
  await comesBack(who);
  await who.context().close();
  await logIn(page);
});

test('nobody else can fetch an answer, and no other address shows it', async () => {
  await page.goto(`${SITE}/admin/new-page`);
  await page.fill('#title', 'Van mij');
  await Promise.all([page.waitForNavigation(), page.click('.actions button[value=publish]')]);
  const { pathname, search } = new URL(page.url());
  assert.match(search, /^\?answer=[0-9a-f]{64}$/);
  assert.equal(
    sql(`select count(*) from kept_form
          where answer not like '%${search.slice(8)}%' and answer like '%Van mij%'`),
    '1',
  );
  await page.goto(`${SITE}/admin/new-topic${search}`);
  assert.equal(page.url(), `${SITE}/admin/new-topic`);
  await page.goto(`${SITE}/admin/accounts`);
  sql("delete from account where name = 'terug'");
  await page.fill('#name', 'terug');
  await page.fill('#password', 'sleutelbloem-kwadraat-8');
  await page.click('button[value=add]');
  const other = await (await withoutScripts(browser)).newPage();
  await logIn(other, '/admin/', 'terug', 'sleutelbloem-kwadraat-8');
  await other.goto(SITE + pathname + search);
  assert.equal(other.url(), SITE + pathname);
  assert.equal(await other.inputValue('#title'), '');
  await other.context().close();
  await page.goto(SITE + pathname + search);
  assert.equal(await page.inputValue('#title'), 'Van mij');
  await page.fill('#summary', 'Zelf getypt.'); // its form still works
  await Promise.all([page.waitForNavigation(), page.click('.actions button[value=save]')]);
  assert.match(page.url(), /done=save$/);
});

test('an answer is hidden when the session has ended, until the next login', async () => {
  await page.goto(`${SITE}/admin/new-page`);
  await page.fill('#title', 'Alleen voor mij');
  await Promise.all([page.waitForNavigation(), page.click('.actions button[value=publish]')]);
  const address = page.url();
  sql("update session set used_at = now() - interval '40 minutes'");
  await page.reload();
  assert.equal(new URL(page.url()).pathname, '/admin/login');
  await page.fill('#name', 'admin');
  await page.fill('#password', PASSWORD);
  await page.click('form.fields button');
  assert.equal(page.url(), address);
  assert.equal(await page.inputValue('#title'), 'Alleen voor mij');
});

test('what one typed when the session ended is not shown to another account', async () => {
  const who = await (await withoutScripts(browser)).newPage();
  await logIn(who, '/admin/texts/about/de');
  await who.fill('#note', 'Nur für mich');
  sql("update session set used_at = now() - interval '40 minutes'");
  await who.click('button[value=save]');
  await who.fill('#name', 'terug');
  await who.fill('#password', 'sleutelbloem-kwadraat-8');
  await who.click('form.fields button');
  assert.equal(new URL(who.url()).pathname, '/admin/texts/about/de');
  assert.doesNotMatch(await who.content(), /Nur für mich/);
  await who.context().close();
});
