// SPDX-License-Identifier: EUPL-1.2
// Attacks from outside by requests alone: forged forms, planted sessions, paths, headers, the
// cache, two requests in one. tests/desk/access_test.mjs checks who may ask for what.
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  PASSWORD,
  SITE,
  ask,
  cookieOf,
  forgetPages,
  hidden,
  logIn,
  query,
  raw,
  row,
  session,
  tried,
} from './site.mjs';

const routes = readFileSync(new URL('../../cgi-src/routes.tbl', import.meta.url), 'utf8');
const formsOfDesk = [...routes.matchAll(/^DESK_FORM_ROUTE\(\w+, \w+, \w+, \w+,\s+"([^"]+)"/gm)].map(
  ([, path]) => path.replace(':slug', 'about'),
);

async function forgery(cookie, token) {
  const other = hidden((await ask('/admin/', { cookie: await session() })).text, 'form_token');
  const before = query('select count(*) from site.audit');
  const tries = [];
  for (const path of formsOfDesk) {
    for (const [name, form_token, origin] of [
      ['no token', undefined, SITE],
      ['token of another session', other, SITE],
      ['foreign Origin', token, 'https://evil.example'],
      ['no Origin', token, null],
      ['Origin null', token, 'null'],
    ]) {
      const answer = await ask(path, {
        cookie,
        origin,
        fields: { action: 'save', ...(form_token && { form_token }) },
      });
      tries.push([`${path} ${name}: ${answer?.status}`, answer?.status === 403]);
    }
  }
  tried(`forged forms (CSRF): ${formsOfDesk.length} forms × 5 ways`, tries, 'each is 403');
  row(
    'lines in the log of the desk that they made',
    query('select count(*) from site.audit') - before,
    0,
    query('select count(*) from site.audit') === before,
  );
}

async function sessions() {
  const planted = `desk-login=${'ab'.repeat(32)}; desk=${'cd'.repeat(32)}`;
  const answer = await logIn('admin', PASSWORD, { cookie: planted });
  const fresh = cookieOf(answer, 'desk');
  const taken = await ask('/admin/', { cookie: `desk=${'cd'.repeat(32)}` });
  const isNew = Boolean(fresh) && !planted.includes(fresh);
  row(
    'a cookie planted before the login (session fixation)',
    `the login gave ${isNew ? 'a new one' : 'none'}; the planted one: ${taken.status}`,
    'a new one; 303 to the login',
    isNew && taken.status === 303,
  );
}

async function paths(cookie) {
  const climbs = [
    '..',
    '%2e%2e',
    '..%2f..',
    '%2e%2e%2f%2e%2e',
    '%c0%ae%c0%ae',
    '..%5c..',
    '%252e%252e',
    '....//',
    '.%00.',
  ];
  const tries = [];
  for (const root of ['/static/', '/files/', '/nl/', '/error-page/', '/']) {
    for (const climb of climbs) {
      for (const file of ['etc/passwd', 'secrets/visitor', 'errors/policy.conf']) {
        const path = root + `${climb}/`.repeat(8) + file;
        const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
        tries.push([
          path,
          /^HTTP\/1\.1 (400|404)/.test(answer) && !/root:x|\*:\*:|add_header/.test(answer),
        ]);
      }
    }
  }
  tried('climbing out of folders by path', tries, 'each is 400 or 404');
  const injected = [];
  const marked = (answer) =>
    !answer ||
    (answer.headers['x-evil'] === undefined &&
      !/evil=1/.test(String(answer.headers['set-cookie'])));
  for (const crlf of [
    '%0d%0aX-Evil:1',
    '%0aX-Evil:1',
    '%0d%0aSet-Cookie:evil=1',
    '%e5%98%8a%e5%98%8dX-Evil:1',
    '%00%0d%0aX-Evil:1',
  ]) {
    for (const path of [
      `/nl/${crlf}`,
      `/nl/zoeken?q=${crlf}`,
      `/admin/login?next=/admin/${crlf}`,
      `/admin/${crlf}`,
      `/${crlf}`,
    ])
      injected.push([path, marked(await ask(path, { cookie }))]);
    const login = await ask('/admin/login');
    const answer = await ask('/admin/login', {
      cookie: cookieOf(login, 'desk-login'),
      fields: {
        form_token: hidden(login.text, 'form_token'),
        name: 'admin',
        password: PASSWORD,
        next: `/admin/${decodeURIComponent(crlf)}`,
      },
    });
    injected.push([`login next ${crlf}`, marked(answer)]);
  }
  tried('header fields by CR and LF', injected, 'none gets in');
}

