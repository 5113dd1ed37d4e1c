// A site of its own for the trials of trust: starts and stops it, asks it, finds its processes, and keeps the rows of the table.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export const PORT = Number(process.env.TRUST_PORT ?? 8077);
export const SITE = `http://127.0.0.1:${PORT}`;
export const PASSWORD = `muurleeuwenbek-${Math.random().toString(36).slice(2)}`;


const place = mkdtempSync('/tmp/benelux-trust.');
chmodSync(place, 0o755);
export let state = `${place}/site`;
let site;

export async function start() {
  const log = openSync(`${place}/run.log`, 'a');
  site = spawn('tools/run', [], {
    cwd: new URL('../..', import.meta.url), stdio: ['ignore', log, log],
    env: { ...process.env, PORT: String(PORT), RUN_DIR: state, RATE: '100000', CHILDREN: '2', ADMIN_PASSWORD: PASSWORD, BENELUX_STRICT: '0' },
  });
  for (let i = 0; i < 1200; i += 1) {
    const words = readFileSync(`${place}/run.log`, 'utf8');
    const ready = /the site is at .*logs and data are in (.*)\)$/m.exec(words);
    if (ready) { [, state] = ready; return; }
    if (site.exitCode !== null) throw new Error(`the site does not start:\n${words}`);
    await sleep(100);
  }
  throw new Error('the site does not start within two minutes');
}

export async function stop() {
  agent.destroy();
  if (site && site.exitCode === null) {
    site.kill('SIGTERM');
    await once(site, 'exit');
  }
  rmSync(place, { recursive: true, force: true });
}

const agent = new http.Agent({ keepAlive: true });

// The answer, or null where the connection broke or nothing came in MOST milliseconds.
export function ask(path, { fields, cookie, headers: more = {}, method, origin = SITE, most = 20000, from, fresh } = {}) {
  const body = fields && new URLSearchParams(fields).toString();
  const headers = { ...cookie && { Cookie: cookie }, ...body !== undefined && { ...origin && { Origin: origin }, 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': Buffer.byteLength(body) }, ...more };
  const options = { hostname: '127.0.0.1', port: PORT, path, method: method ?? (body === undefined ? 'GET' : 'POST'), headers, ...from && { localAddress: from }, agent: from || fresh ? false : agent };
  return new Promise((resolve) => {
    const request = http.request(options, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', () => resolve(null));
      answer.on('end', () => resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() }));
    });
    request.on('error', () => resolve(null));
    request.setTimeout(most, () => request.destroy());
    request.end(body);
  });
}

// Sends BYTES as they are; what came back within MOST milliseconds.
export function raw(bytes, most = 1500) {
  return new Promise((resolve) => {
    let answer = '';
    const socket = net.connect({ host: '127.0.0.1', port: PORT }, () => socket.write(bytes));
    const end = () => { socket.destroy(); resolve(answer); };
    socket.on('data', (part) => { answer += part.toString('latin1'); });
    socket.on('close', end);
    socket.on('error', end);
    setTimeout(end, most).unref();
  });
}

export const hidden = (page, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
export const cookieOf = (answer, name) => answer?.headers['set-cookie']?.map((one) => one.split(';')[0]).find((one) => one.startsWith(`${name}=`));

export async function logIn(name = 'admin', password = PASSWORD, { from, cookie } = {}) {
  const login = await ask('/admin/login', { from, cookie });
  return ask('/admin/login', { from, fields: { form_token: hidden(login.text, 'form_token'), name, password }, cookie: cookie ?? cookieOf(login, 'desk-login') });
}

const psql = (sql) => ['psql', ['-X', '-q', '-At', '-v', 'ON_ERROR_STOP=1', '-h', `${state}/socket`, '-d', 'benelux', '-U', 'postgres', ...[sql].flat().flatMap((one) => ['-c', one])],
  { env: { ...process.env, PGPASSFILE: `${state}/secrets/superuser` }, encoding: 'utf8', maxBuffer: 1 << 28 }];
export const query = (sql) => execFileSync(...psql(sql)).trim();
// The same beside all else; its process.
export const queryBeside = (sql) => spawn(...psql(sql));

// The processes whose command line a test of WORDS is true for: [{ pid, parent }].
export const processes = (test) => readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((pid) => {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    const parent = Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
    return test(words) ? [{ pid: Number(pid), parent }] : [];
  } catch {
    return []; // it has just ended
  }
});
// The program for visitors: [parent, a child].
export function program() {
  const all = processes((words) => words[0] === `${state}/program/benelux-plus` && words[1] === 'serve' && words[2] !== 'desk');
  const parent = all.find((one) => !all.some((other) => other.pid === one.parent));
  return [parent?.pid, all.find((one) => one.parent === parent?.pid)?.pid];
}
export const postmaster = () => Number(readFileSync(`${state}/data/postmaster.pid`, 'utf8').split('\n')[0]);
export function nginx() {
  const [master] = processes((words) => words.join(' ').includes(`${state}/nginx.conf`));
  return [master?.pid, processes((words) => /^nginx: worker/.test(words[0])).find((one) => one.parent === master?.pid)?.pid];
}

// --- The table -------------------------------------------------------------------------------------------------------

export const rows = [];
export function row(what, figure, aim, met) {
  rows.push({ what, figure, aim, met });
  console.log(`${met ? 'ok' : 'not ok'} ${rows.length} - ${what}: ${figure} (aim: ${aim})`);
}
export function table() {
  console.log(`1..${rows.length}\n`);
  for (const line of ['| what | figure | aim | met |', '|---|---|---|---|', ...rows.map((one) => `| ${one.what} | ${one.figure} | ${one.aim} | ${one.met ? 'yes' : 'no'} |`)]) console.log(line);
}
