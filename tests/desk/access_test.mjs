// SPDX-License-Identifier: EUPL-1.2
// Who may ask for what, for each row of the route table. What is expected comes from the table
// itself (benelux-plus routes), from its column of access. SITE is the address of a site that may
// be changed, BENELUX_SHARE the folder of the program's templates.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { before, test } from 'node:test';
import { SITE, ask, text } from '../e2e/site.js';

// Without sanitizers, since it starts some hundred times.
const PROGRAM = new URL('../../build/benelux-plus', import.meta.url).pathname;
const EDITOR = 'waterkers-ladder-31';
const [heading, ...lines] = execFileSync(PROGRAM, ['routes'], { encoding: 'utf8' })
  .trim()
  .split('\n');
const rows = lines.map((line) =>
  Object.fromEntries(line.split('\t').map((cell, i) => [heading.split('\t')[i], cell])),
);
const places = (row) => row.paths.split(' ').map((path) => path.replace(':slug', 'about'));
const RANK = { none: 0, editor: 1, administrator: 2 };
const NEEDS = { ANYBODY: 0, EDITOR: 1, ADMINISTRATOR: 2 };
const sessions = { none: { cookie: '' } };

const form = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: SITE };
const post = (path, fields, cookie = '') =>
  ask(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { ...form, ...(cookie && { Cookie: cookie }) },
  });
const cookieOf = (answer, name) =>
  answer.headers['set-cookie']
    ?.map((one) => one.split(';')[0])
    .find((one) => one.startsWith(`${name}=`));
const tokenOf = (answer) => /name="form_token" value="([0-9a-f]+)"/.exec(text(answer))?.[1];

async function logIn(name, password) {
  const login = await ask('/admin/login');
  const answer = await post(
    '/admin/login',
    { form_token: tokenOf(login), name, password },
    cookieOf(login, 'desk-login'),
  );
  const cookie = cookieOf(answer, 'desk');
  assert.ok(cookie, `${name} cannot log in: ${answer.status}`);
  return { cookie, token: tokenOf(await ask('/admin/', { headers: { Cookie: cookie } })) };
}

before(async () => {
  sessions.administrator = await logIn('admin', process.env.ADMIN_PASSWORD);
  const { token, cookie } = sessions.administrator;
  await post(
    '/admin/accounts',
    { form_token: token, action: 'add', name: 'access-editor', role: 'editor', password: EDITOR },
    cookie,
  );
  sessions.editor = await logIn('access-editor', EDITOR);
});

const isRefused = (answer) =>
  [401, 403, 405].includes(answer.status) || /^\/admin\/login/.test(answer.headers.location ?? '');

test('the table has rows of every kind, and no others', () => {
  assert.deepEqual([...new Set(rows.map((row) => row.access))].sort(), [
    'ADMINISTRATOR',
    'ANYBODY',
    'EDITOR',
    'OPERATOR',
    'PUBLIC',
  ]);
  assert.ok(rows.every((row) => /^GET HEAD( POST)?$/.test(row.methods) && row.paths));
});

for (const row of rows.filter(({ access }) => access in NEEDS)) {
  const takesForm = row.methods.includes('POST');
  for (const who of Object.keys(RANK)) {
    const may = RANK[who] >= NEEDS[row.access];
    test(`${row.id} (${row.access}), ${who}`, async () => {
      const { cookie, token } = sessions[who];
      for (const path of places(row)) {
        const got = await ask(path, { headers: (cookie && { Cookie: cookie }) || {} });
        if (may) assert.ok(!isRefused(got) && got.status < 500, `GET ${path}: ${got.status}`);
        else if (who === 'none')
          assert.deepEqual(
            [got.status, got.headers.location],
            [303, `/admin/login?next=${encodeURIComponent(path)}`],
            `GET ${path}`,
          );
        else assert.equal(got.status, 403, `GET ${path}`);

        // A form without a session is answered with the login, which gives it back afterwards. With
        // one, nothing is done without the form's token.
        const refused = !takesForm ? 405 : who === 'none' && !may ? 401 : 403;
        assert.equal(
          (await post(path, { action: 'save' }, cookie)).status,
          refused,
          `POST ${path} without a token`,
        );
        assert.equal(
          (await post(path, { action: 'save', form_token: '0'.repeat(64) }, cookie)).status,
          refused,
          `POST ${path} with a wrong token`,
        );
        if (token && !may)
          assert.equal(
            (await post(path, { action: 'save', form_token: token }, cookie)).status,
            takesForm ? 403 : 405,
            `POST ${path} with the right token`,
          );
      }
    });
  }
}

