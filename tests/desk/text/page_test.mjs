// SPDX-License-Identifier: EUPL-1.2
// Texts at the desk in a browser, without scripts: conflicts, history, addresses, publishing at a
// time. Uses the documents grande-region, nsec and nrw.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE, ask } from '../../e2e/site.js';
import { aSecond, beside, faultsOf, logIn, sql, withoutScripts } from '../../support/desk.mjs';

let browser;
let editor; // a page with a session
let other; // a page with another session

const text = (key, language) => `/admin/texts/${key}/${language}`;
const field = (page, name) => page.locator(`textarea[name="text.${name}"]`);
const edit = (page, key, language) => page.goto(SITE + text(key, language));
const save = (page, action) => page.click(`form.fields button[value=${action}]`);
const notice = (page) => page.locator('.notice').innerText();
const publicText = async (path) => (await fetch(SITE + path)).text();

// A moment SECONDS from now, as somebody in Brussels would write it.
function moment(seconds) {
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Brussels',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(Date.now() + seconds * 1000));
  return parts.split(' ');
}
async function schedule(page, [day, time]) {
  await page.fill('#at_date', day);
  await page.fill('#at_time', time);
}

before(async () => {
  browser = await launch();
  editor = await (await withoutScripts(browser)).newPage();
  await logIn(editor);
  other = await beside(editor);
});
after(() => browser?.close());

test('a text and its original stand side by side, each on half of a wide screen', async () => {
  await edit(editor, 'nrw', 'en');
  await editor.setViewportSize({ width: 1280, height: 800 });
  const { width } = await field(editor, 'summary').boundingBox();
  assert.ok(width > 500 && width < 700, `${width} px`);
});

test('invisible characters of text processors are mended, and the words are found', async () => {
  await edit(editor, 'nrw', 'nl');
  const [title, summary] = await Promise.all(
    ['title', 'summary'].map((name) => field(editor, name).inputValue()),
  );
  await field(editor, 'title').fill(`\ufeff${title}\u200b`);
  await field(editor, 'summary').fill(`${summary} Trek\u00advogel\u00adpad.\u000b`);
  await save(editor, 'publish');
  assert.match(await notice(editor), /openbaar/);
  assert.equal(await field(editor, 'title').inputValue(), title);
  assert.equal(await field(editor, 'summary').inputValue(), `${summary} Trekvogelpad.\n`);
  for (const words of ['trekvogelpad', 'trek\u00advogelpad'])
    assert.match(
      await publicText(`/nl/zoeken?q=${encodeURIComponent(words)}`),
      new RegExp(`<mark>Trekvogelpad|${title}`),
      words,
    );
  for (const bad of ['\uffff', '\u202e']) {
    await field(editor, 'summary').fill(`${summary}${bad}`);
    const [answer] = await Promise.all([
      editor.waitForResponse((one) => one.request().isNavigationRequest() && one.status() !== 303),
      save(editor, 'publish'),
    ]);
    assert.equal(answer.status(), 422);
    assert.match(await editor.locator('.problem').innerText(), /tekens/);
  }
});

test('of two who save, the second sees the base, both texts, and a proposal', async () => {
  for (const page of [editor, other]) await edit(page, 'grande-region', 'en');
  const [title, summary, short] = await Promise.all(
    ['title', 'summary', 'short'].map((name) => field(editor, name).inputValue()),
  );
  const body = await field(editor, 'body').inputValue();
  await field(other, 'body').fill(`Theirs at the start.\n\n${body}`);
  await field(other, 'title').fill(`Their ${title}`);
  await field(other, 'summary').fill('Summary: theirs.');
  await other.fill('#slug', 'their-address');
  await save(other, 'save');
  await field(editor, 'body').fill(`${body}\n\nMine at the end.`);
  await field(editor, 'summary').fill('Summary: mine.');
  await editor.fill('#note', 'a note of mine');
  const [answer] = await Promise.all([
    editor.waitForResponse((one) => one.request().isNavigationRequest() && one.status() !== 303),
    save(editor, 'save'),
  ]);
  assert.equal(answer.status(), 409);
  assert.match(
    await editor.locator('.problem').innerText(),
    /U hebt deze tekst intussen zelf opgeslagen, in een ander venster/,
  );
  assert.equal(
    await field(editor, 'body').inputValue(),
    `Theirs at the start.\n\n${body}\n\nMine at the end.`,
    'changes in different places are not combined',
  );
  assert.equal(await field(editor, 'title').inputValue(), `Their ${title}`);
  assert.equal(await field(editor, 'summary').inputValue(), 'Summary: mine.');
  assert.equal(await field(editor, 'short').inputValue(), short);
  assert.equal(await editor.inputValue('#slug'), 'their-address');
  assert.equal(await editor.inputValue('#note'), 'a note of mine');
  assert.equal(await editor.locator('.three').count(), 4);
  const three = editor.locator('.pair', { has: editor.locator('#summary') }).locator('.three');
  assert.match(await three.innerText(), /dezelfde woorden/);
  const [began, theirs, mine] = await three.locator('.lines').allInnerTexts();
  assert.equal(began, summary);
  assert.match(theirs, /theirs\./);
  assert.match(mine, /mine\./);
  assert.doesNotMatch(
    await editor
      .locator('.pair', { has: editor.locator('#body') })
      .locator('.three')
      .innerText(),
    /dezelfde woorden/,
  );
});

