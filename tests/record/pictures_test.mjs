// SPDX-License-Identifier: EUPL-1.2
// Pictures of a record: sent at the desk in a browser without scripts, and seen by visitors once
// they are public. The document is of this file alone.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';
import { aSecond, faultsOf, logIn, sql, withoutScripts } from '../support/desk.mjs';
import { PLACE, animatedPng, animatedWebp, drawn, png, withExif } from '../support/pictures.mjs';

const KEY = 'een-brug-over-de-maas';
const PATH = `/nl/info/${KEY}`;
let browser;
let editor;
let landscape;

const at = (id) => `[id="${id}"]`;
const fill = async (fields) => {
  for (const [id, text] of Object.entries(fields)) await editor.fill(at(id), text);
};
const press = (action) =>
  Promise.all([
    editor.waitForNavigation({ timeout: 40000 }),
    editor.click(`form.record button[value="${action}"]:not(.hidden)`),
  ]);
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
async function choose(id, bytes, name = 'brug.jpg') {
  writeFileSync(join(folder, name), bytes);
  await editor.setInputFiles(at(id), join(folder, name));
}
const fault = async (id) => {
  const said = editor.locator(at(`${id}-fault`));
  return (await said.count()) ? said.innerText() : '';
};
const visit = async (path) => (await fetch(SITE + path)).text();
const images = () => Number(sql('select count(*) from site.image'));

// The colours at the corners of a picture, as a page that is open sees them.
async function corners(path) {
  const page = await browser.newPage();
  await page.goto(SITE + path);
  const seen = await page.evaluate(() => {
    const image = document.images[0];
    const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const colour = (x, y) => {
      const [red, green, blue] = context.getImageData(x, y, 1, 1).data;
      return blue > 150 ? 'sky' : red > 200 ? 'sun' : green > 100 ? 'ground' : 'other';
    };
    const right = image.naturalWidth - 5;
    const bottom = image.naturalHeight - 5;
    return {
      size: [image.naturalWidth, image.naturalHeight],
      corners: [colour(5, 5), colour(right, 5), colour(5, bottom), colour(right, bottom)],
    };
  });
  await page.close();
  return seen;
}

before(async () => {
  browser = await launch();
  editor = await (await withoutScripts(browser)).newPage();
  landscape = await drawn(browser, 'jpeg', 2400, 1600);
  await logIn(editor);
});
after(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true });
});

