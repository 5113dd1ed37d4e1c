// SPDX-License-Identifier: EUPL-1.2
// The desk in a browser, without scripts: SITE is the address of a site that may be changed,
// ADMIN_PASSWORD that of its first account.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch } from '../e2e/browser.js';
import { SITE, ask, text } from '../e2e/site.js';
import { PASSWORD, aSecond, beside, faultsOf, withoutScripts } from '../support/desk.mjs';

let browser;
let editor; // a page of the browser, with a session

async function logIn(page, password = PASSWORD, path = '/admin/') {
  await page.goto(SITE + path);
  await page.fill('#name', 'admin');
  await page.fill('#password', password);
  await page.click('form.fields button');
}
const field = (page, name) => page.locator(`textarea[name="text.${name}"]`);
const save = (page, action) => page.click(`button[value=${action}]`);
// The body, after redirects.
const publicText = async (path) => (await fetch(SITE + path)).text();

before(async () => {
  assert.ok(PASSWORD, 'ADMIN_PASSWORD is not set');
  browser = await launch();
  editor = await (await withoutScripts(browser)).newPage();
});
after(() => browser?.close());

test('without a session, every page of the desk leads to the login and back', async () => {
  for (const path of ['/admin/', '/admin/texts/about/nl', '/admin/log']) {
    const answer = await ask(path);
    assert.equal(answer.status, 303, path);
    assert.match(
      answer.headers.location,
      new RegExp(`^/admin/login\\?next=${encodeURIComponent(path)}$`),
    );
    assert.match(answer.headers['cache-control'], /no-store/);
  }
});

test('a wrong password is refused with a message, and the name is still there', async () => {
  await logIn(editor, 'niet-het-wachtwoord');
  assert.match(
    await editor.locator('.problem').innerText(),
    /De naam, het wachtwoord of de code is onjuist/,
  );
  assert.equal(await editor.inputValue('#name'), 'admin');
  assert.equal(await editor.inputValue('#password'), '');
});

test('with the right password, an editor sees each document in each language', async () => {
  await logIn(editor);
  assert.equal(new URL(editor.url()).pathname, '/admin/');
  assert.equal(await editor.locator('h1').innerText(), 'Documenten en talen');
  const row = editor.locator('tr', { hasText: 'Over deze site' });
  assert.equal(await row.locator('td:not(.day)').count(), 4);
  assert.equal(
    (await row.locator('td:not(.day)').allInnerTexts()).filter((cell) => /gepubliceerd/.test(cell))
      .length,
    4,
  );
});

test('the language of the desk is chosen where that cannot lose what was typed', async () => {
  for (const [path, there] of [
    ['/admin/', 4],
    ['/admin/help', 4],
    ['/admin/texts/about/nl', 0],
    ['/admin/new-meeting', 0],
    ['/admin/synonyms/nl', 0],
    ['/admin/password', 0],
  ]) {
    await editor.goto(SITE + path);
    assert.equal(await editor.locator('button[name=language]').count(), there, path);
  }
  await editor.goto(`${SITE}/admin/`);
});

test('the cookie of the session is hidden from scripts, and bound to the site', async () => {
  const cookie = (await editor.context().cookies()).find((one) => one.name === 'desk');
  assert.deepEqual([cookie.httpOnly, cookie.sameSite, cookie.path], [true, 'Lax', '/']);
});

test('a draft is saved, and only the desk shows it', async () => {
  await editor.goto(`${SITE}/admin/texts/about/nl`);
  await field(editor, 'summary').fill('Een samenvatting in bewerking.');
  await editor.fill('#note', 'proef');
  await save(editor, 'save');
  assert.match(await editor.locator('.notice').innerText(), /Het concept is opgeslagen/);
  assert.equal(await field(editor, 'summary').inputValue(), 'Een samenvatting in bewerking.');
  assert.match(
    await editor.locator('.saves tbody tr').first().innerText(),
    /admin\s+concept\s+proef/,
  );
  await aSecond();
  assert.doesNotMatch(await publicText('/nl/info/over-deze-site'), /in bewerking/);
});

