// SPDX-License-Identifier: EUPL-1.2
// Reports of visitors at the desk: the queue, and what editors do with a report. The reports and
// the obstacle made from one are of this file alone.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { after, before, test } from 'node:test';
import { launch } from '../../e2e/browser.js';
import { SITE } from '../../e2e/site.js';
import { faultsOf, session, sql } from '../../support/desk.mjs';

const PROGRAM =
  process.env.TEST_PROGRAM ?? new URL('../../../build/benelux-plus', import.meta.url).pathname;
const mark = `reports-${Date.now()}`; // whom the obstacle affects, in all reports of this file
const quoted = (words) => `'${words.replaceAll("'", "''")}'`;
const report = (
  obstacle,
  { language = 'fr', email = null, age = '1 hour', affected = mark } = {},
) =>
  sql(`
  insert into report (reference, language, day, came_at, obstacle, place, affected, cause, email)
  values (report_reference(), '${language}', (now() - interval '${age}')::date,
          now() - interval '${age}', ${quoted(obstacle)}, 'Entre Lille & Courtrai',
          ${quoted(affected)}, 'Une loi',
          ${email ? quoted(email) : 'null'}) returning reference`);
const outcome = (reference) => sql(`select outcome from report where reference = '${reference}'`);
const audited = (action, reference) =>
  sql(`select account || ' ' || coalesce(document, '-')
         from audit
        where action = '${action}' and detail = '${reference}'`);
const path = (reference) => `/admin/reports/${reference.toLowerCase()}`;
let browser;
let editor;
let other; // a second editor, at the same time
let waiting; // the reports that other tests have left in the queue

before(async () => {
  waiting = Number(sql("select count(*) from report where outcome = 'new'"));
  browser = await launch();
  editor = await session(browser);
  other = await (
    await browser.newContext({
      javaScriptEnabled: false,
      storageState: await editor.context().storageState(),
    })
  ).newPage();
});
after(async () => {
  await browser?.close();
  sql(`delete from report where affected = '${mark}'`);
});

test('the queue begins with the reports that wait, and the desk shows their number', async () => {
  const rejected = report('Rejected <b>');
  sql(`select reject_report('tester', null, '${rejected}', 'x')`);
  const first = report('Waits <i>since a while');
  await editor.goto(`${SITE}/admin/`);
  assert.match(
    await editor.locator('.links').innerText(),
    new RegExp(`Meldingen van belemmeringen ${waiting + 1}$`),
  );
  await editor.click('.links a[href="/admin/reports"]');
  assert.equal(await editor.locator('h1').innerText(), 'Meldingen van belemmeringen');
  const rows = await editor.locator('tbody tr').allInnerTexts();
  assert.ok(
    rows.findIndex((row) => row.includes(first)) < rows.findIndex((row) => row.includes(rejected)),
  );
  assert.match(rows[0], /wacht[\s\S]*Entre Lille & Courtrai fr[\s\S]*Waits <i>since a while/);
  await editor.selectOption('#outcome', 'rejected');
  await editor.click('.filter button');
  assert.equal(await editor.locator('tbody', { hasText: rejected }).count(), 1);
  assert.equal(await editor.locator('tbody', { hasText: first }).count(), 0);
  for (const query of ['?outcome=x', '?page=0', '?page=x', '?outcome=%ff'])
    assert.equal((await editor.goto(`${SITE}/admin/reports${query}`)).status(), 400, query);
});

test('a long queue has pages', async () => {
  sql(`insert into report (reference, language, day, obstacle, place, affected)
       select report_reference(), 'nl', current_date, 'many', 'x', '${mark}'
         from generate_series(1, 60)`);
  await editor.goto(`${SITE}/admin/reports?outcome=new`);
  assert.equal(await editor.locator('tbody tr').count(), 50);
  const seen = await editor.locator('tbody th').allInnerTexts();
  await editor.click('.pages a[rel=next]');
  assert.equal(new URL(editor.url()).search, '?outcome=new&page=2');
  assert.deepEqual(
    (await editor.locator('tbody th').allInnerTexts()).filter((one) => seen.includes(one)),
    [],
  );
  await editor.click('.pages a[rel=prev]');
  assert.deepEqual(await editor.locator('tbody th').allInnerTexts(), seen);
  sql(`delete from report where affected = '${mark}' and obstacle = 'many'`);
});

