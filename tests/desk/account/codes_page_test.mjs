// SPDX-License-Identifier: EUPL-1.2
// One-time codes in a browser, without scripts, on accounts of this file's own: SITE is the address
// of a site that may be changed, ADMIN_PASSWORD that of its first account.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE, ask } from '../../e2e/site.js';
import { proxyAt } from '../../support/address.mjs';
import { faultsOf, untold } from '../../support/desk.mjs';

const PASSWORD = 'sleutelbloem-kwadraat-8';
let browser;
let administrator; // pages of the browser with a session each
let cleo;
let key; // cleo's, in base32
let recovery; // her recovery codes

let at = 60; // last number of the next address: after five failures one has to wait
const withoutScripts = async () =>
  (
    await browser.newContext({
      javaScriptEnabled: false,
      locale: 'nl-BE',
      viewport: { width: 1280, height: 900 },
      proxy: await proxyAt(`127.0.0.${at}`),
    })
  ).newPage();

async function logIn(page, name, password, code = '') {
  await page.goto(`${SITE}/admin/login`);
  await page.fill('#name', name);
  await page.fill('#password', password);
  await page.fill('#code', code);
  await page.click('form.fields button');
}
const isIn = (page) => new URL(page.url()).pathname === '/admin/';
const problem = (page) => page.locator('.problem').innerText();

// RFC 6238 and RFC 4226, by node's own HMAC.
function codeOf(base32, step) {
  const bits = [...base32]
    .map((letter) =>
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
    )
    .join('');
  const secret = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  return String((mac.readUInt32BE(mac[19] & 15) & 0x7fffffff) % 1000000).padStart(6, '0');
}
const stepNow = () => Math.floor(Date.now() / 30000);
// Waits until enough of a step is left for some logins.
const early = async () => {
  const left = 30000 - (Date.now() % 30000);
  if (left < 12000)
    await new Promise((resolve) => {
      setTimeout(resolve, left + 100);
    });
};
// A code of none of the steps that count now.
const wrong = () =>
  ['000000', '111111', '222222', '333333'].find(
    (code) => ![-1, 0, 1, 2].some((beside) => codeOf(key, stepNow() + beside) === code),
  );

before(async () => {
  assert.ok(process.env.ADMIN_PASSWORD, 'ADMIN_PASSWORD is not set');
  browser = await launch();
  administrator = await withoutScripts();
  await logIn(administrator, 'admin', process.env.ADMIN_PASSWORD);
  for (const name of ['cleo', 'cas']) {
    await administrator.goto(`${SITE}/admin/accounts`);
    await administrator.fill('#name', name);
    await administrator.fill('#password', PASSWORD);
    await administrator.click('button[value=add]');
  }
  cleo = await withoutScripts();
});
after(() => browser?.close());

test('an account without codes logs in with the password, and gets a key on request', async () => {
  await logIn(cleo, 'cleo', PASSWORD);
  assert.ok(isIn(cleo));
  await cleo.click('a[href="/admin/codes"]');
  assert.equal(await cleo.locator('h1').innerText(), 'Eenmalige codes');
  await cleo.click('button[value=offer]');
  key = (await cleo.locator('#key').innerText()).replace(/ /g, '');
  assert.match(key, /^[A-Z2-7]{32}$/);
  assert.equal(
    await cleo.locator('a[href^="otpauth:"]').getAttribute('href'),
    `otpauth://totp/Benelux%2B:cleo?secret=${key}&issuer=Benelux%2B`,
  );
  await cleo.reload();
  assert.equal(
    (await cleo.locator('#key').innerText()).replace(/ /g, ''),
    key,
    'the key changed before it was confirmed',
  );
});

test('the picture is a QR code: it has the three corners that cameras look for', async () => {
  const path = await cleo.locator('svg path').getAttribute('d');
  const size = Number((await cleo.locator('svg').getAttribute('viewBox')).split(' ')[2]);
  const dark = new Set();
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    for (let i = 0; i < Number(run); i += 1) dark.add(`${Number(x) + i} ${y}`);
  const corner = (left, top) =>
    [0, 1, 2, 3, 4, 5, 6]
      .map((y) =>
        [0, 1, 2, 3, 4, 5, 6].map((x) => (dark.has(`${left + x} ${top + y}`) ? '#' : '.')).join(''),
      )
      .join('\n');
  const expected = [
    '#######',
    '#.....#',
    '#.###.#',
    '#.###.#',
    '#.###.#',
    '#.....#',
    '#######',
  ].join('\n');
  for (const [left, top] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ])
    assert.equal(corner(left, top), expected);
});