test('a bad picture is refused at its field, in words, and nothing of it is kept', async () => {
  const kept = images();
  const bad = [
    [Buffer.from('<!doctype html><script>alert(1)</script>'), /geen afbeelding/],
    [Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'), /geen afbeelding/],
    [png(30000, 30000, { rows: 1 }), /50 megapixel/],
    [png(60, 50, { rows: 20 }), /beschadigd/],
    [landscape.subarray(0, landscape.length / 2), /beschadigd/],
    [png(900, 10), /achtmaal/],
    [animatedPng(), /beweegt/],
    [animatedWebp(), /beweegt/],
    [Buffer.concat([landscape, Buffer.alloc(20 * 1024 * 1024)]), /groter dan 20 MB/],
  ];
  await editor.goto(`${SITE}/admin/new-page`);
  await fill({
    title: 'Een brug over de Maas',
    short: 'Brug',
    summary: 'Over een brug.',
    body: 'Eerst.\n\n![De brug bij avond](picture:1)\n\nDaarna.',
  });
  await press('picture.add');
  await fill({
    'picture.1.alternative': 'Een brug van staal over een rivier',
    'picture.1.credit': 'J. Jansen',
  });
  await editor.selectOption(at('picture.1.licence'), 'cc-by');
  for (const [bytes, words] of bad) {
    await choose('picture.1.upload', bytes);
    await press('save');
    assert.match(await fault('picture.1.upload'), words);
    assert.equal(await editor.inputValue(at('picture.1.credit')), 'J. Jansen');
    assert.match(await editor.inputValue(at('body')), /picture:1/);
  }
  assert.equal(images(), kept);
  await choose('picture.1.upload', png(900, 10));
  await press('source.add');
  assert.match(
    await fault('picture.1.upload'),
    /achtmaal/,
    'a button that saves nothing checks it, too',
  );
});

test('pictures that together take too long are refused in time', async () => {
  const large = png(7000, 7000);
  const hidden = (name) => editor.inputValue(`form.record [name="${name}"]`);
  const multipart = {
    form_token: await hidden('form_token'),
    once: await hidden('once'),
    action: 'save',
  };
  for (let i = 1; i <= 40; i++)
    multipart[`picture.${i}.upload`] = {
      name: 'groot.png',
      mimeType: 'image/png',
      buffer: Buffer.concat([large, Buffer.from([i])]),
    };
  const answer = await editor.context().request.post(`${SITE}/admin/new-page`, {
    headers: { Origin: SITE },
    multipart,
    timeout: 60000,
  });
  assert.equal(answer.status(), 422);
  assert.match(await answer.text(), /niet op tijd/);
});

test('a picture has an alternative or is decoration; one leads; texts name them', async () => {
  await choose('picture.1.upload', landscape);
  await fill({ 'picture.1.alternative': '' });
  await press('save');
  assert.match(await fault('picture.1.alternative'), /Zeg wat er op de afbeelding te zien is/);
  assert.equal(
    await fault('picture.1.upload'),
    '',
    'the picture is kept while other faults are mended',
  );
  assert.equal(await editor.locator('.row img').count(), 1);
  await editor.check(at('picture.1.decorative'));
  await fill({
    'picture.1.alternative': 'Een brug van staal over een rivier',
    body: 'Eerst.\n\n![](picture:7)',
  });
  await editor.check(at('picture.1.lead'));
  await press('picture.add');
  await choose('picture.2.upload', await drawn(browser, 'webp', 700, 500), 'oever.webp');
  await fill({ 'picture.2.alternative': 'De oever', 'picture.2.credit': 'P. Peeters' });
  await editor.selectOption(at('picture.2.licence'), 'permission');
  await editor.check(at('picture.2.lead'));
  await press('save');
  assert.match(await fault('picture.1.alternative'), /Ofwel/);
  await editor.uncheck(at('picture.1.decorative'));
  await press('save');
  assert.match(await fault('picture.2.lead'), /bovenaan/);
  assert.match(await fault('body'), /nummer/);
  await editor.uncheck(at('picture.1.lead'));
  await fill({
    body: 'Eerst.\n\n![De brug bij avond](picture:1)\n\nDaarna.',
    caption: 'De Maas & haar oever',
  });
  await press('save');
  assert.equal(new URL(editor.url()).pathname, `/admin/pages/${KEY}`);
});

test('the preview beside the text shows where the picture will be', async () => {
  const context = await browser.newContext({ locale: 'nl-BE' });
  await context.addCookies(await editor.context().cookies());
  const page = await context.newPage();
  await page.goto(`${SITE}/admin/pages/${KEY}`);
  assert.equal(await page.locator('.picture-draft').innerText(), 'Afbeelding 1 De brug bij avond');
  await context.close();
});

test('until it is public, only the form and the preview show a picture', async () => {
  const files = sql(
    "select encode(file, 'hex') || '.' || replace(format, 'peg', 'pg') from site.rendition r" +
      ' join site.image i on i.sha256 = r.image order by i.created_at desc limit 10',
  ).split('\n');
  assert.equal(files.length, 10, 'three widths and two, in two formats');
  for (const file of files) {
    assert.equal((await fetch(`${SITE}/files/${file}`)).status, 404);
    assert.equal((await fetch(`${SITE}/admin/pictures/${file}`)).status, 200);
  }
  assert.equal((await fetch(`${SITE}/admin/pictures/${'0'.repeat(64)}.jpg`)).status, 404);
  await press('preview');
  const shown = await editor.evaluate(() =>
    Array.from(document.images, (one) => [
      one.complete,
      one.naturalWidth > 0,
      new URL(one.src).pathname.slice(0, 16),
    ]),
  );
  assert.deepEqual(shown[0], [true, true, '/admin/pictures/']);
  await editor.goto(`${SITE}/admin/pages/${KEY}`);
});

test('the preview beside the text shows the pictures of the record', async () => {
  const context = await browser.newContext({ locale: 'nl-BE' });
  await context.addCookies(await editor.context().cookies());
  const page = await context.newPage();
  await page.goto(`${SITE}/admin/pages/${KEY}`);
  const image = page.locator('.rendered [data-picture] img').first();
  await image.waitFor();
  await page.waitForFunction(
    () => document.querySelector('.rendered [data-picture] img').naturalWidth > 0,
  );
  assert.match(await image.getAttribute('src'), /^\/admin\/pictures\//);
  await context.close();
});

test('visitors see pictures in the text and at the head, in a size for their screen', async () => {
  await press('publish');
  await aSecond();
  const page = await visit(PATH);
  const [lead, inText] = page.match(/<figure class="picture">[\s\S]*?<\/figure>/g);
  assert.match(lead, /fetchpriority="high"/);
  assert.match(
    lead,
    new RegExp(
      'alt="De oever"[\\s\\S]*<figcaption>De Maas &amp; haar oever<br>[\\s\\S]*' +
        'P\\. Peeters[\\s\\S]*Gebruikt met toestemming',
    ),
  );
  assert.match(inText, /loading="lazy"/);
  const [, shared] = /<meta property="og:image" content="([^"]*)">/.exec(page);
  assert.match(shared, /\/files\/[0-9a-f]{64}\.jpg$/, 'other sites show the leading picture');
  assert.ok(lead.includes(new URL(shared).pathname));
  assert.match(page, /<meta property="og:image:alt" content="De oever">/);
  assert.match(inText, /width="1920" height="1280"/);
  assert.match(
    inText,
    new RegExp(
      'De brug bij avond[\\s\\S]*J\\. Jansen[\\s\\S]*' +
        'href="https://creativecommons.org/licenses/by/4.0/"',
    ),
  );
  const sources = Array.from(inText.matchAll(/\/files\/([0-9a-f]{64})\.(webp|jpg) (\d+)w/g));
  assert.deepEqual(
    sources.map((one) => `${one[2]} ${one[3]}`),
    ['webp 480', 'webp 960', 'webp 1920', 'jpg 480', 'jpg 960', 'jpg 1920'],
  );
  for (const [, hash, extension] of sources) {
    const answer = await fetch(`${SITE}/files/${hash}.${extension}`);
    assert.equal(
      answer.headers.get('content-type'),
      extension === 'jpg' ? 'image/jpeg' : 'image/webp',
    );
    assert.match(answer.headers.get('cache-control'), /max-age=31536000, immutable/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.equal((await fetch(`${SITE}/files/${hash}.pdf`)).status, 404, 'not under another type');
  }
  const { pictures } = JSON.parse(await visit(`${PATH}.json`));
  assert.deepEqual(
    pictures.map((one) => [
      one.number,
      one.lead,
      one.alternative,
      one.caption,
      one.credit,
      one.license_name,
      one.files.length,
    ]),
    [
      [1, false, 'Een brug van staal over een rivier', undefined, 'J. Jansen', 'CC BY 4.0', 6],
      [2, true, 'De oever', 'De Maas & haar oever', 'P. Peeters', 'Gebruikt met toestemming', 4],
    ],
  );
});

test('texts of a picture are in the language of the page, or else of the original', async () => {
  await editor.goto(`${SITE}/admin/texts/${KEY}/fr`);
  await editor.fill('[name="text.title"]', 'Un pont sur la Meuse');
  await editor.fill('[name="text.short"]', 'Pont');
  await editor.fill('[name="text.summary"]', 'À propos d’un pont.');
  await editor.fill('[name="text.body"]', '![Le pont](picture:1)');
  await editor.fill('[name="text.picture.1"]', 'Un pont d’acier');
  assert.match(
    await editor.locator('label', { hasText: 'Bijschrift' }).innerText(),
    /Bijschrift van de afbeelding bovenaan/,
  );
  await editor.fill('[name="text.caption"]', 'La Meuse et sa rive');
  await Promise.all([editor.waitForNavigation(), editor.click('button[value=publish]')]);
  await aSecond();
  const page = await visit('/fr/info/un-pont-sur-la-meuse');
  assert.match(page, /alt="Un pont d’acier" lang="fr"/);
  assert.match(page, /alt="De oever" lang="nl"[\s\S]*<figcaption>La Meuse et sa rive<br>/);
});

test('Exif is removed, and the picture is upright', async () => {
  const lying = withExif(await drawn(browser, 'jpeg', 600, 400), 6);
  assert.ok(lying.includes(PLACE));
  await editor.goto(`${SITE}/admin/pages/${KEY}`);
  await choose(
    'picture.2.upload',
    Buffer.concat([lying, Buffer.from('PK\x03\x04<script>alert(1)</script>', 'latin1')]),
  );
  await press('publish');
  await aSecond();
  const seen = await corners(PATH);
  assert.deepEqual(seen.corners, ['ground', 'sun', 'ground', 'sky']);
  const [, path] = /src="(\/files\/[^"]*)"/.exec(await visit(PATH));
  const bytes = Buffer.from(await (await fetch(SITE + path)).arrayBuffer());
  for (const gone of ['Exif', PLACE, '<script>', 'PK\x03\x04'])
    assert.ok(!bytes.includes(gone), gone);
});

