// SPDX-License-Identifier: EUPL-1.2
// What the forms of the desk refuse. Each form is sent as it was shown but for one wrong value, and
// comes back with that field marked. Also what takes time to come about: a history of more than one
// page. SITE and ADMIN_PASSWORD as for the other suites.
import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { SITE, ask, text } from '../e2e/site.js';
import { PASSWORD } from '../support/desk.mjs';

let cookie;
const cookieOf = (answer, name) =>
  answer.headers['set-cookie']
    ?.map((one) => one.split(';')[0])
    .find((one) => one.startsWith(`${name}=`));
const hidden = (page, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
const get = async (path) => text(await ask(path, { headers: { Cookie: cookie } }));
const post = (path, fields, session = cookie) =>
  ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: SITE, Cookie: session },
  });
// Sends the form of PATH with FIELDS; the names of the fields that come back marked.
async function refused(path, fields) {
  const page = await get(path);
  const answer = await post(path, {
    form_token: hidden(page, 'form_token'),
    once: hidden(page, 'once'),
    base: hidden(page, 'base'),
    action: 'save',
    ...fields,
  });
  assert.equal(answer.status, 422);
  return [...text(answer).matchAll(/name="([^"]*)"[^>]*aria-invalid="true"/g)].map(
    ([, name]) => name,
  );
}

before(async () => {
  const login = await ask('/admin/login');
  cookie = cookieOf(
    await post(
      '/admin/login',
      { form_token: hidden(text(login), 'form_token'), name: 'admin', password: PASSWORD },
      cookieOf(login, 'desk-login'),
    ),
    'desk',
  );
  assert.ok(cookie, 'no session');
});

const MEETING = {
  forum: 'penta',
  type: 'ministerial',
  original: 'nl',
  title: 'Refused',
  starts: '2026-05-01',
  zone: 'Europe/Brussels',
  mode: 'in-person',
  status: 'planned',
  presided: 'by-term',
};
const PAPER = { 'document.1.title': 'Paper', 'document.1.language': 'nl' };
const HASH = 'ab'.repeat(32);
for (const [what, fields, marked] of [
  ['a character in its title that feeds may not have', { title: 'Titel \uffff' }, ['title']],
  ['a title that reverses the words around it', { title: 'Titel \u202e' }, ['title']],
  [
    'the title of a document that reverses the words around it',
    { ...PAPER, 'document.1.title': '\u2066x', 'document.1.url': 'https://example.org/' },
    ['document.1.title'],
  ],
  ['a month as the last day after a whole first day', { ends: '2026-06' }, ['ends']],
  ['a last day before the first', { ends: '2026-04-30' }, ['ends']],
  ['an end without a beginning', { ends_at: '12:00' }, ['starts_at']],
  ['a time without a zone', { starts_at: '10:00', zone: '' }, ['zone']],
  ['a time on a day that is only a month', { starts: '2026-05', starts_at: '10:00' }, ['starts']],
  [
    'an end before the beginning, on one day',
    { starts_at: '10:00', ends_at: '09:59' },
    ['ends_at'],
  ],
  ['an earlier day though it was not moved', { earlier: '2026-04-01' }, ['earlier']],
  [
    'a conclusion that is both taken up and dropped',
    {
      'conclusion.1.key': 'c',
      'conclusion.1.text': 'Words',
      'conclusion.1.by': 'penta-2020-01-01',
      'conclusion.1.state': 'dropped',
    },
    ['conclusion.1.state'],
  ],
  ['a president by hand who does not count', { 'presidency.1.party': 'BE' }, ['presided']],
  ['a document without file or address', { ...PAPER }, ['document.1.upload']],
  [
    'a document with both file and address',
    { ...PAPER, 'document.1.file': HASH, 'document.1.url': 'https://example.org/' },
    ['document.1.url'],
  ],
  [
    'a document whose file is no hash, without an address',
    { ...PAPER, 'document.1.file': 'x' },
    ['document.1.upload'],
  ],
  [
    'a document in an unknown language',
    { ...PAPER, 'document.1.url': 'https://example.org/', 'document.1.language': 'N1' },
    ['document.1.language'],
  ],
])
  test(`a meeting with ${what} is refused`, async () =>
    assert.deepEqual(await refused('/admin/new-meeting', { ...MEETING, ...fields }), marked));

test('codes are changed only with a password and, where one is set, a code', async () => {
  for (const [action, fields] of [
    ['confirm', {}],
    ['confirm', { password: PASSWORD }],
    ['confirm', { code: '123456' }],
    ['renew', {}],
    ['off', {}],
    ['off', { password: 'wrong' }],
  ]) {
    const page = await get('/admin/codes');
    const answer = await post('/admin/codes', {
      form_token: hidden(page, 'form_token'),
      action,
      code: '',
      password: '',
      ...fields,
    });
    assert.equal(answer.status, 422, `${action} ${JSON.stringify(fields)}`);
    assert.match(text(answer), /class="problem"/);
  }
});

test('a saved step with an unknown status comes back marked', async () => {
  const path = '/admin/obstacles/e-bike-sharing';
  const steps = Object.fromEntries(
    [...(await get(path)).matchAll(/name="(step\.1\.[a-z]+)" value="([^"]*)"/g)].map(
      ([, name, value]) => [name, value],
    ),
  );
  assert.ok(steps['step.1.status'], 'a step that was saved');
  assert.ok(
    (await refused(path, { ...steps, 'step.1.status': 'juggled' })).includes('step.1.status'),
  );
});

test('a form without an action is refused', async () => {
  for (const path of [
    '/admin/new-meeting',
    '/admin/new-obstacle',
    '/admin/new-place',
    '/admin/codes',
    '/admin/texts/about/nl',
  ]) {
    const answer = await post(path, {
      form_token: hidden(await get(path), 'form_token'),
      action: 'juggle',
    });
    assert.ok([400, 422].includes(answer.status), `${path}: ${answer.status}`);
  }
});

test('a long history has pages, and marks two saves of the same words', async () => {
  const path = '/admin/texts/european-union/de';
  for (let i = 0; i < 52; i += 1) {
    const page = await get(path);
    const answer = await post(path, {
      form_token: hidden(page, 'form_token'),
      base: hidden(page, 'base'),
      original: hidden(page, 'original'),
      slug: /name="slug" value="([^"]*)"/.exec(page)[1],
      action: 'save',
      note: '',
      'text.title': 'Titel',
      'text.short': 'Kurz',
      'text.summary': 'Zusammenfassung',
      'text.body': `Fassung ${i === 51 ? 49 : i}`,
    });
    assert.equal(answer.status, 303, `save ${i}`);
  }
  const newest = await get('/admin/history/european-union/de');
  const older = /href="(\/admin\/history\/european-union\/de\?before=\d+)"/.exec(newest)?.[1];
  assert.ok(older, 'no older saves');
  const ids = [...newest.matchAll(/name="from" value="(\d+)"/g)].map(([, id]) => id);
  assert.equal(ids.length, 50);
  const rest = await get(older);
  assert.match(rest, /href="\/admin\/history\/european-union\/de"/);
  assert.ok(!ids.some((id) => rest.includes(`name="from" value="${id}"`)));
  assert.match(
    await get(`/admin/history/european-union/de?from=${ids[2]}&to=${ids[0]}`),
    /De twee versies zijn gelijk/,
  );
  assert.match(await get(`/admin/history/european-union/de?from=${ids[1]}&to=${ids[0]}`), /<del/);
});
