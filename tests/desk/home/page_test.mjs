// SPDX-License-Identifier: EUPL-1.2
// The desk's home: the findings, and the overview with its filters. Changes the documents
// "meuse-commission" and "scheldt-commission", and puts them back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contextOf, launch } from '../../e2e/browser.js';
import { SITE } from '../../e2e/site.js';
import { faultsOf, session, sql } from '../../support/desk.mjs';

const mark = `care-${Date.now()}`; // the keys of what this run adds begin so
let browser;
let missing;
let outdated;
let editor;
let body; // of meuse-commission in Dutch, as it was
let unfinished; // a draft that nobody finished

const quoted = (text) => `'${text.replaceAll("'", "''")}'`;
const text = (key, language, field) =>
  sql(`select t.value
         from edition_text t
         join edition e on e.id = t.edition_id
         join document d on d.id = e.document_id
        where d.key = '${key}' and e.language = '${language}' and e.state = 'published'
          and t.field = '${field}'`);
const publish = (text) =>
  sql(`
  do $$
  declare
    was record;
    texts jsonb;
  begin
    select d.id as document, e.id, e.slug into strict was
      from edition e
      join document d on d.id = e.document_id
     where d.key = 'meuse-commission' and e.language = 'nl' and e.state = 'published';
    select jsonb_object_agg(field, value) into texts from edition_text where edition_id = was.id;
    perform save_text('tester', '192.0.2.1', was.document, 'nl', was.id, null, was.slug,
                      texts || jsonb_build_object('body', ${quoted(text)}), '', false);
    perform publish_text('tester', '192.0.2.1', 'meuse-commission', 'nl');
  end $$`);
const care = (words) => editor.locator('.findings details', { hasText: words });
const rows = () => editor.locator('.matrix tbody tr');
const titles = () => editor.locator('.matrix tbody th a').allInnerTexts();
const show = (query) => editor.goto(`${SITE}/admin/${query}`);

before(async () => {
  [missing, outdated] = sql(
    `select count(*) filter (where missing), count(*) filter (where outdated is not null)
       from text_state`,
  ) // what tests before this one have left
    .split('|')
    .map(Number);
  body = text('meuse-commission', 'nl', 'body');
  publish(`${body}\n\nZie [verder](doc:nergens).`);
  sql(`
    select import_document(
        '${mark}-' || n,
        jsonb_build_object(
            'kind', 'meeting', 'position', 0, 'original', 'nl', 'forum', 'penta',
            'type', 'summit', 'starts', '2001-02-0' || n, 'status', 'planned'),
        jsonb_build_object('nl', format(
            E'title: Zorgtop %s\\nshort: Zorg %s\\nslug: ${mark}-%s\\nsummary: Wat was.\\n\\n',
            n, n, n)))
      from generate_series(1, 9) n`);
  unfinished = sql(`
    insert into edition (document_id, language, slug, created_at)
    select id, 'fr', 'bientot', '2020-03-04' from document where key = 'scheldt-commission'
    returning id`);
  sql(`
    insert into document (key, kind, position, original)
    select '${mark}-page-' || n, 'page', 1000 + n, 'nl' from generate_series(1, 200) n`);
  browser = await launch();
  editor = await session(browser);
});
after(async () => {
  await browser?.close();
  publish(body);
  sql("select align_texts('tester', '192.0.2.1', 'meuse-commission')");
  sql(
    `select withdraw_text('tester', '192.0.2.1', '${mark}-' || n, 'nl')
       from generate_series(1, 9) n`,
  );
  sql(`delete from edition where id = ${unfinished}`);
  sql(`delete from document where key like '${mark}-page-%'`);
});

test('findings are shown by kind, with their number', async () => {
  await show('');
  for (const [words, count] of [
    ['Ontbrekende talen', 27 + missing],
    ['Verouderde vertalingen', 3 + outdated],
    ['Dode links', 1],
    ['Vergaderingen die voorbij zijn', 9],
    ['Concepten ouder dan een maand', 1],
  ]) {
    assert.equal(await care(words).count(), 1, words);
    assert.equal(Number(await care(words).locator('summary strong').innerText()), count, words);
  }
  assert.match(await care('Vergaderingen zonder conclusies').innerText(), /\d+/);
  assert.match(
    await care('Gaten tussen').innerText(),
    /PENTA|penta/,
    'there are years of which no source says who presided',
  );
});