// Visitors have no session: their form needs no token, and the cookie of an editor makes no
// difference to it.
for (const row of rows.filter(({ access }) => access === 'PUBLIC')) {
  const takesForm = row.methods.includes('POST');
  test(`${row.id} (PUBLIC) takes ${takesForm ? 'a form from everybody' : 'no form'}`, async () => {
    for (const path of places(row)) {
      for (const { cookie } of Object.values(sessions)) {
        const { status, headers } = await post(path, { nothing: 'x' }, cookie);
        assert.equal(status, takesForm ? 422 : 405, `POST ${path}`);
        assert.equal(headers['set-cookie'], undefined);
      }
    }
  });
}

// Not even an administrator may ask, whatever a client says of itself: nginx alone says who is an
// operator.
for (const row of rows.filter(({ access }) => access === 'OPERATOR')) {
  test(`${row.id} (OPERATOR) is not found by anybody else`, async () => {
    for (const path of places(row)) {
      for (const { cookie } of Object.values(sessions)) {
        const headers = {
          ...(cookie && { Cookie: cookie }),
          'BENELUX-OPERATOR': '1',
          BENELUX_OPERATOR: '1',
        };
        for (const other of [path, `${path}/`, `${path}.json`])
          assert.equal((await ask(other, { headers })).status, 404, `GET ${other}`);
        assert.equal((await post(path, { nothing: 'x' }, cookie)).status, 404, `POST ${path}`);
      }
    }
  });
}

// Runs a program as plain CGI, past nginx, which sends each of the two programs its own paths only.
function cgi(path, desk, more = {}) {
  const { stdout } = spawnSync(PROGRAM, [], {
    env: {
      ...process.env,
      GATEWAY_INTERFACE: 'CGI/1.1',
      REQUEST_METHOD: 'GET',
      PATH_INFO: path,
      BENELUX_DATABASE: 'host=/nowhere',
      ...(desk && { BENELUX_DESK: '1' }),
      ...more,
    },
    encoding: 'latin1',
  });
  return Number(/^Status: (\d+)/m.exec(stdout)?.[1]);
}

test('the site answers no row of the desk, and the desk only health rows of the site', () => {
  for (const row of rows) {
    const [path] = places(row);
    const both = ['HEALTH', 'READY'].includes(row.id);
    if (row.access === 'OPERATOR') {
      for (const desk of [false, true]) {
        assert.equal(cgi(path, desk), 404, `${path}, ${desk}`);
        for (const claim of ['', '0', '11', 'true'])
          assert.equal(cgi(path, desk, { BENELUX_OPERATOR: claim }), 404, claim);
        assert.equal(cgi(path, desk, { HTTP_BENELUX_OPERATOR: '1' }), 404);
        const told = row.id === 'METRICS' ? 200 : desk ? 401 : 404;
        assert.equal(
          cgi(path, desk, { BENELUX_OPERATOR: '1' }),
          told,
          `${path} for an operator, without a database`,
        );
        assert.equal(cgi(`${path}/`, desk), 404, `${path}/`);
      }
    } else if (row.access !== 'PUBLIC') assert.equal(cgi(path, false), 404, `${path} at the site`);
    else if (!both) assert.equal(cgi(path, true), 404, `${path} at the desk`);
    else assert.notEqual(cgi(path, true), 404, `${path} at the desk`);
  }
});
