// SPDX-License-Identifier: EUPL-1.2
// Obstacles and good practices are recorded at the desk, in a browser without scripts. The
// documents are of this file alone: their titles have "proef".
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE, ask } from '../../e2e/site.js';
import { aSecond, beside, faultsOf, logIn, withoutScripts } from '../../support/desk.mjs';

// The fault of FIELD, a label, when its date cannot be read.
const noDate = (field) =>
  `${field}: Dit is niet te begrijpen als datum: ` +
  'schrijf 31.1.2027 of 31 januari 2027, 2027-01 of 2027';
const KEY = 'busproef-over-de-grens';
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
const border = (name) => editor.getByLabel(name, { exact: true });
const rowsOf = (group) => editor.locator(`[id^="${group}."]`);
const publicText = async (path) => (await fetch(SITE + path)).text();
const open = (key = KEY) => editor.goto(`${SITE}/admin/obstacles/${key}`);

before(async () => {
  browser = await launch();
  editor = await (await withoutScripts(browser)).newPage();
  await logIn(editor);
});
after(() => browser?.close());

test('a new obstacle has a first step, and the form says what is missing', async () => {
  await editor.click('text=Een belemmering vastleggen');
  assert.equal(await editor.locator('h1').innerText(), 'Een belemmering vastleggen');
  assert.equal(await value('step.1.status'), 'reported');
  await border('België – Nederland').check();
  await border('België – Luxemburg').check();
  await fill({
    summary: 'Een bus stopt\naan de <grens>.',
    provision_url: 'law.example',
    'step.1.date': '31.2.2026',
  });
  await press('save');
  assert.deepEqual(await problems(), [
    'Onderwerp: Vul hier iets in',
    'Titel: Vul hier iets in',
    'Datum: Deze dag of tijd bestaat niet',
    'Reden: Vul hier iets in',
    'Link naar de bepaling: Een link begint met https:// en heeft geen spaties',
  ]);
  assert.equal(await editor.locator('.problem a').nth(2).getAttribute('href'), '#step.1.date');
  assert.equal(await editor.getAttribute(at('step.1.date'), 'aria-invalid'), 'true');
  assert.equal(await value('summary'), 'Een bus stopt\naan de <grens>.');
  assert.equal(await value('step.1.date'), '2026-02-31');
  assert.ok(
    (await border('België – Nederland').isChecked()) &&
      (await border('België – Luxemburg').isChecked()),
  );
  assert.ok(!(await border('België – Duitsland').isChecked()));
});

test('a form without a step comes back with one to fill in', async () => {
  await press('step.1.remove');
  assert.equal(await rowsOf('step').count(), 0);
  await press('save');
  assert.deepEqual(
    (await problems()).filter((line) => /^(Datum|Status|Reden)/.test(line)),
    ['Datum: Vul hier iets in', 'Status: Vul hier iets in', 'Reden: Vul hier iets in'],
  );
});

test('related documents must exist, or the form says so at their field', async () => {
  await choose({ field: 'transport', 'step.1.status': 'reported' });
  await fill({
    title: 'Busproef over de grens',
    provision: 'Wet op de bus',
    provision_url: 'https://law.example/bus',
    affects: 'Reizigers.',
    'step.1.date': 'binnenkort',
    'step.1.reason': 'Gemeld door reizigers.',
  });
  await press('authority.add');
  await press('concerned.add');
  await press('relation.add');
  await press('source.add');
  assert.ok(
    await editor
      .locator(at('source.1.url'))
      .evaluate((element) => element.hasAttribute('autofocus')),
  );
  await choose({ 'authority.1.party': 'benelux-union', 'concerned.1.party': 'EE' });
  await fill({
    'relation.1.document': 'nergens',
    'source.1.url': 'https://source.example/bus',
    'source.1.title': 'Over de bus',
    'source.1.publisher': 'Uitgever',
    'source.1.language': 'Nederlands',
  });
  assert.ok(await editor.locator('#list-document option[value=nsec]').count());
  await press('save');
  assert.deepEqual(await problems(), [noDate('Datum'), 'Taal: Dit past hier niet']);
  await fill({ 'step.1.date': '2026-03', 'source.1.language': 'nl' });
  await press('save');
  assert.deepEqual(await problems(), ['Document: Dit bestaat hier niet']);
  assert.equal(await value('relation.1.document'), 'nergens');
  await fill({ 'relation.1.document': 'nsec', 'relation.1.conclusion': '3' });
  await press('save');
  assert.deepEqual(await problems(), ['Conclusie: Dit bestaat hier niet']);
  assert.equal(
    await editor
      .locator('.field', { has: editor.locator(at('relation.1.document')) })
      .locator('.beside')
      .innerText(),
    'Noordzee-energiesamenwerking (NSEC)',
  );
  await fill({ 'relation.1.conclusion': '' });
});