test('reports from a flood have their own list, and can be handled like others', async () => {
  const held = (words, crowd) =>
    sql(`insert into report (reference, language, day, held, obstacle, place, affected)
         values (report_reference(), 'nl', current_date, ${crowd}, '${words}', 'x', '${mark}')
         returning reference`);
  const [some, one] = [held('of many', 20), held('of one', 0)];
  const before = Number(sql("select count(*) from report where outcome = 'new' and held is null"));
  await editor.goto(`${SITE}/admin/`);
  assert.equal(await editor.locator('.findings a[href="/admin/reports?outcome=held"]').count(), 1);
  await editor.click('.findings a[href="/admin/reports?outcome=held"]');
  assert.deepEqual(
    (await editor.locator('tbody th').allInnerTexts()).filter((reference) =>
      [some, one].includes(reference),
    ),
    [one, some],
  );
  assert.match(await editor.locator('tbody tr', { hasText: one }).innerText(), /apart gehouden/);
  for (const query of ['', '?outcome=new']) {
    await editor.goto(`${SITE}/admin/reports${query}`);
    assert.equal(await editor.locator('tbody', { hasText: one }).count(), 0, query);
    assert.match(
      await editor.locator('.length').innerText(),
      new RegExp(`${before ? `^${before} ` : 'Er wacht geen melding'}[^]*apart gehouden: \\d+`),
      query,
    );
  }
  sql(`insert into report_dropped (day, n) values (current_date, 3)
       on conflict (day) do update set n = report_dropped.n + 3`);
  await editor.goto(`${SITE}/admin/reports?outcome=held`);
  assert.match(await editor.locator('.length').innerText(), /ongelezen verwijderd: [3-9]/);
  await editor.click(`tbody a:text-is("${one}")`);
  assert.match(await editor.locator('.told').innerText(), /apart gehouden/);
  await editor.fill('#reason', 'Reclame.');
  await editor.click('button[value=reject]');
  assert.equal(outcome(one), 'rejected');
  await editor.goto(`${SITE}/admin/reports?outcome=rejected`);
  assert.equal(await editor.locator('tbody', { hasText: one }).count(), 1);
  sql(`delete from report where affected = '${mark}' and held is not null;
       delete from report_dropped`);
});

test('a report that waits for more than two weeks is a finding', async () => {
  const left = () =>
    editor.locator('.findings', { hasText: 'Meldingen die langer dan twee weken wachten' }).count();
  const old = report('Long ago', { age: '13 days' });
  const settled = Number(
    sql(
      "select count(*) from report where outcome = 'new' and came_at < now() - interval '14 days'",
    ),
  );
  await editor.goto(`${SITE}/admin/`);
  assert.equal(await left(), settled ? 1 : 0);
  sql(`update report set came_at = now() - interval '15 days' where reference = '${old}'`);
  await editor.goto(`${SITE}/admin/`);
  assert.equal(await left(), 1);
  await editor.click('.findings a[href="/admin/reports?outcome=new"]');
  assert.equal(await editor.locator('tbody', { hasText: old }).count(), 1);
  const folder = process.env.PGHOST.replace(/\/socket$/, '');
  const database = `host=${process.env.PGHOST} dbname=benelux user=benelux_desk`;
  let said = '';
  try {
    execFileSync(PROGRAM, ['check'], {
      env: { ...process.env, BENELUX_DATABASE: `${database} passfile=${folder}/secrets/desk` },
      encoding: 'utf8',
    });
  } catch (error) {
    assert.equal(error.status, 1);
    said = error.stdout;
  }
  assert.match(said, new RegExp(`^reports +- - ${settled + 1} have waited`, 'm'));
  sql(`delete from report where reference = '${old}'`);
});

test('a report is shown as it was written, with a draft of an answer in its language', async () => {
  const reference = report('Ligne 1\n\n<script>alert(1)</script>', { email: 'o+x@example.org' });
  await editor.goto(SITE + path(reference));
  assert.equal(await editor.locator('h1').innerText(), `Melding ${reference}`);
  assert.match(
    await editor.locator('.told').innerText(),
    new RegExp(
      'Ligne 1\\n\\n<script>alert\\(1\\)</script>[\\s\\S]*Entre Lille & Courtrai[\\s\\S]*' +
        'Une loi[\\s\\S]*o\\+x@example\\.org',
    ),
  );
  assert.equal(await editor.locator('.told [lang=fr]').count(), 5);
  const letter = new URL(await editor.locator('a[href^="mailto:"]').getAttribute('href'));
  // In mailto: a plus is a plus (RFC 6068).
  const fields = new URLSearchParams(letter.search.replaceAll('+', '%2B'));
  assert.equal(fields.get('to'), 'o+x@example.org');
  assert.equal(fields.get('subject'), `Votre signalement ${reference}`);
  assert.match(fields.get('body'), new RegExp(`^Madame, Monsieur,\r\n\r\n.*${reference}\r\n`));
  assert.doesNotMatch(letter.search, /\+/);
  assert.equal(await editor.locator('#original').inputValue(), 'fr');
});

