// SPDX-License-Identifier: EUPL-1.2
// What the desk's script adds, in a browser that runs it: SITE is the address of a site that may be
// changed, ADMIN_PASSWORD that of its first account. It uses the document nrw, in French.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../e2e/browser.js';
import { SITE, ask } from '../e2e/site.js';
import { proxyAt } from '../support/address.mjs';
import { faultsOfPage } from '../support/desk.mjs';

const PATH = '/admin/texts/nrw/fr';
let browser;
let context;
let page;
const WORDS = ` Encore ${Date.now()}.`; // words that no text has yet
const complaints = []; // of the console: refusals of a policy, and exceptions

const body = () => page.locator('textarea[name="text.body"]');
const summary = () => page.locator('textarea[name="text.summary"]');
const offered = () => page.locator('[data-part=recover]');
const aMoment = (milliseconds = 900) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
// The words of the dialog that comes up during WORK; it is dismissed, so that the page stays.
async function dialogOf(work) {
  let seen;
  const answer = (dialog) => {
    seen = dialog.type();
    dialog.dismiss();
  };
  page.on('dialog', answer);
  await work().catch(() => {});
  await aMoment(300);
  page.off('dialog', answer);
  return seen;
}
async function open(path = PATH) {
  page = await context.newPage();
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(SITE + path);
}
const close = () => page.close({ runBeforeUnload: false });
const select = (from, to) =>
  body().evaluate(
    (area, [start, end]) => {
      area.focus();
      area.setSelectionRange(start, end);
    },
    [from, to],
  );

before(async () => {
  assert.ok(process.env.ADMIN_PASSWORD, 'ADMIN_PASSWORD is not set');
  browser = await launch();
  context = await browser.newContext({
    locale: 'nl-BE',
    viewport: { width: 1280, height: 900 },
    proxy: await proxyAt('127.0.0.70'),
  });
  await open('/admin/login');
  await page.fill('#name', 'admin');
  await page.fill('#password', process.env.ADMIN_PASSWORD);
  await page.click('form.fields button');
  await close();
});
after(() => browser?.close());

test('the browser asks before one leaves a form with changes, and only then', async () => {
  await open();
  assert.equal(await dialogOf(() => page.click('a[href="/admin/"]')), undefined);
  await page.goto(SITE + PATH);
  await summary().click();
  await summary().press('Control+End');
  await page.keyboard.type(WORDS);
  assert.equal(
    await dialogOf(() => page.click('a[href="/admin/"]', { noWaitAfter: true })),
    'beforeunload',
  );
  assert.equal(new URL(page.url()).pathname, PATH);
  await aMoment();
  await close();
});

test('the next visit offers what was typed, and the edition that it was based on', async () => {
  await open();
  assert.match(await offered().innerText(), /Wat u hier hebt ingevoerd, is niet opgeslagen/);
  assert.ok(!(await summary().inputValue()).endsWith(WORDS));
  await page.click('[data-choice=recover]');
  assert.ok((await summary().inputValue()).endsWith(WORDS));
  assert.equal(await offered().count(), 0);
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  assert.doesNotMatch(
    kept,
    new RegExp(await page.inputValue('form.fields input[name=form_token]')),
    'the token is kept',
  );
});

test('sending a form asks nothing, and what was saved is no longer offered', async () => {
  assert.equal(await dialogOf(() => page.click('button[value=save]')), undefined);
  assert.match(await page.locator('.notice[role=status]').innerText(), /opgeslagen/);
  assert.ok((await summary().inputValue()).endsWith(WORDS));
  await page.goto(SITE + PATH);
  assert.equal(await offered().count(), 0);
  assert.equal(await page.evaluate(() => Object.keys(localStorage).length), 0);
  await close();
});

test('a discarded copy is gone', async () => {
  await open();
  await page.fill('#note', 'Une note');
  await aMoment();
  await close();
  await open();
  await page.click('[data-choice=discard]');
  assert.equal(await page.inputValue('#note'), '');
  await page.reload();
  assert.equal(await offered().count(), 0);
  await close();
});

test('a copy says which edition it was based on, also after somebody else has saved', async () => {
  await open();
  const mine = page;
  const upon = await mine.inputValue('input[name=base]');
  await mine.fill('#note', 'Pas encore enregistré');
  await aMoment();
  const other = await (
    await browser.newContext({ javaScriptEnabled: false, proxy: await proxyAt('127.0.0.70') })
  ).newPage();
  await other.context().addCookies(await context.cookies());
  await other.goto(SITE + PATH);
  await other.fill('textarea[name="text.summary"]', `Un autre résumé.${WORDS}`);
  await other.click('button[value=save]');
  await other.locator('.notice').waitFor();
  await other.context().close();
  await close();
  await open();
  assert.notEqual(await page.inputValue('input[name=base]'), upon);
  await page.click('[data-choice=recover]');
  assert.equal(await page.inputValue('input[name=base]'), upon);
  await page.evaluate(() => document.querySelector('main form.fields').reset());
  await page.fill('#note', '');
  await aMoment();
  await close();
});