test('the record is saved as a draft that no visitor sees, and then published', async () => {
  await press('save');
  assert.match(await notice(), /De gegevens zijn opgeslagen/);
  assert.equal(new URL(editor.url()).pathname, `/admin/obstacles/${KEY}`);
  assert.equal(await value('concerned.1.party'), 'EE');
  assert.ok(await border('België – Luxemburg').isChecked());
  await aSecond();
  assert.equal((await fetch(`${SITE}/nl/belemmeringen/${KEY}`)).status, 404);
  await press('publish');
  assert.match(await notice(), /opgeslagen en openbaar/);
  await aSecond();
  const page = await publicText(`/nl/belemmeringen/${KEY}`);
  for (const words of [
    'Gemeld door reizigers.',
    'Wet op de bus',
    'Estland',
    'België – Nederland',
    'Over de bus',
  ])
    assert.ok(page.includes(words), words);
});

test('an obstacle without a summary is not published', async () => {
  const summary = await value('summary');
  await fill({ summary: '' });
  await press('publish');
  assert.deepEqual(await problems(), ['Samenvatting: Vul hier iets in']);
  await fill({ summary });
  await press('publish');
});

test('a saved step cannot change; a later one is added, an earlier one refused', async () => {
  assert.match(
    await editor.locator('.row').first().innerText(),
    /Stap 1[^]*Datum maart 2026[^]*Status Gemeld/,
  );
  assert.equal(
    await editor.getAttribute(at('step.1.date') + ', [name="step.1.date"]', 'type'),
    'hidden',
  );
  assert.equal(await editor.locator('button[value="step.1.remove"]').count(), 0);
  await press('step.add');
  await fill({ 'step.2.date': '2026-02-28', 'step.2.reason': 'Een besluit.' });
  await choose({ 'step.2.status': 'solved' });
  await press('save');
  assert.deepEqual(await problems(), ['Datum: Dit is vóór een eerdere stap']);
  assert.equal(await value('step.2.reason'), 'Een besluit.');
  await fill({ 'step.2.date': '1.4.2026' });
  await press('save');
  assert.match(await notice(), /opgeslagen/);
  await aSecond();
  assert.doesNotMatch(await publicText(`/nl/belemmeringen/${KEY}`), /Een besluit/);
  assert.equal(await editor.locator('button[value="step.2.remove"]').count(), 1);
  await press('publish');
  await aSecond();
  const page = await publicText(`/nl/belemmeringen/${KEY}`);
  assert.match(page, /Een besluit/);
  assert.match(page, /1\u00a0april 2026/);
});

test('the texts of an obstacle are translated, down to the reasons of its steps', async () => {
  await editor.click('.links a[hreflang=fr]');
  assert.equal(new URL(editor.url()).pathname, `/admin/texts/${KEY}/fr`);
  assert.equal(await editor.locator('textarea[name="text.step.2"]').count(), 1);
  assert.match(await editor.locator('main').innerText(), /Reden van stap 2/);
});

