// SPDX-License-Identifier: EUPL-1.2
// Projects, partners and pages are made and changed at the desk, in a browser without scripts. The
// documents are of this file alone, except nsec, which it puts back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE } from '../../e2e/site.js';
import { aSecond, faultsOf, logIn, withoutScripts } from '../../support/desk.mjs';

const KEY = 'centrale-commissie-voor-de-rijnvaart';
let browser;
let editor;

const at = (id) => `[id="${id}"]`;
const value = (id) => editor.inputValue(at(id));
const fill = async (fields) => {
  for (const [id, text] of Object.entries(fields)) await editor.fill(at(id), text);
};
const choose = async (fields) => {
  for (const [id, text] of Object.entries(fields)) await editor.selectOption(at(id), text);
};
const press = (action) =>
  Promise.all([
    editor.waitForNavigation(),
    editor.click(`form.record button[value="${action}"]:not(.hidden)`),
  ]);
const notice = () => editor.locator('.notice').innerText();
const problems = () => editor.locator('.problem li').allInnerTexts();
const publicText = async (path) => (await fetch(SITE + path)).text();

before(async () => {
  browser = await launch();
  editor = await (await withoutScripts(browser)).newPage();
  await logIn(editor);
});
after(() => browser?.close());

test('a partner is made with its rows, and the form says what is missing', async () => {
  await editor.click('text=Een partner toevoegen');
  await fill({
    summary: 'Zij waakt over de vaart op de Rijn.',
    nature: 'Commissie',
    since: '1815',
    website: 'https://ccr.example/',
    contact_email: 'info@ccr.example',
    body: 'Over de Rijn.',
  });
  await press('participant.add');
  await choose({ 'participant.1.role': 'member' });
  await press('save');
  assert.deepEqual(await problems(), [
    'Titel: Vul hier iets in',
    'Land, regio of organisatie: Vul hier iets in',
  ]);
  await fill({ title: 'Centrale Commissie voor de Rijnvaart', short: 'Rijnvaartcommissie' });
  await fill({ summary: 'é'.repeat(2001) });
  await press('save');
  assert.match(
    await editor.locator('#summary-fault').innerText(),
    /te lang \(2001 tekens, hoogstens 2000\)/,
  );
  await fill({ summary: 'Zij waakt over de vaart op de Rijn.' });
  await choose({ 'participant.1.party': 'BE' });
  await press('participant.add');
  await choose({ 'participant.2.party': 'CH', 'participant.2.role': 'member' });
  await press('milestone.add');
  await fill({ 'milestone.1.date': '17.10.1868', 'milestone.1.text': 'De akte van Mannheim.' });
  await press('save');
  assert.match(await notice(), /opgeslagen als concept/);
  assert.equal(new URL(editor.url()).pathname, `/admin/partners/${KEY}`);
  assert.deepEqual(
    [
      await value('participant.2.party'),
      await value('milestone.1.date'),
      await editor.inputValue('[name="milestone.1.key"]'),
      await value('since'),
    ],
    ['CH', '1868-10-17', '1', '1815'],
  );
  assert.match(await value('position'), /^\d+$/, 'it comes after the others');
});

test('once translated, in the menu and published, the partner is in the overview', async () => {
  await fill({ position: '1' });
  await press('save');
  await editor.click('.links a[hreflang=fr]');
  const french = {
    title: 'Commission centrale pour la navigation du Rhin',
    short: 'Commission du Rhin',
    summary: 'Elle veille sur la navigation.',
    nature: 'Commission',
    body: 'Sur le Rhin.',
    'milestone.1': 'L’acte de Mannheim.',
  };
  for (const [field, text] of Object.entries(french))
    await editor.fill(`[name="text.${field}"]`, text);
  await editor.click('button[value=save]:not(.hidden)');
  await editor.goto(`${SITE}/admin/documents/${KEY}`);
  await editor.click('button[value=publish]');
  assert.match(await notice(), /openbaar/);
  await aSecond();
  for (const [language, words] of [
    ['nl', ['Rijnvaartcommissie', 'De akte van Mannheim', 'Zwitserland', 'info@ccr.example</a>']],
    [
      'fr',
      [
        'Commission du Rhin',
        'L’acte de Mannheim',
        'Suisse',
        'href="mailto:?to=info%40ccr.example"',
      ],
    ],
  ]) {
    const overview = await publicText(`/${language}/benelux-plus`);
    const path = new RegExp(
      `href="(/${language}/benelux-plus/(?:partners|partenaires)/[a-z-]*r(?:ij|hi)n[a-z-]*)"`,
    ).exec(overview)?.[1];
    assert.ok(path, `the overview in ${language} has no card of it`);
    const page = await publicText(path);
    for (const word of words) assert.ok(page.includes(word), `${language}: ${word}`);
    assert.equal(JSON.parse(await publicText(`${path}.json`)).contact_email, 'info@ccr.example');
  }
});

