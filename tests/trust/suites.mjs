// What other tests try out already, counted here: who may ask for what, and what a process that answers cannot do.
import { spawnSync } from 'node:child_process';
import { PASSWORD, SITE, row, state } from './site.mjs';

const root = new URL('../..', import.meta.url).pathname;

// A row of the checks of a suite that prints TAP.
function suite(what, aim, command, args) {
  const { stdout } = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, env: { ...process.env, SITE, STATE: state, ADMIN_PASSWORD: PASSWORD, BENELUX_SHARE: `${root}build/share`, TEST_PROGRAM: `${root}build/benelux-plus` } });
  const good = (stdout.match(/^ok/gm) ?? []).length;
  const bad = stdout.match(/^not ok.*/gm) ?? [];
  row(what, `${good} of ${good + bad.length}${bad.length ? `; ${bad.slice(0, 3).join(', ')}` : ''}`, aim, good > 0 && bad.length === 0);
}

export function suites() {
  suite('who may ask for what: each row of the route table × nobody, an editor, an administrator', 'as the table says', 'node', ['--test', '--test-reporter=tap', 'tests/desk/access_test.mjs']);
  suite('what a process that answers cannot do, and that all works without it', 'each', 'tests/site/sandbox_test', []);
}
