// SPDX-License-Identifier: EUPL-1.2
// What one request may cost. The work for a text grows in proportion to its length, whatever it
// consists of. A request that would never end, through a fault that this file puts in, is ended
// alone by its deadline of processor time, while others are answered.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { port } from '../support/ports.mjs';
import { ask, hidden, row, session, start, state } from './site.mjs';

const FAULT = 'busywork';
const LENGTH = 48000;
const STEP = 2;
const RATIO_MAX = 3;
// Microseconds that the kernel may take to hand out more memory for the longer text; quadratic work
// takes seconds.
const SLACK = 20000;
// What each text repeats: [what opens, what is between, what closes].
const SHAPES = {
  words: ['woord '],
  lists: ['- - a\n'],
  'a deep list': ['- ', 'a', '\n'],
  'a deep quote': ['> ', 'a\n', 'a\n'],
  emphasis: ['*a **a ', 'b', ' a** a*'],
  'emphasis that does not fit': ['*a ', '', '_a*_ '],
  links: ['[a](doc:penta) '],
  'links to nowhere': ['[a](doc:nowhere) '],
  'nested links': ['[a', '', '](doc:nowhere)'],
  'nested images': ['![a', '', '](b)'],
  'images with links': ['![[]()'],
  references: ['[a]: https://b\n', '\n', '[a] '],
  'half an instruction': ['a <?'],
  'half a section': ['a <![CDATA['],
  autolinks: ['<https://a.b> '],
  code: ['`a``b'],
  tables: ['|a|b|\n|-|-|\n'],
  entities: ['&amp;'],
};
const written = ([open, between = '', close = ''], length) => {
  const times = Math.floor(length / (open.length + close.length));
  return open.repeat(times) + between + close.repeat(times);
};

const previews = () =>
  readFileSync(`${state}/desk.log`, 'utf8')
    .split('\n')
    .filter((line) => line.includes('"path":"/admin/markdown","status"') && line.endsWith('}'));
const metric = async (name) => {
  const text = await (await fetch(`http://127.0.0.1:${port(8)}/metrics/desk/1`)).text();
  return Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(text)?.[1]);
};

// The cost of the preview of a text, in microseconds, from the line of the log after its answer.
async function costOf(preview, name, text) {
  const before = previews().length;
  const answer = await preview(text);
  if (answer?.status !== 200) throw new Error(`${name}: ${answer?.status}`);
  for (let i = 0; i < 200 && previews().length === before; i += 1) await sleep(20);
  return JSON.parse(previews()[before]).processor_microseconds;
}

async function growth(preview) {
  const worst = { ratio: 0 };
  let dearest = 0;
  for (const [name, shape] of Object.entries(SHAPES)) {
    // Quadratic work is so in every round; on a busy machine the least of some rounds comes nearest
    // to the truth.
    const costs = [Infinity, Infinity];
    const ratioOf = () => Math.max(costs[1] - SLACK, 0) / costs[0];
    for (let round = 0; round < 12 && (round < 3 || ratioOf() > RATIO_MAX); round += 1) {
      for (const i of [0, 1])
        costs[i] = Math.min(
          costs[i],
          await costOf(preview, name, written(shape, LENGTH * STEP ** i)),
        );
    }
    const ratio = ratioOf();
    if (ratio > worst.ratio) Object.assign(worst, { ratio, name });
    dearest = Math.max(dearest, costs[1]);
  }
  const [longer, shorter] = [STEP * LENGTH, LENGTH].map((bytes) => `${bytes / 1000} KB`);
  row(
    `processor time of a text of ${longer} ÷ that of ${shorter}, beyond ${SLACK / 1000} ms, ` +
      `the worst of ${Object.keys(SHAPES).length} kinds that bring parsers down`,
    `${worst.ratio.toFixed(1)} (${worst.name})`,
    `≤ ${RATIO_MAX}`,
    worst.ratio <= RATIO_MAX,
  );
  row(
    'processor time of the dearest of these',
    `${Math.round(dearest / 1000)} ms`,
    '≤ 1000 ms',
    dearest <= 1e6,
  );
}

async function deadline(preview, cookie, turns) {
  const before = await metric('benelux_plus_requests_cut_off_total');
  const others = [];
  const cut = [];
  for (let turn = 0; turn < turns; turn += 1) {
    let over = false;
    const busy = preview(`${FAULT} ${turn}`).then((answer) => {
      over = true;
      return answer;
    });
    while (!over) {
      for (const path of ['/nl/benelux-plus/penta', `/nl/zoeken?q=energie+${turn}`, '/admin/'])
        others.push([path, (await ask(path, path.startsWith('/admin') ? { cookie } : {}))?.status]);
      await sleep(50);
    }
    cut.push((await busy)?.status);
  }
  const counted = (await metric('benelux_plus_requests_cut_off_total')) - before;
  const logged = readFileSync(`${state}/desk.log`, 'utf8')
    .split('\n')
    .filter(
      (line) =>
        line.includes('too much processor time') && line.includes('"path":"/admin/markdown"'),
    ).length;
  const ended = cut.filter((status) => status === 503).length;
  row(
    'requests that would never end: ended by their deadline, with the page of 503',
    `${ended} of ${turns}`,
    'each',
    ended === turns,
  );
  row(
    'of these in the metrics, and in the log with their path',
    `${counted}, ${logged}`,
    `${turns}, ${turns}`,
    counted === turns && logged === turns,
  );
  const bad = others.filter(([, status]) => status !== 200);
  row(
    'other requests to both programs meanwhile that failed',
    `${bad.length} of ${others.length}${bad.length ? `; ${bad[0].join(' ')}` : ''}`,
    '0',
    others.length > 0 && bad.length === 0,
  );
}

export async function cost(short) {
  const folder = mkdtempSync('/tmp/benelux-busy.');
  chmodSync(folder, 0o755);
  const library = `${folder}/busy.so`;
  execFileSync('gcc', [
    '-shared',
    '-fPIC',
    '-O1',
    '-o',
    library,
    new URL('busy.c', import.meta.url).pathname,
  ]);
  try {
    await start({ UNDER: `env LD_PRELOAD=${library}` });
    const cookie = await session();
    const token = hidden((await ask('/admin/codes', { cookie })).text, 'form_token');
    const preview = (text) =>
      ask('/admin/markdown', {
        cookie,
        fields: { form_token: token, text, language: 'nl' },
        max: 60000,
      });
    await growth(preview);
    await deadline(preview, cookie, short ? 2 : 6);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