test('the answer to a comment on the website thanks for the comment', async () => {
  for (const [language, affected, thanks] of [
    ['nl', 'Opmerking over deze website', 'opmerking over deze website'],
    ['de', 'Anmerkung zu dieser Website', 'Anmerkung zu dieser Website'],
    ['nl', mark, 'melding van een grensoverschrijdende belemmering'],
  ]) {
    const reference = report('Een dode link.', { language, affected, email: 'o@example.org' });
    await editor.goto(SITE + path(reference));
    const letter = new URL(await editor.locator('a[href^="mailto:"]').getAttribute('href'));
    assert.ok(new URLSearchParams(letter.search).get('body').includes(`${thanks}. `), thanks);
    sql(`delete from report where reference = '${reference}'`);
  }
});

test('a title of forbidden characters is not called missing', async () => {
  const reference = report('Un titre.');
  await editor.goto(SITE + path(reference));
  await editor.fill('#title', 'Titre\uffff');
  await editor.click('button[value=take]');
  assert.equal(
    await editor.locator('#title-fault').innerText(),
    'Hier staan niet-toegestane tekens',
  );
  assert.equal(await editor.locator('#border-fault').innerText(), 'Kies een grens');
});

test('an unknown reference is not found', async () => {
  for (const slug of ['2222-2222', 'about', 'ACDE-2345'])
    assert.equal((await editor.goto(`${SITE}/admin/reports/${slug}`)).status(), 404, slug);
});