test('a wrong public step is struck out, the right one follows; visitors see both', async () => {
  await open();
  await press('step.add');
  await fill({ 'step.3.date': '2027-04-02', 'step.3.reason': 'Jaartal verkeerd.' });
  await choose({ 'step.3.status': 'closed' });
  await press('publish');
  await press('step.add');
  await fill({ 'step.4.date': 'juni 2026', 'step.4.reason': 'De bus rijdt.' });
  await choose({ 'step.4.status': 'being-solved' });
  await press('save');
  assert.deepEqual(await problems(), ['Datum: Dit is vóór een eerdere stap']);
  await choose({
    'step.1.struck': 'yes',
    'step.2.struck': 'yes',
    'step.3.struck': 'yes',
    'step.4.struck': 'yes',
  });
  await press('save');
  assert.deepEqual(await problems(), ['Correctie: Eén stap moet blijven staan']);
  await choose({ 'step.1.struck': '', 'step.2.struck': '', 'step.4.struck': '' });
  await press('publish');
  await aSecond();
  const page = await publicText(`/nl/belemmeringen/${KEY}`);
  assert.match(page, /class="struck"[^]*2\u00a0april 2027[^]*Doorgehaald[^]*Jaartal verkeerd\./);
  const record = JSON.parse(await publicText(`/nl/belemmeringen/${KEY}.json`));
  assert.deepEqual(
    [record.status, record.steps.map((step) => [step.number, step.struck ?? false])],
    [
      'being-solved',
      [
        [1, false],
        [2, false],
        [3, true],
        [4, false],
      ],
    ],
  );
  const listed = JSON.parse(await publicText('/nl/belemmeringen.json')).items.find(
    (item) => item.key === KEY,
  );
  assert.deepEqual([listed.status, listed.date], ['being-solved', '2026-06']);
});

test('a step that was struck out counts again only if the order of steps allows it', async () => {
  await choose({ 'step.3.struck': '' });
  await press('save');
  assert.deepEqual(await problems(), ['Correctie: Dit is vóór een eerdere stap']);
  await choose({ 'step.3.struck': 'yes' });
  await press('save');
  assert.deepEqual(await problems(), []);
});

test('changes of two editors are merged by field; in the same field one is asked', async () => {
  const other = await beside(editor);
  await other.goto(`${SITE}/admin/obstacles/${KEY}`);
  await open();
  await other.fill(at('done'), 'Gedaan door de ander.');
  await other.getByLabel('België – Luxemburg', { exact: true }).uncheck();
  await other.click('form.record button[value=save]:not(.hidden)');
  await fill({ affects: 'Mijn reizigers.' });
  await press('save');
  assert.match(await notice(), /allebei/);
  assert.deepEqual(
    [await value('done'), await value('affects')],
    ['Gedaan door de ander.', 'Mijn reizigers.'],
  );
  assert.equal(await border('België – Luxemburg').isChecked(), false);
  await other.goto(`${SITE}/admin/obstacles/${KEY}`);
  await other.fill(at('done'), 'Weer gedaan door de ander.');
  await other.click('form.record button[value=save]:not(.hidden)');
  await fill({ done: 'Gedaan door mij.' });
  await press('save');
  assert.deepEqual(await problems(), [
    'Wat eraan is gedaan: Iemand anders heeft dit ook gewijzigd',
  ]);
  assert.match(
    (await editor.locator('.beside').allInnerTexts()).join('\n'),
    /Weer gedaan door de ander/,
  );
  await press('save');
  assert.match(await notice(), /opgeslagen/);
  assert.equal(await value('done'), 'Gedaan door mij.');
  await other.close();
});

test('an earlier save can be restored, and the steps stay', async () => {
  await editor.locator('.saves a').last().click();
  assert.match(await notice(), /Dit is een eerdere versie/);
  assert.equal(await value('affects'), 'Reizigers.');
  await press('save');
  assert.match(await notice(), /opgeslagen/);
  assert.equal(await value('affects'), 'Reizigers.');
  assert.equal(await value('step.2.reason'), 'Een besluit.');
});

