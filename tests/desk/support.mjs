// What the tests of the desk share: a browser without scripts, a session, the database behind the site. SITE is the address of a site that may be changed,
// ADMIN_PASSWORD the password of its first account, PGHOST the folder of the database's socket, beside which tools/run keeps the secrets.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { contextOf } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';

const axe = readFileSync(new URL('../e2e/node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

export const sql = (statement, database = 'benelux') => execFileSync('psql', ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-U', 'benelux_desk', '-d', database, '-c', statement], {
  encoding: 'utf8', env: { ...process.env, PGPASSFILE: `${dirname(process.env.PGHOST)}/secrets/desk` },
}).trim();

// A page with a session. Who failed to log in from here before, in another file, has to wait.
export async function session(browser) {
  const page = await (await browser.newContext({ javaScriptEnabled: false, locale: 'nl-BE', viewport: { width: 1280, height: 900 } })).newPage();
  for (let i = 0; i < 60; i++) {
    await page.goto(`${SITE}/admin/`);
    await page.fill('#name', 'admin');
    await page.fill('#password', process.env.ADMIN_PASSWORD);
    await page.click('form.fields button');
    if (new URL(page.url()).pathname === '/admin/') return page;
    await new Promise((resolve) => { setTimeout(resolve, 2000); });
  }
  throw new Error('cannot log in');
}

// Each path narrow and wide, light and dark: no violation of axe-core, no scrolling sideways.
export async function assertAccessible(browser, page, paths) {
  const faults = [];
  for (const [width, scheme] of [[320, 'light'], [320, 'dark'], [1280, 'light'], [1280, 'dark']]) {
    const context = await contextOf(browser, width, scheme);
    await context.addCookies(await page.context().cookies());
    await context.addInitScript({ content: axe });
    const seen = await context.newPage();
    for (const path of paths) {
      await seen.goto(SITE + path);
      const { violations } = await seen.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] }));
      for (const violation of violations) faults.push(`${path} at ${width} px ${scheme}: ${violation.id} ${violation.nodes[0].target}`);
      if (await seen.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) faults.push(`${path} at ${width} px scrolls sideways`);
    }
    await context.close();
  }
  assert.deepEqual(faults, []);
}
