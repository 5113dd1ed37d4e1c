// SPDX-License-Identifier: EUPL-1.2
// What editors paste from Word, Outlook, Google Docs and web pages becomes Markdown, in a browser
// that runs scripts; without scripts, bullets of plain text become lists. SITE is the address of a
// site that may be changed, ADMIN_PASSWORD that of its first account. Uses the document nrw, in
// German.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';
import { logIn, session } from '../support/desk.mjs';

let browser;
let page;
const body = (at = page) => at.locator('textarea[data-markdown]');

before(async () => {
  browser = await launch();
  page = await (
    await browser.newContext({ locale: 'nl-BE', viewport: { width: 1280, height: 900 } })
  ).newPage();
  await logIn(page, '/admin/texts/nrw/de');
});
after(() => browser?.close());

// What FIELD has after TYPES of a clipboard were pasted into it.
async function pasted(types, field = body()) {
  await field.fill('');
  const taken = await field.evaluate((area, given) => {
    const clipboardData = new DataTransfer();
    for (const [type, data] of Object.entries(given)) clipboardData.setData(type, data);
    area.focus();
    return !area.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, types);
  return taken ? field.inputValue() : null;
}
const html = (text) => pasted({ 'text/html': text, 'text/plain': 'plain' });

// Word writes a list as paragraphs whose style says so, with the bullet as text between comments.
const item = (level, mark, words) =>
  `<p class=MsoListParagraphCxSpMiddle
style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span
style='mso-list:Ignore'>${mark}<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>${words}<o:p></o:p></p>`;
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Word 15"><title>Nota</title>
<style><!-- p.MsoNormal {margin:0} --></style></head><body lang=NL><!--StartFragment-->
<h1>Energie<o:p></o:p></h1><p class=MsoNormal>De ministers
<b><span style='font-weight:bold'>verwelkomen</span></b><b> het:</b>plan
van <i style='mso-bidi-font-style:normal'>1&nbsp;maart</i>.<br>Zie
<a href="https://example.org/a (b)">de nota</a>.<o:p></o:p></p>
<h2><b>Afspraken</b></h2>
${item(1, '·', 'Een')}${item(2, 'o', 'Onder <b>een</b>')}${item(1, '·', 'Twee')}
<p class=MsoNormal><o:p>&nbsp;</o:p></p>${item(1, '1.', 'Eerst')}${item(1, '2.', 'Dan')}
<p class=MsoNormal>- Geen lijst * en geen [link]</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Land</p></td><td><p
class=MsoNormal><b>Jaar</b></p></td></tr><tr><td><p>België</p></td><td><p>2026</p></td></tr></table>
<!--EndFragment--></body></html>`;

test('a text from Word keeps its headings, lists, links, emphasis and tables', async () => {
  assert.equal(
    await html(WORD),
    `## Energie

De ministers **verwelkomen het**:plan van *1 maart*.\\
Zie [de nota](https://example.org/a%20%28b%29).

### Afspraken

- Een
   - Onder **een**
- Twee
1. Eerst
2. Dan

\\- Geen lijst \\* en geen \\[link\\]

| Land | **Jaar** |
| --- | --- |
| België | 2026 |`,
  );
});

test('a page of the web keeps its form and loses its scripts and pictures', async () => {
  assert.equal(
    await html(`<meta charset="utf-8"><article><style>p { color: red }</style><h2>Titel</h2>
<div>Een<div>Twee <strong>vet <b>en</b></strong> en <em>schuin</em></div></div>
<ul><li>a</li><li><p>b</p><ol start="3"><li>c</li><li>d</li></ol></li><ul><li>e</li></ul></ul>
<blockquote><p>Een woord.</p><p>Nog een.</p></blockquote>
<h4>Onder</h4><img src="x.png" alt="Kaart"><script>alert(1)</script><a
href="javascript:alert(1)">weg</a> &lt;b&gt; snake_case_name</article>`),
    `## Titel

Een

Twee **vet en** en *schuin*

- a
- b
  3. c
  4. d
   - e

> Een woord.
>
> Nog een.

#### Onder

Kaartweg \\<b> snake_case_name`,
  );
});

test('the bold element of Google Docs is not bold, the table of a mail no table', async () => {
  assert.equal(
    await html(
      '<b style="font-weight:normal;" id="docs-internal-guid-1"><p>' +
        '<span style="font-weight:700">Vet</span><span style="font-weight:400"> en </span>' +
        '<span style="font-style:italic">schuin</span></p><ul><li><p>een</p></li></ul></b>',
    ),
    '**Vet** en *schuin*\n\n- een',
  );
  assert.equal(
    await html('<table><tr><td><p>Geachte,</p><p>Hierbij.</p></td></tr></table>'),
    'Geachte,\n\nHierbij.',
  );
});

test('the browser pastes plain text, and whatever goes into a field of one line', async () => {
  assert.equal(await pasted({ 'text/plain': '*a*' }), null);
  assert.equal(
    await pasted({ 'text/html': '<b>a</b>', 'text/plain': 'a' }, page.locator('#note')),
    null,
  );
});

test('the browser can undo what was pasted', async () => {
  await html('<b>a</b>');
  await page.keyboard.press('Control+z');
  assert.equal(await body().inputValue(), '');
});

test('the form of a new record takes pasted text, and shows what becomes of it', async () => {
  await page.goto(`${SITE}/admin/new-topic`);
  await page.selectOption('#original', 'fr');
  assert.equal(await html('<h1>Titre</h1><ul><li>un</li></ul>'), '## Titre\n\n- un');
  await page.waitForFunction(() => document.querySelector('.rendered h2')?.textContent === 'Titre');
  assert.equal(await page.getAttribute('.rendered [data-shown]', 'lang'), 'fr');
  await body().fill('');
});

test('without scripts, saving a text mends bullets and invisible characters', async () => {
  const plain = await session(browser);
  await plain.goto(`${SITE}/admin/texts/nrw/de`);
  await body(plain).fill('Punkte:\n•\tGedan\u00adken\u200bstrich\n–\tzwei\nDanach\u000bnoch');
  await plain.click('button[value=save]');
  assert.equal(await body(plain).inputValue(), 'Punkte:\n- Gedankenstrich\n- zwei\n\nDanach\nnoch');
  await plain.goto(`${SITE}/admin/new-topic`);
  await plain.fill('#title', 'Aufzählung');
  await body(plain).fill('• eins\n• zwei');
  await plain.click('form.record .actions button[value=save]');
  assert.equal(await body(plain).inputValue(), '- eins\n- zwei');
  await plain.context().close();
});
