// SPDX-License-Identifier: EUPL-1.2
// Faults under load: while visitors read and an editor saves, one thing is broken at a time. A
// public request has failed when a page that nginx has seen before does not come with status 200
// within five seconds. A save is lost when it was confirmed and is not in the database.
import { spawn } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  PORT,
  ask,
  connection,
  hidden,
  nginx,
  postmaster,
  processes,
  program,
  query,
  queryBeside,
  row,
  session,
  setClock,
  start,
  startWithClock,
  state,
} from './site.mjs';

const PAGES = [
  '/nl/',
  '/fr/benelux-plus',
  '/nl/benelux-plus/penta',
  '/de/sitzungen',
  '/en/obstacles',
  '/nl/conclusies',
];
const EDITED = ['nsec', 'fr'];
let reading;
let count;
let answers;
let saved;
let refused; // failed saves, and those of them whose answers lack what was typed
let typedLost;

async function visitor(number) {
  for (let i = number; reading; i += 1) {
    const started = Date.now();
    const path = PAGES[i % PAGES.length];
    const answer = await ask(path, { max: 5000 });
    count.asked += 1;
    count.slowest = Math.max(count.slowest, Date.now() - started);
    if (answer?.status === 0) count.refused += 1;
    else if (answer?.status !== 200) count.failed.push(`${path} ${answer?.status ?? 'broken off'}`);
    await sleep(20);
  }
}

const told = (what) => {
  answers[what] = (answers[what] ?? 0) + 1;
};

async function editor(cookie) {
  const path = `/admin/texts/${EDITED.join('/')}`;
  let form = null;
  for (let number = 1; reading; number += 1) {
    await sleep(300);
    const shown = await ask(path, { cookie });
    // A form that was open before the fault is sent during it.
    if (shown?.status === 200) form = shown;
    else told(`form ${shown?.status || 'broken off'}`);
    if (!form) continue;
    const body = `Trust ${number} ${Math.random().toString(36).slice(2)}`;
    const answer = await ask(path, {
      cookie,
      fields: {
        form_token: hidden(form.text, 'form_token'),
        base: hidden(form.text, 'base'),
        original: hidden(form.text, 'original') ?? '',
        action: 'save',
        slug: /name="slug" value="([^"]*)"/.exec(form.text)[1],
        note: '',
        'text.title': 'Title',
        'text.short': 'Short',
        'text.summary': 'Summary',
        'text.body': body,
      },
    });
    told(`save ${answer?.status || 'broken off'}`);
    if (answer?.status === 303 && /done=save/.test(answer.headers.location)) saved.push(body);
    else if (answer?.status) {
      refused += 1;
      if (!answer.text.includes(body)) typedLost += 1;
    }
  }
}

const UNTIL = 120000;
// Milliseconds until a page that is in no cache is rendered; Infinity after UNTIL.
async function untilRendered() {
  const started = Date.now();
  for (let i = 0; Date.now() - started < UNTIL; i += 1) {
    if ((await ask(`/nl/zoeken?q=trust${started}x${i}`, { max: 3000 }))?.status === 200)
      return Date.now() - started;
    await sleep(50);
  }
  return Infinity;
}

const kill = (pid, signal = 'SIGKILL') => process.kill(pid, signal);
const hold = async (sql, seconds) => {
  const it = queryBeside(sql);
  await sleep(seconds * 1000);
  it.kill();
};

// Opens many slow connections, which send half their header or half a body, or do not read the
// answer, from four addresses, each with as many as nginx takes.
async function slowClients() {
  const sockets = Array.from({ length: 360 }, (_, i) => {
    const socket = net.connect({
      host: '127.0.0.1',
      port: PORT,
      localAddress: `127.0.3.${1 + (i % 4)}`,
    });
    socket.on('error', () => {});
    socket.write(
      i % 3 === 0
        ? 'GET /nl/ HTTP/1.1\r\nHost: x\r\nX-A:'
        : i % 3 === 1
          ? 'POST /nl/belemmering-melden HTTP/1.1\r\nHost: x\r\nContent-Length: 5000\r\n\r\na='
          : 'GET /nl/conclusies HTTP/1.1\r\nHost: x\r\n\r\n'.repeat(20),
    );
    if (i % 3 === 2) socket.pause();
    return socket;
  });
  for (let i = 0; i < 6; i += 1) {
    await sleep(500);
    for (const socket of sockets) if (!socket.destroyed) socket.write('b');
  }
  for (const socket of sockets) socket.destroy();
}

