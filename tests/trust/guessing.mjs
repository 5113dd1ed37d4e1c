// Logins by guessing: how many tries an hour allows, whether an editor is kept out meanwhile, and whether the time that a refusal takes tells which
// accounts there are. The hour is a quick one: where the site says how long to wait, what it remembers is made that much older instead.
import { PASSWORD, ask, cookieOf, hidden, logIn, query, row } from './site.mjs';

const HOUR = 3600;
const age = (seconds) => query([`update site.failed_login set at = at - interval '${seconds} seconds'`]);
const forget = () => query('delete from site.failed_login');

// How many passwords get looked at within an hour, one after the other, from ADDRESSES in turn.
async function guessesAnHour(name, addresses) {
  forget();
  let looked = 0;
  for (let clock = 0, i = 0; clock < HOUR; i += 1) {
    const answer = await logIn(name, `wrong-${i}`, { from: addresses[i % addresses.length] });
    if (answer?.status === 429) {
      const wait = Number(/class="problem"[^]*?>[^<]*?(\d+)/.exec(answer.text)?.[1]);
      if (!wait) throw new Error(`429 without a time to wait: ${/class="problem"[^]{0,200}/.exec(answer.text)}`);
      age(wait);
      clock += wait;
    } else if (answer?.status === 422) {
      looked += 1;
      age(1); // no faster than one a second
      clock += 1;
    } else throw new Error(`a guess was answered with ${answer?.status}`);
  }
  return looked;
}

async function timeOfRefusals(turns) {
  const times = { admin: [], nobody: [] };
  forget();
  for (let i = 0; i < turns; i += 1) {
    for (const name of i % 2 ? ['admin', 'nobody'] : ['nobody', 'admin']) {
      const from = `127.0.1.${1 + (i >> 1)}`;
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
  for (let i = 0; i < 8; i += 1) slowed.push((await logIn('admin', `wrong-${i}`, { from: '127.0.0.9' })).status);
  const looked = slowed.indexOf(429);
  row('guesses from one address before it is slowed down', `${looked < 0 ? 'never' : looked}`, '≤ 5', looked > 0 && looked <= 5);
  const right = cookieOf(await logIn('admin', PASSWORD), 'desk');
  row('the editor meanwhile, with the right password from another address', right ? 'is let in' : 'is kept out', 'is let in', Boolean(right));
  if (short) return forget();

  const one = await guessesAnHour('admin', ['127.0.0.9']);
  row('guesses an hour at one account, from one address', one, '≤ 60', one > 0 && one <= 60);
  const many = await guessesAnHour('admin', Array.from({ length: 200 }, (_, i) => `127.0.2.${1 + i}`));
  row('the same from 200 addresses in turn', many, '≤ 200', many > 0 && many <= 200);
  const known = cookieOf(await logIn('admin', PASSWORD), 'desk');
  row('the editor after that, from an address known by earlier logins', known ? 'is let in' : 'is kept out', 'is let in', Boolean(known));
  const [there, nowhere] = await timeOfRefusals(20);
  row('time of a refusal, known ÷ unknown account (medians of 20)', `${(there / nowhere).toFixed(2)} (${there.toFixed(1)} ÷ ${nowhere.toFixed(1)} ms)`, '0.67–1.5', there / nowhere > 0.67 && there / nowhere < 1.5);
  forget();
}
