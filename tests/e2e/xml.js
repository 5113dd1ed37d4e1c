// SPDX-License-Identifier: EUPL-1.2
// Checks XML against a grammar of this folder, with xmllint.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const NOT_WELL_FORMED = 1;
const NOT_VALID = [3, 4];

// The faults of XML by GRAMMAR, "atom" or "sitemap": lines of xmllint.
export function schemaFaults(grammar, xml) {
  return new Promise((resolve, reject) => {
    const file = fileURLToPath(new URL(`${grammar}.rng`, import.meta.url));
    const child = execFile(
      'xmllint',
      ['--noout', '--nonet', '--relaxng', file, '-'],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, _, messages) => {
        if (!error) resolve([]);
        else if (error.code === NOT_WELL_FORMED || NOT_VALID.includes(error.code))
          resolve(messages.trim().split('\n'));
        else reject(new Error(`xmllint did not run: ${error.message} ${messages}`));
      },
    );
    child.stdin.on('error', () => {}); // it may end before it has read all
    child.stdin.end(xml);
  });
}
