// SPDX-License-Identifier: EUPL-1.2
// Whoever follows /changes.json has what the site has, whatever happens to it. SITE is the address
// of a site that may be changed, PGHOST the folder of its database's socket. This file puts back
// what it changes.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { COUNT, HERE, KEY, faultsIn, kindOf } from '../../e2e/formats.js';
import { SITE, ask, decode, each, text as textOf } from '../../e2e/site.js';
import { aSecond, sql, sqlOfSuperuser } from '../../support/desk.mjs';

const LANGUAGE = /^(nl|fr|de|en)$/;
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const PLACE = /^\d+-\d+$/;
const KIND = /^(topic|partner|page|meeting|event|obstacle|practice)$/;
const HERE_NOW = {
  url: HERE,
  kind: KIND,
  key: KEY,
  language: LANGUAGE,
  published: /^\d{4}-\d{2}-\d{2}$/,
  changed: TIME,
};
const GONE = { kind: KIND, key: KEY, language: LANGUAGE, withdrawn: TIME };
const LIST = {
  version: COUNT,
  license: /^https?:/,
  url: HERE,
  limit: COUNT,
  items: [(item) => faultsIn(item, item.withdrawn ? GONE : HERE_NOW).length === 0],
  'since?': PLACE,
  'next?': HERE,
};

// Each reading has its own connection: nginx may have closed a kept one since the last reading.
async function read(path) {
  const answer = await ask(path, { headers: { Connection: 'close' } });
  return { status: answer.status, body: answer.status === 404 ? null : JSON.parse(textOf(answer)) };
}

// A copy of the records, by key and language.
class Mirror {
  records = new Map();
  since = null;
  fetched = 0;

  async follow(limit) {
    const query = (since) => `?limit=${limit}${since ? `&since=${since}` : ''}`;
    for (let at = `/changes.json${query(this.since)}`; at;) {
      const { status, body } = await read(at);
      if (status === 410) {
        Object.assign(this, { records: new Map(), since: null });
        at = `/changes.json${query(null)}`;
        continue;
      }
      assert.equal(status, 200, at);
      assert.deepEqual(faultsIn(body, LIST), [], at);
      await each(body.items, 4, (item) => this.take(item));
      this.since = body.since ?? this.since;
      at = body.next;
    }
  }

  async take(item) {
    const name = `${item.key} ${item.language}`;
    if (item.withdrawn) return this.records.delete(name);
    const { status, body } = await read(`${item.url}.json`);
    this.fetched += 1;
    // The record has changed since: a later item tells how.
    if (status !== 200) return this.records.delete(name);
    assert.deepEqual(
      [body.key, body.language, body.published],
      [item.key, item.language, item.published],
    );
    return this.records.set(name, body);
  }
}

// All records of the site, by its sitemap.
async function site() {
  const records = new Map();
  const paths = [
    ...textOf(await ask('/sitemap.xml', { headers: { Connection: 'close' } })).matchAll(
      /<loc>(.*?)<\/loc>/g,
    ),
  ].map(([, url]) => ({
    url: decode(url),
    path: decode(url).slice(SITE.length),
    language: decode(url).slice(SITE.length + 1, SITE.length + 3),
  }));
  await each(
    paths.filter((page) => KIND.test(kindOf(page))),
    4,
    async ({ url }) => {
      const { body } = await read(`${url}.json`);
      records.set(`${body.key} ${body.language}`, body);
    },
  );
  return records;
}
const sorted = (records) =>
  Object.fromEntries([...records].sort(([one], [other]) => (one < other ? -1 : 1)));

// -------------------------------------------------------------------------------------------------
// Edits

let seed = 20261129;
const draw = (max) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return seed % max;
};

// Texts in a language of which no other test has left a draft: { kind, key, language, first, last,
// shown }, with the ids of the first edition and of the present one.
const texts = JSON.parse(
  sql(`
    select json_agg(json_build_object(
        'kind', d.kind, 'key', d.key, 'language', e.language,
        'first', e.id, 'last', e.id, 'shown', true) order by e.id)
      from site.edition e
      join site.document d on d.id = e.document_id
     where e.state = 'published'
       and d.kind in ('topic', 'page', 'meeting', 'obstacle', 'practice')
       and not exists (
           select from site.edition o
            where o.document_id = d.id and o.language = e.language and o.state = 'draft')`),
);
const hide = (its) => {
  sql(`update site.edition set state = 'superseded' where id = ${its.last}`);
  Object.assign(its, { shown: false });
};

// Publishes the texts of the edition FROM, with WORDS added to FIELD.
function publish(its, field = '', words = '', from = its.last) {
  const draft = sql(`
    with made as (
        insert into site.edition (document_id, language, slug, original)
        select document_id, language, slug, original from site.edition where id = ${from}
        returning id),
      its as (
        insert into site.edition_text (edition_id, field, value)
        select made.id, t.field,
               t.value || case t.field when '${field}' then '${words}' else '' end
          from made, site.edition_text t
         where t.edition_id = ${from}
        returning edition_id)
    select distinct edition_id from its`);
  sql(`select site.publish(${draft})`);
  Object.assign(its, { last: Number(draft), shown: true });
}

after(() => {
  for (const its of texts.filter((one) => !one.shown || one.first !== one.last))
    publish(its, '', '', its.first);
});