test('each finding leads to the text that needs attention', async () => {
  const paths = async (words) =>
    care(words)
      .locator('li a')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  assert.deepEqual(
    (await paths('Verouderde')).filter((path) => /meuse/.test(path)),
    ['fr', 'de', 'en'].map((tag) => `/admin/texts/meuse-commission/${tag}`),
  );
  assert.deepEqual(await paths('Dode links'), ['/admin/texts/meuse-commission/nl']);
  assert.match(await care('Dode links').innerText(), /doc:nergens/);
  assert.deepEqual(await paths('Concepten'), ['/admin/texts/scheldt-commission/fr']);
  assert.match(await care('Concepten').innerText(), /\(fr\) sinds 4\u00a0maart 2020/);
  assert.equal((await paths('Vergaderingen die'))[0], `/admin/meetings/${mark}-9`);
  if ((await care('Verouderde').getAttribute('open')) === null)
    await care('Verouderde').locator('summary').click(); // a long list is folded
  await care('Verouderde').locator('a[href*=meuse]').first().click();
  assert.equal(new URL(editor.url()).pathname, '/admin/texts/meuse-commission/fr');
});

test('a vacant presidency leads to the record of its forum, where it can be filled', async () => {
  await show('');
  const vacant = care('Fora zonder voorzitterschap');
  assert.match(await vacant.innerText(), /sinds 1\u00a0januari 2026/);
  assert.match(
    await vacant.locator('a').first().getAttribute('href'),
    /^\/admin\/topics\/[a-z-]+$/,
  );
});

test('twenty of a kind are shown; the rest is counted, and is in the overview', async () => {
  await care('Ontbrekende').locator('summary').click();
  assert.equal(await care('Ontbrekende').locator('li').count(), 20);
  assert.match(
    await care('Ontbrekende').locator('.rest').innerText(),
    new RegExp(`Niet getoond: ${7 + missing}\\.`),
  );
  await care('Ontbrekende').locator('.rest a').click();
  assert.equal(await editor.inputValue('#state'), 'missing');
  await editor.selectOption('#kind', 'meeting');
  await editor.click('.filter button');
  assert.ok((await titles()).includes('Zorgtop 1'));
});

test('each meeting is shown with forum and day, in the overview and among findings', async () => {
  await show('?kind=meeting');
  const row = rows().filter({
    has: editor.locator('a[href="/admin/documents/penta-2021-12-01-brussels"]'),
  });
  assert.match(await row.locator('th').innerText(), /PENTA$/);
  assert.equal(await row.locator('.day').first().innerText(), '1\u00a0december 2021');
  const told = await rows().evaluateAll((all) =>
    all.map((one) => [...one.cells].slice(0, 2).map((cell) => cell.innerText)).map(String),
  );
  assert.equal(new Set(told).size, told.length, 'two rows are the same');
  const missing = await care('Ontbrekende').locator('li').allInnerTexts();
  assert.ok(
    missing.filter((one) => /Zorgtop/.test(one)).every((one) => /\d{4}/.test(one)),
    missing.join(' / '),
  );
});

test('filters are combined and kept in the form, and the list has what matches', async () => {
  await show('');
  await editor.selectOption('#kind', 'partner');
  await editor.selectOption('#state', 'outdated');
  await editor.selectOption('#language', 'de');
  await editor.fill('#words', 'maas');
  await editor.click('.filter button');
  assert.equal(
    new URL(editor.url()).search,
    '?kind=partner&language=de&state=outdated&words=maas&year=&account=&since=',
  );
  assert.equal(await rows().count(), 1);
  assert.deepEqual(await rows().first().locator('td:has(a)').allInnerTexts(), ['verouderd']);
  assert.equal(
    await rows().first().locator('td a').getAttribute('href'),
    '/admin/texts/meuse-commission/de',
  );
  assert.equal(
    await rows().first().locator('th a').getAttribute('href'),
    '/admin/documents/meuse-commission',
  );
  assert.deepEqual(
    [
      await editor.inputValue('#kind'),
      await editor.inputValue('#language'),
      await editor.inputValue('#state'),
      await editor.inputValue('#words'),
    ],
    ['partner', 'de', 'outdated', 'maas'],
  );
  await editor.selectOption('#language', 'nl');
  await editor.click('.filter button');
  assert.equal(await rows().count(), 0);
  assert.match(await editor.locator('.notice').innerText(), /Geen document past bij uw keuze/);
  await editor.click('.filter a');
  assert.equal(new URL(editor.url()).search, '');
});

test('the words of the filter are shown as they were typed, whatever they are', async () => {
  await show(`?words=${encodeURIComponent('"><b>\'\\:*')}`);
  assert.equal(await editor.inputValue('#words'), '"><b>\'\\:*');
});

test('a page has a hundred documents and their total, and leads to all of them', async () => {
  const all = Number(sql('select count(*) from document where archived_at is null'));
  const keys = [];
  await show('');
  assert.equal(await editor.locator('.count').innerText(), `Documenten: ${all}`);
  for (let number = 1; ; number += 1) {
    assert.equal(await editor.locator('.pages [aria-current]').innerText(), `Pagina ${number}`);
    keys.push(
      ...(await rows()
        .locator('th a')
        .evaluateAll((links) => links.map((a) => a.href))),
    );
    if (!(await editor.locator('.pages [rel=next]').count())) break;
    assert.equal(await rows().count(), 100);
    await editor.click('.pages [rel=next]');
  }
  assert.equal(new Set(keys).size, all);
  await show('?kind=partner');
  assert.equal(await editor.locator('.pages').count(), 0);
});

