#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
// Two editors save drafts as fast as they can while processes of the site are killed (kill -9) at
// random moments: a child of the desk, its parent, the PostgreSQL server. Afterwards each save that
// was confirmed has to be in the history, to the letter, and the history has to be whole. Prints
// TAP.
//
//   tests/crash/run.mjs [KILLS]      20 kills, of a site of its own
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { PASSWORD, copyMadeSite } from '../support/made_site.mjs';
import { port } from '../support/ports.mjs';

const KILLS = Number(process.argv[2] ?? 20);
const PORT = port(5);
const SITE = `http://127.0.0.1:${PORT}`;
const PATIENCE = 60000; // milliseconds for the site to be well again
const TEXTS = [
  ['penta', 'nl'],
  ['nsec', 'fr'],
];

const place = mkdtempSync('/tmp/benelux-crash.');
chmodSync(place, 0o755);
let state = `${place}/site`;
let results = 0;
let failures = 0;

function check(name, condition, detail = '') {
  results += 1;
  if (!condition) failures += 1;
  const comment = condition || !detail ? '' : `\n# ${detail}`;
  console.log(`${condition ? 'ok' : 'not ok'} ${results} - ${name}${comment}`);
}

// --- The site ------------------------------------------------------------------------------------

copyMadeSite(state);
const log = openSync(`${place}/run.log`, 'a');
const site = spawn('tools/run', [], {
  cwd: new URL('../..', import.meta.url),
  stdio: ['ignore', log, log],
  env: {
    ...process.env,
    PORT: String(PORT),
    METRICS: `127.0.0.1:${port(6)}`,
    WARM_RATE: '0',
    RUN_DIR: state,
    RATE: '100000',
    CHILDREN: '2',
    ADMIN_PASSWORD: PASSWORD,
    BENELUX_STRICT: '0',
  },
});
async function untilSite() {
  for (;;) {
    const words = readFileSync(`${place}/run.log`, 'utf8');
    const ready = /the site is at .*logs and data are in (.*)\)$/m.exec(words);
    if (ready) return ready[1];
    assert.equal(site.exitCode, null, `the site does not start:\n${words}`);
    await sleep(100);
  }
}

const agent = new http.Agent({ keepAlive: true });
// The answer, or null where the connection broke.
function ask(path, { fields, cookie } = {}) {
  const body = fields && new URLSearchParams(fields).toString();
  const headers = {
    ...(cookie && { Cookie: cookie }),
    ...(body && {
      Origin: SITE,
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
    }),
  };
  return new Promise((resolve) => {
    const request = http.request(
      new URL(path, SITE),
      { method: body ? 'POST' : 'GET', headers, agent },
      (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', () => resolve(null));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            headers: answer.headers,
            text: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    request.on('error', () => resolve(null));
    request.setTimeout(20000, () => request.destroy());
    request.end(body);
  });
}
const hidden = (page, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
const cookieOf = (answer, name) =>
  answer.headers['set-cookie']
    ?.map((one) => one.split(';')[0])
    .find((one) => one.startsWith(`${name}=`));

async function logIn() {
  const login = await ask('/admin/login');
  const answer = await ask('/admin/login', {
    fields: { form_token: hidden(login.text, 'form_token'), name: 'admin', password: PASSWORD },
    cookie: cookieOf(login, 'desk-login'),
  });
  return cookieOf(answer, 'desk');
}

function query(sql) {
  const output = execFileSync(
    'psql',
    ['-X', '-q', '-At', '-h', `${state}/socket`, '-d', 'benelux', '-U', 'postgres', '-c', sql],
    {
      env: { ...process.env, PGPASSFILE: `${state}/secrets/superuser` },
      encoding: 'utf8',
      maxBuffer: 1 << 30,
    },
  );
  return JSON.parse(output.trim() || 'null');
}

// --- The editors ---------------------------------------------------------------------------------

const saved = []; // the saves that were confirmed
const answers = {}; // how often each answer came
let stopping = false;
let lastSave = Date.now();
let longest = 0; // milliseconds from one save to the next

async function edit([key, language], cookie) {
  const path = `/admin/texts/${key}/${language}`;
  for (let number = 1; !stopping; number += 1) {
    const form = await ask(path, { cookie });
    if (form?.status !== 200) {
      assert.notEqual(form?.status, 303, 'the session is gone');
      await sleep(50);
      continue;
    }
    const text = 'Énergie & "water" <b>. '.repeat(number % 97);
    const body = `Save ${number} of ${key} in ${language}.\n\n${text}\n\n- end ${number}`;
    const fields = {
      form_token: hidden(form.text, 'form_token'),
      base: hidden(form.text, 'base'),
      original: hidden(form.text, 'original') ?? '',
      action: 'save',
      slug: hidden(form.text, 'slug') ?? /name="slug" value="([^"]*)"/.exec(form.text)[1],
      note: `save ${number}`,
      'text.title': `Title ${number}`,
      'text.short': `Short ${number}`,
      'text.summary': `Summary ${number}`,
      'text.body': body,
    };
    const answer = await ask(path, { fields, cookie });
    const name = answer ? answer.status : 'broken off';
    answers[name] = (answers[name] ?? 0) + 1;
    if (answer?.status === 303 && /done=save/.test(answer.headers.location)) {
      saved.push({ key, language, number, body });
      longest = Math.max(longest, Date.now() - lastSave);
      lastSave = Date.now();
    }
  }
}

// --- The killer ----------------------------------------------------------------------------------

// The processes of the desk: { parents, children }. The path of the program, in the site's own
// folder, tells them from those of other sites.
function desk() {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        const parent = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1];
        return words[0] === `${state}/program/benelux-plus` &&
          words[1] === 'serve' &&
          words[2] === 'desk'
          ? [{ pid: Number(pid), parent: Number(parent) }]
          : [];
      } catch {
        return []; // it has just ended
      }
    });
  const pids = processes.map((one) => one.pid);
  return {
    parents: processes.filter((one) => !pids.includes(one.parent)).map((one) => one.pid),
    children: processes.filter((one) => pids.includes(one.parent)).map((one) => one.pid),
  };
}
const any = (list) => list[Math.floor(Math.random() * list.length)];
const victims = {
  'a child of the desk': () => any(desk().children),
  'the parent of the desk': () => any(desk().parents),
  'the PostgreSQL server': () =>
    Number(readFileSync(`${state}/data/postmaster.pid`, 'utf8').split('\n')[0]),
};
const kills = Object.fromEntries(Object.keys(victims).map((name) => [name, 0]));

