#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
// What the site promises its users, tried on sites made for it: memory, attacks, faults under load.
// Prints TAP and a table in Markdown; ends with 1 when an aim is missed.
//
//   tests/trust/run.mjs [short]      ONLY='attacks faults' for these parts alone
import { attacks } from './attacks.mjs';
import { cold, eviction } from './cache.mjs';
import { cost } from './cost.mjs';
import { clock, disk, faults } from './faults.mjs';
import { flood } from './flood.mjs';
import { reports } from './reports.mjs';
import { guessing } from './guessing.mjs';
import { injection } from './injection.mjs';
import { memory } from './memory.mjs';
import { scripts } from './scripts.mjs';
import { beginPart, row, rows, start, stop, table } from './site.mjs';
import { coverage, fuzzers, suites } from './suites.mjs';
import { uploads } from './uploads.mjs';

const WITH_A_SITE = {
  suites,
  attacks,
  reports,
  guessing,
  uploads,
  injection,
  scripts,
  faults,
  eviction,
};
const BY_THEMSELVES = { fuzzers, memory, cost, flood, disk, clock, coverage, cold };
// The parts of one group try one site; a part alone leaves its site changed.
const WHOLE = [
  ['fuzzers'],
  ['memory'],
  ['cost'],
  ['suites'],
  ['attacks', 'reports', 'guessing', 'uploads'],
  ['injection'],
  ['scripts'],
  ['faults'],
  ['flood'],
  ['eviction'],
  ['cold'],
  ['disk'],
  ['clock'],
  ['coverage'],
];
const SHORT = [['attacks', 'reports', 'guessing', 'uploads', 'faults'], ['flood'], ['cost']];
const short = process.argv[2] === 'short';
const wanted = process.env.ONLY?.split(' ').map((part) => [part]) ?? (short ? SHORT : WHOLE);
const began = Date.now();
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, async () => {
    await stop();
    process.exit(130);
  });
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
