// SPDX-License-Identifier: EUPL-1.2
// The desk while strangers flood it: whether its login answers, and how much nginx keeps of the
// flood. The limits are those with which the site is delivered.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { PORT, ask, nginx, processes, row, start, state } from './site.mjs';

const ADDRESSES = 8;
const CONNECTIONS = 12;
const WITHIN = 2000; // milliseconds
const HELD = 32; // MB: less than one body

// The number of bytes in the files in which nginx gathers bodies. These have no name: they are
// found among the open files of the workers.
function gathered(workers) {
  let sum = 0;
  for (const { pid } of workers) {
    try {
      for (const number of readdirSync(`/proc/${pid}/fd`)) {
        const file = `/proc/${pid}/fd/${number}`;
        if (readlinkSync(file).startsWith(`${state}/temporary/body/`)) sum += statSync(file).size;
      }
    } catch {
      /* the process has ended, or the file is closed */
    }
  }
  return sum;
}

// Asks for the login again and again during MILLISECONDS.
async function askForLogin(milliseconds, workers) {
  const seen = { asked: 0, failed: 0, slowest: 0, held: 0 };
  for (const end = Date.now() + milliseconds; Date.now() < end; seen.asked += 1) {
    const began = Date.now();
    const answer = await ask('/admin/login', { fresh: true });
    seen.slowest = Math.max(seen.slowest, Date.now() - began);
    if (answer?.status !== 200) seen.failed += 1;
    seen.held = Math.max(seen.held, gathered(workers));
    await sleep(100);
  }
  return seen;
}

export async function flood(short) {
  await start({ RATE: '100' });
  const [master] = nginx();
  const workers = processes((words) => /^nginx: worker/.test(words[0])).filter(
    (one) => one.parent === master,
  );
  const before = await askForLogin(3000, workers);
  const statuses = new Map();
  // Real strangers have their own machines; here they get the processor time that the site leaves.
  const flooders = Array.from({ length: ADDRESSES }, (_, i) => {
    const flooder = spawn(
      'nice',
      [
        '-n',
        '19',
        process.execPath,
        fileURLToPath(new URL('./flooder.mjs', import.meta.url)),
        `127.0.0.${i + 2}`,
        PORT,
        CONNECTIONS,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    flooder.stdout.on('data', (lines) => {
      for (const status of String(lines).match(/\d+/g) ?? [])
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
    });
    return flooder;
  });
  await sleep(2000);
  const { asked, failed, slowest, held } = await askForLogin(short ? 8000 : 30000, workers);
  await Promise.all(
    flooders.map((flooder) => {
      flooder.kill('SIGKILL');
      return once(flooder, 'exit');
    }),
  );
  const answered = [...statuses]
    .sort(([one], [other]) => one - other)
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ');
  row(
    `flood of the desk by strangers: its login while ${ADDRESSES} addresses ` +
      'send forms of 32 MB and of 60 KB as fast as they are let',
    `${failed} of ${asked} failed; slowest ${slowest} ms, before ${before.slowest} ms; ` +
      `the forms: ${answered}`,
    short ? 'each is 200' : `each is 200 within ${WITHIN / 1000} s`,
    failed === 0 && (short || slowest <= WITHIN) && statuses.size > 0,
  );
  row(
    'what nginx had of these forms on its disk, at most',
    `${(held / 1024 / 1024).toFixed(1)} MB`,
    `≤ ${HELD} MB`,
    held <= HELD * 1024 * 1024,
  );
}
