// Attacks from outside, each with what was tried and what came of it. Who may ask for what is tried by tests/desk/access_test.mjs.
import { readFileSync } from 'node:fs';
import { launch } from '../e2e/browser.js';
import { PASSWORD, SITE, ask, cookieOf, hidden, logIn, query, raw, row } from './site.mjs';

const routes = readFileSync(new URL('../../cgi-src/routes.tbl', import.meta.url), 'utf8');
const formsOfDesk = [...routes.matchAll(/^DESK_ROUTE\(\w+, \w+, \w+, &\w+,\s+"([^"]+)"/gm)].map(([, path]) => path.replace(':slug', 'about'));

// A row: how many of the tries, each [name, passed], were not refused.
function tried(what, tries, aim = 'each is refused') {
  const bad = tries.filter(([, good]) => !good).map(([name]) => name);
  row(what, `${tries.length - bad.length} of ${tries.length}${bad.length ? `; not: ${bad.slice(0, 3).join(', ')}` : ''}`, aim, tries.length > 0 && bad.length === 0);
}

async function forgery(cookie, token) {
  const other = hidden((await ask('/admin/', { cookie: cookieOf(await logIn(), 'desk') })).text, 'form_token');
  const before = query('select count(*) from site.audit');
  const tries = [];
  for (const path of formsOfDesk) {
    for (const [name, form_token, origin] of [['no token', undefined, SITE], ['token of another session', other, SITE], ['foreign Origin', token, 'https://evil.example'], ['no Origin', token, null], ['Origin null', token, 'null']]) {
      const answer = await ask(path, { cookie, origin, fields: { action: 'save', ...form_token && { form_token } } });
      tries.push([`${path} ${name}: ${answer?.status}`, answer?.status === 403]);
    }
  }
  tried(`forged forms (CSRF): ${formsOfDesk.length} forms × 5 ways`, tries, 'each is 403');
  row('lines in the log of the desk that they made', query('select count(*) from site.audit') - before, 0, query('select count(*) from site.audit') === before);
}

async function sessions() {
  const planted = `desk-login=${'ab'.repeat(32)}; desk=${'cd'.repeat(32)}`;
  const answer = await logIn('admin', PASSWORD, { cookie: planted });
  const fresh = cookieOf(answer, 'desk');
  const taken = await ask('/admin/', { cookie: `desk=${'cd'.repeat(32)}` });
  row('a cookie planted before the login (session fixation)', `the login gave ${fresh && !planted.includes(fresh) ? 'a new one' : 'none'}; the planted one: ${taken.status}`, 'a new one; 303 to the login', Boolean(fresh) && !planted.includes(fresh) && taken.status === 303);
}

async function guessing(short) {
  const slowed = [];
  for (let i = 0; i < 8; i += 1) slowed.push((await logIn('admin', `wrong-${i}`, { from: '127.0.0.9' })).status);
  const right = cookieOf(await logIn('admin', PASSWORD), 'desk');
  const rate = query(`select count(*) from site.failed_login where address = '127.0.0.9'`);
  row('guesses before an address is slowed', `${rate} counted of 8 (${slowed.join(' ')}); then 2 s, doubled to 900 s`, '≤ 5', Number(rate) <= 5 && slowed.slice(-1)[0] === 429);
  row('the editor meanwhile, with the right password from another address', right ? 'is let in' : 'is kept out', 'is let in', Boolean(right));
  if (short) return;
  const times = { admin: [], nobody: [] };
  for (let i = 0; i < 5 * 4; i += 1) {
    for (const name of i % 2 ? ['admin', 'nobody'] : ['nobody', 'admin']) {
      const login = await ask('/admin/login', { from: `127.0.1.${1 + (i >> 1)}` });
      const fields = { form_token: hidden(login.text, 'form_token'), name, password: 'wrong' };
      const started = process.hrtime.bigint();
      await ask('/admin/login', { from: `127.0.1.${1 + (i >> 1)}`, cookie: cookieOf(login, 'desk-login'), fields });
      times[name].push(Number(process.hrtime.bigint() - started) / 1e6);
    }
  }
  const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
  const ratio = median(times.admin) / median(times.nobody);
  row('time of a login, known ÷ unknown account (medians of 20)', `${ratio.toFixed(2)} (${median(times.admin).toFixed(1)} ÷ ${median(times.nobody).toFixed(1)} ms)`, '0.67–1.5', ratio > 0.67 && ratio < 1.5);
}

async function paths(cookie) {
  const climbs = ['..', '%2e%2e', '..%2f..', '%2e%2e%2f%2e%2e', '%c0%ae%c0%ae', '..%5c..', '%252e%252e', '....//', '.%00.'];
  const tries = [];
  for (const root of ['/static/', '/files/', '/nl/', '/error-page/', '/']) {
    for (const climb of climbs) {
      for (const file of ['etc/passwd', 'secrets/visitor', 'errors/policy.conf']) {
        const path = root + `${climb}/`.repeat(8) + file;
        const answer = await raw(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
        tries.push([path, /^HTTP\/1\.1 (400|404)/.test(answer) && !/root:x|\*:\*:|add_header/.test(answer)]);
      }
    }
  }
  tried('climbing out of folders by path', tries, 'each is 400 or 404');
  const injected = [];
  const marked = (answer) => !answer || (answer.headers['x-evil'] === undefined && !/evil=1/.test(String(answer.headers['set-cookie'])));
  for (const crlf of ['%0d%0aX-Evil:1', '%0aX-Evil:1', '%0d%0aSet-Cookie:evil=1', '%e5%98%8a%e5%98%8dX-Evil:1', '%00%0d%0aX-Evil:1']) {
    for (const path of [`/nl/${crlf}`, `/nl/zoeken?q=${crlf}`, `/admin/login?next=/admin/${crlf}`, `/admin/${crlf}`, `/${crlf}`]) injected.push([path, marked(await ask(path, { cookie }))]);
    const login = await ask('/admin/login');
    const answer = await ask('/admin/login', { cookie: cookieOf(login, 'desk-login'), fields: { form_token: hidden(login.text, 'form_token'), name: 'admin', password: PASSWORD, next: `/admin/${decodeURIComponent(crlf)}` } });
    injected.push([`login next ${crlf}`, marked(answer)]);
  }
  tried('header fields by CR and LF', injected, 'none gets in');
}

async function cache(cookie) {
  const tries = [];
  const unkeyed = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'evil', 'X-Original-URL': '/admin/', 'X-Rewrite-URL': '/fr/', Forwarded: 'host=evil.example', Host: 'evil.example', 'Accept-Language': 'evil', 'X-HTTP-Method-Override': 'POST', Cookie: 'lang=evil', Origin: 'https://evil.example', Range: 'bytes=0-1', 'X-Accel-Redirect': '/error-page/404' };
  let number = 0;
  for (const page of ['/nl/zoeken?q=', '/en/meetings?year=']) {
    for (const [name, value] of Object.entries(unkeyed)) {
      const path = page + (page.endsWith('year=') ? 1990 + number : `cache${number}`);
      const clean = await ask(page + (page.endsWith('year=') ? 1900 + number : `cache${number}`).toString().replace('cache', 'clean'));
      await ask(path, { headers: { [name]: value }, fresh: true });
      const next = await ask(path);
      number += 1;
      tries.push([`${path} ${name}`, next?.status === clean.status && !/evil/.test(next.text + JSON.stringify(next.headers))]);
    }
  }
  tried('poisoning the cache by a header field', tries, 'the next visitor sees nothing of it');
  const traps = [];
  for (const path of ['/admin/x.css', '/admin/accounts/x.css', '/admin/;x.css', '/admin/accounts%2fx.css', '/admin/accounts;.js', '/admin/accounts.css', '/admin//accounts', '/nl/../admin/accounts', '/static/../admin/accounts', '/static/..%2fadmin/accounts', '/files/../admin/accounts', '/nl/%2e%2e/admin/accounts']) {
    const send = (more) => raw(`GET ${path} HTTP/1.1\r\nHost: x\r\n${more}Connection: close\r\n\r\n`);
    await send(`Cookie: ${cookie}\r\n`);
    traps.push([path, !/name="action" value="add"|log-out|\/admin\/logout/.test(await send(''))]);
  }
  tried('deceiving the cache into keeping pages of the desk', traps, 'a visitor sees none');
}

async function smuggling() {
  const inner = 'GET /admin/login?smuggled HTTP/1.1\r\nHost: x\r\n\r\n';
  const head = 'POST /nl/belemmering-melden HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  const ways = {
    'CL.TE': `${head}Content-Length: ${inner.length + 5}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${inner}`,
    'TE.CL': `${head}Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`,
    'two lengths': `${head}Content-Length: 0\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
    'folded TE': `${head}Transfer-Encoding:\r\n chunked\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
    'TE with a space': `${head}Transfer-Encoding : chunked\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
    'TE unknown': `${head}Transfer-Encoding: xchunked\r\nContent-Length: ${inner.length}\r\n\r\n${inner}`,
    'length +': `${head}Content-Length: +${inner.length}\r\n\r\n${inner}`,
    'chunked, whole': `${head}Transfer-Encoding: chunked\r\n\r\n${inner.length.toString(16)}\r\n${inner}\r\n0\r\n\r\n`,
  };
  const tries = [];
  for (const [name, bytes] of Object.entries(ways)) {
    const answer = await raw(bytes, 1200);
    tries.push([name, (answer.match(/HTTP\/1\.1 \d/g) ?? []).length === 1 && !/action="\/admin\/login/.test(answer)]);
  }
  tried('smuggling a second request to the program', tries, 'one answer each');
}

const SQL = [`'`, `"`, `' or '1'='1`, `'; select pg_sleep(5)--`, `1) or pg_sleep(5) is null--`, '\\', '$1', `%27%20or%201=1`, `'||pg_sleep(5)||'`, '\u0000'];
const SCRIPTS = ['<script>window.trust()</script>', '"><img src=x onerror=window.trust()>', `'><svg onload=window.trust()>`, 'javascript:window.trust()', '[x](javascript:window.trust())', '</title><script>window.trust()</script>', '{{=<% %>=}}<%SCRIPT%>', '<a href="x" onfocus=window.trust() autofocus>x</a>', ']]><script>window.trust()</script>'];

