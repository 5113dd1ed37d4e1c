// SPDX-License-Identifier: EUPL-1.2
// SQL in what a client sends: in declared parameters, and in every field of every form. Harm would
// show as an answer of 5xx, as a delay, or as a statement that PostgreSQL's log calls malformed.
import { readFileSync } from 'node:fs';
import { launch } from '../e2e/browser.js';
import { SITE, ask, row, session, state, tried } from './site.mjs';
import { deskPages, formsOf } from './forms.mjs';

const IN_PARAMETERS = [
  `'`,
  `"`,
  `' or '1'='1`,
  `'; select pg_sleep(5)--`,
  `1) or pg_sleep(5) is null--`,
  '\\',
  '$1',
  `%27%20or%201=1`,
  `'||pg_sleep(5)||'`,
  '\u0000',
];
const IN_FIELDS = [`'`, `'; select pg_sleep(5)--`, `'||pg_sleep(5)||'`, '\\'];
const malformed = () =>
  (
    readFileSync(`${state}/database.log`, 'utf8').match(
      /syntax error at|unterminated quoted|pg_sleep/g,
    ) ?? []
  ).length;

// Whether ASKS, which sends a request, gets no 5xx and no delay.
async function isHarmless(asks) {
  const started = Date.now();
  const answer = await asks();
  return [Boolean(answer) && answer.status < 500 && Date.now() - started < 4000, answer];
}

async function parameters() {
  const tries = [];
  for (const name of [
    'forum',
    'type',
    'field',
    'border',
    'status',
    'state',
    'year',
    'before',
    'q',
    'page',
    'reference',
  ]) {
    for (const path of [
      '/nl/vergaderingen',
      '/nl/belemmeringen',
      '/nl/conclusies',
      '/nl/zoeken',
      '/nl/belemmering-melden',
    ]) {
      for (const value of IN_PARAMETERS) {
        const [good, answer] = await isHarmless(() =>
          ask(`${path}?${name}=${encodeURIComponent(value)}`),
        );
        tries.push([`${path}?${name}=${value}: ${answer?.status}`, good]);
      }
    }
  }
  tried('SQL in declared parameters', tries, 'no 5xx, no delay');
}

async function fields(cookie) {
  const tries = [];
  const forms = new Map();
  const browser = await launch();
  try {
    const context = await browser.newContext();
    await context.addCookies([{ name: 'desk', value: cookie.split('=')[1], url: SITE }]);
    const page = await context.newPage();
    for (const path of ['/nl/belemmering-melden', ...deskPages()]) {
      for (const form of await formsOf(page, path)) {
        const action = form.fields.find(([field]) => field === 'action')?.[1] ?? '';
        const name = `${form.action} ${action}`;
        if (form.action !== '/admin/logout') forms.set(name, form);
      }
    }
  } finally {
    await browser.close();
  }
  for (const [name, { action, fields: sent }] of forms) {
    for (const [i, [field]] of sent.entries()) {
      if (field === 'form_token') continue;
      for (const payload of IN_FIELDS) {
        const changed = sent.map(([one, value], at) => [one, at === i ? value + payload : value]);
        const [good, answer] = await isHarmless(() => ask(action, { cookie, fields: changed }));
        tries.push([`${name} ${field}: ${answer?.status}`, good]);
      }
    }
  }
  tried(`SQL in fields: ${forms.size} forms, each field on its own`, tries, 'no 5xx, no delay');
}

export async function injection() {
  const before = malformed();
  const cookie = await session(); // a session of its own, since some of these forms end theirs
  await parameters();
  await fields(cookie);
  const found = malformed() - before;
  row('statements that PostgreSQL calls malformed after all that', found, 0, found === 0);
}