test('a third save in between is not overwritten; the next builds on what was seen', async () => {
  await edit(other, 'grande-region', 'en');
  await field(other, 'short').fill('Third');
  await save(other, 'save');
  await save(editor, 'save');
  assert.match(await editor.locator('.problem').innerText(), /U hebt deze tekst/);
  assert.equal(await field(editor, 'short').inputValue(), 'Third');
  assert.equal(await field(editor, 'summary').inputValue(), 'Summary: mine.');
  await save(editor, 'save');
  assert.match(await notice(editor), /Het concept is opgeslagen/);
});

test('after a fault in between, nobody overwrites what they have not seen', async () => {
  for (const page of [editor, other]) await edit(page, 'grande-region', 'en');
  await field(other, 'short').fill('Fourth');
  await save(other, 'save');
  await field(editor, 'summary').fill('Summary: mine again.');
  await editor.fill('#slug', 'No Address');
  await save(editor, 'save');
  assert.match(await editor.locator('.problem li').innerText(), /Adres/);
  await editor.fill('#slug', 'their-address');
  await save(editor, 'save');
  assert.match(await editor.locator('.problem').innerText(), /U hebt deze tekst/);
  assert.equal(await field(editor, 'short').inputValue(), 'Fourth');
  await save(editor, 'save');
});

test('two saves are compared, and an earlier one comes back as a new draft', async () => {
  await edit(editor, 'grande-region', 'en');
  await editor.click('a[href="/admin/history/grande-region/en"]');
  const rows = editor.locator('.saves tbody tr');
  const count = await rows.count();
  assert.ok(count >= 6, `${count} saves`);
  await rows
    .nth(count - 1)
    .locator('input[name=from]')
    .check();
  await rows.nth(0).locator('input[name=to]').check();
  await editor.click('#compare button');
  const compared = editor.locator('.comparison');
  const said = await compared.innerText();
  for (const part of [
    /Titel/,
    /Samenvatting/,
    /Adres/,
    /their-address/,
    /Mine at the end/,
    /Fourth/,
  ])
    assert.match(said, part);
  assert.match((await compared.locator('del').allInnerTexts()).join(' '), /greater-region/);
  await rows
    .nth(count - 1)
    .locator('button')
    .click();
  assert.match(await notice(editor), /De eerdere tekst is terug/);
  assert.equal(await editor.inputValue('#slug'), 'greater-region');
  await editor.goto(`${SITE}/admin/history/grande-region/en`);
  assert.equal(await rows.count(), count + 1, 'a save is lost');
  assert.match(await rows.nth(0).innerText(), /concept[^]*Weer de tekst van/);
  assert.equal(
    (await ask(`/admin/history/grande-region/en?from=1`)).status,
    303,
    'the history is open to everybody',
  );
  assert.equal(
    (await editor.goto(`${SITE}/admin/history/grande-region/en?from=999999999&to=1`)).status(),
    404,
  );
  for (const odd of ['from=x&to=%00', 'before=-1', 'from=99999999999999999999'])
    assert.equal(
      (await editor.goto(`${SITE}/admin/history/grande-region/en?${odd}`)).status(),
      200,
      odd,
    );
});

test('an empty address is made from the title; the old one redirects to the new one', async () => {
  await edit(editor, 'nrw', 'de');
  await field(editor, 'title').fill('Nordrhein-Westfalen: Größe & Übersicht');
  await editor.fill('#slug', '');
  await save(editor, 'publish');
  assert.match(await notice(editor), /openbaar/);
  assert.equal(await editor.inputValue('#slug'), 'nordrhein-westfalen-groesse-uebersicht');
  await aSecond();
  const answer = await ask('/de/benelux-plus/nordrhein-westfalen');
  assert.deepEqual(
    [answer.status, new URL(answer.headers.location, SITE).pathname],
    [301, '/de/benelux-plus/nordrhein-westfalen-groesse-uebersicht'],
  );
});

