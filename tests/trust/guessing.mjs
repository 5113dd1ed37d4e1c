// SPDX-License-Identifier: EUPL-1.2
// Guessing passwords: how many tries an hour allows, whether an editor is kept out meanwhile, and
// whether the time of a refusal reveals which accounts exist. The hour is simulated: instead of
// waiting as long as the site says, the site's memory of failures is made that much older.
import { PASSWORD, ask, cookieOf, hidden, logIn, query, row } from './site.mjs';

const HOUR = 3600;
const NETWORKS = 200;
const HOURS = 4;
// Seconds after which somebody tries again although the wait is longer: it may have become shorter.
const PROBE = 900;
const age = (seconds) =>
  query([`update site.failed_login set at = at - interval '${seconds} seconds'`]);
const forget = () => query('delete from site.failed_login');
const waitOf = (answer) => {
  const wait = Number(answer.headers['retry-after']);
  if (!wait) throw new Error(`429 without a time to wait: ${JSON.stringify(answer.headers)}`);
  return wait;
};

// The number of passwords that are checked in each of HOURS hours, when each of ADDRESSES tries as
// soon as it may, one after the other.
async function guessesByHour(name, addresses, hours) {
  forget();
  const looked = Array(hours).fill(0);
  const next = addresses.map(() => 0);
  for (let clock = 0, i = 0; clock < hours * HOUR; i += 1) {
    const one = next.indexOf(Math.min(...next));
    if (next[one] > clock) {
      age(next[one] - clock);
      clock = next[one];
      continue;
    }
    const answer = await logIn(name, `wrong-${i}`, { from: addresses[one] });
    if (answer?.status === 429) {
      next[one] = clock + Math.min(waitOf(answer), PROBE);
    } else if (answer?.status === 422) {
      looked[Math.floor(clock / HOUR)] += 1;
      next[one] = clock + 1; // at most one a second from each
    } else throw new Error(`a guess was answered with ${answer?.status}`);
  }
  return looked;
}

// An editor from an unknown address mistypes the password MISTYPES times, and then types it right:
// the seconds until the login.
async function secondsUntilIn(from, mistypes) {
  let waited = 0;
  for (let i = 0; i < 10; i += 1) {
    const answer = await logIn('admin', i < mistypes ? `mistyped-${i}` : PASSWORD, { from });
    if (cookieOf(answer, 'desk')) return waited;
    if (answer.status === 429) {
      age(waitOf(answer));
      waited += waitOf(answer);
      i -= 1;
    }
    if (waited > HOUR) break;
  }
  return waited;
}

async function timeOfRefusals(turns) {
  const times = { admin: [], nobody: [] };
  forget();
  for (let i = 0; i < turns; i += 1) {
    for (const name of i % 2 ? ['admin', 'nobody'] : ['nobody', 'admin']) {
      const from = `127.${1 + (i >> 1)}.2.1`;
      const login = await ask('/admin/login', { from });
      const fields = { form_token: hidden(login.text, 'form_token'), name, password: 'wrong' };
      const started = process.hrtime.bigint();
      await ask('/admin/login', { from, cookie: cookieOf(login, 'desk-login'), fields });
      times[name].push(Number(process.hrtime.bigint() - started) / 1e6);
    }
  }
  const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
  return [median(times.admin), median(times.nobody)];
}

export async function guessing(short) {
  forget();
  const slowed = [];
  for (let i = 0; i < 8; i += 1)
    slowed.push((await logIn('admin', `wrong-${i}`, { from: '127.0.9.1' })).status);
  const looked = slowed.indexOf(429);
  row(
    'guesses from one address before it is slowed down',
    `${looked < 0 ? 'never' : looked}`,
    '≤ 5',
    looked > 0 && looked <= 5,
  );
  const atOnce = await Promise.all(
    Array.from({ length: 20 }, (_, i) => logIn('admin', `wrong-${i}`, { from: '127.0.8.1' })),
  );
  const taken = atOnce.filter((answer) => answer.status === 422).length;
  row('of twenty at the same moment', taken, '≤ 5', taken > 0 && taken <= 5);
  const right = cookieOf(await logIn('admin', PASSWORD), 'desk');
  row(
    'the editor meanwhile, with the right password from another address',
    right ? 'is let in' : 'is kept out',
    'is let in',
    Boolean(right),
  );
  if (short) return forget();

  const sum = (list) => list.reduce((all, one) => all + one, 0);
  const [one] = await guessesByHour('admin', ['127.0.9.1'], 1);
  row('guesses an hour at one account, from one address', one, '≤ 60', one > 0 && one <= 60);
  const [neighbours] = await guessesByHour(
    'admin',
    Array.from({ length: NETWORKS }, (_, i) => `127.0.2.${1 + i}`),
    1,
  );
  row(
    `the same from ${NETWORKS} addresses of one network`,
    neighbours,
    '≤ 200',
    neighbours > 0 && neighbours <= 200,
  );
  const [first, ...later] = await guessesByHour(
    'admin',
    Array.from({ length: NETWORKS }, (_, i) => `127.${1 + i}.1.1`),
    HOURS,
  );
  row(
    `the same from ${NETWORKS} networks, in the first hour`,
    first,
    '≤ 3 from each, and 30',
    first > 0 && first <= 3 * NETWORKS + 30,
  );
  row(
    `and an hour in the ${HOURS - 1} after that`,
    Math.round(sum(later) / later.length),
    '≤ 200',
    sum(later) > 0 && sum(later) / later.length <= 200,
  );
  const attacked =
    query(`select count(*) >= 30
             from site.failed_login
            where name = 'admin' and at > now() - interval '1 hour'`) === 't';
  const fresh = await secondsUntilIn('127.250.0.1', 0);
  row(
    'the editor meanwhile, with the right password from a new address',
    `${attacked ? '' : 'nobody guesses: '}is let in after ${fresh} s`,
    '≤ 60 s',
    attacked && fresh <= 60,
  );
  const mistyped = await secondsUntilIn('127.251.0.1', 1);
  row('the same, mistyped once before', `is let in after ${mistyped} s`, '≤ 60 s', mistyped <= 60);
  const known = cookieOf(await logIn('admin', PASSWORD), 'desk');
  row(
    'the same from an address known by earlier logins',
    known ? 'is let in' : 'is kept out',
    'is let in',
    Boolean(known),
  );
  const [there, nowhere] = await timeOfRefusals(20);
  row(
    'time of a refusal, known ÷ unknown account (medians of 20)',
    `${(there / nowhere).toFixed(2)} (${there.toFixed(1)} ÷ ${nowhere.toFixed(1)} ms)`,
    '0.67–1.5',
    there / nowhere > 0.67 && there / nowhere < 1.5,
  );
  forget();
}