function edit() {
  const its = texts[draw(texts.length)];
  if (!its.shown) publish(its);
  else if (its.kind !== 'topic' && draw(3) === 0)
    hide(its); // other records show the name of a topic, which is no change of theirs
  else
    publish(
      its,
      its.kind === 'topic' ? 'summary' : ['title', 'summary', 'body'][draw(3)],
      ` ${draw(1000)}`,
    );
}

// Waits for what the keeper composes a moment later.
async function composed() {
  for (let i = 0; i < 100 && sql('select count(*) from site.renewal') !== '0'; i++) await aSecond();
  assert.equal(sql('select count(*) from site.renewal'), '0');
  await aSecond();
}

const mirror = new Mirror();

test('a new follower has all that is public, in parts or at once', async () => {
  await composed();
  await mirror.follow(7);
  const now = await site();
  assert.ok(now.size > 100);
  assert.deepEqual(sorted(mirror.records), sorted(now));
  const other = new Mirror();
  await other.follow(500);
  assert.deepEqual([sorted(other.records), other.since], [sorted(now), mirror.since]);
});

test('a follower fetches nothing without a change, though all is composed anew', async () => {
  const before = mirror.fetched;
  sql('insert into site.renewal (document_id) select id from site.document on conflict do nothing');
  await composed();
  await mirror.follow(500);
  assert.equal(mirror.fetched, before);
});

for (const round of [1, 2, 3]) {
  test(`a follower has what is public after edits and withdrawals, round ${round}`, async () => {
    for (let i = 0; i < 30; i++) {
      edit();
      if (i % 10 === 7) await mirror.follow(1 + draw(20));
    }
    await composed();
    await mirror.follow(1 + draw(20));
    assert.deepEqual(sorted(mirror.records), sorted(await site()));
  });
}

test('a record is told once, with its last change or its withdrawal', async () => {
  const one = texts.find((text) => text.kind === 'meeting' && text.shown);
  const { since } = mirror;
  const names = { nl: 'nieuws', fr: 'actualites', de: 'neuigkeiten', en: 'news' };
  const feed = `/${one.language}/${names[one.language]}.atom`;
  const changed = async () =>
    Date.parse((await ask(feed, { headers: { Connection: 'close' } })).headers['last-modified']);
  const before = await changed();
  for (const words of ['a', 'b', 'c']) publish(one, 'title', words);
  await aSecond();
  const published = await changed();
  hide(one);
  await aSecond();
  assert.ok(
    before < published && published < (await changed()),
    'a withdrawal changes Last-Modified, too',
  );
  const its = (await read(`/changes.json?since=${since}`)).body.items.filter(
    (item) => item.key === one.key && item.language === one.language,
  );
  assert.equal(its.length, 1);
  assert.ok(its[0].withdrawn);
  await mirror.follow(500);
});

test('a follower at a place unknown to this database begins anew', async () => {
  const [id] = mirror.since.split('-');
  // A restored database has other changes at the same places.
  sqlOfSuperuser(`update visitor.change set at = at - interval '1 second' where id = ${id}`);
  await aSecond();
  const { status, body } = await read(`/changes.json?since=${mirror.since}`);
  assert.deepEqual([status, body.status, body.title], [410, 410, 'Gone']);
  mirror.records.set('nonsense nl', {});
  await mirror.follow(100);
  assert.deepEqual(sorted(mirror.records), sorted(await site()));
  assert.equal((await read('/changes.json?since=99999999-1')).status, 410);
});

// The operator's own commands, while the site answers. STATE is the folder that tools/run keeps.
const { STATE } = process.env;
const operate = (command, ...options) =>
  execFileSync(`tools/${command}`, options, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PGDATABASE: '',
      SECRETS: `${STATE}/secrets/%s`,
      PROGRAM: `${STATE}/program/benelux-plus`,
      BENELUX_SHARE: `${STATE}/program/share`,
    },
  })
    .trim()
    .split('\n')
    .at(-1);

test('a follower has what is public after a backup was put back', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'benelux-backup.'));
  const behind = new Mirror();
  await behind.follow(500);
  for (let i = 0; i < 3; i++) edit();
  await composed();
  const [backup, known] = [operate('backup', folder), structuredClone(texts)];
  for (let i = 0; i < 8; i++) edit();
  await composed();
  await mirror.follow(100);
  const [lost, fetched] = [mirror.since, behind.fetched];
  const replaced = operate('restore', folder, backup);
  texts.splice(0, texts.length, ...known);
  try {
    await aSecond();
    assert.equal(
      (await read(`/changes.json?since=${lost}`)).status,
      410,
      'this database does not have what it has read',
    );
    for (let i = 0; i < 12; i++) edit(); // other changes at the same places
    await composed();
    assert.equal(
      (await read(`/changes.json?since=${lost}`)).status,
      410,
      'nor does it after as many other changes',
    );
    const now = sorted(await site());
    await mirror.follow(100);
    assert.deepEqual(sorted(mirror.records), now);
    await behind.follow(100);
    assert.deepEqual(sorted(behind.records), now);
    assert.ok(
      behind.fetched - fetched < behind.records.size / 2,
      `a follower behind the backup goes on: ${behind.fetched - fetched} records`,
    );
  } finally {
    sqlOfSuperuser(`drop database ${replaced} with (force)`, 'postgres');
    rmSync(folder, { recursive: true });
  }
});

test('a wrong place is refused', async () => {
  for (const wrong of ['x', '1', '1-', '-1', '1-2-3', '1-x', '1'.repeat(30)])
    assert.equal((await read(`/changes.json?since=${wrong}`)).status, 400, wrong);
});