test('a key is confirmed by one of its codes and the password, and by nothing less', async () => {
  const confirm = async (code, password) => {
    await cleo.fill('#code', code);
    await cleo.fill('#password', password);
    await cleo.click('button[value=confirm]');
  };
  await confirm(wrong(), PASSWORD);
  assert.match(await problem(cleo), /Eenmalige code: Dit klopt niet/);
  assert.deepEqual(await untold(cleo), []);
  await confirm(codeOf(key, stepNow()), 'niet-het-wachtwoord');
  assert.match(await problem(cleo), /Huidig wachtwoord: Dit klopt niet/);
  const elsewhere = await withoutScripts();
  await logIn(elsewhere, 'cleo', PASSWORD);
  assert.ok(isIn(elsewhere), 'a code is asked for before the key is confirmed');
  await early();
  await confirm(codeOf(key, stepNow() - 1), PASSWORD);
  assert.match(await cleo.locator('.notice').innerText(), /uitgevoerd/);
  recovery = await cleo.locator('.recovery li').allInnerTexts();
  assert.equal(new Set(recovery).size, 10);
  for (const code of recovery) assert.match(code, /^([A-Z2-7]{4}-){3}[A-Z2-7]{4}$/);
  await elsewhere.goto(`${SITE}/admin/`);
  assert.equal(new URL(elsewhere.url()).pathname, '/admin/login', 'her other session did not end');
  await cleo.goto(`${SITE}/admin/codes`);
  assert.match(await cleo.locator('main').innerText(), /Herstelcodes die over zijn: 10/);
  assert.equal(await cleo.locator('.recovery').count(), 0, 'recovery codes are shown again');
});