test('new facts of a public project are public only once they are published', async () => {
  await editor.goto(`${SITE}/admin/documents/nsec`);
  await editor.click('text=Gegevens van het project');
  assert.equal(new URL(editor.url()).pathname, '/admin/topics/nsec');
  const website = await value('website');
  await fill({ website: 'https://nsec.example/' });
  await press('milestone.add');
  const row = await editor.locator('[id^="milestone."][id$=".date"]').count();
  await fill({
    [`milestone.${row}.date`]: '2031',
    [`milestone.${row}.text`]: 'Een mijlpaal die nog komt.',
  });
  await press('save');
  await aSecond();
  assert.doesNotMatch(
    await publicText('/nl/benelux-plus/noordzee-energiesamenwerking'),
    /nsec\.example|mijlpaal die nog komt/,
  );
  await press('publish');
  await aSecond();
  assert.match(
    await publicText('/nl/benelux-plus/noordzee-energiesamenwerking'),
    /nsec\.example[^]*mijlpaal die nog komt|mijlpaal die nog komt[^]*nsec\.example/,
  );
  await fill({ website });
  await press(`milestone.${row}.remove`);
  await press('publish');
  await aSecond();
  assert.doesNotMatch(
    await publicText('/nl/benelux-plus/noordzee-energiesamenwerking'),
    /nsec\.example|mijlpaal die nog komt/,
  );
});

test('the finding of a vacant presidency leads to its form; terms share no day', async () => {
  const vacant = () =>
    editor
      .locator('details', { hasText: 'Fora zonder voorzitterschap' })
      .locator('a', { hasText: 'Noordzee-energiesamenwerking' });
  await editor.goto(`${SITE}/admin/`);
  await Promise.all([editor.waitForNavigation(), vacant().click()]);
  assert.equal(new URL(editor.url()).pathname, '/admin/topics/nsec');
  await press('term.add');
  const row = await editor.locator('[id^="term."][id$=".from"]').count();
  const last = await value(`term.${row - 1}.to`);
  await fill({ [`term.${row}.from`]: last });
  await choose({ [`term.${row}.party`]: 'NL' });
  await press('publish');
  assert.deepEqual(await problems(), ['Vanaf: Een andere termijn heeft deze dagen ook']);
  await fill({ [`term.${row}.from`]: '2026' });
  await press('publish');
  await aSecond();
  assert.match(await publicText('/nl/voorzitterschappen'), /Nederland/);
  await editor.goto(`${SITE}/admin/`);
  assert.equal(await vacant().count(), 0);
  await editor.goto(`${SITE}/admin/topics/nsec`);
  await press(`term.${row}.remove`);
  await press('publish');
});

test('a page is made at the desk', async () => {
  await editor.goto(`${SITE}/admin/`);
  await editor.click('text=Een pagina toevoegen');
  await fill({ title: 'Proefpagina', summary: 'Een proef.', body: 'Tekst van de proef.' });
  await press('publish');
  assert.match(await notice(), /openbaar/);
  await aSecond();
  assert.match(await publicText('/nl/info/proefpagina'), /Tekst van de proef/);
});

test('each fault is shown at its field', async () => {
  await editor.goto(`${SITE}/admin/new-topic`);
  await fill({
    title: 'Proefproject',
    website: 'ccr.example',
    contact_email: 'ccr',
    position: 'eerst',
  });
  await press('participant.add');
  await press('participant.add');
  await choose({
    'participant.1.party': 'BE',
    'participant.1.role': 'member',
    'participant.2.party': 'BE',
    'participant.2.role': 'observer',
  });
  await press('save');
  assert.deepEqual(await problems(), [
    'Plaats in menu’s en lijsten: Dit past hier niet',
    'Website: Een link begint met https:// en heeft geen spaties',
    'E-mailadres: Schrijf het e-mailadres als naam@voorbeeld.org',
  ]);
  await fill({ website: '', contact_email: '', position: '' });
  await press('save');
  assert.deepEqual(await problems(), ['Land, regio of organisatie: Deze waarde is al in gebruik']);
  assert.equal(await value('title'), 'Proefproject');
});

test('the forms pass axe-core and do not scroll sideways', async () => {
  assert.deepEqual(
    await faultsOf(browser, editor.context(), [
      '/admin/new-topic',
      `/admin/partners/${KEY}`,
      '/admin/pages/about',
    ]),
    [],
  );
});
