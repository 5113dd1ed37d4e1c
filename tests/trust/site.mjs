// SPDX-License-Identifier: EUPL-1.2
// A site for the trials of trust: starts, stops and asks it, finds its processes, and keeps the
// rows of the table.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { PASSWORD, copyMadeSite } from '../support/made_site.mjs';
import { port } from '../support/ports.mjs';

export { PASSWORD };
export const PORT = port(7);
export const SITE = `http://127.0.0.1:${PORT}`;

export let state; // the folder of the site
let place;
const also = []; // folders that are deleted with the site
let disk; // the disk that the database has to itself
let site;

// Starts the site. MORE is added to the environment of all its processes; DISK_MEGABYTES, if not 0,
// is the size of a disk that the database has to itself (as root).
export async function start(more = {}, diskMegabytes = 0) {
  place = mkdtempSync('/tmp/benelux-trust.');
  chmodSync(place, 0o755);
  state = `${place}/site`;
  if (diskMegabytes) {
    mkdirSync(`${state}/data`, { recursive: true });
    execFileSync('mount', [
      '-t',
      'tmpfs',
      '-o',
      `size=${diskMegabytes}m`,
      'tmpfs',
      `${state}/data`,
    ]);
    disk = `${state}/data`;
  } else copyMadeSite(state);
  const log = openSync(`${place}/run.log`, 'w');
  site = spawn('tools/run', [], {
    cwd: new URL('../..', import.meta.url),
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      PORT: String(PORT),
      METRICS: `127.0.0.1:${port(8)}`,
      WARM_RATE: '0',
      RUN_DIR: state,
      RATE: '100000',
      CHILDREN: '8',
      ADMIN_PASSWORD: PASSWORD,
      BENELUX_STRICT: '0',
      ...more,
    },
  });
  for (let i = 0; i < 3000; i += 1) {
    const words = readFileSync(`${place}/run.log`, 'utf8');
    const ready = /the site is at .*logs and data are in (.*)\)$/m.exec(words);
    if (ready) {
      [, state] = ready;
      return;
    }
    if (site.exitCode !== null) throw new Error(`the site does not start:\n${words}`);
    await sleep(100);
  }
  throw new Error('the site does not start within five minutes');
}

// The same, but the program has a clock of its own. It shows this machine's time until setClock
// moves it by, say, "+2h". PostgreSQL and nginx keep this machine's.
export async function startWithClock() {
  const [library] = execFileSync('dpkg', ['-L', 'libfaketime'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.endsWith('/libfaketimeMT.so.1'));
  const folder = mkdtempSync('/tmp/benelux-clock.');
  also.push(folder);
  chmodSync(folder, 0o755);
  clock = `${folder}/clock`;
  setClock('+0');
  await start({
    UNDER:
      `env LD_PRELOAD=${library} FAKETIME_TIMESTAMP_FILE=${clock} ` +
      'FAKETIME_CACHE_DURATION=1 DONT_FAKE_MONOTONIC=1',
    BENELUX_SANDBOX: '0',
  });
}
let clock;
export const setClock = (to) => writeFileSync(clock, `${to}\n`);

// Ends the script that watches over the site, and leaves the rest of the site running.
export async function abandon() {
  site.kill('SIGKILL');
  await once(site, 'exit');
}

// Ends the site and deletes all that it kept.
export async function stop() {
  agent.destroy();
  if (site && site.exitCode === null && site.signalCode === null) {
    site.kill('SIGTERM');
    await once(site, 'exit');
  }
  if (disk) execFileSync('umount', [disk]);
  disk = undefined;
  for (const folder of [place, ...also.splice(0)])
    if (folder) rmSync(folder, { recursive: true, force: true });
}

const agent = new http.Agent({ keepAlive: true });

// The answer; null when the connection broke or nothing came in MAX milliseconds, and a status of
// 0 when nobody listened. Like a browser, this sends a GET once more when it went out on a used
// connection that was closed before any answer (RFC 9112 section 9.3.1).
export function ask(
  path,
  {
    fields,
    body: bytes,
    cookie,
    headers: more = {},
    method,
    origin = SITE,
    max = 20000,
    from,
    fresh,
  } = {},
) {
  const body = bytes ?? (fields && new URLSearchParams(fields).toString());
  const headers = {
    ...(cookie && { Cookie: cookie }),
    ...(body !== undefined && {
      ...(origin && { Origin: origin }),
      'Content-Type': 'application/x-www-form-urlencoded',
      'Content-Length': Buffer.byteLength(body),
    }),
    ...more,
  };
  const options = {
    hostname: '127.0.0.1',
    port: PORT,
    path,
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers,
    ...(from && { localAddress: from }),
    agent: from || fresh ? false : agent,
  };
  const once = () =>
    new Promise((resolve) => {
      const request = http.request(options, (answer) => {
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
      });
      request.on('error', (error) =>
        resolve(
          request.reusedSocket && error.code === 'ECONNRESET' && options.method === 'GET'
            ? 'again'
            : error.code === 'ECONNREFUSED'
              ? { status: 0, headers: {}, text: '' }
              : null,
        ),
      );
      request.setTimeout(max, () => request.destroy());
      request.end(body);
    });
  return once().then((answer) =>
    answer === 'again' ? once().then((second) => (second === 'again' ? null : second)) : answer,
  );
}

// Sends BYTES as they are; gives what came back within MAX milliseconds.
export function raw(bytes, max = 1500) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect({ host: '127.0.0.1', port: PORT }, () => socket.write(bytes));
    const end = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (part) => {
      answer += part.toString('latin1');
    });
    socket.on('close', end);
    socket.on('error', end);
    setTimeout(end, max).unref();
  });
}