async function kill(number) {
  const name = Object.keys(victims)[number % 3];
  // Without a save since the last kill, this one would test nothing.
  const before = saved.length;
  const started = Date.now();
  while (saved.length < before + 2 && Date.now() - started < PATIENCE) await sleep(5);
  if (saved.length < before + 2) return false;
  await sleep(Math.random() * 500);
  try {
    process.kill(victims[name](), 'SIGKILL');
    kills[name] += 1;
  } catch {
    // nothing listens while it starts again
  }
  return true;
}

// --- What has to be true afterwards --------------------------------------------------------------

function examine() {
  const editions = query(`
    select json_agg(json_build_object(
        'id', e.id, 'key', d.key, 'language', e.language, 'parent', e.parent, 'state', e.state,
        'texts', (select json_object_agg(t.field, t.value)
                    from site.edition_text t
                   where t.edition_id = e.id)) order by e.id)
      from site.edition e
      join site.document d on d.id = e.document_id
     where e.author = 'admin'`);
  const bodies = new Map();
  for (const one of editions)
    bodies.set(
      `${one.key} ${one.language} ${one.texts?.body}`,
      (bodies.get(`${one.key} ${one.language} ${one.texts?.body}`) ?? 0) + 1,
    );
  const lost = saved.filter((one) => !bodies.has(`${one.key} ${one.language} ${one.body}`));
  check(
    `each of the ${saved.length} saves that were confirmed is in the history, to the letter`,
    lost.length === 0,
    `${lost.length} lost, first: ${JSON.stringify(lost[0])}`,
  );
  const twice = [...bodies.values()].filter((count) => count > 1);
  check('none is there twice', twice.length === 0, `${twice.length}`);
  const torn = editions.filter(
    (one) =>
      !one.texts ||
      ['title', 'short', 'summary', 'body'].some((field) => !one.texts[field]) ||
      !one.texts.body.includes(`Save ${one.texts.title.slice(6)} `) ||
      one.texts.summary.slice(8) !== one.texts.title.slice(6),
  );
  check(
    `none of the ${editions.length} saves in the history is incomplete`,
    torn.length === 0,
    JSON.stringify(torn[0]),
  );
  const parents = editions.map((one) => one.parent);
  check(
    'no save replaces one that its author had not seen',
    new Set(parents).size === parents.length,
  );
  check(
    'no document has two drafts or two public texts in a language',
    query(`select count(*) from (select from site.edition where state in ('draft', 'published')
      group by document_id, language, state having count(*) > 1) t`) === 0,
  );
  check(
    'the log tells of each save once',
    query(`select count(*) from site.audit where action = 'save-text'`) === editions.length &&
      query(`select count(distinct detail) from site.audit where action = 'save-text'`) ===
        editions.length,
  );
  check(
    'the public pages have not changed',
    query(`select count(*) from site.edition where state = 'published' and author is not null`) ===
      0 && query(`select count(*) from visitor.page where title like 'Title %'`) === 0,
  );
}

// -------------------------------------------------------------------------------------------------

try {
  state = await untilSite();
  const started = Date.now();
  const cookie = await logIn();
  assert.ok(cookie, 'no session');
  const editors = TEXTS.map((text) => edit(text, cookie));
  let done = 0;
  lastSave = Date.now();
  while (done < KILLS && (await kill(done))) done += 1;
  check(`the site is well again after each of ${KILLS} kills`, done === KILLS, `not after ${done}`);
  const before = saved.length;
  for (let i = 0; i < PATIENCE / 100 && saved.length < before + 4; i += 1) await sleep(100);
  check('and after the last one', saved.length >= before + 4);
  stopping = true;
  await Promise.all(editors);
  examine();
  console.log(
    `# ${Object.entries(kills)
      .map(([name, count]) => `${name}: ${count}`)
      .join(', ')} killed in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  console.log(
    `# answers to saves: ${Object.entries(answers)
      .map(([status, count]) => `${status}: ${count}`)
      .join(', ')}; the longest time without a save was ${(longest / 1000).toFixed(1)} s`,
  );
} catch (error) {
  check('the test runs', false, String(error.stack).replaceAll('\n', '\n# '));
} finally {
  stopping = true;
  agent.destroy();
  if (site.exitCode === null) {
    site.kill('SIGTERM');
    await once(site, 'exit');
  }
  if (failures && process.env.KEEP) console.log(`# ${place} is kept`);
  else rmSync(place, { recursive: true, force: true });
}
console.log(`1..${results}`);
process.exitCode = failures ? 1 : 0;