test('from then on a login needs the code, and does not say which part was wrong', async () => {
  at = 61;
  const page = await withoutScripts();
  const answers = [];
  for (const [name, password, code] of [
    ['cleo', PASSWORD, ''],
    ['cleo', PASSWORD, wrong()],
    ['cleo', 'niet-het-wachtwoord', codeOf(key, stepNow() + 1)],
    ['niemand', PASSWORD, wrong()],
  ]) {
    await logIn(page, name, password, code);
    answers.push((await page.locator('main').innerHTML()).replace(/value="[^"]*"/g, ''));
  }
  assert.match(answers[0], /De naam, het wachtwoord of de code is onjuist/);
  for (const answer of answers) assert.equal(answer, answers[0]);
  assert.equal(await page.inputValue('#code'), '');
  await logIn(page, 'cleo', PASSWORD, codeOf(key, stepNow()));
  assert.ok(isIn(page), 'a right code is refused');
  await page.goto(`${SITE}/admin/`);
  await page.click('.leave button');
  await logIn(page, 'cas', PASSWORD, '');
  assert.ok(isIn(page), 'an account without codes is asked for one');
});

test('a code works once, even when it is sent twice at once', async () => {
  at = 62;
  const code = codeOf(key, stepNow() + 1);
  const send = async () => {
    const page = await withoutScripts();
    await page.goto(`${SITE}/admin/login`);
    const token = await page.locator('input[name=form_token]').first().getAttribute('value');
    const cookie = (await page.context().cookies())
      .map((one) => `${one.name}=${one.value}`)
      .join('; ');
    return () =>
      ask('/admin/login', {
        method: 'POST',
        body: `form_token=${token}&name=cleo&password=${PASSWORD}&code=${code}`,
        headers: {
          'Content-Type': 'application/x-www-form-urlencoded',
          Cookie: cookie,
          Origin: SITE,
        },
      });
  };
  const both = [await send(), await send()];
  const statuses = (await Promise.all(both.map((one) => one()))).map((answer) => answer.status);
  assert.deepEqual(statuses.sort(), [303, 422]);
});

test('a recovery code works once; what was typed when the session ended is kept', async () => {
  at = 63;
  const page = await withoutScripts();
  await logIn(page, 'cleo', PASSWORD, recovery[0].toLowerCase().replace(/-/g, ' '));
  assert.ok(isIn(page));
  await page.goto(`${SITE}/admin/codes`);
  assert.match(await page.locator('main').innerText(), /Herstelcodes die over zijn: 9/);
  await page.goto(`${SITE}/admin/texts/penta/de`);
  await page.fill('#note', 'Getippt, als die Sitzung endete');
  await page.context().clearCookies();
  await page.click('button[value=save]');
  const again = async (code) => {
    await page.fill('#name', 'cleo');
    await page.fill('#password', PASSWORD);
    await page.fill('#code', code);
    await page.click('form.fields button');
  };
  await again(recovery[0]);
  assert.match(await problem(page), /De naam, het wachtwoord of de code is onjuist/);
  await again(recovery[1]);
  assert.equal(await page.locator('h1').innerText(), 'U bent weer aangemeld');
  assert.equal(
    await page.locator('input[name=note]').getAttribute('value'),
    'Getippt, als die Sitzung endete',
  );
});

test('new recovery codes replace the old ones', async () => {
  await cleo.goto(`${SITE}/admin/codes`);
  await cleo.fill('#password', PASSWORD);
  await cleo.click('button[value=renew]');
  const renewed = await cleo.locator('.recovery li').allInnerTexts();
  assert.equal(renewed.length, 10);
  await cleo.reload();
  assert.equal(cleo.url(), `${SITE}/admin/codes`);
  assert.equal(await cleo.locator('.recovery').count(), 0, 'recovery codes are shown again');
  const page = await withoutScripts();
  await logIn(page, 'cleo', PASSWORD, recovery[2]);
  assert.ok(!isIn(page));
  await logIn(page, 'cleo', PASSWORD, renewed[0]);
  assert.ok(isIn(page));
  recovery = renewed;
});

test('the pages pass axe-core and do not scroll sideways', async () => {
  const cas = await withoutScripts();
  await logIn(cas, 'cas', PASSWORD);
  const faults = [];
  const look = async (who, path, state) =>
    faults.push(
      ...(await faultsOf(browser, who?.context(), [[state, (page) => page.goto(SITE + path)]])),
    );
  await look(cas, '/admin/codes', 'off');
  await cas.goto(`${SITE}/admin/codes`);
  await cas.click('button[value=offer]');
  await look(cas, '/admin/codes', 'offered');
  await look(cleo, '/admin/codes', 'on');
  await look(administrator, '/admin/accounts', 'accounts');
  await look(null, '/admin/login', 'login');
  assert.deepEqual(faults, []);
});

test('turning codes off needs the password; then one logs in without a code', async () => {
  await cleo.goto(`${SITE}/admin/codes`);
  await cleo.fill('#password', 'niet-het-wachtwoord');
  await cleo.click('button[value=off]');
  assert.match(await problem(cleo), /Huidig wachtwoord: Dit klopt niet/);
  assert.deepEqual(await untold(cleo), []);
  await cleo.fill('#password', PASSWORD);
  await cleo.click('button[value=off]');
  assert.match(await cleo.locator('.notice').innerText(), /uitgevoerd/);
  const page = await withoutScripts();
  await logIn(page, 'cleo', PASSWORD);
  assert.ok(isIn(page));
});

test('an administrator sees who has codes, and resets those of a lost device', async () => {
  await cleo.goto(`${SITE}/admin/codes`);
  await cleo.click('button[value=offer]');
  key = (await cleo.locator('#key').innerText()).replace(/ /g, '');
  await cleo.fill('#code', codeOf(key, stepNow()));
  await cleo.fill('#password', PASSWORD);
  await cleo.click('button[value=confirm]');
  assert.equal(await cleo.locator('.recovery li').count(), 10);
  await administrator.goto(`${SITE}/admin/accounts`);
  const row = administrator.locator('tr', { hasText: 'cleo' });
  assert.match(await row.innerText(), /ingesteld/);
  assert.equal(
    await administrator.locator('tr', { hasText: 'cas' }).locator('button[value=codes]').count(),
    0,
  );
  await row.locator('button[value=codes]').click();
  assert.doesNotMatch(await row.innerText(), /ingesteld/);
  await cleo.goto(`${SITE}/admin/`);
  assert.equal(new URL(cleo.url()).pathname, '/admin/login', 'her session did not end');
  await logIn(cleo, 'cleo', PASSWORD);
  assert.ok(isIn(cleo));
  await administrator.goto(`${SITE}/admin/log`);
  const log = (await administrator.locator('tbody tr').allInnerTexts()).join('\n');
  for (const action of [
    'Eenmalige codes aangezet',
    'Nieuwe herstelcodes gemaakt',
    'Eenmalige codes uitgezet',
  ])
    assert.match(log, new RegExp(`cleo\\s+${action}`));
  assert.match(log, /admin\s+Eenmalige codes van een account gewist\s+cleo/);
});
