// SPDX-License-Identifier: EUPL-1.2
// Places and parties are added, changed and deleted at the desk, in a browser without scripts. This
// file changes the place "liege" and puts it back, and deletes what it adds.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contextOf, launch } from '../../e2e/browser.js';
import { SITE } from '../../e2e/site.js';
import { aSecond, beside, faultsOf, logIn, sql, withoutScripts } from '../../support/desk.mjs';

let browser;
let editor;
let other; // a second editor, with a page of their own

const open = (path, page = editor) => page.goto(`${SITE}/admin/${path}`);
const fill = async (fields, page = editor) => {
  for (const [id, text] of Object.entries(fields)) {
    if (['country', 'kind'].includes(id)) await page.selectOption(`#${id}`, text);
    else await page.fill(`#${id}`, text);
  }
};
const press = (action, page = editor) =>
  Promise.all([page.waitForNavigation(), page.click(`main button[value="${action}"]`)]).then(
    ([answer]) => answer,
  );
const problems = (page = editor) => page.locator('.problem li').allInnerTexts();
const notice = () => editor.locator('.notice').first().innerText();
const pathOf = (page = editor) => new URL(page.url()).pathname;
const entry = () =>
  sql(`select account || ' ' || action || ' ' || detail
         from audit
        where action ~ 'place|party'
        order by id desc
        limit 1`);
const BAD_CODE =
  'Code: Schrijf de twee letters van een land (ISO 3166-1), bijvoorbeeld BE, ' +
  'of de code van een regio (ISO 3166-2), bijvoorbeeld DE-NW';
const wipe = () =>
  sql(`delete from place where key like 'proefstad%';
       delete from party where key like 'proefraad%' or key in ('IS', 'test-region')`);

before(async () => {
  wipe();
  browser = await launch();
  editor = await (await withoutScripts(browser)).newPage();
  await logIn(editor);
  other = await beside(editor);
});
after(async () => {
  await browser?.close();
  wipe();
  sql(`update place set name = name || '{"nl": "Luik", "de": "Lüttich"}', version = 1
        where key = 'liege'`);
});

test('the lists have all names, or those of a kind, or with words in any language', async () => {
  await editor.click('nav a[href="/admin/names"]');
  assert.equal(
    (await editor.locator('#places').count()) + (await editor.locator('#parties').count()),
    2,
  );
  await editor.selectOption('#kind', 'place');
  await editor.fill('#words', 'lutt');
  await editor.click('.filter button');
  assert.equal(new URL(editor.url()).search, '?kind=place&words=lutt');
  assert.deepEqual(await editor.locator('.names tbody th').allInnerTexts(), ['Luik']);
  assert.deepEqual(await editor.locator('.names tbody td').allInnerTexts(), [
    'België',
    'Liège · Lüttich · Liège',
    'liege',
  ]);
  assert.equal(await editor.locator('#parties').count(), 0);
  await open('names?kind=region');
  assert.equal(await editor.locator('#places').count(), 0);
  assert.ok(
    (await editor.locator('.names tbody td:nth-child(2)').allInnerTexts()).every(
      (kind) => kind === 'Regio',
    ),
  );
  await open('names?words=%3Cb%3E%22');
  assert.equal(await editor.inputValue('#words'), '<b>"');
  assert.match(await notice(), /Geen naam past/);
  for (const query of ['kind=planet', 'words=%ff', `words=${'x'.repeat(801)}`])
    assert.equal((await open(`names?${query}`)).status(), 400, query);
});

test('each fault of a place is shown at its field, and all that was typed is kept', async () => {
  await open('names');
  await editor.click('text=Een plaats toevoegen');
  await fill({
    nl: 'Proefstad <&">',
    fr: '',
    de: 'x'.repeat(201),
    en: '日本',
    latitude: '90.1',
    longitude: '4°20',
  });
  assert.equal((await press('save')).status(), 422);
  assert.deepEqual(await problems(), [
    'Frans: Vul hier iets in',
    'Duits: Dit is te lang',
    'Land: Vul hier iets in',
    'Breedtegraad: Schrijf graden van −90 tot 90, bijvoorbeeld 50,85045',
    'Lengtegraad: Schrijf graden van −180 tot 180, bijvoorbeeld 4,34878',
  ]);
  assert.deepEqual(
    [
      await editor.inputValue('#nl'),
      await editor.inputValue('#en'),
      await editor.inputValue('#longitude'),
    ],
    ['Proefstad <&">', '日本', '4°20'],
  );
  assert.equal(await editor.getAttribute('#latitude', 'aria-invalid'), 'true');
  assert.match(
    await editor
      .locator(`#${(await editor.getAttribute('#latitude', 'aria-describedby')).split(' ').at(-1)}`)
      .innerText(),
    /Schrijf graden/,
  );
  await editor.click('.problem a >> nth=2');
  assert.equal(await editor.evaluate(() => document.activeElement.id), 'country');
  await fill({
    fr: 'Villetest',
    de: 'Probestadt',
    country: 'BE',
    latitude: '−50,5',
    longitude: '180',
  });
  assert.equal((await press('save')).status(), 422);
  assert.deepEqual(await problems(), [
    'Engels: Schrijf dit met letters van a tot z: daaruit ontstaat de sleutel',
  ]);
  assert.equal(await editor.inputValue('#country'), 'BE');
  await fill({ en: ' Liège ' });
  await press('save');
  assert.deepEqual(await problems(), ['Engels: Deze waarde is al in gebruik']);
});