async function queries() {
  const tries = [];
  for (const name of ['forum', 'type', 'field', 'border', 'status', 'state', 'year', 'before', 'q', 'page', 'reference']) {
    for (const path of ['/nl/vergaderingen', '/nl/belemmeringen', '/nl/conclusies', '/nl/zoeken', '/nl/belemmering-melden']) {
      for (const value of SQL) {
        const started = Date.now();
        const answer = await ask(`${path}?${name}=${encodeURIComponent(value)}`);
        tries.push([`${path}?${name}=${value}: ${answer?.status}`, answer && answer.status < 500 && Date.now() - started < 3000]);
      }
    }
  }
  tried('SQL in declared parameters', tries, 'no 5xx, no delay');
}

// In a browser that ignores the policy, so that escaping alone is tried.
async function scripts(cookie, token) {
  const browser = await launch();
  const context = await browser.newContext({ bypassCSP: true });
  await context.addCookies([{ name: 'desk', value: cookie.split('=')[1], url: SITE }]);
  const ran = [];
  await context.exposeFunction('trust', () => ran.push('ran'));
  const page = await context.newPage();
  page.on('dialog', (dialog) => dialog.dismiss());
  await page.setContent('<script>window.trust()</script>');
  await page.waitForTimeout(100);
  const notices = ran.length === 1;
  ran.length = 0;
  const tries = [];
  const look = async (name) => {
    await page.waitForTimeout(30);
    tries.push([name, ran.length === 0]);
    ran.length = 0;
  };
  const all = SCRIPTS.join('\n\n');
  const form = await ask('/admin/texts/about/nl', { cookie });
  const saved = await ask('/admin/texts/about/nl', { cookie, fields: { form_token: token, base: hidden(form.text, 'base'), original: hidden(form.text, 'original') ?? '', action: 'save', slug: /name="slug" value="([^"]*)"/.exec(form.text)[1], note: SCRIPTS[1], 'text.title': SCRIPTS[1], 'text.short': SCRIPTS[0], 'text.summary': SCRIPTS[5], 'text.body': all } });
  row('a text of payloads is saved', saved?.status, 303, saved?.status === 303);
  query(`select site.publish(e.id) from site.edition e join site.document d on d.id = e.document_id where d.key = 'about' and e.language = 'nl' and e.state = 'draft'`);
  const [slug] = query(`select slug from site.edition e join site.document d on d.id = e.document_id where d.key = 'about' and e.language = 'nl' and e.state = 'published'`).split('\n');
  for (const path of ['/admin/texts/about/nl', '/admin/history/about/nl', '/admin/', `/nl/info/${slug}`, `/nl/info/${slug}.json`, '/nl/nieuws.atom', '/nl/zoeken?q=script', '/nl/zoeken.json?q=script']) {
    await page.goto(SITE + path).catch(() => {});
    await look(path);
  }
  for (const payload of SCRIPTS) {
    for (const path of ['/nl/zoeken?q=', '/nl/vergaderingen?forum=', '/nl/belemmeringen?border=', '/nl/belemmering-melden?reference=', '/nl/', '/admin/login?next=']) {
      await page.goto(SITE + path + encodeURIComponent(payload)).catch(() => {});
      await look(path + payload);
    }
  }
  for (const [i, payload] of SCRIPTS.entries()) {
    await page.goto(`${SITE}/nl/belemmering-melden`);
    for (const field of ['obstacle', 'place', 'affected', 'cause']) await page.fill(`[name=${field}]`, payload);
    await page.evaluate(() => { const email = document.querySelector('[name=email]'); email.type = 'text'; email.value = '"><script>window.trust()</script>'; document.querySelector('main form').noValidate = true; });
    await page.click('main form button');
    await look(`report ${i}`);
  }
  await browser.close();
  row('the browser notices a script that runs', notices ? 'yes' : 'no', 'yes', notices);
  tried('scripts in a text, parameters and the report, policy switched off', tries, 'none runs');
}

export async function attacks(short) {
  const cookie = cookieOf(await logIn(), 'desk');
  const token = hidden((await ask('/admin/', { cookie })).text, 'form_token');
  await forgery(cookie, token);
  await sessions();
  await guessing(short);
  await paths(cookie);
  await cache(cookie);
  await smuggling();
  await queries();
  if (!short) await scripts(cookie, token);
}
