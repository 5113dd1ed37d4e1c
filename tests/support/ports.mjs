// SPDX-License-Identifier: EUPL-1.2
// The ports of this run of tests, from tests/support/with-ports. A program that was started without
// ports starts itself again with them.
import { spawnSync } from 'node:child_process';

const withPorts = new URL('with-ports', import.meta.url).pathname;
if (!process.env.TEST_PORT) {
  process.exit(spawnSync(withPorts, process.argv, { stdio: 'inherit' }).status ?? 1);
}

export const port = (number) => Number(process.env.TEST_PORT) + number;