test('a form that is sent twice makes one obstacle', async () => {
  await editor.goto(`${SITE}/admin/new-obstacle`);
  await choose({ field: 'work' });
  await fill({
    title: 'Tweemaal verstuurde proef',
    'step.1.date': '2026',
    'step.1.reason': 'Gemeld.',
  });
  const form = new URLSearchParams(
    await editor
      .locator('form.record')
      .evaluate((element) =>
        [...new FormData(element)].filter(([, one]) => typeof one === 'string'),
      ),
  );
  form.append('action', 'save');
  const cookies = (await editor.context().cookies())
    .map((one) => `${one.name}=${one.value}`)
    .join('; ');
  const send = () =>
    ask('/admin/new-obstacle', {
      method: 'POST',
      body: form.toString(),
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Cookie: cookies,
        Origin: SITE,
      },
    });
  const [one, two] = await Promise.all([send(), send()]);
  assert.deepEqual([one.status, two.status], [303, 303]);
  assert.equal(one.headers.location, two.headers.location);
});

test('a good practice answers an obstacle, and the desk shows where that is used', async () => {
  await editor.goto(`${SITE}/admin/`);
  await editor.click('text=Een goede praktijk vastleggen');
  assert.equal(await rowsOf('step').count(), 0);
  await choose({ field: 'transport', contact_party: 'benelux-union' });
  await fill({
    title: 'Proefbus die doorrijdt',
    summary: 'Zij rijdt door.',
    since: 'ooit',
    contact: 'Vraag het.',
    contact_url: 'https://contact.example/',
  });
  await press('relation.add');
  await fill({ 'relation.1.document': KEY });
  await press('publish');
  assert.deepEqual(await problems(), [noDate('Sinds')]);
  await fill({ since: '2020-06' });
  await press('publish');
  assert.match(await notice(), /openbaar/);
  assert.equal(new URL(editor.url()).pathname, '/admin/practices/proefbus-die-doorrijdt');
  await aSecond();
  assert.match(await publicText('/nl/goede-praktijken/proefbus-die-doorrijdt'), /Vraag het\./);
  await editor.goto(`${SITE}/admin/documents/${KEY}`);
  assert.match(
    await editor.locator('main').innerText(),
    /Proefbus die doorrijdt[^\n]* hoort hierbij/,
  );
  await editor.click('text=Gegevens van de belemmering');
  assert.equal(new URL(editor.url()).pathname, `/admin/obstacles/${KEY}`);
});

test('the address of one kind does not find records of another', async () => {
  const status = async (path) => (await editor.goto(SITE + path)).status();
  assert.equal(await status(`/admin/practices/${KEY}`), 404);
  assert.equal(await status(`/admin/meetings/${KEY}`), 404);
  assert.equal(await status('/admin/obstacles/nsec'), 404);
  assert.equal(await status('/admin/new-obstacle?from=nsec'), 200);
});

test('the form of a meeting has its sources', async () => {
  await editor.goto(`${SITE}/admin/new-meeting`);
  await choose({ forum: 'nsec', type: 'event' });
  await fill({
    title: 'Proefvergadering met bron',
    starts: '2028-02',
    summary: 'Zij heeft een bron.',
  });
  await press('source.add');
  await fill({
    'source.1.url': 'https://source.example/meeting',
    'source.1.title': 'Een bron',
    'source.1.publisher': 'Uitgever',
    'source.1.language': 'nl',
  });
  await press('save');
  assert.match(await notice(), /opgeslagen/);
  assert.equal(await value('source.1.title'), 'Een bron');
});

test('the log tells of the saved records', async () => {
  await editor.goto(`${SITE}/admin/log?document=${KEY}`);
  assert.match(await editor.locator('tbody').innerText(), /Belemmering vastgelegd/);
});

test('the pages of obstacles and practices pass axe-core and do not scroll sideways', async () => {
  assert.deepEqual(
    await faultsOf(browser, editor.context(), [
      '/admin/new-obstacle',
      `/admin/obstacles/${KEY}`,
      '/admin/practices/proefbus-die-doorrijdt',
    ]),
    [],
  );
});