// Takes every connection of PostgreSQL, with those for a superuser; then the site loses its own.
async function exhaust() {
  const { host, environment } = connection();
  const open = () =>
    spawn(
      'psql',
      ['-X', '-q', '-h', host, '-d', 'postgres', '-U', 'postgres', '-c', 'select pg_sleep(12)'],
      { env: environment, stdio: 'ignore' },
    );
  const max = Number(query('show max_connections'));
  const pids = query(
    `select pid from pg_stat_activity where usename in ('benelux_visitor', 'benelux_desk')`,
  )
    .split('\n')
    .map(Number);
  const others = Array.from({ length: max + 20 }, open);
  await sleep(6000);
  for (const pid of pids)
    try {
      process.kill(pid, 'SIGTERM');
    } catch {
      /* has ended */
    }
  others.push(...Array.from({ length: 20 }, open));
  await sleep(4000);
  for (const one of others) one.kill();
}

const FAULTS = [
  ['a child of the program is killed', () => kill(program()[1]), true],
  ['the parent of the program is killed', () => kill(program()[0]), true],
  ['SIGTERM to the program with requests in hand', () => kill(program()[0], 'SIGTERM')],
  ['SIGHUP to the program with requests in hand', () => kill(program()[0], 'SIGHUP')],
  [
    'a backend of PostgreSQL is killed',
    () =>
      kill(
        Number(query(`select pid from pg_stat_activity where usename = 'benelux_visitor' limit 1`)),
      ),
  ],
  ['PostgreSQL itself is killed', () => kill(postmaster()), true],
  ['PostgreSQL is restarted', () => kill(postmaster(), 'SIGINT')],
  [
    'PostgreSQL hangs for 5 s',
    async () => {
      const all = [
        postmaster(),
        ...processes(() => true)
          .filter((one) => one.parent === postmaster())
          .map((one) => one.pid),
      ];
      for (const pid of all) kill(pid, 'SIGSTOP');
      await sleep(5000);
      for (const pid of all.reverse())
        try {
          kill(pid, 'SIGCONT');
        } catch {
          /* has ended */
        }
    },
  ],
  [
    'the database is read-only for 3 s',
    async () => {
      query(['alter system set default_transaction_read_only = on', 'select pg_reload_conf()']);
      await sleep(3000);
      query([
        'set default_transaction_read_only = off',
        'alter system reset default_transaction_read_only',
        'select pg_reload_conf()',
      ]);
    },
  ],
  [
    'every session is ended, and none is let in for 3 s',
    async () => {
      query(`alter database benelux connection limit 0`);
      query(
        `select pg_terminate_backend(pid)
           from pg_stat_activity
          where usename in ('benelux_visitor', 'benelux_desk')`,
      );
      await sleep(3000);
      query('alter database benelux connection limit -1');
    },
  ],
  [
    'a table that pages read is locked for 5 s',
    () =>
      hold(
        ['begin; lock table visitor.page in access exclusive mode; select pg_sleep(5); commit'],
        5.2,
      ),
    true,
  ],
  ['nginx is reloaded', () => kill(nginx()[0], 'SIGHUP')],
  ['a worker of nginx is killed', () => kill(nginx()[1]), 'worker'],
  [
    'nginx is ended, and started again by what watches over it',
    () => kill(nginx()[0], 'SIGQUIT'),
    'nobody listens',
  ],
  ['360 slow clients at four addresses for 3 s', slowClients, true],
  ['all connections of PostgreSQL are taken for some seconds', exhaust],
];

