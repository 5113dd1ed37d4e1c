// SPDX-License-Identifier: EUPL-1.2
// IBM's accessibility checker on one page of each kind, in all languages in turn, narrow and dark
// or wide and light.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { launch } from './browser.js';
import { kindOf } from './formats.js';
import { LANGUAGES, SITE, sitemap } from './site.js';

const engine = readFileSync(
  createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'),
  'utf8',
);
const LOOKS = [
  { viewport: { width: 320, height: 800 }, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
];
// The checker takes the number of a list's item for the attribute that HTML 4 deprecated; HTML has
// it again.
const isNumber = ({ ruleId, snippet }) =>
  ruleId === 'element_attribute_deprecated' && snippet.startsWith('<li value=');

// One page of each kind, and each page without a kind, in one language each.
async function samples() {
  const seen = new Set();
  const found = [];
  for (const page of await sitemap()) {
    const kind = kindOf(page);
    const name = kind === 'other' ? page.alternates.en : kind;
    if (seen.has(name)) continue;
    seen.add(name);
    found.push(page.alternates[LANGUAGES[found.length % LANGUAGES.length]]);
  }
  return [...found, `${SITE}/en/search?q=energy`, `${SITE}/fr/nowhere`];
}

// Runs inside the page.
async function faults() {
  const { results } = await new window.ace.Checker().check(document, ['IBM_Accessibility']);
  return {
    passed: results.filter(({ value }) => value[1] === 'PASS').length,
    failed: results
      .filter(({ value }) => value[1] === 'FAIL') // the others are questions to a person
      .map(({ ruleId, message, snippet }) => ({ ruleId, message, snippet })),
  };
}

test("IBM's accessibility checker finds no fault in any kind of page", async (t) => {
  const browser = await launch();
  t.after(() => browser.close());
  const pages = await samples();
  assert.ok(pages.length > 15, `${pages.length} pages`);
  for (const [place, look] of LOOKS.entries()) {
    const tab = await (await browser.newContext({ ...look, bypassCSP: true })).newPage();
    for (const page of pages.filter((_, i) => i % LOOKS.length === place)) {
      await tab.goto(page);
      await tab.evaluate(`${engine}; window.ace = ace;`);
      const { passed, failed } = await tab.evaluate(faults);
      assert.ok(passed > 30, `${page}: only ${passed} rules`);
      assert.deepEqual(
        failed.filter((fault) => !isNumber(fault)),
        [],
        page,
      );
    }
  }
});
