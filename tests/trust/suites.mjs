// SPDX-License-Identifier: EUPL-1.2
// Trials that other tests make already, counted here: who may ask for what, what the sandbox
// refuses, the fuzzers, and which lines all suites run.
import { spawnSync } from 'node:child_process';
import { PASSWORD, SITE, row, state } from './site.mjs';

const root = new URL('../..', import.meta.url).pathname;

// A row that counts the checks of a suite that prints TAP.
function suite(what, aim, command, args) {
  const { stdout } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: {
      ...process.env,
      SITE,
      STATE: state,
      ADMIN_PASSWORD: PASSWORD,
      BENELUX_SHARE: `${root}build/share`,
      TEST_PROGRAM: `${root}build/benelux-plus`,
    },
  });
  const good = (stdout.match(/^ok/gm) ?? []).length;
  const bad = stdout.match(/^not ok.*/gm) ?? [];
  row(
    what,
    `${good} of ${good + bad.length}${bad.length ? `; ${bad.slice(0, 3).join(', ')}` : ''}`,
    aim,
    good > 0 && bad.length === 0,
  );
}

export function suites() {
  suite(
    'who may ask for what: each row of the route table × nobody, an editor, an administrator',
    'as the table says',
    'node',
    ['--test', '--test-reporter=tap', 'tests/desk/access_test.mjs'],
  );
  suite(
    'what a process that answers cannot do, and that all works without it',
    'each',
    'tests/service/sandbox_test',
    [],
  );
}

const run = (command, args) =>
  spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'inherit'],
  }).stdout;

export function fuzzers() {
  const [, count, inputs, crashes] =
    /^# (\d+) fuzzers: (\d+) inputs, (\d+) crashes$/m.exec(run('tests/fuzz/run', ['20'])) ?? [];
  row(
    `fuzzers: one for each parser, and one for whole requests; ${count} of them, 20 s each`,
    `${crashes} crashes in ${inputs} inputs`,
    '0 crashes',
    crashes === '0' && Number(inputs) > 0,
  );
}

export function coverage() {
  const said = run('tests/trust/coverage', []);
  const [, good, bad] = /^(\d+) passed, (\d+) failed$/m.exec(said) ?? [];
  const [, rights] = /^db\/roles_test\.sql +(\d+) passed +0 failed/m.exec(said) ?? [];
  const [, lines, of, part] = /^lines covered: (\d+) of (\d+) \(([\d.]+) %\)$/m.exec(said) ?? [];
  row(
    'rights: each role × each table, column, sequence, function, type and schema',
    `${rights} checks hold`,
    'as written down',
    Number(rights) > 0,
  );
  row(
    'lines of cgi-src that the suites run',
    `${part} % (${lines} of ${of}), in ${good} tests`,
    '≥ 90 %',
    Number(part) >= 90 && bad === '0',
  );
}