test('a report becomes the draft of an obstacle, once', async () => {
  const reference = report('Mon permis ne vaut rien.');
  await editor.goto(SITE + path(reference));
  await other.goto(SITE + path(reference));
  await editor.click('button[value=take]');
  assert.deepEqual(
    await editor
      .locator('.problem a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ['#field', '#border', '#title'],
  );
  await editor.fill('#title', `${mark} permis`);
  await editor.selectOption('#field', 'transport');
  await editor.click('button[value=take]');
  assert.deepEqual(
    [await editor.locator('#title').inputValue(), await editor.locator('#field').inputValue()],
    [`${mark} permis`, 'transport'],
    'what was typed is kept',
  );
  await editor.selectOption('#border', 'be-fr');
  await editor.click('button[value=take]');
  assert.equal(new URL(editor.url()).pathname, `/admin/obstacles/${mark}-permis`);
  assert.match(
    await editor.locator('[name="body"]').inputValue(),
    /^Mon permis ne vaut rien\.\n\nEntre Lille & Courtrai\n\nUne loi$/,
  );
  assert.equal(await editor.locator('[name="affects"]').inputValue(), mark);
  assert.equal(outcome(reference), 'taken');
  assert.equal(audited('report-take', reference), `admin ${mark}-permis`);

  await other.fill('#title', 'Encore');
  await other.selectOption('#field', 'work');
  await other.selectOption('#border', 'be-nl');
  await other.click('button[value=take]');
  assert.match(await other.locator('.problem').innerText(), /Iemand anders heeft deze melding/);
  assert.match(
    await other.locator('section.notice').innerText(),
    new RegExp(`Overgenomen[\\s\\S]*admin[\\s\\S]*${mark} permis`),
  );
  assert.equal(await other.locator('button[value=take]').count(), 0);
  assert.equal(sql("select count(*) from document where key = 'encore'"), '0');
});

test('a report is added to a known obstacle', async () => {
  const reference = report('Encore le permis.');
  await editor.goto(SITE + path(reference));
  await editor.click('button[value=merge]');
  assert.equal(await editor.locator('#key-fault').innerText(), 'Zeg bij welke belemmering');
  await editor.fill('#key', 'penta');
  await editor.click('button[value=merge]');
  assert.equal(
    await editor.locator('#key-fault').innerText(),
    'Buiten het archief is er geen belemmering met deze sleutel of titel',
  );
  assert.equal(await editor.locator('#key').inputValue(), 'penta');
  assert.equal(await editor.locator(`#obstacles option[value="${mark}-permis"]`).count(), 1);
  await editor.fill('#key', `${mark}-permis`);
  await editor.click('button[value=merge]');
  assert.match(
    await editor.locator('main').innerText(),
    /Dat is gebeurd[\s\S]*Bij een bekende belemmering gevoegd/,
  );
  assert.equal(outcome(reference), 'merged');
  assert.equal(audited('report-merge', reference), `admin ${mark}-permis`);
});

test('a report is rejected with a reason', async () => {
  const reference = report('Il pleut.');
  await editor.goto(SITE + path(reference));
  await other.goto(SITE + path(reference));
  await editor.fill('#reason', ' ');
  await editor.click('button[value=reject]');
  assert.equal(await editor.locator('#reason-fault').innerText(), 'Geef een reden');
  await editor.fill('#reason', 'Geen grens.\nAlleen <weer>.');
  await editor.click('button[value=reject]');
  assert.match(
    await editor.locator('section.notice').innerText(),
    /Afgewezen[\s\S]*Geen grens\.\nAlleen <weer>\./,
  );
  assert.equal(audited('report-reject', reference), 'admin -');
  await other.fill('#key', `${mark}-permis`);
  const [answer] = await Promise.all([
    other.waitForResponse((one) => one.request().isNavigationRequest() && one.status() !== 303),
    other.click('button[value=merge]'),
  ]);
  assert.equal(answer.status(), 409);
  assert.equal(outcome(reference), 'rejected');
});

test('a decision can be taken back; until then the obstacle shows its reports', async () => {
  const reference = report('Toujours le permis.');
  await editor.goto(SITE + path(reference));
  await editor.fill('#key', `${mark} permis`);
  await editor.click('button[value=merge]');
  assert.equal(outcome(reference), 'merged');
  await editor.goto(`${SITE}/admin/obstacles/${mark}-permis`);
  const named = editor.locator(`section a[href="${path(reference)}"]`);
  assert.match(await named.innerText(), /^\d{4}-\d\d-\d\d, Entre Lille & Courtrai$/);
  assert.equal(await editor.locator('section a[href^="/admin/reports/"]').count(), 3);
  await named.click();
  await editor.click('button[value=reopen]');
  assert.match(await editor.locator('.notice').innerText(), /Dat is gebeurd/);
  assert.equal(outcome(reference), 'new');
  assert.equal(audited('report-reopen', reference), `admin ${mark}-permis`);
  assert.equal(await editor.locator('button[value=reject]').count(), 1);
  await editor.goto(`${SITE}/admin/obstacles/${mark}-permis`);
  assert.equal(await named.count(), 0);
});

test('the log has words for each decision', async () => {
  await editor.goto(`${SITE}/admin/log`);
  const said = await editor.locator('tbody').innerText();
  for (const words of [
    'Melding overgenomen',
    'Melding bij een belemmering gevoegd',
    'Melding afgewezen',
    'Melding heropend',
  ])
    assert.ok(said.includes(words), words);
});

test('the page of a report says that its text was deleted', async () => {
  const reference = report('Il y a longtemps', { age: '13 months' });
  sql('select sweep_reports()');
  await editor.goto(SITE + path(reference));
  assert.match(
    await editor.locator('main').innerText(),
    /Verlopen[\s\S]*De tekst is twaalf maanden na ontvangst verwijderd/,
  );
  await editor.goto(`${SITE}/admin/reports?outcome=lapsed`);
  assert.match(
    await editor.locator('tbody', { hasText: reference }).innerText(),
    /na twaalf maanden verwijderd/,
  );
  sql(`delete from report where reference = '${reference}'`);
});

test('queue and report pass axe-core and do not scroll sideways', async () => {
  const waits = report(`Une phrase ${'tresllongue'.repeat(20)}`, {
    email: 'someone.with.a.rather.long.name@a-rather-long-host-name.example.org',
  });
  const done = report('Fait');
  sql(`select reject_report('tester', null, '${done}', 'x')`);
  assert.deepEqual(
    await faultsOf(browser, editor.context(), [
      '/admin/',
      '/admin/reports',
      path(waits),
      path(done),
    ]),
    [],
  );
});
