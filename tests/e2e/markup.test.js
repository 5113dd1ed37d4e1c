// SPDX-License-Identifier: EUPL-1.2
// The markup of every page, by the Nu Html Checker. The checker asks no address of this machine, so
// the pages are saved first.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { LISTS, items } from './formats.js';
import { LANGUAGES, ask, each, icon, send, sitemap, text } from './site.js';

const jar = createRequire(import.meta.url).resolve('vnu-jar/build/dist/vnu.jar');

// The messages of the checker about FILES, of which the first one is wrong on purpose.
function check(files) {
  return new Promise((resolve, reject) => {
    execFile(
      'java',
      ['-Xss8m', '-jar', jar, '--format', 'json', '--also-check-svg', ...files],
      { maxBuffer: 64 * 1024 * 1024 },
      (_, out, messages) => {
        try {
          resolve(JSON.parse(messages || out).messages);
        } catch {
          reject(new Error(`the checker did not run: ${messages || out}`));
        }
      },
    );
  });
}

test('the Nu Html Checker finds no error or warning in any page or the icon', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'benelux-markup-'));
  t.after(() => rm(folder, { recursive: true }));
  const [{ forum }] = await items(`${LISTS.meetings.nl}.json`);
  const addresses = [
    ...(await sitemap()).map((page) => page.path),
    ...LANGUAGES.map((language) => `/${language}/nowhere`),
    ...LANGUAGES.flatMap((language) =>
      ['forum', 'Dusseldorff', '%22%3Cb%3E', 'a'.repeat(201)].map(
        (q) => `${LISTS.search[language]}?q=${q}`,
      ),
    ),
    ...['meetings', 'conclusions'].flatMap((kind) =>
      LANGUAGES.map((language) => `${LISTS[kind][language]}?forum=${forum}`),
    ),
    `/static/nowhere-${process.pid}`,
  ];
  const names = new Map();
  const save = async (address, bytes, kind) => {
    const name = join(folder, `${names.size}.${kind}`);
    names.set(name, address);
    await writeFile(name, bytes);
  };
  await save('the control', '<!doctype html><html lang="nl"><title>x</title><p><div></p>', 'html');
  await each(addresses, 4, async (address) => save(address, text(await ask(address)), 'html'));
  await save(
    'a broken request',
    Buffer.from((await send('GET /nl/%00 HTTP/1.1\r\n\r\n')).body, 'latin1'),
    'html',
  );
  await save('the icon', (await ask(await icon())).body, 'svg');

  const messages = await check([...names.keys()]);
  const found = messages.map((message) => [
    names.get(message.url.replace(/^file:/, '')) ?? message.url,
    `${message.type} ${message.subType ?? ''}, line ${message.lastLine}: ${message.message}`,
  ]);
  assert.ok(
    found.some(([address]) => address === 'the control'),
    'the checker finds no fault in a page that is wrong on purpose',
  );
  // "info" without a subtype is only a remark.
  assert.deepEqual(
    found.filter(([address, fault]) => address !== 'the control' && !fault.startsWith('info,')),
    [],
  );
});