test('a place is added, with a key from its English name', async () => {
  await fill({ en: 'Proefstad' });
  await press('save');
  assert.equal(pathOf(), '/admin/places/proefstad');
  assert.match(await notice(), /Opgeslagen/);
  assert.equal(await editor.inputValue('#latitude'), '-50.5');
  assert.match(
    entry(),
    /^admin add-place proefstad: .*latitude – → "-50.5".*nl – → "Proefstad <&">"/,
  );
  assert.match(await editor.locator('.saves').innerText(), /Niets gebruikt het/);
  await open('new-meeting');
  assert.equal(
    await editor.locator('#place option[value=proefstad]').innerText(),
    'Proefstad <&">',
  );
  const missing = editor.locator('p.links', { hasText: 'Sla deze gegevens eerst op' });
  assert.equal(await missing.locator('a').getAttribute('href'), '/admin/names');
});

test('the same form sent twice adds one place', async () => {
  await open('new-place');
  const form = {
    nl: 'Proefstad 2',
    fr: 'a',
    de: 'b',
    en: 'Proefstad II',
    country: 'BE',
    latitude: '1',
    longitude: '2',
    action: 'save',
    form_token: await editor.inputValue('form.fields input[name=form_token]'),
  };
  for (let i = 0; i < 2; i++) {
    const answer = await editor.request.post(`${SITE}/admin/new-place`, {
      form,
      headers: { Origin: SITE },
      maxRedirects: 0,
    });
    assert.deepEqual(
      [answer.status(), answer.headers().location],
      [303, '/admin/places/proefstad-ii?done=save'],
    );
  }
  assert.equal(sql("select count(*) from place where key like 'proefstad-ii%'"), '1');
});

test('of two editors at once the second sees what the first saved, and loses nothing', async () => {
  await open('places/proefstad');
  await open('places/proefstad', other);
  await fill({ fr: 'Ville d’essai', country: 'FR' }, other);
  await press('save', other);
  await fill({ fr: 'Villetest-sur-Meuse', de: 'Probe' });
  assert.equal((await press('save')).status(), 409);
  assert.match(
    await editor.locator('.problem').first().innerText(),
    /Iemand anders heeft dit intussen gewijzigd/,
  );
  assert.deepEqual(
    await editor.locator('.problem a').evaluateAll((links) => links.map((link) => link.hash)),
    ['#fr', '#de', '#country'],
  );
  assert.deepEqual(
    [
      await editor.inputValue('#fr'),
      await editor.inputValue('#de'),
      await editor.inputValue('#country'),
    ],
    ['Villetest-sur-Meuse', 'Probe', 'BE'],
  );
  assert.deepEqual(await editor.locator('.beside').allInnerTexts(), [
    'Van de ander: Ville d’essai',
    'Van de ander: Probestadt',
    'Van de ander: Frankrijk',
  ]);
  await press('save');
  assert.match(await notice(), /Opgeslagen/);
  assert.equal(
    sql("select name ->> 'fr' || ' ' || country from place where key = 'proefstad'"),
    'Villetest-sur-Meuse BE',
  );
});

test('a name that somebody else has deleted can be saved again', async () => {
  await open('places/proefstad');
  await open('places/proefstad', other);
  await press('delete', other);
  assert.equal(pathOf(other), '/admin/names');
  assert.match(await other.locator('.notice').innerText(), /Verwijderd/);
  assert.match(entry(), /^admin delete-place proefstad: /);
  await fill({ nl: 'Proefdorp' });
  assert.equal((await press('save')).status(), 409);
  assert.match(await editor.locator('.problem').innerText(), /intussen verwijderd/);
  assert.equal(await editor.inputValue('#nl'), 'Proefdorp');
  await press('save');
  assert.equal(pathOf(), '/admin/places/proefstad');
  await press('delete');
  assert.equal((await open('places/proefstad')).status(), 404);
});

test('a name in use cannot be deleted, whatever form is sent', async () => {
  await open('places/liege');
  assert.equal(await editor.locator('button[value=delete]').count(), 0);
  assert.ok((await editor.locator('.saves li').count()) > 0);
  const token = await editor.inputValue('form.fields input[name=form_token]');
  await editor.setContent(`<form method="post" action="${SITE}/admin/places/liege">
    <input name="form_token" value="${token}">
    <input name="version" value="1">
    <main><button name="action" value="delete">x</button></main></form>`);
  const answer = await press('delete');
  assert.equal(answer.status(), 409);
  assert.match(await editor.locator('.problem').innerText(), /Het wordt gebruikt/);
  assert.equal(sql("select count(*) from place where key = 'liege'"), '1');
});

