// SPDX-License-Identifier: EUPL-1.2
// What editors would not notice by themselves: a draft that could not be published at its time, and
// a text that a translation lacks. Changes the document "nrw-2008-12-09-konigswinter" and puts it
// back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';
import { faultsOf, session, sql } from '../support/desk.mjs';

const KEY = 'nrw-2008-12-09-konigswinter';
// A new text each time, since the desk remembers which text was left out on purpose.
const REASON = `Er was op ${Date.now()} geen ander moment.`;
let browser;
let editor;

const edit = (language) => editor.goto(`${SITE}/admin/texts/${KEY}/${language}`);
const field = (name) => editor.locator(`textarea[name="text.${name}"]`);
const press = (action) =>
  Promise.all([
    editor.waitForNavigation(),
    editor.locator(`main button[value=${action}]`).first().click(),
  ]);
const draft = (language) =>
  `(select e.id
      from edition e
      join document d on d.id = e.document_id
     where d.key = '${KEY}' and e.language = '${language}' and e.state = 'draft')`;
const care = (words) => editor.locator('.findings details', { hasText: words });
const cell = async (language) => (
  await editor.goto(`${SITE}/admin/?kind=meeting&language=${language}`),
  editor
    .locator('tbody tr', { has: editor.locator(`a[href="/admin/documents/${KEY}"]`) })
    .locator('td:not(.day)')
    .innerText()
);
// Publishes the original, or a translation, as it is but for CHANGES of its texts.
const publish = (changes, language = 'nl') =>
  sql(`
  do $$
  declare
    was record;
    texts jsonb;
  begin
    select d.id as document, e.id, e.slug, e.language into strict was
      from edition e
      join document d on d.id = e.document_id
     where d.key = '${KEY}' and e.language = '${language}' and e.state = 'published';
    select jsonb_object_agg(field, value) into texts from edition_text where edition_id = was.id;
    perform write_text('publish', 'tester', '192.0.2.1', was.document, was.language, was.id, null,
                       was.slug, jsonb_strip_nulls(texts || '${JSON.stringify(changes)}'), '',
                       false, null);
  end $$`);

before(async () => {
  browser = await launch();
  editor = await session(browser);
});
after(async () => {
  await browser?.close();
  sql(`update edition set state = 'replaced'
        where id in (select e.id
                       from edition e
                       join document d on d.id = e.document_id
                      where d.key = '${KEY}' and e.state = 'draft')`);
  publish({ reason: null });
  publish({ reason: null }, 'de');
});

test('a draft that could not be published is a finding, and its page says what to do', async () => {
  await edit('en');
  await field('summary').fill('At its time.');
  await editor.fill('#at_date', '2099-02-03');
  await editor.fill('#at_time', '04:05');
  await press('save');
  sql(`with gone as (
           delete from edition_text
            where edition_id = ${draft('en')} and field = 'summary')
       update edition set publish_at = now() - interval '1 second' where id = ${draft('en')}`);
  for (
    let i = 0;
    i < 100 && sql(`select failed_at from edition where id = ${draft('en')}`) === '';
    i++
  )
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
  await editor.goto(`${SITE}/admin/`);
  const found = care('Concepten die niet op het ingestelde tijdstip');
  assert.match(
    await found.innerText(),
    /1\s+.*\(en\) .*\d{4}-\d\d-\d\d \d\d:\d\d: een titel, korte titel of samenvatting ontbreekt/s,
  );
  assert.ok(
    await editor
      .locator('.findings details')
      .first()
      .evaluate((first) => /niet op het ingestelde tijdstip/.test(first.innerText)),
    'it comes first',
  );
  await found.locator('a').click();
  assert.match(
    await editor.locator('.problem').innerText(),
    new RegExp(
      'Het concept kon niet worden gepubliceerd.*' +
        'Het zou op \\d{4}-\\d\\d-\\d\\d om \\d\\d:\\d\\d uur openbaar worden, Brusselse tijd\\. ' +
        'De titel, korte titel of samenvatting ontbreekt: vul die in\\. Publiceer het dan',
      's',
    ),
  );
  assert.equal(await editor.locator('.scheduled').count(), 0);
  sql(`update edition set failed_because = 'address' where id = ${draft('en')}`);
  await edit('en');
  assert.match(
    await editor.locator('.problem').innerText(),
    /Op dit adres staat al een ander document: geef het een ander adres/,
  );
  sql(`update edition set failed_because = 'no <b>room</b>' where id = ${draft('en')}`);
  await edit('en');
  assert.match(
    await editor.locator('.problem').innerText(),
    /Fout van de database: \S?no <b>room<\/b>\S?\. Publiceer/,
  );
  assert.deepEqual(await faultsOf(browser, editor.context(), [`/admin/texts/${KEY}/en`]), []);
});

test('it is no longer a finding once it is saved', async () => {
  await edit('en');
  await field('summary').fill('At no time.');
  await press('save');
  assert.equal(await editor.locator('.problem').count(), 0);
  await editor.goto(`${SITE}/admin/`);
  assert.equal(await care('Concepten die niet op het ingestelde tijdstip').count(), 0);
  sql(`update edition set state = 'replaced' where id = ${draft('en')}`);
});

test('a new text of the original makes its translations outdated at the desk', async () => {
  assert.equal(await cell('de'), 'gepubliceerd');
  publish({ reason: REASON });
  assert.equal(await cell('de'), 'verouderd');
  await editor.goto(`${SITE}/admin/documents/${KEY}`);
  assert.match(await editor.locator('tbody tr', { hasText: 'Deutsch' }).innerText(), /verouderd/);
  await edit('de');
  assert.match(
    await editor.locator('.outdated').innerText(),
    /Het origineel heeft teksten die in deze vertaling ontbreken\s+Reden/,
  );
  const pair = editor.locator('.pair', { has: editor.locator('#reason') });
  assert.match(
    await pair.innerText(),
    new RegExp(`${REASON}\\s+Het origineel zegt hier iets, deze vertaling niet`),
  );
  assert.deepEqual(await faultsOf(browser, editor.context(), [`/admin/texts/${KEY}/de`]), []);
});

test('translating the new text makes the translation up to date', async () => {
  await field('reason').fill('Es gab keinen anderen Termin.');
  await press('publish');
  assert.equal(await editor.locator('.outdated').count(), 0);
  assert.equal(await cell('de'), 'gepubliceerd');
});

test('confirming the translation without that text makes it up to date', async () => {
  await edit('fr');
  const before_ = await field('summary').inputValue();
  await press('aligned');
  assert.match(await editor.locator('.notice').innerText(), /geldt weer als juist/);
  assert.equal(await editor.locator('.outdated').count(), 0);
  assert.deepEqual(
    [await field('reason').inputValue(), await field('summary').inputValue()],
    ['', before_],
  );
  assert.equal(await cell('fr'), 'gepubliceerd');
  assert.equal(await cell('en'), 'verouderd', 'of that language only');
});

test('a change of that text in the original makes it outdated again', async () => {
  publish({ reason: 'Er waren twee andere momenten.' });
  assert.equal(await cell('fr'), 'verouderd');
  await edit('fr');
  assert.match(await editor.locator('.outdated').innerText(), /Reden/);
});