export const hidden = (page, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
export const cookieOf = (answer, name) =>
  answer?.headers['set-cookie']
    ?.map((one) => one.split(';')[0])
    .find((one) => one.startsWith(`${name}=`));

export async function logIn(name = 'admin', password = PASSWORD, { from, cookie, max } = {}) {
  const login = await ask('/admin/login', { from, cookie, max });
  return ask('/admin/login', {
    from,
    max,
    fields: { form_token: hidden(login.text, 'form_token'), name, password },
    cookie: cookie ?? cookieOf(login, 'desk-login'),
  });
}

// A session, by the right password. Earlier guesses from the same address may have slowed the login
// down: then this waits as long as the page says.
export async function session() {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await logIn();
    if (answer?.status !== 429 || attempt === 5) return cookieOf(answer, 'desk');
    await new Promise((resolve) => {
      setTimeout(resolve, 1000 * Number(answer.headers['retry-after']));
    });
  }
}

// How to reach the database: { host, environment }, for the user postgres.
export const connection = () => ({
  host: `${state}/socket`,
  environment: { ...process.env, PGPASSFILE: `${state}/secrets/superuser` },
});
const psql = (sql) => [
  'psql',
  [
    '-X',
    '-q',
    '-At',
    '-v',
    'ON_ERROR_STOP=1',
    '-h',
    `${state}/socket`,
    '-d',
    'benelux',
    '-U',
    'postgres',
    ...[sql].flat().flatMap((one) => ['-c', one]),
  ],
  { env: connection().environment, encoding: 'utf8', maxBuffer: 1 << 28 },
];
export const query = (sql) => execFileSync(...psql(sql)).trim();
// The same, while other things go on; the process.
export const queryBeside = (sql) => spawn(...psql(sql));

// Empties the cache of nginx, so that the program answers the next request of each page.
export const forgetPages = () => {
  for (const name of readdirSync(`${state}/cache`))
    rmSync(`${state}/cache/${name}`, { recursive: true, force: true });
};

// The processes whose command line, WORDS, TEST accepts: [{ pid, parent }].
export const processes = (test) =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
        const parent = Number(
          readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1],
        );
        return test(words) ? [{ pid: Number(pid), parent }] : [];
      } catch {
        return []; // it has just ended
      }
    });
// The program for visitors: [parent, a child].
export function program() {
  const all = processes(
    (words) =>
      words[0] === `${state}/program/benelux-plus` && words[1] === 'serve' && words[2] !== 'desk',
  );
  const parent = all.find((one) => !all.some((other) => other.pid === one.parent));
  return [parent?.pid, all.find((one) => one.parent === parent?.pid)?.pid];
}
export const postmaster = () =>
  Number(readFileSync(`${state}/data/postmaster.pid`, 'utf8').split('\n')[0]);
export function nginx() {
  const [master] = processes((words) => words.join(' ').includes(`${state}/nginx.conf`));
  return [
    master?.pid,
    processes((words) => /^nginx: worker/.test(words[0])).find((one) => one.parent === master?.pid)
      ?.pid,
  ];
}

// --- The tables ----------------------------------------------------------------------------------

export const rows = [];
let part;
export const beginPart = (name) => {
  part = name;
};
// CELLS are those of a fault, which has a table of its own.
export function row(what, figure, aim, met, cells) {
  rows.push({ what, figure, aim, met, cells, part });
  console.log(`${met ? 'ok' : 'not ok'} ${rows.length} - ${what}: ${figure} (aim: ${aim})`);
}
// A row for several tries, each [name, passed].
export function tried(what, tries, aim = 'each is refused') {
  const bad = tries.filter(([, good]) => !good).map(([name]) => name);
  const examples = bad.length ? `; not: ${bad.slice(0, 3).join(', ')}` : '';
  row(
    what,
    `${tries.length - bad.length} of ${tries.length}${examples}`,
    aim,
    tries.length > 0 && bad.length === 0,
  );
}
export function table() {
  const print = (heading, lines) =>
    lines.length &&
    console.log(
      [
        heading,
        heading.replace(/[^|]+/g, '---'),
        ...lines.map((cells) => `| ${cells.join(' | ')} |`),
        '',
      ].join('\n'),
    );
  console.log(`1..${rows.length}\n`);
  print(
    '| what | figure | aim | met | part |',
    rows
      .filter((one) => !one.cells)
      .map((one) => [one.what, one.figure, one.aim, one.met ? 'yes' : 'no', `\`${one.part}\``]),
  );
  print(
    '| fault | failed of asked | slowest | made anew again after | the editor saw | part |',
    rows.filter((one) => one.cells).map((one) => [one.what, ...one.cells, `\`${one.part}\``]),
  );
}