test('what was typed into an added row is kept, and leaving the form asks first', async () => {
  await open('/admin/new-meeting');
  const group = 'agenda';
  const rows = await page.locator('fieldset.row').count();
  await page.click(`button[value="${group}.add"]`);
  await page.locator('fieldset.row').nth(rows).waitFor();
  const added = page
    .locator(`main [name^="${group}."]:not([type=hidden]):not([type=file]):not(button):not(select)`)
    .last();
  const name = await added.getAttribute('name');
  await added.fill('Grande salle');
  await aMoment();
  assert.equal(
    await dialogOf(() => page.click('a[href="/admin/"]', { noWaitAfter: true })),
    'beforeunload',
  );
  await close();
  await open('/admin/new-meeting');
  await page.click('[data-choice=recover]');
  await page.locator(`button[value="${group}.add"]`).click();
  await page.locator(`[name="${name}"]:not([type=hidden])`).waitFor();
  assert.equal(await page.inputValue(`[name="${name}"]`), 'Grande salle');
  await page.evaluate(() => document.querySelector('form.fields').remove());
  await close();
  await open('/admin/new-meeting');
  await page.click('[data-choice=discard]');
  await close();
});

test('nothing of a password is kept', async () => {
  await open('/admin/password');
  await page.fill('#current', 'een-geheim-dat-blijft');
  await page.fill('#new', 'een-ander-geheim-99');
  await aMoment();
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(localStorage)), /geheim/);
  await close();
});

test('the toolbar marks the selection by mouse and keys; the browser can undo it', async () => {
  await open();
  await body().fill('un mot\ndeux mots');
  await select(3, 6);
  await page.click('[data-mark=bold]');
  assert.equal(await body().inputValue(), 'un **mot**\ndeux mots');
  await page.click('[data-mark=bold]');
  assert.equal(await body().inputValue(), 'un mot\ndeux mots');
  await page.keyboard.press('Control+i');
  assert.equal(await body().inputValue(), 'un *mot*\ndeux mots');
  await page.keyboard.press('Control+z');
  assert.equal(await body().inputValue(), 'un mot\ndeux mots');
  await select(0, 10);
  await page.click('[data-mark=list]');
  assert.equal(await body().inputValue(), '- un mot\n- deux mots');
  await page.click('[data-mark=list]');
  await select(8, 8);
  await page.click('[data-mark=heading]');
  assert.equal(await body().inputValue(), 'un mot\n## deux mots');
  await select(3, 6);
  await page.locator('[data-mark=bold]').focus();
  for (let i = 0; i < 5; i += 1) await page.keyboard.press('ArrowRight');
  assert.equal(await page.evaluate(() => document.activeElement.dataset.mark), 'link');
  await page.keyboard.press('Enter');
  await page.keyboard.type('https://example.org/');
  await page.keyboard.press('Enter');
  assert.equal(await body().inputValue(), 'un [mot](https://example.org/)\n## deux mots');
});

// The box of a link, as a screen reader is told of it.
const box = () => page.locator('.linking');
const said = () =>
  box()
    .locator('[role=combobox]')
    .evaluate((input) => ({
      expanded: input.getAttribute('aria-expanded'),
      active: document.getElementById(input.getAttribute('aria-activedescendant'))?.textContent,
      list: document.getElementById(input.getAttribute('aria-controls'))?.getAttribute('role'),
    }));

test('a link to a page is chosen by the keyboard alone, in the language of the text', async () => {
  await body().fill('Voir .');
  await select(5, 5);
  await page.keyboard.press('Control+k');
  assert.deepEqual(await said(), { expanded: 'false', active: undefined, list: 'listbox' });
  await page.keyboard.type('penta 2021');
  await box().locator('[role=option]').first().waitFor();
  assert.match(await box().locator('[role=status]').innerText(), /^Resultaten: [2-9]$/);
  assert.equal((await said()).expanded, 'true');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  const { active } = await said();
  assert.match(active, /^Réunion .*PENTA.*2021/, 'in French, with what tells it apart');
  assert.equal(await box().locator('[aria-selected=true]').count(), 1);
  assert.deepEqual(await faultsOfPage(page, 'links'), []);
  await page.keyboard.press('Enter');
  assert.match(
    await body().inputValue(),
    /^Voir \[Réunion [^\]]*\]\(doc:penta-2021-[0-9a-z-]+\)\.$/,
  );
  assert.equal(await box().count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.name), 'text.body');
});

test('selected words become the words of the link, and Escape changes nothing', async () => {
  await body().fill('Le forum se réunit.');
  await select(3, 8);
  await page.click('[data-mark=link]');
  await page.keyboard.type('doc-qui-n’existe-pas');
  await page.waitForFunction(() => document.querySelector('.linking [role=status]').textContent);
  assert.equal(await box().locator('[role=status]').innerText(), 'Niets gevonden');
  await page.keyboard.press('Enter'); // nothing is chosen, and no form is sent
  await page.keyboard.press('Escape');
  assert.equal(await body().inputValue(), 'Le forum se réunit.');
  await select(3, 8);
  await page.click('[data-mark=link]');
  await page.keyboard.type('penta');
  await box().locator('[role=option]').first().click();
  assert.equal(await body().inputValue(), 'Le [forum](doc:penta) se réunit.');
  await page.keyboard.press('Control+k');
  await page.keyboard.type('jean@example.org');
  await page.keyboard.press('Enter');
  assert.equal(
    await body().inputValue(),
    'Le [forum](doc:penta)[](mailto:jean@example.org) se réunit.',
  );
});

