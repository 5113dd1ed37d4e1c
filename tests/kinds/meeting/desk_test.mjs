// SPDX-License-Identifier: EUPL-1.2
// Meetings are recorded at the desk, in a browser without scripts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE, ask } from '../../e2e/site.js';
import { aSecond, beside, faultsOf, logIn, withoutScripts } from '../../support/desk.mjs';

const PDF = Buffer.from(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
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
const open = (key) => editor.goto(`${SITE}/admin/meetings/${key}`);

before(async () => {
  browser = await launch();
  editor = await (await withoutScripts(browser)).newPage();
  await logIn(editor);
});
after(() => browser?.close());

test('a new record says what is missing, and keeps all that was typed', async () => {
  await editor.click('text=Een vergadering vastleggen');
  await fill({
    title: 'Proefvergadering',
    starts: '31.02.2027',
    ends: '2027-02-01',
    starts_at: '25:00',
    zone: 'Europe/Nergens',
    earlier: '2026',
  });
  await press('save');
  const found = await problems();
  for (const expected of [
    /^Forum: Vul hier iets in/,
    /^Soort: Vul/,
    /^Eerste dag: Deze dag of tijd bestaat niet/,
    /^Begint om: Dit is niet te begrijpen als tijdstip/,
    /^Dag waarop de vergadering eerder was gepland: Dit past hier niet/,
  ]) {
    assert.ok(
      found.some((line) => expected.test(line)),
      `${expected} in ${found.join(' / ')}`,
    );
  }
  assert.equal(await value('title'), 'Proefvergadering');
  assert.equal(await value('starts'), '2027-02-31');
  assert.equal(await editor.getAttribute(at('starts'), 'aria-invalid'), 'true');
  const link = await editor.locator('.problem a', { hasText: 'Eerste dag' }).getAttribute('href');
  assert.equal(link, '#starts');
});

test('an unknown zone and an end before the beginning are refused', async () => {
  await choose({ forum: 'penta', type: 'ministerial' });
  await fill({
    starts: '4.3.2027',
    ends: '2027-03-03',
    starts_at: '9h30',
    ends_at: '9:00',
    earlier: '',
  });
  await press('save');
  assert.deepEqual(
    (await problems()).map((line) => line.split(':')[0]),
    ['Laatste dag'],
  );
  await fill({ ends: '' });
  await press('save');
  assert.deepEqual(await problems(), ['Eindigt om: Dit is vóór het begin']);
  await fill({ ends_at: '12.00' });
  await press('save');
  assert.deepEqual(await problems(), ['Tijdzone: Dit bestaat hier niet']);
  assert.equal(await value('starts_at'), '09:30');
});

test('buttons add, move and remove rows, and nothing that was typed is lost', async () => {
  await fill({
    zone: 'Europe/Brussels',
    summary: 'Over stroom & <gas>.',
    body: 'Eerste alinea.\n\nTweede alinea.',
  });
  for (const [number, words] of ['Opening', 'Netten', 'Opslag'].entries()) {
    await press('agenda.add');
    assert.ok(
      await editor
        .locator(at(`agenda.${number + 1}.text`))
        .evaluate((element) => element.hasAttribute('autofocus')),
    );
    await fill({ [`agenda.${number + 1}.text`]: words });
  }
  await press('agenda.3.up');
  assert.deepEqual(
    [await value('agenda.1.text'), await value('agenda.2.text'), await value('agenda.3.text')],
    ['Opening', 'Opslag', 'Netten'],
  );
  await press('agenda.1.remove');
  assert.deepEqual(
    [await value('agenda.1.text'), await value('agenda.2.text')],
    ['Opslag', 'Netten'],
  );
  await press('conclusion.add');
  await fill({ 'conclusion.1.text': 'De ministers bereiden een plan voor.\nVoor de zomer.' });
  await choose({ 'conclusion.1.state': 'open' });
  await press('conclusion.add');
  await fill({ 'conclusion.2.text': 'Zij komen in het najaar weer bijeen.' });
  await press('delegation.add');
  await choose({ 'delegation.1.party': 'BE' });
  await fill({ 'delegation.1.person': 'De minister van Energie' });
  await press('document.add');
  assert.equal(await value('body'), 'Eerste alinea.\n\nTweede alinea.');
  assert.equal(
    await value('conclusion.1.text'),
    'De ministers bereiden een plan voor.\nVoor de zomer.',
  );
  assert.equal(await value('summary'), 'Over stroom & <gas>.');
});

test('a file that is no PDF is refused at its field; a PDF outlives other faults', async () => {
  await editor.setInputFiles(at('document.1.upload'), {
    name: 'verslag.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<html>'),
  });
  await fill({ 'document.1.language': 'nl' });
  await press('save');
  assert.deepEqual(await problems(), ['Titel: Vul hier iets in', 'PDF-bestand: Dit is geen PDF']);
  // some programs put bytes before a PDF, which are not part of it
  await editor.setInputFiles(at('document.1.upload'), {
    name: 'Verslag van de proef.pdf',
    mimeType: 'text/plain',
    buffer: Buffer.concat([Buffer.from('\ufeff\r\n\n'), PDF]),
  });
  await fill({ title: '' });
  await press('save');
  assert.deepEqual(await problems(), ['Titel: Vul hier iets in']);
  assert.equal(await value('document.1.title'), 'Verslag van de proef');
  assert.match(await editor.locator('form.record').innerText(), /Er is al een bestand/);
  await fill({ title: 'Proefvergadering' });
});

