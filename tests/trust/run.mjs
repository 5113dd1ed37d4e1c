#!/usr/bin/env node
// What the site owes its users, tried out on sites of its own: memory, attacks, faults under load. Prints TAP and a table in Markdown; ends with 1 when an aim
// is missed.
//
//   tests/trust/run.mjs [short]      the sites are at TRUST_PORT (8077); ONLY='attacks faults' for these parts alone
import { attacks } from './attacks.mjs';
import { clock, disk, faults } from './faults.mjs';
import { guessing } from './guessing.mjs';
import { injection } from './injection.mjs';
import { memory } from './memory.mjs';
import { scripts } from './scripts.mjs';
import { beginPart, row, rows, start, stop, table } from './site.mjs';
import { coverage, fuzzers, suites } from './suites.mjs';
import { uploads } from './uploads.mjs';

const WITH_A_SITE = { suites, attacks, guessing, uploads, injection, scripts, faults };
const BY_THEMSELVES = { fuzzers, memory, disk, clock, coverage };
// Those that stand together try one site; the others leave one that is not what it was.
const WHOLE = [['fuzzers'], ['memory'], ['suites'], ['attacks', 'guessing', 'uploads'], ['injection'], ['scripts'], ['faults'], ['disk'], ['clock'], ['coverage']];
const SHORT = [['attacks', 'guessing', 'uploads', 'faults']];
const short = process.argv[2] === 'short';
const wanted = process.env.ONLY?.split(' ').map((part) => [part]) ?? (short ? SHORT : WHOLE);
const began = Date.now();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, async () => { await stop(); process.exit(130); });
for (const parts of wanted) {
  try {
    if (parts[0] in WITH_A_SITE) await start();
    for (const part of parts) {
      beginPart(part);
      await (WITH_A_SITE[part] ?? BY_THEMSELVES[part])(short);
    }
  } catch (error) {
    row('the trial runs', String(error.stack).replaceAll('\n', ' / '), 'to its end', false);
  } finally {
    await stop();
  }
}
table();
console.log(`\n${rows.length} rows in ${Math.round((Date.now() - began) / 1000)} s`);
process.exit(rows.every((one) => one.met) ? 0 : 1);
