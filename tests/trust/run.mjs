#!/usr/bin/env node
// What the site owes its users, tried out: faults under load, then attacks. Prints TAP and a table in Markdown; ends with 1 when an aim is missed.
//
//   tests/trust/run.mjs [short]      the site is one of its own, at TRUST_PORT (8077)
import { row, rows, start, stop, table } from './site.mjs';
import { faults } from './faults.mjs';
import { attacks } from './attacks.mjs';
const short = process.argv[2] === 'short';
const began = Date.now();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, async () => { await stop(); process.exit(130); });
try {
  await start();
  for (const part of process.env.ONLY === 'attacks' ? [attacks] : process.env.ONLY === 'faults' ? [faults] : [attacks, faults]) await part(short);
} catch (error) {
  row('the trial runs', String(error.stack).replaceAll('\n', ' / '), 'to its end', false);
} finally {
  await stop();
}
table();
console.log(`\n${rows.length} rows in ${Math.round((Date.now() - began) / 1000)} s`);
process.exitCode = rows.every((one) => one.met) ? 0 : 1;