test('the preview is what visitors will see: with its links, without scripts', async () => {
  await body().fill(
    'Voir **le forum** [Penta](doc:penta) et [rien](doc:nothing).\n\n' +
      '<script>alert(1)</script><img src=x onerror=alert(1)>\n\n- un',
  );
  await page.waitForFunction(
    () => document.querySelector('.rendered strong')?.textContent === 'le forum',
  );
  const shown = page.locator('.rendered [data-shown]');
  assert.equal(await shown.locator('strong').innerText(), 'le forum');
  assert.match(await shown.locator('a').getAttribute('href'), /^\/fr\/benelux-plus\/[a-z-]+$/);
  assert.equal(await shown.locator('a').count(), 1);
  assert.equal(await shown.locator('li').count(), 1);
  assert.equal(await shown.locator('script, img').count(), 0);
  assert.equal(await shown.getAttribute('lang'), 'fr');
});

test('the preview shows a table and a footnote, whose links have names', async () => {
  await body().fill(
    'Les membres.[^1]\n\n| Pays | Capitale |\n|---|---|\n| Belgique | Bruxelles |\n\n' +
      '[^1]: Depuis 1944.',
  );
  const shown = page.locator('.rendered [data-shown]');
  await shown.locator('table').waitFor();
  assert.deepEqual(await shown.locator('th[scope=col]').allInnerTexts(), ['Pays', 'Capitale']);
  const there = shown.getByRole('link', { name: 'Note 1', exact: true });
  const back = shown.getByRole('link', { name: 'Retour à l’appel de note 1' });
  assert.equal(await there.getAttribute('href'), '#note-1');
  assert.equal(await shown.locator('#note-1').count(), 1);
  assert.equal(await back.getAttribute('href'), `#${await there.getAttribute('id')}`);
  assert.deepEqual(await faultsOfPage(page, 'table'), []);
  assert.deepEqual(await faultsOfPage(page, 'table'), []);
});

test('when the program gives no preview, none is shown, and all else works', async () => {
  assert.deepEqual(complaints, []);
  await page.route('**/admin/markdown', (route) => route.fulfill({ status: 503, body: '' }));
  await body().fill('Autre chose');
  await page.waitForFunction(() => document.querySelector('.rendered').hidden);
  assert.equal(await body().inputValue(), 'Autre chose');
  complaints.length = 0; // the browser's own line about the 503
  await close();
});

test('a field shows the length of its text when little of its limit is left', async () => {
  const count = () => page.locator('#short + small');
  await open('/admin/topics/nrw');
  assert.equal(await count().innerText(), '');
  await page.fill('#short', 'é'.repeat(120));
  await page.waitForFunction(
    () => document.querySelector('#short + small').textContent === '120 / 150',
  );
  await page.fill('#short', 'é'.repeat(151));
  await page.waitForFunction(() => document.querySelector('#short + small').matches('.fault'));
  await close();
});

test('a page with all of this passes axe-core and does not scroll sideways', async () => {
  await open();
  await page.fill('#note', 'Une autre note');
  await aMoment();
  await close();
  await open();
  await page.waitForFunction(() => !document.querySelector('.rendered').hidden);
  assert.deepEqual(
    [...(await faultsOfPage(page, 'scripts')), ...(await faultsOfPage(page, 'scripts'))],
    [],
  ); // in all four looks
  await page.click('[data-choice=discard]');
  await close();
});

test('the console has no complaint: no policy was broken, nothing threw', () => {
  assert.deepEqual(complaints, []);
});

test('only a form of this site gets a preview', async () => {
  const cookie = (await context.cookies()).map((one) => `${one.name}=${one.value}`).join('; ');
  const headers = {
    'Content-Type': 'application/x-www-form-urlencoded',
    Cookie: cookie,
    Origin: SITE,
  };
  assert.equal(
    (await ask('/admin/markdown', { method: 'POST', body: 'text=x', headers })).status,
    403,
  );
  assert.equal((await ask('/admin/markdown')).status, 303);
});

test('the public pages have no script of the desk', async () => {
  const answer = await ask('/nl/');
  assert.doesNotMatch(
    answer.headers['content-security-policy'],
    /script-src|connect-src (?!'self')/,
  );
  assert.doesNotMatch(answer.body.toString(), /desk\./);
  const desk = await ask('/admin/login');
  assert.match(
    desk.headers['content-security-policy'],
    /script-src http\S+\/static\/desk\.[0-9a-f]{12}\.js; connect-src http\S+\/admin\/$/,
  );
});