test('the same bytes are kept once, and the desk shows where they are used', async () => {
  const kept = images();
  await editor.goto(`${SITE}/admin/topics/penta`);
  await press('picture.add');
  await choose('picture.1.upload', landscape);
  await press('source.add');
  assert.equal(images(), kept);
  assert.match(
    await editor.locator('.row', { has: editor.locator(at('picture.1.upload')) }).innerText(),
    /Ook gebruikt op: Een brug over de Maas/,
  );
});

test('a picture that nothing shows is deleted after a day, one of a draft is not', async () => {
  const sent = () =>
    sql(`select count(*) from site.image
          where sha256 in (select image from site.rendition where width = 300)`);
  await choose('picture.1.upload', await drawn(browser, 'png', 300, 200), 'klein.png');
  await press('source.add');
  assert.equal(sent(), '1');
  sql(`update site.image set created_at = now() - interval '2 days';
       update site.file set created_at = now() - interval '2 days';
       select site.sweep_files()`);
  assert.equal(sent(), '0');
  assert.equal(
    sql(`select count(*)
           from site.picture p
           join site.document d on d.id = p.document_id
          where d.key = '${KEY}'`),
    '2',
  );
});

test('the form and the page pass axe-core and do not scroll sideways', async () => {
  assert.deepEqual(await faultsOf(browser, editor.context(), [`/admin/pages/${KEY}`, PATH]), []);
});

test('visitors do not see the pictures of an archived document', async () => {
  const [, path] = /src="(\/files\/[^"]*)"/.exec(await visit(PATH));
  await editor.goto(`${SITE}/admin/documents/${KEY}`);
  await editor.click('button[value=archive]');
  const confirm = editor.locator('button[value=archive]');
  if (await confirm.count()) await confirm.click();
  await aSecond();
  await aSecond();
  assert.equal((await fetch(SITE + path)).status, 404);
});
