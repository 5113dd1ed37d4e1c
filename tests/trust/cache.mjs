// SPDX-License-Identifier: EUPL-1.2
// What nginx keeps: nobody can push the pages out, and nginx alone can serve all of the site.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { SITE, ask, abandon, nginx, postmaster, processes, row, start, state } from './site.mjs';

const GZIP = { 'Accept-Encoding': 'gzip, deflate, br, zstd' };
const ODD = 100000;
const SECONDS = 240; // at most, for all of them
const AT_ONCE = 16;

async function sitemap() {
  const { text } = await ask('/sitemap.xml');
  return [...text.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url.slice(SITE.length));
}

// The number of PATHS that are answered, each plain and compressed, and those that are not.
async function read(paths) {
  const missing = [];
  for (const path of paths) {
    for (const headers of [{}, GZIP]) {
      if ((await ask(path, { headers }))?.status !== 200) missing.push(path);
    }
  }
  return { figure: `${2 * paths.length - missing.length} of ${2 * paths.length}`, missing };
}
const first = (missing) => [...new Set(missing)].slice(0, 3).join(', ');
const told = (missing) => (missing.length ? ` (not: ${first(missing)})` : '');

// An address that is no page of the sitemap, in one of several ways: with parameters of other
// pages, with unusual values of a list's own parameters, or unknown.
function odd(number, paths) {
  const path = paths[number % paths.length];
  const name = ['reference', 'forum', 'year', 'before', 'q', 'page', 'utm_source'][number % 7];
  const day = new Date(Date.UTC(1950, 0, 1 + (number % 40000))).toISOString().slice(0, 10);
  const page = `${path}?${name}=${number}`;
  const before = `?before=${day}.${number}`;
  return [
    page,
    page,
    page,
    `/nl/vergaderingen${before}`,
    `/fr/conclusions${before}`,
    `/en/obstacles${before}`,
    `/de/nirgends-${number}`,
    `/nl/info/x${number}?${name}=1`,
  ][number % 8];
}

export async function eviction() {
  const paths = await sitemap();
  await read(paths);
  const began = Date.now();
  let asked = 0;
  const asks = async () => {
    while (asked < ODD && Date.now() - began < SECONDS * 1000) {
      asked += 1;
      await ask(odd(asked, paths));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, asks));
  const seconds = Math.round((Date.now() - began) / 1000);
  const socket = `${state}/socket/application/public.sock`;
  renameSync(socket, `${socket}.away`);
  const { figure, missing } = await read(paths);
  renameSync(`${socket}.away`, socket);
  row(
    'pages of the sitemap, plain and compressed, that are still there without the program ' +
      `after ${asked} odd requests`,
    `${figure}${told(missing)}, in ${seconds} s`,
    'all',
    missing.length === 0 && asked > ODD / 2,
  );
}

async function until(condition, seconds) {
  for (let i = 0; i < seconds * 10; i += 1) {
    if (condition()) return;
    await sleep(100);
  }
  throw new Error('the expected state does not come');
}

// Only tools/warm-cache reads the site. Then all of it is ended, and nginx alone is started again.
export async function cold() {
  await start({ WARM_RATE: '50' });
  const warmed = () => /all addresses are kept/.test(readFileSync(`${state}/warmer.log`, 'utf8'));
  await until(warmed, 300);
  const paths = await sitemap();
  const database = postmaster();
  const [master] = nginx();
  await abandon();
  const programs = processes((words) =>
    ['benelux-plus', 'warm-cache'].some((name) => words.includes(`${state}/program/${name}`)),
  );
  const workers = processes((words) => /^nginx:/.test(words[0])).filter(
    ({ parent }) => parent === master,
  );
  for (const { pid } of [...programs, { pid: master }, ...workers]) process.kill(pid, 'SIGKILL');
  process.kill(database, 'SIGQUIT');
  const ended = new Set(workers.map(({ pid }) => pid));
  const alive = () =>
    processes((words) => words.join(' ').includes(state)).length +
    processes((words) => /^nginx:/.test(words[0])).filter(({ pid }) => ended.has(pid)).length;
  await until(() => alive() === 0, 30);
  const again = spawn('nginx', ['-e', 'stderr', '-c', `${state}/nginx.conf`, '-g', 'daemon off;'], {
    stdio: 'ignore',
  });
  const listens = async () => (await ask('/static/none', { fresh: true }))?.status === 404;
  for (let i = 0; i < 100 && !(await listens()); i += 1) await sleep(100);
  if (again.exitCode !== null) throw new Error('nginx does not start again');
  const { figure, missing } = await read(paths);
  const root = await ask('/', { headers: { 'Accept-Language': 'fr' } });
  again.kill('SIGQUIT');
  await once(again, 'exit');
  row(
    'pages of the sitemap, plain and compressed, that nobody had read, with program and database ' +
      'gone and after a restart of nginx',
    `${figure}${told(missing)}`,
    'all',
    missing.length === 0 && paths.length > 400,
  );
  row(
    'the address of the site itself then',
    `${root?.status} to ${root?.headers.location}`,
    '302 to the first page in the visitor’s language',
    root?.headers.location === '/fr/',
  );
}