test('a file of more than 25 MB is refused with a message, a larger form with 413', async () => {
  const cookies = (await editor.context().cookies())
    .map((one) => `${one.name}=${one.value}`)
    .join('; ');
  const token = await editor.getAttribute('form.record input[name=form_token]', 'value');
  const headOf = (name, more = '') =>
    `--X\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const part = (name, body) => `${headOf(name)}${body}\r\n`;
  const send = (bytes, end = '--X--\r\n') =>
    ask('/admin/new-meeting', {
      method: 'POST',
      headers: { Cookie: cookies, Origin: SITE, 'Content-Type': 'multipart/form-data; boundary=X' },
      body: Buffer.concat([
        Buffer.from(
          part('form_token', token) +
            part('action', 'save') +
            part('once', '0'.repeat(64)) +
            part('title', 'Groot') +
            headOf('document.1.upload', '; filename="a.pdf"'),
        ),
        PDF,
        Buffer.alloc(bytes),
        Buffer.from(`\r\n${end}`),
      ]),
    });
  const large = await send(25 * 1024 * 1024);
  assert.equal(large.status, 422);
  assert.match(large.body.toString(), /Dit bestand is groter dan 25 MB/);
  assert.match(large.body.toString(), /value="Groot"/);
  assert.equal((await send(32 * 1024 * 1024)).status, 413);
  assert.equal((await send(10, '--X')).status, 400);
});

test('a meeting in the future cannot be marked as held', async () => {
  await choose({ status: 'held' });
  await press('save');
  assert.deepEqual(await problems(), ['Status: Wat nog moet komen, is nog niet gehouden']);
  assert.equal(
    await editor.title(),
    'Er is een probleem: Een vergadering vastleggen – Redactie van Benelux+',
  );
  await choose({ status: 'planned' });
});

test('the record is saved as a draft that no visitor sees, and then published', async () => {
  await press('save');
  assert.match(await notice(), /De gegevens zijn opgeslagen/);
  assert.equal(new URL(editor.url()).pathname, '/admin/meetings/penta-2027-03-04');
  assert.equal(await value('conclusion.2.text'), 'Zij komen in het najaar weer bijeen.');
  await aSecond();
  assert.doesNotMatch(await publicText('/nl/vergaderingen'), /Proefvergadering/);
  await fill({ slug: 'penta-proef-2027-03-04' });
  await press('publish');
  assert.match(await notice(), /opgeslagen en openbaar/);
  await aSecond();
  const page = await publicText('/nl/vergaderingen/penta-proef-2027-03-04');
  for (const words of [
    'Over stroom &amp; &lt;gas&gt;.',
    'Opslag',
    'De ministers bereiden een plan voor.',
    'De minister van Energie',
    'Verslag van de proef',
    '09:30',
  ])
    assert.ok(page.includes(words) || page.includes(words.replace('09:30', '9.30')), words);
  const file = /href="(\/files\/[0-9a-f]{64}\.pdf)"/.exec(page)[1];
  assert.deepEqual((await ask(file)).body, PDF);
  assert.match(await publicText('/nl/conclusies'), /Zij komen in het najaar weer bijeen/);
});

test('the texts of a meeting are translated like any others', async () => {
  await editor.click('.links a[hreflang=fr]');
  assert.equal(new URL(editor.url()).pathname, '/admin/texts/penta-2027-03-04/fr');
  assert.equal(await editor.locator('textarea[name="text.conclusion.1"]').count(), 1);
  assert.match(
    await editor
      .locator('.beside')
      .allInnerTexts()
      .then((all) => all.join()),
    /De ministers bereiden een plan voor/,
  );
});

test('saving without a change makes no save', async () => {
  await open('penta-2027-03-04');
  const saves = await editor.locator('.saves li').count();
  await press('save');
  await open('penta-2027-03-04');
  assert.equal(await editor.locator('.saves li').count(), saves);
});

test('changes of two editors in different fields and rows are both kept', async () => {
  const other = await beside(editor);
  await other.goto(`${SITE}/admin/meetings/penta-2027-03-04`);
  await open('penta-2027-03-04');
  await other.fill(at('title'), 'Titel van de ander');
  await other.fill(at('agenda.1.text'), 'Punt van de ander');
  await other.click('form.record button[value=save]:not(.hidden)');
  await fill({ summary: 'Mijn samenvatting.', 'agenda.2.text': 'Mijn punt' });
  await press('save');
  assert.match(await notice(), /Diens wijzigingen en de uwe staan er allebei in/);
  assert.deepEqual(
    [
      await value('title'),
      await value('agenda.1.text'),
      await value('agenda.2.text'),
      await value('summary'),
    ],
    ['Titel van de ander', 'Punt van de ander', 'Mijn punt', 'Mijn samenvatting.'],
  );
  await other.close();
});

test('of two who change the same, the second sees the first, and may replace it', async () => {
  const other = await beside(editor);
  await other.goto(`${SITE}/admin/meetings/penta-2027-03-04`);
  await open('penta-2027-03-04');
  await other.fill(at('title'), 'Weer de ander');
  await other.fill(at('agenda.1.text'), 'Weer een punt van de ander');
  await other.fill(at('short'), 'Kort, van de ander');
  await other.click('form.record button[value=save]:not(.hidden)');
  await fill({ title: 'Mijn titel', 'agenda.1.text': 'Weer mijn punt' });
  await press('save');
  assert.match(
    await editor.locator('.problem h2').first().innerText(),
    /U hebt deze gegevens intussen zelf opgeslagen/,
  );
  assert.deepEqual(await problems(), [
    'Titel: Iemand anders heeft dit ook gewijzigd',
    'Tekst: Iemand anders heeft dit ook gewijzigd',
  ]);
  assert.deepEqual(
    [await value('title'), await value('agenda.1.text'), await value('short')],
    ['Mijn titel', 'Weer mijn punt', 'Kort, van de ander'],
  );
  const theirs = (await editor.locator('.beside').allInnerTexts()).join('\n');
  assert.match(theirs, /Weer de ander/);
  assert.match(theirs, /1\. .*Weer een punt van de ander/);
  assert.doesNotMatch(theirs, /Kort, van de ander/);
  await press('save');
  assert.match(await notice(), /opgeslagen als concept/);
  assert.deepEqual(
    [await value('title'), await value('agenda.1.text'), await value('short')],
    ['Mijn titel', 'Weer mijn punt', 'Kort, van de ander'],
  );
  await other.close();
});

test('visitors see texts and facts once they are published; a preview before', async () => {
  await open('penta-2027-03-04');
  const before = await publicText('/nl/vergaderingen/penta-proef-2027-03-04');
  await press('conclusion.2.remove');
  await press('document.1.remove');
  await choose({ mode: 'online' });
  await press('save');
  await aSecond();
  assert.equal(await publicText('/nl/vergaderingen/penta-proef-2027-03-04'), before);
  await press('preview');
  assert.equal(new URL(editor.url()).pathname.split('/')[2], 'preview');
  const shown = await editor.locator('main').innerText();
  assert.match(shown, /Mijn titel/);
  assert.match(shown, /Online/i);
  assert.doesNotMatch(shown, /Zij komen in het najaar weer bijeen|Verslag van de proef/);
  await open('penta-2027-03-04');
  assert.equal(
    await editor
      .locator('.saves li')
      .first()
      .innerText()
      .then((text) => /concept/.test(text)),
    true,
  );
});

test('an earlier save can be restored', async () => {
  await editor.locator('.saves a').last().click();
  assert.match(await notice(), /Dit is een eerdere versie/);
  assert.equal(await value('title'), 'Proefvergadering');
  assert.equal(await value('conclusion.2.text'), 'Zij komen in het najaar weer bijeen.');
  await editor.click('form.record button[value=publish]');
  await open('penta-2027-03-04');
  assert.equal(await value('title'), 'Proefvergadering');
});

test('a cancelled meeting says so with its reason, and calendars take it up', async () => {
  const sequence = async () =>
    Number(
      /SEQUENCE:(\d+)/.exec(await publicText('/nl/vergaderingen/penta-proef-2027-03-04.ics'))[1],
    );
  const earlier = await sequence();
  await choose({ status: 'cancelled' });
  await fill({ reason: 'Verkiezingen.' });
  await press('publish');
  await aSecond();
  const calendar = await publicText('/nl/vergaderingen/penta-proef-2027-03-04.ics');
  assert.match(calendar, /STATUS:CANCELLED/);
  assert.ok((await sequence()) > earlier);
  assert.match(await publicText('/nl/vergaderingen/penta-proef-2027-03-04'), /Verkiezingen/);
});

test('the next meeting of a series has the same facts, and takes up a conclusion', async () => {
  await editor.click('text=De volgende van deze reeks vastleggen');
  assert.equal(await value('forum'), 'penta');
  assert.equal(await value('starts'), '');
  assert.equal(await value('delegation.1.party'), 'BE');
  assert.equal(await value('status'), 'planned');
  await fill({ title: 'Vervolgvergadering', starts: '2027-09-09', summary: 'Het vervolg.' });
  await press('publish');
  assert.match(await notice(), /openbaar/);
  await open('penta-2027-03-04');
  await choose({ 'conclusion.1.state': 'taken-up', 'conclusion.1.by': 'penta-2027-09-09' });
  await press('publish');
  await aSecond();
  assert.match(
    await publicText('/nl/vergaderingen/penta-proef-2027-03-04'),
    /href="\/nl\/vergaderingen\/[^"]*"[^>]*>Vervolgvergadering/,
  );
});

test('a form that is sent twice makes one meeting', async () => {
  await editor.goto(`${SITE}/admin/new-meeting`);
  await choose({ forum: 'nsec', type: 'event' });
  await fill({ title: 'Tweemaal verstuurd', starts: '2028' });
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
    ask('/admin/new-meeting', {
      method: 'POST',
      body: form.toString(),
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Cookie: cookies,
        Origin: SITE,
      },
    });
  const [one, two] = [await send(), await send()];
  assert.deepEqual([one.status, two.status], [303, 303]);
  assert.equal(one.headers.location, two.headers.location);
});

test('what was typed when the session ended comes back after the login', async () => {
  const page = await (await withoutScripts(browser)).newPage();
  await logIn(page, '/admin/meetings/penta-2027-09-09');
  await page.fill(at('summary'), 'Getypt toen de sessie was verlopen.\nTweede regel.');
  await page.context().clearCookies();
  await page.click('form.record button[value=save]:not(.hidden)');
  await page.fill('#name', 'admin');
  await page.fill('#password', process.env.ADMIN_PASSWORD);
  await page.click('form.fields button');
  await page.click('form.fields button');
  assert.equal(
    await page.inputValue(at('summary')),
    'Getypt toen de sessie was verlopen.\nTweede regel.',
  );
  assert.match(await page.locator('.notice').innerText(), /opgeslagen/);
  await page.context().close();
});

test('the form works with the keyboard alone: Enter saves', async () => {
  await open('penta-2027-09-09');
  await editor.focus(at('title'));
  await editor.keyboard.press('End');
  await editor.keyboard.type(' te Wenen');
  await editor.keyboard.press('Enter');
  assert.match(await notice(), /opgeslagen/);
  assert.equal(await value('title'), 'Vervolgvergadering te Wenen');
});

test('a meeting at the turn of the year is in the lists of both years', async () => {
  await editor.goto(`${SITE}/admin/new-meeting`);
  await fill({
    title: 'Jaarwisselproef',
    starts: '30.12.2026',
    ends: '2.1.2027',
    summary: 'Over vier dagen.',
  });
  await choose({ forum: 'penta', type: 'event' });
  await press('publish');
  assert.match(await notice(), /openbaar/);
  await aSecond();
  for (const [year, there] of [
    [2025, false],
    [2026, true],
    [2027, true],
    [2028, false],
  ]) {
    assert.equal(
      /Jaarwisselproef/.test(await publicText(`/nl/vergaderingen?year=${year}`)),
      there,
      `${year}`,
    );
    assert.equal(
      /Jaarwisselproef/.test(await publicText(`/nl/vergaderingen.json?year=${year}`)),
      there,
      `${year}, as JSON`,
    );
  }
});

test('the pages of meetings pass axe-core and do not scroll sideways', async () => {
  assert.deepEqual(
    await faultsOf(browser, editor.context(), [
      '/admin/new-meeting',
      '/admin/meetings/penta-2027-03-04',
    ]),
    [],
  );
});
