// SPDX-License-Identifier: EUPL-1.2
// How large a body each may send to the desk: strangers nothing large, editors files where files
// are taken; and what becomes of a form that is sent when the session has ended. SITE is the
// address of a site that may be changed, STATE the folder that tools/run keeps, ADMIN_PASSWORD the
// password of its first account.
import assert from 'node:assert/strict';
import { readdirSync, readlinkSync, statSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { SITE, ask, decode, text } from '../e2e/site.js';
import { PASSWORD, sql } from '../support/desk.mjs';

const KILO = 1024;
const MEGA = 1024 * KILO;
const TYPE = 'application/x-www-form-urlencoded';
let session; // { cookie, token }

const cookieOf = (answer, name) =>
  answer.headers['set-cookie']
    ?.map((one) => one.split(';')[0])
    .find((one) => one.startsWith(`${name}=`));
const hidden = (answer, name) =>
  new RegExp(`name="${name.replaceAll('.', '\\.')}" value="([^"]*)"`).exec(text(answer))?.[1];
const headers = (cookie, type = TYPE) => ({
  'Content-Type': type,
  Origin: SITE,
  'Accept-Language': 'en',
  ...(cookie && { Cookie: cookie }),
});
const post = (path, body, cookie, type) =>
  ask(path, { method: 'POST', body, headers: headers(cookie, type) });
const encode = (fields) => new URLSearchParams(fields).toString();
const multipart = (fields, file) =>
  Buffer.concat([
    ...Object.entries(fields).map(([name, value]) =>
      Buffer.from(`--X\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
    ),
    ...(file
      ? [
          Buffer.from(
            '--X\r\nContent-Disposition: form-data; name="document.1.upload"; ' +
              'filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n',
          ),
          file,
          Buffer.from('\r\n'),
        ]
      : []),
    Buffer.from('--X--\r\n'),
  ]);
const MULTIPART = 'multipart/form-data; boundary=X';
const pdf = (size) => Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(size, 'x')]);

// Logs in with the fields of the page LOGIN; the answer.
async function logInOn(login, more = {}) {
  const kept = hidden(login, 'kept');
  return post(
    '/admin/login',
    encode({
      form_token: hidden(login, 'form_token'),
      name: 'admin',
      password: PASSWORD,
      next: decode(hidden(login, 'next') ?? ''),
      ...(kept && { kept }),
      ...more,
    }),
    cookieOf(login, 'desk-login'),
  );
}
async function open() {
  const cookie = cookieOf(await logInOn(await ask('/admin/login')), 'desk');
  return {
    cookie,
    token: hidden(await ask('/admin/', { headers: { Cookie: cookie } }), 'form_token'),
  };
}
before(async () => {
  session = await open();
});

// Announces a body of LENGTH bytes and sends SENT of them; the status that comes within MAX
// milliseconds, 0 for none.
function announce(path, length, { sent = 0, fields = {}, max = 2500 } = {}) {
  const { hostname, port, host } = new URL(SITE);
  const lines = {
    Host: host,
    'Content-Type': TYPE,
    Origin: SITE,
    ...(length === null ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': length }),
    ...fields,
  };
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect({ host: hostname, port: Number(port || 80) }, () => {
      socket.write(
        `POST ${path} HTTP/1.1\r\n${Object.entries(lines)
          .map(([name, value]) => `${name}: ${value}\r\n`)
          .join('')}\r\n`,
      );
      if (sent)
        socket.write(
          length === null ? `${sent.toString(16)}\r\n${'x'.repeat(sent)}\r\n` : 'x'.repeat(sent),
        );
    });
    const end = () => {
      socket.destroy();
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0));
    };
    socket.on('data', (part) => {
      answer += part.toString('latin1');
      if (/\r\n\r\n/.test(answer)) end();
    });
    socket.on('error', end);
    socket.on('close', end);
    setTimeout(end, max).unref();
  });
}

for (const [who, fields] of [
  ['no cookie', {}],
  ['a cookie of no session', { Cookie: `desk=${'0'.repeat(64)}` }],
  ['a cookie of no form', { Cookie: 'desk=1' }],
  ['another Origin', { Origin: 'https://elsewhere.example' }],
]) {
  test(`a large body with ${who} is refused before any of it is read`, async () => {
    for (const path of [
      '/admin/login',
      '/admin/password',
      '/admin/new-meeting',
      '/admin/meetings/x',
      '/admin/',
      '/admin/nothing',
    ]) {
      assert.equal(await announce(path, 32 * MEGA, { fields }), 401, path);
      assert.equal(await announce(path, 200000, { fields }), 401, path);
    }
  });
}

test('a body of unannounced length is refused as soon as it is large', async () => {
  for (const path of ['/admin/login', '/admin/new-meeting'])
    assert.equal(await announce(path, null, { sent: 150000 }), 413, path);
});

// The number of bytes in the files in which nginx gathers bodies. These have no name: they are
// found among the open files of processes.
function gathered() {
  let sum = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      for (const number of readdirSync(`/proc/${pid}/fd`)) {
        const file = `/proc/${pid}/fd/${number}`;
        if (readlinkSync(file).startsWith(`${process.env.STATE}/temporary/body/`))
          sum += statSync(file).size;
      }
    } catch {
      /* the process has ended, the file is closed, or it is not ours */
    }
  }
  return sum;
}

test('slow bodies of strangers take next to no room on the disk of nginx', async () => {
  const all = Array.from({ length: 40 }, (_, i) =>
    announce(i % 2 ? '/admin/password' : '/admin/new-meeting', i % 4 < 2 ? 32 * MEGA : 99999, {
      sent: i % 4 < 2 ? 4 * MEGA : 90000,
      max: 3000,
    }),
  );
  await sleep(1500);
  const held = gathered();
  await Promise.all(all);
  assert.ok(held < 3 * MEGA, `${held} bytes`);
});

const statusFrom = (address, path) =>
  new Promise((resolve, reject) => {
    http
      .get(new URL(path, SITE), { localAddress: address }, (answer) =>
        resolve(answer.resume().statusCode),
      )
      .on('error', reject);
  });

test('one address has few forms under way at once, and others are answered', async () => {
  const all = Promise.all(
    Array.from({ length: 40 }, () => announce('/admin/password', 60000, { sent: 1000, max: 2500 })),
  );
  await sleep(800);
  assert.equal(await statusFrom('127.0.0.2', '/admin/login'), 200);
  const statuses = await all;
  assert.ok(statuses.filter((one) => one === 429).length >= 20, statuses.join());
  // Waits until nginx has noticed that they are gone, and no longer counts them.
  for (let i = 0; i < 100 && (await announce('/admin/password', 200000)) === 429; i += 1)
    await sleep(100);
});

test('the refusal comes in the four languages', async () => {
  for (const [tag, words] of [
    ['nl', /te groot om te bewaren/],
    ['fr', /trop volumineux pour être conservé/],
    ['de', /zu umfangreich, um bis zu Ihrer Anmeldung aufbewahrt zu werden/],
    ['en', /too large to be kept/],
  ]) {
    const answer = await ask('/admin/password', {
      method: 'POST',
      body: Buffer.alloc(200000),
      headers: { ...headers(), 'Accept-Language': tag },
    });
    assert.equal(answer.status, 401);
    assert.match(text(answer), words);
    assert.match(text(answer), new RegExp(`<html lang="${tag}"`));
    assert.match(text(answer), /href="\/admin\/login"/);
  }
});

test('with a session, a large body is taken where files are, and nowhere else', async () => {
  const { cookie, token } = session;
  const answer = await post(
    '/admin/new-meeting',
    multipart(
      { form_token: token, action: 'save', once: 'a'.repeat(64), title: 'Groot' },
      pdf(3 * MEGA),
    ),
    cookie,
    MULTIPART,
  );
  assert.equal(answer.status, 422);
  assert.match(text(answer), /name="document\.1\.file" value="[0-9a-f]{64}"/);
  for (const path of ['/admin/texts/about/nl', '/admin/password', '/admin/login']) {
    assert.equal(
      (await post(path, encode({ form_token: token, note: 'x'.repeat(3 * MEGA) }), cookie)).status,
      413,
      path,
    );
  }
  assert.equal(
    (await post('/admin/password', encode({ form_token: token, new: 'x'.repeat(70000) }), cookie))
      .status,
    413,
  );
  assert.equal(
    (
      await post(
        '/admin/texts/about/nl',
        encode({
          form_token: token,
          action: 'save',
          slug: 'over-deze-site',
          'text.body': 'é'.repeat(99000),
        }),
        cookie,
      )
    ).status,
    409,
  );
});

// -------------------------------------------------------------------------------------------------
// What was typed when the session ended

const TYPED = 'Getypt: "ä" & <b>, toen de sessie was verlopen.\r\nTweede regel.';
const kept = () => Number(sql('select count(*) from kept_form'));

test('the desk, not the page of the login, keeps what was typed, for one return', async () => {
  sql('delete from kept_form');
  const login = await post(
    '/admin/texts/about/nl',
    encode({ form_token: 'x', action: 'save', slug: 'a', 'text.body': TYPED }),
  );
  assert.equal(login.status, 401);
  assert.match(text(login), /What you typed is kept/);
  assert.doesNotMatch(
    decodeURIComponent(text(login).replaceAll('%', '%25')) + text(login),
    /Tweede regel|Tweede%20regel/,
  );
  assert.match(hidden(login, 'kept'), /^[0-9a-f]{64}$/);
  assert.equal(kept(), 1);
  assert.doesNotMatch(
    sql("select encode(token, 'hex') from kept_form"),
    new RegExp(hidden(login, 'kept')),
  );

  const wrong = await logInOn(login, { password: 'niet-het-wachtwoord' });
  assert.equal(hidden(wrong, 'kept'), hidden(login, 'kept'));
  sql('delete from failed_login'); // so that no other login has to wait
  const resumed = await logInOn(login);
  assert.equal(resumed.status, 200);
  assert.equal(decode(hidden(resumed, 'text.body')), TYPED);
  assert.match(text(resumed), /action="\/admin\/texts\/about\/nl"/);
  assert.equal(kept(), 0);
  assert.equal(
    (await logInOn(await ask('/admin/login'), { kept: hidden(login, 'kept') })).status,
    303,
  );
});

test('no password is kept', async () => {
  for (const [path, fields] of [
    [
      '/admin/accounts',
      { action: 'add', name: 'piet', role: 'editor', password: 'geheim-kornoelje' },
    ],
    ['/admin/password', { current: 'geheim-kornoelje', new: 'geheim-kornoelje' }],
    ['/admin/codes', { action: 'off', password: 'geheim-kornoelje' }],
  ]) {
    const login = await post(path, encode(fields));
    assert.equal(login.status, 401);
    assert.doesNotMatch(text(login), /geheim/, path);
    assert.doesNotMatch(sql('select form from kept_form'), /geheim/, path);
    assert.doesNotMatch(text(await logInOn(login)), /geheim/, path);
  }
});

test('the text of a preview that is asked for while somebody types is not kept', async () => {
  const first = kept();
  assert.equal(
    (await post('/admin/markdown', encode({ text: TYPED, language: 'nl' }))).status,
    401,
  );
  assert.equal(kept(), first);
});

test('a form with a file comes back after the login, without the file', async () => {
  const { cookie } = session;
  sql("update session set used_at = now() - interval '40 minutes'");
  const login = await post(
    '/admin/new-meeting',
    multipart(
      { form_token: 'x', action: 'save', once: 'b'.repeat(64), title: 'Met bijlage' },
      pdf(3 * MEGA),
    ),
    cookie,
    MULTIPART,
  );
  session = await open();
  assert.equal(login.status, 401);
  const resumed = await logInOn(login);
  assert.equal(hidden(resumed, 'title'), 'Met bijlage');
  assert.match(text(resumed), /Choose them again|Kies ze daarna opnieuw/);
});

test('the answer to a form too long to be kept says so, and has a login', async () => {
  const first = kept();
  const long = encode({ action: 'save', 'text.body': 'x'.repeat(80 * KILO) });
  const answer = await post('/admin/texts/about/nl', long);
  assert.equal(answer.status, 401);
  assert.match(text(answer), /too large to be kept/);
  assert.ok(hidden(answer, 'form_token'), 'no login');
  assert.equal(hidden(answer, 'next'), '/admin/texts/about/nl');

  const { cookie } = session;
  sql("update session set used_at = now() - interval '40 minutes'");
  const known = await post(
    '/admin/texts/about/nl',
    encode({ action: 'save', 'text.body': 'x'.repeat(300 * KILO) }),
    cookie,
  );
  session = await open();
  assert.equal(known.status, 401);
  assert.match(text(known), /too large to be kept/);
  assert.equal(kept(), first);
});

test('kept forms of strangers are bounded, and push out none of an editor', async () => {
  sql('delete from kept_form');
  const { cookie } = session;
  sql("update session set used_at = now() - interval '40 minutes'");
  const editors = await post(
    '/admin/texts/about/nl',
    encode({ action: 'save', 'text.body': TYPED }),
    cookie,
  );
  for (let i = 0; i < 25; i += 1)
    assert.equal(
      (await post('/admin/texts/about/nl', encode({ action: 'save', 'text.body': `${i}` }))).status,
      401,
    );
  assert.ok(kept() <= 11, `${kept()} are kept`);
  session = await open();
  assert.equal(decode(hidden(await logInOn(editors), 'text.body')), TYPED);
});

test('a form is kept for twelve hours', async () => {
  sql('delete from kept_form');
  const login = await post('/admin/texts/about/nl', encode({ action: 'save', 'text.body': TYPED }));
  sql("update kept_form set at = now() - interval '13 hours'");
  assert.equal((await logInOn(login)).status, 303);
  await sleep(2500);
  assert.equal(kept(), 0);
});