test('a published text is public within a second, and its translations are outdated', async () => {
  await save(editor, 'publish');
  assert.match(await editor.locator('.notice').innerText(), /De tekst is openbaar/);
  await aSecond();
  const shown = await publicText('/nl/info/over-deze-site');
  assert.match(shown, /Een samenvatting in bewerking/);
  const written = readFileSync(new URL('../../content/about/nl.md', import.meta.url), 'utf8').match(
    /^## /gm,
  ).length;
  assert.ok(
    written > 2 && shown.match(/<h2>/g)?.length >= written,
    'the lines of the body are lost',
  );
  await editor.goto(`${SITE}/admin/`);
  const cells = await editor
    .locator('tr', { hasText: 'Over deze site' })
    .locator('td:not(.day)')
    .allInnerTexts();
  assert.deepEqual(
    cells.map((cell) => /verouderd/.test(cell)),
    [false, true, true, true],
  );
});

test('a translator sees what changed in the original, and can confirm the text', async () => {
  await editor.goto(`${SITE}/admin/texts/about/fr`);
  const changed = editor.locator('.changed');
  assert.equal(await changed.count(), 1);
  assert.match(await changed.locator('ins').first().innerText(), /samenvatting/);
  assert.ok((await changed.locator('del').count()) > 0);
  await field(editor, 'summary').fill('Un résumé en cours de rédaction.');
  await save(editor, 'publish');
  await editor.goto(`${SITE}/admin/`);
  const cells = await editor
    .locator('tr', { hasText: 'Over deze site' })
    .locator('td:not(.day)')
    .allInnerTexts();
  assert.deepEqual(
    cells.map((cell) => /verouderd/.test(cell)),
    [false, false, true, true],
  );
});

test('of two who save a text, the second loses and overwrites nothing unseen', async () => {
  const other = await beside(editor);
  for (const page of [editor, other]) await page.goto(`${SITE}/admin/texts/about/en`);
  await field(other, 'summary').fill('Theirs: written by the other.');
  await save(other, 'save');
  await field(editor, 'summary').fill('Mine: written by me.');
  await save(editor, 'save');
  assert.match(
    await editor.locator('.problem').innerText(),
    /U hebt deze tekst intussen zelf opgeslagen, in een ander venster/,
  );
  assert.equal(await field(editor, 'summary').inputValue(), 'Mine: written by me.');
  assert.match(
    (await editor.locator('.three').first().locator('ins').allInnerTexts()).join(' '),
    /Theirs:.*Mine:/,
  );
  await save(editor, 'save');
  assert.match(await editor.locator('.notice').innerText(), /opgeslagen/);
  const history = await editor.locator('.saves tbody tr').allInnerTexts();
  assert.ok(
    history.filter((row) => /vervangen concept/.test(row)).length >= 1,
    'their save is not in the history',
  );
  await other.close();
});

