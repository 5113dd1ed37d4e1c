// SPDX-License-Identifier: EUPL-1.2
// A flood of reports: whether an honest visitor's report is taken meanwhile, and how much strangers
// can write into the database.
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, hidden, query, row } from './site.mjs';

const PATH = '/nl/belemmering-melden';
const NETWORKS = 80;
const EACH = 8;
const report = (from, stamp, obstacle, more = {}) =>
  ask(PATH, {
    from,
    fields: {
      obstacle,
      place: 'Maastricht – Aken',
      affected: 'flood',
      cause: '',
      email: '',
      subject: '',
      stamp,
      ...more,
    },
  });
const referenceOf = (answer) =>
  new URL(answer.headers.location ?? '/', 'http://x').searchParams.get('reference');
const count = (where) => Number(query(`select count(*) from site.report where ${where}`));
const written = () => Number(query('select pg_snapshot_xmax(pg_current_snapshot())'));

// The number of transactions that wrote something during WORK, the least of three tries: now and
// then the database has work of its own.
async function writtenBy(work) {
  let least = Infinity;
  for (let i = 0; i < 3 && least; i += 1) {
    const before = written();
    await work();
    least = Math.min(least, written() - before);
  }
  return least;
}

export async function reports() {
  const { text } = await ask(PATH);
  const stamp = hidden(text, 'stamp');
  await sleep(5500);
  const statuses = {};
  for (let i = 0; i < NETWORKS * EACH; i += 1) {
    const { status } = await report(`127.${1 + Math.floor(i / EACH)}.3.1`, stamp, `flood ${i}`);
    statuses[status] = (statuses[status] ?? 0) + 1;
  }
  const kept = count("affected = 'flood'");
  row(
    `reports that ${NETWORKS} networks sent, ${EACH} each, and that are kept`,
    `${kept}, of which ${count("affected = 'flood' and held is null")} wait with the others`,
    '5 of each, 200 with the others',
    kept === 5 * NETWORKS && statuses[303] === kept,
  );
  const honest = await report('127.200.3.1', stamp, 'honest');
  const reference = referenceOf(honest);
  const taken = reference && count(`reference = '${reference}' and obstacle = 'honest'`) === 1;
  row(
    'the report of an honest visitor after that',
    taken ? 'is taken' : `is not taken (${honest.status})`,
    'is taken',
    Boolean(taken),
  );

  query(`insert into site.report (reference, language, day, held, obstacle, place, affected)
         select site.report_reference(), 'nl', current_date, 5, 'flood', 'x', 'flood'
           from generate_series(1, 3000)`);
  await report('127.201.3.1', stamp, 'honest too');
  const held = count("held is not null and outcome = 'new'");
  const both = count("obstacle in ('honest', 'honest too')");
  row(
    'of three thousand more that came in a flood, kept',
    `${held}, of which ${both} are of the honest`,
    '≤ 2000, 2 of the honest',
    held <= 2000 && both === 2,
  );

  const trapped = await writtenBy(async () => {
    for (let i = 0; i < 100; i += 1)
      await report('127.202.3.1', stamp, `machine ${i}`, { subject: 'Buy' });
  });
  row(
    'writes to the database of a hundred reports that a machine filled in',
    trapped,
    '0',
    trapped === 0,
  );
  const refused = await writtenBy(async () => {
    for (let i = 0; i < 100; i += 1) await report('127.1.3.1', i % 2 ? stamp : 'x', `refused ${i}`);
  });
  row('and of a hundred that are refused', refused, '0', refused === 0);
  query(`delete from site.report where affected = 'flood';
         delete from site.report_attempt;
         delete from site.report_dropped`);
}
