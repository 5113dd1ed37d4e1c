// An editor at the desk, for the browser tests: SITE is the address of a site that may be changed, ADMIN_PASSWORD that of its first account.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { contextOf } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';

export const PASSWORD = process.env.ADMIN_PASSWORD;
const axe = readFileSync(new URL('../e2e/node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

export async function withoutScripts(browser, locale = 'nl-BE') {
  const context = await browser.newContext({ javaScriptEnabled: false, locale, viewport: { width: 1280, height: 900 } });
  context.setDefaultTimeout(10000);
  return context;
}
export const aSecond = () => new Promise((resolve) => { setTimeout(resolve, 1100); });

// Logs in on the way to PATH. Failures of tests before this one may have slowed logins down: then it waits as it is told.
export async function logIn(page, path = '/admin/', name = 'admin', password = PASSWORD) {
  assert.ok(password, 'ADMIN_PASSWORD is not set');
  await page.goto(SITE + path);
  for (;;) {
    await page.fill('#name', name);
    await page.fill('#password', password);
    await page.click('form.fields button');
    const problem = page.locator('.problem');
    const seconds = await problem.count() ? /\d+/.exec(await problem.innerText()) : null;
    if (!seconds) return;
    assert.ok(Number(seconds[0]) <= 60, `a login has to wait for ${seconds[0]} s`);
    await new Promise((resolve) => { setTimeout(resolve, Number(seconds[0]) * 1000); });
  }
}

// What axe-core finds on PATHS, and what scrolls sideways, narrow and wide, light and dark, with the session of CONTEXT.
export async function faultsOf(browser, context, paths) {
  const faults = [];
  for (const [width, scheme] of [[320, 'light'], [320, 'dark'], [1280, 'light'], [1280, 'dark']]) {
    const looking = await contextOf(browser, width, scheme);
    await looking.addCookies(await context.cookies());
    await looking.addInitScript({ content: axe });
    const page = await looking.newPage();
    for (const path of paths) {
      await page.goto(SITE + path);
      const result = await page.evaluate(() => window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'] }));
      for (const violation of result.violations) faults.push(`${path} at ${width} px ${scheme}: ${violation.id} ${violation.nodes[0].target}`);
      if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)) faults.push(`${path} at ${width} px scrolls sideways`);
    }
    await looking.close();
  }
  return faults;
}