test('what was typed when the session ended comes back after the login', async () => {
  const context = await withoutScripts(browser);
  const page = await context.newPage();
  await logIn(page, PASSWORD, '/admin/texts/about/de');
  await field(page, 'summary').fill('Geschrieben, als die Sitzung endete: "ä" & <b>.');
  const body = await field(page, 'body').inputValue();
  await context.clearCookies();
  await save(page, 'save');
  assert.match(await page.locator('.notice').innerText(), /Wat u hebt ingevoerd, is bewaard/);
  await page.fill('#name', 'admin');
  await page.fill('#password', PASSWORD);
  await page.click('form.fields button');
  assert.equal(await page.locator('h1').innerText(), 'U bent weer aangemeld');
  await page.click('form.fields button');
  assert.match(await page.locator('.notice').innerText(), /Het concept is opgeslagen/);
  assert.equal(
    await field(page, 'summary').inputValue(),
    'Geschrieben, als die Sitzung endete: "ä" & <b>.',
  );
  assert.equal(await field(page, 'body').inputValue(), body);
  assert.match(body, /\n\n## /);
  await context.close();
});

test('a fault comes back beside its field, with all that was typed', async () => {
  await editor.goto(`${SITE}/admin/texts/about/nl`);
  await field(editor, 'title').fill('');
  await field(editor, 'body').fill('Alles wat ik typte.');
  await editor.fill('#slug', 'Geen Adres!');
  await save(editor, 'publish');
  assert.equal(await editor.locator('.problem li').count(), 2);
  assert.equal(await field(editor, 'body').inputValue(), 'Alles wat ik typte.');
  assert.equal(await editor.inputValue('#slug'), 'Geen Adres!');
  const response = await editor.reload();
  assert.equal(response.status(), 422);
  await editor.goto(`${SITE}/admin/texts/about/nl`);
  await editor.locator('#note').evaluate((element) => element.removeAttribute('maxlength'));
  await editor.fill('#note', 'x'.repeat(501));
  await save(editor, 'save');
  assert.match(
    await editor.locator('.problem li').innerText(),
    /^Wat u hebt gewijzigd: Dit is te lang$/,
  );
  assert.equal((await editor.inputValue('#note')).length, 501);
});

test('saving without a change makes no save', async () => {
  await editor.goto(`${SITE}/admin/texts/penta/nl`);
  const before = await editor.locator('.saves tbody tr').count();
  assert.match(await field(editor, 'body').inputValue(), /\n\n## /);
  await save(editor, 'save');
  assert.match(await editor.locator('.notice').innerText(), /opgeslagen/);
  assert.equal(await editor.locator('.saves tbody tr').count(), before);
});

test('a form that was sent twice is saved once', async () => {
  await editor.goto(`${SITE}/admin/texts/about/nl`);
  await field(editor, 'summary').fill('Een samenvatting, tweemaal verstuurd.');
  const before = await editor.locator('.saves tbody tr').count();
  const form = await editor
    .locator('form.fields')
    .evaluate((element) => new URLSearchParams(new FormData(element)).toString())
    .catch(() => null);
  const cookies = (await editor.context().cookies())
    .map((one) => `${one.name}=${one.value}`)
    .join('; ');
  const send = () =>
    ask('/admin/texts/about/nl', {
      method: 'POST',
      body: `${form}&action=save`,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Cookie: cookies,
        Origin: SITE,
      },
    });
  assert.deepEqual([(await send()).status, (await send()).status], [303, 303]);
  await editor.goto(`${SITE}/admin/texts/about/nl`);
  assert.equal(await editor.locator('.saves tbody tr').count(), before + 1);
});

for (const [what, change] of [
  ['without its token', (body) => body.replace(/form_token=[^&]*/, '')],
  ['with another token', (body) => body.replace(/form_token=../, 'form_token=00')],
]) {
  test(`a form ${what} is refused`, async () => {
    const token = await editor.locator('form.fields input[name=form_token]').getAttribute('value');
    const cookies = (await editor.context().cookies())
      .map((one) => `${one.name}=${one.value}`)
      .join('; ');
    const body = change(`form_token=${token}&action=save&slug=x`);
    const answer = await ask('/admin/texts/about/nl', {
      method: 'POST',
      body,
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Cookie: cookies,
        Origin: SITE,
      },
    });
    assert.equal(answer.status, 403);
  });
}

for (const origin of [undefined, 'https://elsewhere.example', 'null']) {
  test(`a form that comes from ${origin ?? 'nowhere'} is refused`, async () => {
    const token = await editor.locator('form.fields input[name=form_token]').getAttribute('value');
    const cookies = (await editor.context().cookies())
      .map((one) => `${one.name}=${one.value}`)
      .join('; ');
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      Cookie: cookies,
      ...(origin && { Origin: origin }),
    };
    assert.equal(
      (
        await ask('/admin/texts/about/nl', {
          method: 'POST',
          body: `form_token=${token}&action=save&slug=x`,
          headers,
        })
      ).status,
      403,
    );
  });
}