test('saving refuses the address of another document, and keeps what was typed', async () => {
  await edit(editor, 'nrw', 'nl');
  await field(editor, 'summary').fill('Getypt.');
  await editor.fill('#slug', 'noordzee-energiesamenwerking');
  await save(editor, 'save');
  assert.match(await editor.locator('.problem li').innerText(), /Adres: .*ander document/);
  assert.equal(await field(editor, 'summary').inputValue(), 'Getypt.');
  assert.equal(await editor.inputValue('#slug'), 'noordzee-energiesamenwerking');
});

test('a picture without alternative, and a text too long, are faults at the text', async () => {
  await edit(editor, 'nrw', 'nl');
  await field(editor, 'body').fill('Een brug: ![](https://example.org/a.png)');
  await save(editor, 'save');
  assert.match(await editor.locator('.problem li').innerText(), /tekstalternatief/);
  assert.match(await editor.locator('.pair .fault').innerText(), /tekstalternatief/);
  assert.equal(
    await field(editor, 'body').inputValue(),
    'Een brug: ![](https://example.org/a.png)',
  );
  const long = `${'é'.repeat(100000)}!`;
  await field(editor, 'body').fill(long);
  await save(editor, 'save');
  assert.match(await editor.locator('.problem li').innerText(), /te lang/);
  assert.equal(await field(editor, 'body').inputValue(), long);
});

for (const [what, day, time, fault] of [
  ['a day that has gone by', '2020-01-01', '09:00', /verleden/],
  ['a time alone', '', '09:00', /Ongeldige datum/],
  ['a day alone', '2031-01-01', '', /Ongeldig tijdstip/],
  ['a time that the day does not have', '2031-03-30', '02:30', /klok/],
]) {
  test(`${what} is refused as time to publish`, async () => {
    await edit(editor, 'nsec', 'nl');
    await field(editor, 'summary').fill('Getypt.');
    await schedule(editor, [day, time]);
    await save(editor, 'save');
    assert.match(await editor.locator('.problem li').innerText(), fault);
    assert.match(await editor.locator('.moment .fault').innerText(), fault);
    assert.deepEqual(
      [
        await editor.inputValue('#at_date'),
        await editor.inputValue('#at_time'),
        await field(editor, 'summary').inputValue(),
      ],
      [day, time, 'Getypt.'],
    );
  });
}

test('for a time that comes twice, when the clocks go back, the form asks which', async () => {
  await edit(editor, 'nsec', 'nl');
  assert.equal(await editor.locator('[name=at_turn]').count(), 0);
  await field(editor, 'summary').fill('In de nacht van de klok.');
  await schedule(editor, ['2031-10-26', '02:30']);
  await save(editor, 'save');
  assert.match(await editor.locator('.moment .fault').innerText(), /twee keer/);
  await editor.getByLabel('het eerste, in zomertijd').check();
  await save(editor, 'save');
  assert.equal(await editor.locator('.problem').count(), 0);
  const at = () =>
    sql(`select e.publish_at at time zone 'UTC'
           from site.edition e
           join site.document d on d.id = e.document_id
          where d.key = 'nsec' and publish_at is not null`);
  assert.equal(at(), '2031-10-26 00:30:00');
  await schedule(editor, ['2031-10-26', '02:30']);
  await save(editor, 'save');
  await editor.getByLabel('het tweede, in wintertijd').check();
  await save(editor, 'save');
  assert.equal(at(), '2031-10-26 01:30:00');
  await schedule(editor, ['', '']);
  await save(editor, 'save');
  assert.equal(at(), '');
});

test('an impossible day from a browser without date fields comes back as typed', async () => {
  await edit(editor, 'nsec', 'nl');
  await editor.locator('#at_date').evaluate((input) => {
    input.type = 'text';
  });
  await schedule(editor, ['31.02.2031', '09:00']);
  await save(editor, 'save');
  assert.match(await editor.locator('.moment .fault').innerText(), /Ongeldige datum/);
  assert.equal(await editor.inputValue('#at_date'), '31.02.2031');
});