// Fills the disk, which the database has to itself: first the free space, then what PostgreSQL has
// set aside for its log, so that it cannot even log this, and ends.
async function fillDisk() {
  const filler = `${state}/data/filler`;
  const file = openSync(filler, 'w');
  for (let size = 1 << 20; size >= 1;) {
    try {
      writeSync(file, Buffer.alloc(size));
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
      size >>= 4;
    }
  }
  closeSync(file);
  await sleep(2000);
  try {
    query(`select pg_logical_emit_message(false, 'full', repeat('x', 1000000))
             from generate_series(1, 1000)`);
    throw new Error('the disk was not full');
  } catch (error) {
    if (!error.stderr) throw error;
  }
  await sleep(3000);
  rmSync(filler);
}

const JUMPS = [
  ['the clock of the program jumps two hours ahead', () => setClock('+2h')],
  ['and four hours back', () => setClock('-2h')],
];

// Whether a text that is published now is public three seconds later.
async function isShownSoon() {
  const title = `Trust ${Date.now()}`;
  query(`update visitor.page set title = '${title}' where key = 'penta' and for_language = 'nl'`);
  await sleep(3000);
  return (await ask('/nl/benelux-plus/penta')).text.includes(title);
}

async function underLoad(list, short) {
  reading = true;
  saved = [];
  refused = typedLost = 0;
  const cookie = await session();
  if (!cookie) throw new Error('no session');
  for (const path of PAGES) await ask(path);
  const nothingYet = () => {
    count = { asked: 0, failed: [], refused: 0, slowest: 0 };
    answers = {};
  };
  nothingYet();
  const all = [...Array.from({ length: short ? 4 : 8 }, (_, i) => visitor(i)), editor(cookie)];
  for (const [name, breakIt, kind] of list) {
    await sleep(short ? 500 : 2000);
    nothingYet();
    await breakIt();
    const back = await untilRendered();
    await sleep(short ? 500 : 1500);
    const { asked, failed, refused: unheard, slowest } = count;
    // With a worker go the requests that it handled or that waited for it: at most one of each
    // connection. When the process that listens is ended, visitors are refused until another one
    // listens.
    const refusable = kind === 'nobody listens';
    const max = kind === 'worker' || refusable ? 8 : 0;
    const refusals = unheard ? `, and ${unheard} came while nobody listened` : '';
    const failures = `${failed.length} of ${asked}${refusals}`;
    const examples = failed.length ? ` (${[...new Set(failed)].slice(0, 2).join(', ')})` : '';
    const seen =
      Object.entries(answers)
        .map(([one, n]) => `${one} × ${n}`)
        .join(', ') || 'nothing yet';
    row(
      name,
      `public requests that failed: ${failures}${examples}; slowest ${slowest} ms; ` +
        `made anew again after ${back} ms; the editor saw ${seen}`,
      `${max ? `≤ ${max} (those in hand)` : 0} failed` +
        `${refusable ? ' but while nobody listened' : ''}, ${short ? 'then anew' : '≤ 10 s'}`,
      failed.length <= max && (refusable || unheard === 0) && back <= (short ? UNTIL : 10000),
      [failures, `${slowest} ms`, `${back} ms`, seen],
    );
  }
  reading = false;
  await Promise.all(all);
  const there = new Set(
    query(
      `select t.value from site.edition_text t where t.field = 'body' and t.value like 'Trust %'`,
    ).split('\n'),
  );
  const lost = saved.filter((body) => !there.has(body));
  row(
    'saves that were answered as saved and are not in the database',
    `${lost.length} of ${saved.length}`,
    0,
    lost.length === 0 && saved.length > 0,
  );
}

function noneTypedIsLost() {
  row(
    'answers to a save that did not work, without what was typed',
    `${typedLost} of ${refused}`,
    0,
    typedLost === 0 && refused > 0,
  );
}

export async function faults(short) {
  await underLoad(
    FAULTS.filter((one) => !short || one[2] === true),
    short,
  );
  noneTypedIsLost();
}

export async function disk() {
  await start({}, 400);
  await underLoad([['the disk of PostgreSQL is full for 5 s', fillDisk]], false);
  noneTypedIsLost();
}

export async function clock() {
  await startWithClock();
  await underLoad(JUMPS, false);
  const shown = await isShownSoon();
  row('what is published then is read within three seconds', shown ? 'yes' : 'no', 'yes', shown);
}
