// SPDX-License-Identifier: EUPL-1.2
// Previews of drafts, in a browser and without a session: SITE is the address of a site that may be
// changed. It changes the German text of meuse-commission, and drafts of scheldt-commission, nrw,
// grande-region-2000-liege, home, overview and open-data.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE, ask, text, words } from '../../e2e/site.js';
import { aSecond, faultsOf, logIn, sql, withoutScripts } from '../../support/desk.mjs';

let browser;
let editor;
let link; // path of the preview of meuse-commission in German

const field = (name) => editor.locator(`textarea[name="text.${name}"]`);
const act = (action) =>
  Promise.all([editor.waitForNavigation(), editor.click(`button[value=${action}]`)]);
const pathOf = (page) => new URL(page.url()).pathname;
const history = async (document, language) => {
  await editor.goto(`${SITE}/admin/texts/${document}/${language}`);
  return (await editor.locator('.saves tbody tr').allInnerTexts()).map((row) => row.trim());
};
// The page after the second for which nginx keeps it.
const publicPage = async (path) => {
  await aSecond();
  return text(await ask(path));
};

before(async () => {
  browser = await launch();
  editor = await (await withoutScripts(browser)).newPage();
  await logIn(editor);
});
after(() => browser?.close());

test('"Preview" saves the draft and shows the page as it will be', async () => {
  const publicBefore = await publicPage('/de/benelux-plus/partner/internationale-maaskommission');
  await editor.goto(`${SITE}/admin/texts/meuse-commission/de`);
  await field('title').fill('Die Maaskommission, wie sie sein wird');
  await field('body').fill('## Entwurf\n\nNoch **nicht** öffentlich.');
  await editor.fill('#slug', 'maaskommission-neu');
  await act('preview');
  link = pathOf(editor);
  assert.match(link, /^\/admin\/preview\/[0-9a-f]{64}$/);
  assert.equal(await editor.locator('h1').innerText(), 'Die Maaskommission, wie sie sein wird');
  assert.equal(await editor.locator('.prose strong').innerText(), 'nicht');
  assert.equal(await editor.locator('html').getAttribute('lang'), 'de');
  assert.match(
    await editor.locator('.preview').innerText(),
    new RegExp(
      'Vorschau eines Entwurfs: nicht öffentlich.*' +
        'Dieser Link gilt bis \\d+\\.\\s\\S+ \\d{4}, \\d\\d:\\d\\d\\..*Zurück zum Text',
      's',
    ),
  );
  assert.equal(
    await editor.locator('.preview a').getAttribute('href'),
    '/admin/texts/meuse-commission/de',
  );
  assert.equal(
    await publicPage('/de/benelux-plus/partner/internationale-maaskommission'),
    publicBefore,
    'the public page has changed',
  );
});

test('the link works without a session, and no cache keeps the page', async () => {
  const answer = await ask(link);
  assert.equal(answer.status, 200);
  const page = text(answer);
  assert.match(words(page), /Die Maaskommission, wie sie sein wird/);
  assert.doesNotMatch(page, /Zurück zum Text|canonical|\.json/);
  assert.match(page, /<meta name="robots" content="noindex">/);
  assert.match(answer.headers['cache-control'], /no-store/);
  assert.equal(answer.headers['x-robots-tag'], 'noindex');
  assert.equal(answer.headers['set-cookie'], undefined);
  assert.equal((await ask(link, { method: 'HEAD' })).status, 200);
  assert.equal(
    (
      await ask(link, {
        method: 'POST',
        body: 'x=1',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: SITE },
      })
    ).status,
    405,
  );
});

test('a preview publishes neither the draft nor its address, nor says so in the log', async () => {
  for (let i = 0; i < 5; i++) assert.equal((await ask(link)).status, 200);
  const saves = await history('meuse-commission', 'de');
  assert.match(saves[0], /concept/);
  assert.match(saves[1], /gepubliceerd/);
  await editor.goto(`${SITE}/admin/log`);
  const rows = (await editor.locator('tbody tr').allInnerTexts()).filter((row) =>
    /meuse-commission/.test(row),
  );
  assert.equal(rows.filter((row) => /\sadmin\s.*gepubliceerd/.test(row)).length, 0);
  assert.equal(rows.filter((row) => /Link naar een voorbeeld gemaakt/.test(row)).length, 1);
  assert.equal((await ask('/de/benelux-plus/partner/maaskommission-neu')).status, 404);
  assert.doesNotMatch(await publicPage('/de/benelux-plus'), /wie sie sein wird/);
});