// Some browsers, such as lynx and w3m in the terminal, send no Origin.
for (const [origin, referer, taken] of [
  [undefined, `${SITE}/admin/texts/about/nl`, true],
  [undefined, `${SITE}/`, true],
  [undefined, SITE, true],
  [undefined, 'https://elsewhere.example/', false],
  [undefined, `${SITE}.elsewhere.example/`, false],
  [undefined, `${SITE}@elsewhere.example/`, false],
  [undefined, `https://elsewhere.example/${SITE}/`, false],
  [undefined, '/admin/', false],
  ['null', `${SITE}/admin/`, false],
  ['https://elsewhere.example', `${SITE}/admin/`, false],
]) {
  const result = taken ? 'taken' : 'refused';
  test(`a form of Origin ${origin ?? 'nowhere'} and Referer ${referer} is ${result}`, async () => {
    const token = await editor.locator('form.fields input[name=form_token]').getAttribute('value');
    const cookies = (await editor.context().cookies())
      .map((one) => `${one.name}=${one.value}`)
      .join('; ');
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      Cookie: cookies,
      Referer: referer,
      ...(origin && { Origin: origin }),
    };
    assert.equal(
      (
        await ask('/admin/texts/about/nl', {
          method: 'POST',
          body: `form_token=${token}&action=save&slug=x`,
          headers,
        })
      ).status,
      taken ? 409 : 403,
    );
  });
}

test('a form from elsewhere is refused in four languages, and the log says why', async () => {
  const secret = 'geheim-van-een-voorbeeld';
  for (const [tag, words] of [
    ['nl', /vanaf een ander adres dan/],
    ['fr', /depuis une autre adresse que/],
    ['de', /von einer anderen Adresse als/],
    ['en', /from an address other than/],
  ]) {
    const headers = {
      'Content-Type': 'application/x-www-form-urlencoded',
      'Accept-Language': tag,
      Referer: `https://www.elsewhere.example/admin/preview/${secret}`,
    };
    const answer = await ask('/admin/login', { method: 'POST', body: 'name=admin', headers });
    assert.equal(answer.status, 403);
    assert.match(text(answer), words);
    assert.ok(text(answer).includes(SITE), 'the address is not named');
  }
  const log = readFileSync(`${process.env.STATE}/desk.log`, 'utf8');
  const line = JSON.parse(
    log.split('\n').findLast((one) => one.includes('form from another address')),
  );
  assert.deepEqual(
    [line.origin, line.referer, line.expected],
    ['', 'https://www.elsewhere.example', SITE],
  );
  assert.ok(!log.includes(secret), 'the address of a preview is in the log');
});

test('a form of another session is refused with that reason', async () => {
  const cookies = (await editor.context().cookies())
    .map((one) => `${one.name}=${one.value}`)
    .join('; ');
  const answer = await ask('/admin/texts/about/nl', {
    method: 'POST',
    body: 'form_token=0',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Cookie: cookies, Origin: SITE },
  });
  assert.equal(answer.status, 403);
  assert.match(text(answer), /hoort niet bij uw sessie/);
});

test('a withdrawn text is no longer public, and stays in the history', async () => {
  await editor.goto(`${SITE}/admin/documents/about`);
  await editor.locator('tr', { hasText: 'Deutsch' }).locator('button[value=withdraw]').click();
  assert.match(await editor.locator('.problem').innerText(), /De openbare tekst intrekken\?/);
  await editor.click('.problem button[value=withdraw]');
  assert.match(await editor.locator('.notice').innerText(), /niet meer openbaar/);
  await aSecond();
  assert.match(await publicText('/de/info/ueber-diese-website'), /lang="nl"/);
  await editor.goto(`${SITE}/admin/texts/about/de`);
  await save(editor, 'publish');
  await aSecond();
  assert.match(
    await publicText('/de/info/ueber-diese-website'),
    /Geschrieben, als die Sitzung endete/,
  );
});

test('the log tells who did what', async () => {
  await editor.goto(`${SITE}/admin/log`);
  const rows = (await editor.locator('tbody tr').allInnerTexts()).join('\n');
  for (const action of ['Aangemeld', 'Tekst opgeslagen', 'Tekst gepubliceerd', 'Tekst ingetrokken'])
    assert.match(rows, new RegExp(`admin\\s+${action}`));
});

const LISA = 'wilgenroos-tandwiel-4';
let lisa; // a page of another editor