test('a changed name changes on every page that shows it', async () => {
  await open('places/liege');
  await fill({ nl: 'Luik aan de Maas', de: 'Lüttich (Maas)' });
  await press('save');
  await aSecond();
  const page = await (await fetch(`${SITE}/nl/vergaderingen.csv`)).text();
  assert.match(page, /Luik aan de Maas/);
  assert.doesNotMatch(page, /,Luik,/);
  assert.match(await (await fetch(`${SITE}/de/sitzungen.csv`)).text(), /Lüttich \(Maas\)/);
});

test('a party has a kind, a country a code, and a wrong code is refused', async () => {
  await open('new-party');
  await fill({
    nl: 'Proefraad',
    fr: 'Conseil d’essai',
    de: 'Proberat',
    en: 'Proefraad',
    kind: 'country',
    website: 'ftp://x',
  });
  await press('save');
  assert.deepEqual(await problems(), [
    'Website: Een link begint met https:// en heeft geen spaties',
  ]);
  await fill({
    website: 'https://proef.example/',
    authority: 'http://publications.europa.eu/resource/authority/country/QQQ',
  });
  await press('save');
  assert.deepEqual(await problems(), [BAD_CODE]);
  await fill({ code: 'be' });
  await press('save');
  assert.deepEqual(await problems(), ['Code: Deze waarde is al in gebruik']);
  await fill({ code: 'xx' });
  await press('save');
  assert.deepEqual(await problems(), [BAD_CODE]);
  await fill({ kind: 'organisation' });
  await press('save');
  assert.deepEqual(await problems(), ['Code: Bij wat hierboven gekozen is, hoort hier niets']);
  await fill({ code: '' });
  await press('save');
  assert.equal(pathOf(), '/admin/parties/proefraad');
  await fill({ kind: 'country' });
  await press('save');
  assert.deepEqual(await problems(), [
    'Soort: Een land blijft een land, en iets anders wordt er geen',
  ]);
  await open('new-party');
  await fill({
    nl: 'IJsland',
    fr: 'Islande',
    de: 'Island',
    en: 'Iceland',
    kind: 'country',
    code: 'is',
  });
  await press('save');
  assert.equal(pathOf(), '/admin/parties/IS');
  assert.equal(await editor.locator('#code').count(), 0);
  assert.match(entry(), /^admin add-party IS: /);
});

test('a region has its code in ISO 3166-2, and may get it later', async () => {
  await open('new-party');
  await fill({
    nl: 'Proefgewest',
    fr: 'Région d’essai',
    de: 'Proberegion',
    en: 'Test region',
    kind: 'region',
  });
  await press('save');
  assert.equal(pathOf(), '/admin/parties/test-region');
  await fill({ code: 'be-wal-x' });
  await press('save');
  assert.equal((await problems()).length, 1);
  await fill({ code: 'xx-wal' });
  await press('save');
  assert.equal((await problems()).length, 1);
  await fill({ code: 'be-wal' });
  await press('save');
  assert.equal(await editor.locator('#code').inputValue(), 'BE-WAL');
  assert.match(entry(), /^admin change-party test-region: code – → "BE-WAL"/);
});

test('the log has words for the changes of names', async () => {
  await open('log');
  const seen = await editor.locator('table').innerText();
  for (const words of [
    'Plaats toegevoegd',
    'Plaats gewijzigd',
    'Plaats verwijderd',
    'Land, regio of organisatie toegevoegd',
  ])
    assert.match(seen, new RegExp(words));
});

test('without a session nobody sees the pages of names', async () => {
  for (const path of ['names', 'new-place', 'places/liege', 'new-party', 'parties/BE']) {
    const answer = await fetch(`${SITE}/admin/${path}`, { redirect: 'manual' });
    assert.equal(answer.status, 303, path);
  }
});

test('the pages of names pass axe-core and do not scroll sideways', async () => {
  assert.deepEqual(
    await faultsOf(browser, editor.context(), [
      '/admin/names',
      '/admin/new-place',
      '/admin/places/liege',
      '/admin/parties/IS',
    ]),
    [],
  );
});

test('with scripts, the next visit offers what was typed and not saved', async () => {
  const context = await contextOf(browser, 1280, 'light');
  await context.addCookies(await editor.context().cookies());
  const page = await context.newPage();
  page.on('dialog', (dialog) => dialog.accept());
  await open('new-place', page);
  await page.fill('#nl', 'Half getypt');
  await page.waitForFunction(() =>
    Object.keys(localStorage).some((key) => key.includes('/admin/new-place')),
  );
  await open('names', page);
  await open('new-place', page);
  await page.click('[data-choice=recover]');
  assert.equal(await page.inputValue('#nl'), 'Half getypt');
  await context.close();
});