test('a draft becomes public by itself at its time, and the page says so before', async () => {
  await edit(editor, 'nsec', 'nl');
  await field(editor, 'summary').fill('Openbaar op de afgesproken tijd.');
  await schedule(editor, moment(86400));
  await save(editor, 'save');
  assert.match(
    await editor.locator('.scheduled').innerText(),
    /wordt openbaar op \d{4}-\d\d-\d\d om \d\d:\d\d/,
  );
  const when = Date.now() + 7000;
  await schedule(editor, moment(7));
  await save(editor, 'save');
  assert.equal(await editor.locator('.scheduled').count(), 1);
  await new Promise((resolve) => {
    setTimeout(resolve, when - Date.now() - 2500);
  });
  assert.doesNotMatch(
    await publicText('/nl/benelux-plus/noordzee-energiesamenwerking'),
    /afgesproken tijd/,
    'it is public too early',
  );
  await new Promise((resolve) => {
    setTimeout(resolve, when - Date.now() + 3000);
  });
  assert.match(
    await publicText('/nl/benelux-plus/noordzee-energiesamenwerking'),
    /afgesproken tijd/,
  );
  await edit(editor, 'nsec', 'nl');
  assert.equal(await editor.locator('.scheduled').count(), 0);
  await editor.goto(`${SITE}/admin/log`);
  assert.match(
    await editor.locator('tbody').innerText(),
    /admin\t[^\t]+\tnsec nl\tscheduled edition/,
  );
});

test('a draft that is published now does not wait for its time', async () => {
  await edit(editor, 'nsec', 'en');
  await field(editor, 'summary').fill('Public now.');
  await schedule(editor, moment(86400));
  await save(editor, 'publish');
  assert.match(await notice(editor), /openbaar/);
  assert.equal(await editor.locator('.scheduled').count(), 0);
});

test('a confirmed translation is up to date at once, without a draft', async () => {
  await edit(editor, 'nsec', 'fr');
  assert.match(await editor.locator('.outdated').innerText(), /Samenvatting/);
  assert.match(await editor.locator('.changed ins').first().innerText(), /afgesproken|Openbaar/);
  const before_ = await field(editor, 'summary').inputValue();
  await editor.locator('.changed button[value=aligned]').first().click();
  assert.match(await notice(editor), /geldt weer als juist/);
  assert.equal(await editor.locator('.outdated').count(), 0);
  assert.equal(await field(editor, 'summary').inputValue(), before_);
  assert.match(await editor.locator('.saves tbody tr').first().innerText(), /gepubliceerd/);
  assert.doesNotMatch(await editor.locator('.saves tbody').innerText(), /concept/);
});

test('a small correction of text or record makes no translation outdated', async () => {
  for (const path of [text('nsec', 'nl'), '/admin/topics/nsec']) {
    await editor.goto(SITE + path);
    const area = editor.locator('#summary');
    await area.fill(`${await area.inputValue()} Verbeterd.`);
    await editor.check('#minor');
    await editor.click('form.fields .actions button[value=save]');
    assert.ok(await editor.isChecked('#minor'), 'the draft is not marked as a small correction');
    await editor.click('form.fields .actions button[value=publish]');
    assert.match(await notice(editor), /openbaar/);
    assert.ok(
      !(await editor.isChecked('#minor')),
      'the next change would be a small correction, too',
    );
    await edit(editor, 'nsec', 'fr');
    assert.equal(await editor.locator('.outdated').count(), 0, path);
  }
});

test('after a change of one of two outdated texts, the page names the other', async () => {
  await edit(editor, 'nsec', 'nl');
  const title = await field(editor, 'title').inputValue();
  for (const name of ['title', 'summary'])
    await field(editor, name).fill(`${await field(editor, name).inputValue()} Anders.`);
  await save(editor, 'publish');
  await edit(editor, 'nsec', 'fr');
  await field(editor, 'summary').fill('Autrement.');
  await save(editor, 'publish');
  assert.match(
    await editor.locator('.outdated').innerText(),
    /nog verouderd\s+Titel\s+Nog steeds juist/,
  );
  await field(editor, 'title').fill('Autrement.');
  await save(editor, 'publish');
  assert.equal(await editor.locator('.outdated').count(), 0);
  await edit(editor, 'nsec', 'nl'); // other tests know it by its name
  await field(editor, 'title').fill(title);
  await save(editor, 'publish');
});

test('Enter in a field of one line saves the draft', async () => {
  await edit(editor, 'nsec', 'de');
  assert.equal(
    await editor.locator('.outdated').count(),
    1,
    'there is no button before that of saving',
  );
  await editor.fill('#note', 'Enter');
  await editor.press('#note', 'Enter');
  assert.match(await notice(editor), /Het concept is opgeslagen/);
  assert.equal(await editor.locator('.outdated').count(), 1);
});

test('the pages of texts and their history pass axe-core and do not scroll sideways', async () => {
  const paths = [
    text('nsec', 'de'),
    text('grande-region', 'en'),
    '/admin/history/grande-region/en',
    '/admin/history/nsec/nl',
  ];
  const history = `${SITE}/admin/history/nsec/nl`;
  await editor.goto(history);
  await editor.click('#compare button');
  paths.push(editor.url().slice(SITE.length));
  assert.deepEqual(await faultsOf(browser, editor.context(), paths), []);
});