test('a document is found by its title in another language, its key and its year', async () => {
  const title = text('penta-2021-12-01-brussels', 'de', 'title');
  for (const words of [title, 'penta-2021-12-01-brussels', 'PENTA 2021', 'brussels 2021-12']) {
    await show(`?words=${encodeURIComponent(words)}`);
    assert.ok(
      await rows().locator('a[href="/admin/documents/penta-2021-12-01-brussels"]').count(),
      words,
    );
  }
  await show('?kind=meeting&year=2021');
  const days = await rows().locator('.day:nth-of-type(1)').allInnerTexts();
  assert.ok(days.length > 1 && days.every((day) => / 2021$/.test(day)), days.join(' / '));
});

test('the list is filtered by who saved last and when, and sorted by each column', async () => {
  await show('?kind=partner');
  await editor.selectOption('#by', 'tester');
  await editor.fill('#since', sql("select (now() at time zone 'Europe/Brussels')::date"));
  await editor.click('.filter button');
  assert.deepEqual(
    await rows()
      .locator('th a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href'))),
    ['/admin/documents/meuse-commission'],
  );
  assert.match(await rows().locator('.day').last().innerText(), /tester/);
  await show('?kind=partner');
  await editor.click('thead a >> text=Document');
  assert.equal(await editor.getAttribute('thead th >> nth=0', 'aria-sort'), 'ascending');
  const up = await titles();
  assert.deepEqual(up, up.toSorted(new Intl.Collator('und').compare));
  await editor.click('thead a >> text=Document');
  assert.equal(await editor.getAttribute('thead th >> nth=0', 'aria-sort'), 'descending');
  assert.deepEqual(await titles(), up.toReversed());
  await editor.click('thead a >> text=Dag');
  assert.equal(new URL(editor.url()).search, '?kind=partner&sort=-day');
  await editor.fill('#words', 'maas');
  await editor.click('.filter button');
  assert.equal(new URL(editor.url()).searchParams.get('sort'), '-day', 'the order stays');
});

for (const query of [
  '?kind=planet',
  '?kind=overview',
  '?language=es',
  '?state=lost',
  '?year=21',
  '?since=yesterday',
  '?sort=colour',
  '?page=0',
  '?page=100',
  '?words=%ff',
  `?words=${'x'.repeat(801)}`,
]) {
  test(`/admin/${query.slice(0, 20)} is refused`, async () => {
    assert.equal((await show(query)).status(), 400);
  });
}

test('one step confirms all translations after a change, except one with a draft', async () => {
  const states = () =>
    sql(`select string_agg(language, ' ' order by language)
           from text_state s
           join document d on d.id = s.document_id
          where d.key = 'meuse-commission' and outdated is not null`);
  sql(`insert into edition (document_id, language, slug)
       select id, 'fr', 'meuse-brouillon' from document where key = 'meuse-commission'`);
  const confirm = () =>
    rows()
      .filter({ has: editor.locator('a[href="/admin/documents/meuse-commission"]') })
      .locator('button');
  try {
    await show('?kind=partner');
    assert.equal(states(), 'de en fr');
    await confirm().click();
    assert.equal(new URL(editor.url()).pathname, '/admin/documents/meuse-commission');
    assert.match(await editor.locator('.notice').innerText(), /behalve die met een concept/);
    assert.equal(states(), 'fr');
  } finally {
    sql("delete from edition where slug = 'meuse-brouillon'");
  }
  await show('?kind=partner');
  await confirm().click();
  assert.match(await editor.locator('.notice').innerText(), /openbaar zoals ze waren/);
  assert.equal(states(), '');
  await show('?kind=partner');
  assert.equal(await confirm().count(), 0);
});

test('the page passes axe-core and does not scroll sideways', async () => {
  assert.deepEqual(
    await faultsOf(browser, editor.context(), [
      '/admin/?kind=partner&sort=-changed',
      '/admin/?page=2',
      '/admin/?language=de&words=nowhere',
    ]),
    [],
  );
});

test('findings and overview stand side by side on wide screens only', async () => {
  for (const [width, beside] of [
    [1280, true],
    [320, false],
  ]) {
    const context = await contextOf(browser, width, 'light');
    await context.addCookies(await editor.context().cookies());
    const page = await context.newPage();
    await page.goto(`${SITE}/admin/`);
    const [one, other] = [
      await page.locator('.findings').boundingBox(),
      await page.locator('.survey > section:last-child').boundingBox(),
    ];
    assert.equal(Math.abs(one.y - other.y) < 2 && other.x > one.x + one.width, beside, `${width}`);
    if (!beside) assert.ok(other.y >= one.y + one.height);
    await context.close();
  }
});