test('an administrator adds an account; a weak password and a taken name are refused', async () => {
  await editor.goto(`${SITE}/admin/accounts`);
  const add = async (name, password) => {
    await editor.fill('#name', name);
    await editor.fill('#password', password);
    await editor.click('button[value=add]');
  };
  await add('lisa', 'administrator');
  assert.match(await editor.locator('.problem').innerText(), /Wachtwoord: Minstens 12 tekens/);
  assert.equal(await editor.inputValue('#name'), 'lisa');
  await add('admin', LISA);
  assert.match(await editor.locator('.problem').innerText(), /Er is al een account met deze naam/);
  await add('lisa', LISA);
  assert.match(await editor.locator('.notice').innerText(), /uitgevoerd/);
  assert.match(await editor.locator('tr', { hasText: 'lisa' }).innerText(), /redacteur/);
});

test('an editor may edit, and sees no page of administrators', async () => {
  lisa = await (await withoutScripts(browser)).newPage();
  await lisa.goto(`${SITE}/admin/`);
  await lisa.fill('#name', 'lisa');
  await lisa.fill('#password', LISA);
  await lisa.click('form.fields button');
  assert.equal(await lisa.locator('h1').innerText(), 'Documenten en talen');
  assert.equal(await lisa.locator('a[href="/admin/accounts"]').count(), 0);
  for (const path of ['/admin/accounts', '/admin/log'])
    assert.equal((await lisa.goto(SITE + path)).status(), 403, path);
});

test('changing the password ends all other sessions of the account', async () => {
  const elsewhere = await (await withoutScripts(browser)).newPage();
  await elsewhere.goto(`${SITE}/admin/`);
  await elsewhere.fill('#name', 'lisa');
  await elsewhere.fill('#password', LISA);
  await elsewhere.click('form.fields button');
  await lisa.goto(`${SITE}/admin/password`);
  await lisa.fill('#current', 'verkeerd');
  await lisa.fill('#new', `${LISA}-nieuw`);
  await lisa.click('form.fields button');
  assert.match(await lisa.locator('.problem').innerText(), /Huidig wachtwoord: Dit klopt niet/);
  await lisa.fill('#current', LISA);
  await lisa.fill('#new', `${LISA}-nieuw`);
  await lisa.click('form.fields button');
  assert.equal(await lisa.locator('h1').innerText(), 'Documenten en talen');
  await elsewhere.goto(`${SITE}/admin/`);
  assert.equal(new URL(elsewhere.url()).pathname, '/admin/login');
});

test('a disabled account is out at once; the last administrator cannot be disabled', async () => {
  await editor.goto(`${SITE}/admin/accounts`);
  await editor.locator('tr', { hasText: 'lisa' }).locator('button[value=disable]').click();
  assert.match(await editor.locator('tr', { hasText: 'lisa' }).innerText(), /uitgeschakeld/);
  await lisa.goto(`${SITE}/admin/`);
  assert.equal(new URL(lisa.url()).pathname, '/admin/login');
  await editor.locator('tr', { hasText: 'admin' }).first().locator('button[value=disable]').click();
  assert.match(
    await editor.locator('.problem').innerText(),
    /Er moet minstens één beheerder overblijven/,
  );
});

test('the pages of the desk pass axe-core and do not scroll sideways', async () => {
  assert.deepEqual(
    await faultsOf(browser, editor.context(), [
      '/admin/',
      '/admin/texts/penta/nl',
      '/admin/texts/penta/fr',
      '/admin/log',
      '/admin/accounts',
      '/admin/password',
      '/admin/login',
    ]),
    [],
  );
});

test('logging out ends the session', async () => {
  await editor.goto(`${SITE}/admin/`);
  await editor.click('.leave button');
  assert.equal(new URL(editor.url()).pathname, '/admin/login');
  await editor.goto(`${SITE}/admin/`);
  assert.equal(new URL(editor.url()).pathname, '/admin/login');
});

// The waits double, from two seconds on: on a slow machine the first may be over before the next
// password is typed.
test('after five wrong passwords an address has to wait, and is told how long', async () => {
  const page = await (await withoutScripts(browser)).newPage();
  for (let i = 0; i < 5; i++) await logIn(page, 'niet-het-wachtwoord');
  for (let i = 0; i < 6 && !/Te veel/.test(await page.locator('.problem').innerText()); i++)
    await logIn(page, 'niet-het-wachtwoord');
  assert.match(await page.locator('.problem').innerText(), /Te veel pogingen. Wacht \d+ seconden/);
});
