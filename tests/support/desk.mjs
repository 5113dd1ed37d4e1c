// SPDX-License-Identifier: EUPL-1.2
// What the tests of the desk share: an editor in a browser, the database behind the site, and the
// check of a page's accessibility. SITE is the address of a site that may be changed,
// ADMIN_PASSWORD the password of its first account, PGHOST the folder of the database's socket,
// beside which tools/run keeps the secrets.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { contextOf } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';

export const PASSWORD = process.env.ADMIN_PASSWORD;
export const aSecond = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 1100);
  });

const psql =
  (user, secret) =>
  (statement, database = 'benelux') =>
    execFileSync(
      'psql',
      ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-U', user, '-d', database, '-c', statement],
      {
        encoding: 'utf8',
        env: { ...process.env, PGPASSFILE: `${dirname(process.env.PGHOST)}/secrets/${secret}` },
      },
    ).trim();
export const sql = psql('benelux_desk', 'desk');
// For what the desk's role may not do.
export const sqlOfSuperuser = psql('postgres', 'superuser');

export async function withoutScripts(browser, locale = 'nl-BE') {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    locale,
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(10000);
  return context;
}

// Logs in on the way to PATH. Failed logins of earlier tests may have slowed logins down: then this
// waits as long as the page says.
export async function logIn(page, path = '/admin/', name = 'admin', password = PASSWORD) {
  assert.ok(password, 'ADMIN_PASSWORD is not set');
  await page.goto(SITE + path);
  for (;;) {
    await page.fill('#name', name);
    await page.fill('#password', password);
    await page.click('form.fields button');
    const problem = page.locator('.problem');
    const seconds = (await problem.count()) ? /\d+/.exec(await problem.innerText()) : null;
    if (!seconds) return;
    assert.ok(Number(seconds[0]) <= 60, `a login has to wait for ${seconds[0]} s`);
    await new Promise((resolve) => {
      setTimeout(resolve, Number(seconds[0]) * 1000);
    });
  }
}

// A page without scripts, with a session.
export async function session(browser) {
  const page = await (await withoutScripts(browser)).newPage();
  await logIn(page);
  return page;
}

// A second page with the session of PAGE, in a window of its own: of two pages in one window the
// browser draws the one behind once a second only, and each click there waits for that.
export async function beside(page) {
  const context = await withoutScripts(page.context().browser());
  await context.addCookies(await page.context().cookies());
  return context.newPage();
}

// -------------------------------------------------------------------------------------------------
// The faults of a page

// How PAGE, in Dutch, fails to tell faults as it should.
export async function untold(page) {
  // A browser moves the focus to an element with "autofocus" when it draws the page.
  await page
    .waitForFunction(() => document.activeElement !== document.body, null, { timeout: 5000 })
    .catch(() => {});
  return page.evaluate(() => {
    const wrong = [];
    const problem = document.querySelector('.problem[role=alert]');
    if (!/^(Er is een probleem|Fout):/.test(document.title)) wrong.push(`title ${document.title}`);
    if (!problem) return [...wrong, 'no summary'];
    if (document.activeElement !== problem) wrong.push('the summary is not in focus');
    if (!problem.querySelector('h1, h2')) wrong.push('a summary without a heading');
    const links = [...problem.querySelectorAll('li a')];
    if (!links.length || links.length < problem.querySelectorAll('li').length)
      wrong.push('a fault without a link');
    for (const link of links) {
      const field = link.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (!field) {
        wrong.push(`${link.getAttribute('href')} leads nowhere`);
        continue;
      }
      const described = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
      if (!field.matches('input, textarea, select, fieldset'))
        wrong.push(`${field.id} is no field`);
      if (field.matches('fieldset')) continue;
      if (field.getAttribute('aria-invalid') !== 'true') wrong.push(`${field.id} is not invalid`);
      if (!described.some((id) => document.getElementById(id)?.matches('.fault')))
        wrong.push(`${field.id} is not described by its fault`);
      if (!described.every((id) => document.getElementById(id)))
        wrong.push(`${field.id} is described by nothing`);
    }
    return wrong;
  });
}

const axe = readFileSync(
  new URL('../e2e/node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);
const RULES = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
  preload: { assets: ['media'] }, // no rule of these looks at the sources of styles
};

// Each page is seen in two looks, which together are narrow and wide, light and dark. They take
// turns from page to page.
const LOOKS = [
  [
    [320, 'light'],
    [1280, 'dark'],
  ],
  [
    [320, 'dark'],
    [1280, 'light'],
  ],
];
let turn = 0;

// What axe-core finds on PAGE as it is now, and whether it scrolls sideways. NAME says what PAGE
// shows; with PICTURES, a folder, a picture of it is saved there.
export async function faultsOfPage(page, name) {
  const faults = [];
  await page.evaluate(`${axe}; 0`);
  turn += 1;
  for (const [width, colorScheme] of LOOKS[turn % LOOKS.length]) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const { found, sideways } = await page.evaluate(
      async (rules) => ({
        found: (await window.axe.run(document, rules)).violations.map(
          (one) => `${one.id} ${one.nodes[0].target}`,
        ),
        sideways: document.documentElement.scrollWidth > document.documentElement.clientWidth,
      }),
      RULES,
    );
    faults.push(
      ...found.map((one) => `${name} at ${width} px ${colorScheme}: ${one}`),
      ...(sideways ? [`${name} at ${width} px scrolls sideways`] : []),
    );
    if (process.env.PICTURES)
      await page.screenshot({
        path: `${process.env.PICTURES}/${name.replace(/\W+/g, '-')}-${width}-${colorScheme}.png`,
        fullPage: true,
      });
  }
  return faults;
}

// The same of several pages, in a browser with scripts, with the session of CONTEXT (null: without
// one). Each of PLACES is a path, or a name and a function that brings a page there.
export async function faultsOf(browser, context, places) {
  const looking = await contextOf(browser, 1280, 'light');
  if (context) await looking.addCookies(await context.cookies());
  const page = await looking.newPage();
  const faults = [];
  for (const place of places) {
    const [name, go] = Array.isArray(place) ? place : [place, (it) => it.goto(SITE + place)];
    await go(page);
    faults.push(...(await faultsOfPage(page, name)));
  }
  await looking.close();
  return faults;
}
