// SPDX-License-Identifier: EUPL-1.2
// Whether two folders of content have the same facts.
//
//   node export_facts.mjs FOLDER FOLDER
//
// Facts are compared as JSON values. The order of a set does not count.
import { readFileSync, readdirSync } from 'node:fs';
import assert from 'node:assert/strict';
const [one, other] = process.argv.slice(2);
const sets = ['participant', 'milestone', 'presidency', 'border', 'term'];
const by_text = (a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
function plain(value, name) {
  if (Array.isArray(value)) {
    const items = value.map((item) => plain(item, ''));
    return sets.includes(name) ? items.sort(by_text) : items;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, plain(value[key], key)]),
  );
}
function facts(folder) {
  const files = readdirSync(folder, { recursive: true })
    .filter((file) => /(^|\/)facts\.json$/.test(file))
    .sort();
  return files.map((file) => {
    const value = plain(JSON.parse(readFileSync(`${folder}/${file}`, 'utf8')));
    if (value.kind === 'meeting')
      Object.assign(value, { mode: 'in-person', presided: 'by-term', ...value });
    delete value.checked; // an export has the day on which its texts were published
    return [file, value];
  });
}
const names = (folder, file) =>
  JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))
    .map((item) => plain(item))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
assert.deepEqual(facts(other), facts(one));
assert.ok(facts(one).length > 100);
for (const [file] of facts(one)) {
  const { checked } = JSON.parse(readFileSync(`${one}/${file}`, 'utf8'));
  for (const [language, { published }] of Object.entries(
    JSON.parse(readFileSync(`${other}/${file.replace('facts', 'published')}`, 'utf8')).editions,
  ))
    assert.equal(published.slice(0, 10), checked, `${file} ${language}`);
}
for (const file of ['parties.json', 'places.json'])
  assert.deepEqual(names(other, file), names(one, file));