async function cache(cookie) {
  const tries = [];
  const unkeyed = {
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'evil',
    'X-Original-URL': '/admin/',
    'X-Rewrite-URL': '/fr/',
    Forwarded: 'host=evil.example',
    Host: 'evil.example',
    'Accept-Language': 'fr',
    'X-HTTP-Method-Override': 'POST',
    Cookie: 'lang=evil',
    Origin: 'https://evil.example',
    Range: 'bytes=0-1',
    'X-Accel-Redirect': '/error-page/404',
  };
  // The next visitor's bytes have to be those that the program gives for the address, past the
  // cache.
  let number = 0;
  for (const page of ['/nl/zoeken?q=poison', '/en/meetings?year=', '/fr/benelux-plus?x=', '/']) {
    for (const [name, value] of Object.entries(unkeyed).filter(
      ([one]) =>
        page !== '/' || ['Accept-Language', 'Host', 'Cookie', 'X-Forwarded-Host'].includes(one),
    )) {
      number += 1;
      const path = page === '/' ? page : page + (1900 + number);
      // There is only one such address: wait until the cache no longer keeps it.
      if (page === '/') await sleep(1050);
      await ask(path, { headers: { [name]: value }, fresh: true });
      const next = await ask(path);
      forgetPages();
      const clean = await ask(path);
      const same = (one) =>
        JSON.stringify([
          one?.status,
          one?.text,
          one?.headers.location,
          one?.headers['content-type'],
          one?.headers['content-security-policy'],
        ]);
      tries.push([
        `${path} ${name}`,
        same(next) === same(clean) && !/evil/.test(next.text + JSON.stringify(next.headers)),
      ]);
    }
  }
  tried('poisoning the cache by a header field', tries, 'the next visitor gets the same bytes');
  const traps = [];
  for (const path of [
    '/admin/x.css',
    '/admin/accounts/x.css',
    '/admin/;x.css',
    '/admin/accounts%2fx.css',
    '/admin/accounts;.js',
    '/admin/accounts.css',
    '/admin//accounts',
    '/nl/../admin/accounts',
    '/static/../admin/accounts',
    '/static/..%2fadmin/accounts',
    '/files/../admin/accounts',
    '/nl/%2e%2e/admin/accounts',
  ]) {
    const send = (more) =>
      raw(`GET ${path} HTTP/1.1\r\nHost: x\r\n${more}Connection: close\r\n\r\n`);
    await send(`Cookie: ${cookie}\r\n`);
    traps.push([path, !/name="action" value="add"|log-out|\/admin\/logout/.test(await send(''))]);
  }
  tried('deceiving the cache into keeping pages of the desk', traps, 'a visitor sees none');
}

async function smuggling() {
  const inner = 'GET /admin/login?smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
  const size = inner.length.toString(16);
  const form = 'Content-Type: application/x-www-form-urlencoded';
  const post = (fields, body = inner) =>
    ['POST /nl/belemmering-melden HTTP/1.1', 'Host: x', form, ...fields, '', body].join('\r\n');
  const length = (bytes) => `Content-Length: ${bytes}`;
  const chunked = 'Transfer-Encoding: chunked';
  const chunks = `${size}\r\n${inner}\r\n0\r\n\r\n`;
  const ways = {
    'CL.TE': post([length(inner.length + 5), chunked], `0\r\n\r\n${inner}`),
    'TE.CL': post([chunked, length(4)], chunks),
    'two lengths': post([length(0), length(inner.length)]),
    'folded TE': post(['Transfer-Encoding:\r\n chunked', length(inner.length)]),
    'TE with a space': post(['Transfer-Encoding : chunked', length(inner.length)]),
    'TE unknown': post(['Transfer-Encoding: xchunked', length(inner.length)]),
    'length +': post([length(`+${inner.length}`)]),
    'chunked, whole': post([chunked], chunks),
  };
  const tries = [];
  for (const [name, bytes] of Object.entries(ways)) {
    const answer = await raw(bytes, 1200);
    tries.push([
      name,
      (answer.match(/HTTP\/1\.1 \d/g) ?? []).length === 1 && !/action="\/admin\/login/.test(answer),
    ]);
  }
  tried('smuggling a second request to the program', tries, 'one answer each');
}

export async function attacks() {
  const cookie = await session();
  const token = hidden((await ask('/admin/', { cookie })).text, 'form_token');
  await forgery(cookie, token);
  await sessions();
  await paths(cookie);
  await cache(cookie);
  await smuggling();
}