test('the link shows the newest draft, with menus and names as they will be', async () => {
  await editor.goto(`${SITE}/admin/texts/nrw/nl`);
  await field('short').fill('Buur in voorbeeld');
  await act('preview');
  const topic = pathOf(editor);
  assert.match(await editor.locator('.crumbs').innerText(), /Buur in voorbeeld/);
  await editor.goto(`${SITE}/admin/texts/nrw/nl`);
  await field('short').fill('Buur, nieuwer');
  await act('save');
  assert.match(text(await ask(topic)), /Buur, nieuwer/);
  assert.doesNotMatch(text(await ask(link)), /Buur/);
  assert.doesNotMatch(await publicPage('/nl/'), /Buur/);
  assert.match(
    await editor.goto(`${SITE}/admin/`).then(() => editor.locator('h1').innerText()),
    /Documenten/,
  );
});

for (const [key, tag, what] of [
  ['grande-region-2000-liege', 'fr', 'a meeting'],
  ['home', 'en', 'the home page'],
  ['overview', 'nl', 'the overview'],
  ['open-data', 'de', 'a page about the site'],
]) {
  test(`${what} can be previewed`, async () => {
    await editor.goto(`${SITE}/admin/texts/${key}/${tag}`);
    await field('summary').fill(`Summary of ${key} in preview.`);
    await act('preview');
    assert.equal(await editor.locator('.preview').count(), 1);
    assert.match(
      await editor.locator('main').innerText(),
      new RegExp(`Summary of ${key} in preview`),
    );
  });
}

test('a preview says that the title is missing, and shows the draft once it has one', async () => {
  await editor.goto(`${SITE}/admin/texts/scheldt-commission/en`);
  const title = await field('title').inputValue();
  await field('title').fill('');
  await act('preview');
  const path = pathOf(editor);
  assert.equal((await editor.reload()).status(), 422);
  assert.match(await editor.locator('.problem').innerText(), /Het concept heeft geen titel/);
  assert.doesNotMatch(await editor.locator('.problem').innerText(), /samenvatting/);
  assert.equal((await ask(path)).status, 422);
  await editor.click('main p a');
  await field('title').fill(`${title}, again`);
  await act('save');
  assert.equal((await ask(path)).status, 200);
});

test('a preview says that another document has the address', async () => {
  await editor.goto(`${SITE}/admin/texts/meuse-commission/en`);
  const taken = await editor.inputValue('#slug');
  await editor.goto(`${SITE}/admin/texts/scheldt-commission/en`);
  await editor.fill('textarea[name="text.summary"]', 'What waits here.');
  await act('preview');
  // The other document has got this address since the draft was saved.
  sql(`update edition e set slug = '${taken}'
         from document d
        where d.id = e.document_id and d.key = 'scheldt-commission' and e.language = 'en'
          and e.state = 'draft'`);
  assert.equal((await editor.reload()).status(), 422);
  assert.match(
    await editor.locator('.problem').innerText(),
    new RegExp(`Op dit adres is een ander document openbaar.*${taken}`),
  );
});

test('a wrong token is not found', async () => {
  for (const token of ['x', '0'.repeat(64), `${link.slice(15, -1)}g`, `${link.slice(15)}0`])
    assert.equal((await ask(`/admin/preview/${token}`)).status, 404, token);
});

test('no log has the link, however it was written', async () => {
  assert.ok(process.env.STATE, 'STATE is not set');
  const token = link.slice(15);
  const written = [
    `/nl${link}`,
    link.slice(6),
    link.toUpperCase(),
    `/nl/..${link}`,
    `${link}/`,
    `${link}.json`,
    `${link}%20`,
    link.replace('preview/', 'preview%2f'),
    link.replace('admin', 'Admin'),
    `/x${link}/x`,
  ];
  for (const path of written) await ask(path);
  await ask(link, { method: 'POST', body: 'x'.repeat(200000) });
  await aSecond(); // nginx writes its log once a second
  for (const file of ['desk.log', 'access.log', 'application.log', 'nginx.log', 'database.log'])
    assert.ok(
      !readFileSync(`${process.env.STATE}/${file}`, 'utf8').toLowerCase().includes(token),
      file,
    );
});

test('a preview passes axe-core and does not scroll sideways', async () => {
  assert.deepEqual(await faultsOf(browser, null, [link, link]), []); // in all four looks
});

test('once the draft is public, its link leads to the public page', async () => {
  await editor.goto(`${SITE}/admin/texts/meuse-commission/de`);
  await editor.fill('#slug', 'internationale-maaskommission');
  await act('publish');
  const answer = await ask(link);
  assert.deepEqual(
    [answer.status, answer.headers.location],
    [303, '/de/benelux-plus/partner/internationale-maaskommission'],
  );
});
