// SPDX-License-Identifier: EUPL-1.2
// All public data in one file: it has what the lists and the records say, in every language, with a
// description and a checksum.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import datapackage from 'datapackage';
import { LISTS, json, kindOf, rows, table, items } from './formats.js';
import { LANGUAGES, SITE, ask, each, sitemap, text } from './site.js';

const RECORDS = /^(topic|partner|page|meeting|event|obstacle|practice)$/;
const DATASETS = Object.keys(LISTS).filter((kind) => kind !== 'search');
const folder = mkdtempSync(join(tmpdir(), 'benelux-package.'));
after(() => rmSync(folder, { recursive: true }));

// The packer makes the file a moment after something was published.
async function fetched() {
  for (let i = 0; i < 120; i += 1) {
    const answer = await ask('/data.zip');
    if (answer.status === 200) return answer;
    assert.equal(answer.status, 503);
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
  }
  return assert.fail('no package in a minute');
}
const answer = await fetched();
writeFileSync(join(folder, 'data.zip'), answer.body);
// This checks the checksum of each file.
execFileSync('python3', ['-m', 'zipfile', '-e', join(folder, 'data.zip'), folder]);
const file = (name) => readFileSync(join(folder, name), 'utf8');
const byKey = (one, other) => (one < other ? -1 : 1);

test('the package is tagged with its checksum, and not sent twice', async () => {
  const sum = createHash('sha256').update(answer.body).digest('hex');
  assert.equal(answer.headers['content-type'], 'application/zip');
  assert.equal(answer.headers.etag, `"${sum}"`);
  assert.match(answer.headers.link, /rel="license"/);
  assert.ok(Date.parse(answer.headers['last-modified']) <= Date.now());
  assert.equal(text(await ask('/data.zip.sha256')), `${sum}  data.zip\n`);
  assert.equal((await ask('/data.zip', { headers: { 'If-None-Match': `"${sum}"` } })).status, 304);
  const part = await ask('/data.zip', { headers: { Range: 'bytes=2-9' } });
  assert.deepEqual([part.status, part.body], [206, answer.body.subarray(2, 10)]);
  assert.equal(
    (await ask('/data.zip', { method: 'HEAD' })).headers['content-length'],
    String(answer.body.length),
  );
});

test('the package takes no parameters: caches would keep a file for each', async () => {
  for (const path of ['/data.zip?x=1', '/data.zip.sha256?x=1']) {
    const refused = await ask(path);
    assert.deepEqual(
      [refused.status, refused.headers['content-type']],
      [400, 'application/problem+json'],
      path,
    );
  }
});

for (const language of LANGUAGES) {
  test(`the package has each list in ${language} whole, as JSON and as CSV`, async () => {
    for (const kind of DATASETS) {
      const path = LISTS[kind][language];
      const { items: packed, ...head } = JSON.parse(file(`${language}/${kind}.json`));
      assert.deepEqual(packed, await items(`${path}.json`), kind);
      const { items: first, limit, next, ...itsHead } = await json(`${path}.json`);
      assert.deepEqual(head, itsHead, kind);
      assert.deepEqual(table(file(`${language}/${kind}.csv`)), await rows(`${path}.csv`), kind);
    }
  });

  test(`the package has each record in ${language} once, as its address has it`, async () => {
    const records = file(`${language}/records.jsonl`)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const pages = (await sitemap()).filter(
      (page) => page.language === language && RECORDS.test(kindOf(page)),
    );
    const own = records.filter((record) => record.language === language);
    assert.deepEqual(
      own.map(({ url }) => url).sort(byKey),
      pages.map(({ url }) => url).sort(byKey),
    );
    assert.equal(new Set(records.map(({ key }) => key)).size, records.length);
    await each(records, 4, async (record) =>
      assert.deepEqual(record, await json(`${record.url}.json`), record.url),
    );
  });
}

test('the package has nothing else', () => {
  const expected = LANGUAGES.flatMap((language) =>
    [...DATASETS.flatMap((kind) => [`${kind}.csv`, `${kind}.json`]), 'records.jsonl'].map(
      (name) => `${language}/${name}`,
    ),
  );
  const there = LANGUAGES.flatMap((language) =>
    readdirSync(join(folder, language)).map((name) => `${language}/${name}`),
  );
  assert.deepEqual(there.sort(), expected.sort());
  assert.deepEqual(
    readdirSync(folder).sort(),
    ['data.zip', 'datapackage.json', ...LANGUAGES].sort(),
  );
});

// Checks with Frictionless Data that each described column exists, in its order, and that each
// value has its type.
async function readAll(descriptor, basePath) {
  const found = await datapackage.Package.load(descriptor, { basePath, strict: true });
  assert.deepEqual(found.errors, []);
  assert.deepEqual(
    found.resourceNames.slice().sort(),
    LANGUAGES.flatMap((language) => DATASETS.map((kind) => `${kind}-${language}`)).sort(),
  );
  for (const resource of found.resources) {
    const { fields } = resource.descriptor.schema;
    for (const field of fields)
      assert.match(field.description, /\S/, `${resource.name}: ${field.name}`);
    const kept = [];
    for await (const row of await resource.iter({ keyed: true })) kept.push(row);
    const [kind, language] = resource.name.split('-');
    const listed = await rows(`${LISTS[kind][language]}.csv`);
    assert.deepEqual(
      kept.map((row) => row.key),
      listed.map((row) => row.key),
      resource.name,
    );
    if (listed.length)
      assert.deepEqual(
        fields.map(({ name }) => name),
        Object.keys(listed[0]),
        resource.name,
      );
  }
}

test('the description in the package fits each of its tables', () =>
  readAll(JSON.parse(file('datapackage.json')), folder));
test('the description at the site fits each of its tables', async () =>
  readAll(await json('/datapackage.json'), SITE));
