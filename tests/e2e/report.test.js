// SPDX-License-Identifier: EUPL-1.2
// Visitors report an obstacle. This file deletes what it sends, through the database behind the
// site; without PGHOST (see tests/support/desk.mjs) it sends nothing.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, beforeEach, describe, test } from 'node:test';
import { contextOf, launch } from './browser.js';
import { LANGUAGES, SITE, ask, decode, mainOf, tags, text, words } from './site.js';

const PATHS = {
  nl: '/nl/belemmering-melden',
  fr: '/fr/signaler-un-obstacle',
  de: '/de/hindernis-melden',
  en: '/en/report-an-obstacle',
};
const REFERENCE = /^[2-9AC-HJKMNPQRTVWXY]{4}-[2-9AC-HJKMNPQRTVWXY]{4}$/;
const mark = `e2e-${randomUUID()}`; // whom the obstacle affects, in all reports of this file
const axe = readFileSync(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const { sql } = process.env.PGHOST ? await import('../support/desk.mjs') : { sql: () => '' };
const sends = { skip: process.env.PGHOST ? false : 'no database to delete the sent reports' };

const stamp = (age) => sql(`select report_stamp(now() - interval '${age}')`);
const kept = () => Number(sql(`select count(*) from report where affected = '${mark}'`));
const sound = (fields = {}) => ({
  obstacle: `Mon diplôme <b>& "${randomUUID()}"`,
  place: 'Maastricht – Liège',
  affected: mark,
  cause: '',
  email: '',
  subject: '',
  stamp: stamp('1 minute'),
  ...fields,
});
const post = (fields, language = 'en', body = new URLSearchParams(fields).toString()) =>
  ask(PATHS[language], {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
const forget = () => sql('delete from report_attempt');
const areaOf = (page, name) =>
  decode(new RegExp(`<textarea id="${name}"[^>]*>\n(.*?)</textarea>`, 's').exec(page)[1]);
const inputOf = (page, name) => tags(page, 'input').find((input) => input.name === name).value;

// Checks that the page has all that was typed, except white space alone, and that no cache may keep
// it.
function assertComesBack(answer, status, fields) {
  assert.equal(answer.status, status);
  assert.equal(answer.headers['cache-control'], 'no-store');
  const page = text(answer);
  for (const name of ['obstacle', 'affected', 'cause'])
    assert.equal(areaOf(page, name), fields[name].trim() && fields[name], name);
  for (const name of ['place', 'email']) assert.equal(inputOf(page, name), fields[name], name);
  assert.match(page, /<meta name="robots" content="noindex">/);
  assert.match(page, /class="problem" role="alert"/);
  return page;
}

after(() => {
  sql(`delete from report where affected = '${mark}'`);
  forget();
});
beforeEach(forget);

test('the page exists in four languages, says so, and caches keep it only briefly', async () => {
  for (const language of LANGUAGES) {
    const answer = await ask(PATHS[language]);
    assert.equal(answer.status, 200);
    assert.equal(answer.headers['cache-control'], 'max-age=0, s-maxage=1');
    assert.equal(answer.headers['set-cookie'], undefined);
    const page = text(answer);
    assert.match(page, new RegExp(`<html lang="${language}">`));
    assert.deepEqual(
      tags(page, 'link')
        .filter((link) => link.hreflang)
        .map((link) => link.href),
      [...LANGUAGES, 'en'].map((one) => SITE + PATHS[one]),
    );
    assert.match(inputOf(page, 'stamp'), /^\d+\.[0-9a-f]{64}$/);
  }
});

// The form to which the foot of a page leads; it knows the page that it is about.
async function commentFrom(path) {
  const link = tags(text(await ask(path)), 'a').find(
    (one) => new URL(one.href, SITE).pathname === '/en/feedback',
  );
  return text(await ask(link.href));
}

test('a comment on a page begins with the page', async () => {
  for (const path of ['/en/', '/en/benelux-plus', '/en/meetings']) {
    const page = await commentFrom(path);
    assert.equal(inputOf(page, 'place'), path);
    assert.match(page, /<meta name="robots" content="noindex">/);
  }
  for (const wrong of ['https://x.example', 'x', '']) {
    assert.equal(
      inputOf(text(await ask(`/en/feedback?page=${encodeURIComponent(wrong)}`)), 'place'),
      '',
      wrong,
    );
  }
});

test('HEAD is GET without the page; other methods are refused with what is allowed', async () => {
  const head = await ask(PATHS.nl, { method: 'HEAD' });
  assert.deepEqual([head.status, head.body.length], [200, 0]);
  const put = await ask(PATHS.nl, { method: 'PUT', body: 'a=b' });
  assert.equal(put.status, 405);
  assert.equal(put.headers.allow, 'GET, HEAD, POST');
});

test('a body that is no form is refused, and so is a form of more than 64 KB', async () => {
  const json = await ask(PATHS.nl, {
    method: 'POST',
    body: '{}',
    headers: { 'Content-Type': 'application/json' },
  });
  assert.equal(json.status, 415);
  const large = await post({}, 'nl', `obstacle=${'x'.repeat(70000)}`);
  assert.equal(large.status, 413);
});

test('only a reference that looks like one is shown', async () => {
  const answer = await ask(`${PATHS.en}?reference=ACDE-2345`);
  assert.equal(answer.status, 200);
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.match(words(mainOf(text(answer))), /ACDE-2345/);
  assert.match(text(answer), /<meta name="robots" content="noindex">/);
  assert.equal(
    tags(text(answer), 'link').find((link) => link.rel === 'canonical'),
    undefined,
  );
  for (const wrong of [
    'acde-2345',
    'ACDE2345',
    'ACDE-234',
    'ACDE-23456',
    'A0DE-2345',
    '%3Cb%3E',
    'ACDE-234%00',
  ]) {
    assert.equal((await ask(`${PATHS.en}?reference=${wrong}`)).status, 400, wrong);
  }
});

describe('a report that is sent', sends, () => {
  test('is kept, and leads to its reference', async () => {
    const fields = sound({ cause: 'Une loi\r\nbelge', email: "o'neil+x@example.org" });
    const answer = await post(fields, 'fr');
    assert.equal(answer.status, 303);
    const reference = new URL(answer.headers.location, SITE).searchParams.get('reference');
    assert.match(reference, REFERENCE);
    assert.equal(answer.headers.location, `${PATHS.fr}?reference=${reference}`);
    assert.equal(
      sql(`select obstacle || '|' || place || '|' || language || '|' || outcome || '|' || cause
                  || '|' || email
             from report
            where reference = '${reference}'`),
      `${fields.obstacle}|Maastricht – Liège|fr|new|Une loi\nbelge|o'neil+x@example.org`,
    );
    assert.equal(Number(sql("select count(*) from report_attempt where network = '127.0.0.1'")), 1);
  });

  test('may be a comment on a page of this site, which reaches the desk, too', async () => {
    const fields = {
      obstacle: `<b>${mark}</b>`,
      place: '/en/benelux-plus',
      email: '',
      subject: '',
      stamp: stamp('1 minute'),
    };
    const answer = await ask('/en/feedback', {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(answer.status, 303);
    const reference = new URL(answer.headers.location, SITE).searchParams.get('reference');
    assert.equal(
      sql(`select place || '|' || affected || '|' || outcome
             from report
            where reference = '${reference}'`),
      '/en/benelux-plus|Feedback on this website|new',
    );
    sql(`delete from report where reference = '${reference}'`);
    const without = await ask('/en/feedback', {
      method: 'POST',
      body: 'obstacle=',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    });
    assert.equal(without.status, 422);
  });

  test('twice is kept once', async () => {
    const [before_, fields] = [kept(), sound()];
    const answers = await Promise.all([post(fields), post(fields), post(fields)]);
    assert.deepEqual(
      answers.map((answer) => answer.status),
      [303, 303, 303],
    );
    assert.equal(new Set(answers.map((answer) => answer.headers.location)).size, 1);
    assert.equal(kept(), before_ + 1);
  });

  test('with faults comes back with all that was typed, and words for each fault', async () => {
    const [before_, fields] = [
      kept(),
      {
        obstacle: ' \n ',
        place: 'x'.repeat(301),
        affected: `${'é'.repeat(1001)}`,
        cause: 'a\nb\n\n  "c" <d>',
        email: 'jan@',
        subject: '',
        stamp: stamp('1 minute'),
      },
    ];
    const page = assertComesBack(await post(fields), 422, fields);
    assert.equal(inputOf(page, 'stamp'), fields.stamp);
    const summary = /<div class="problem".*?<\/div>/s.exec(page)[0];
    assert.deepEqual(
      tags(summary, 'a').map((link) => link.href),
      ['#obstacle', '#place', '#affected', '#email'],
    );
    assert.match(
      words(summary),
      new RegExp(
        'Describe the problem.*300 characters; it has 301.*1,000 characters; it has 1001.*' +
          'name@example\\.org',
        's',
      ),
    );
    for (const name of ['obstacle', 'place', 'affected', 'email']) {
      const field = [...tags(page, 'input'), ...tags(page, 'textarea')].find(
        (one) => one.name === name,
      );
      assert.equal(field['aria-invalid'], 'true', name);
      assert.deepEqual(field['aria-describedby'].split(' '), [`${name}-hint`, `${name}-fault`]);
      for (const id of field['aria-describedby'].split(' '))
        assert.equal(page.split(` id="${id}"`).length, 2, id);
    }
    assert.equal(kept(), before_);
  });

  test('with what cannot be text comes back', async () => {
    for (const bad of ['a\0b', 'a\u0007b'])
      assert.equal((await post(sound({ obstacle: bad }))).status, 422);
    assert.equal((await post({}, 'nl', 'obstacle=%ff&place=x&affected=x')).status, 422);
    assert.equal(
      (await post({}, 'nl', `obstacle=x&place=x&affected=${mark}&stamp=%ff&subject=`)).status,
      422,
    );
  });

  test('too soon comes back with its stamp, which is valid in a moment', async () => {
    const fields = sound({ stamp: stamp('1 second') });
    const page = assertComesBack(await post(fields), 422, fields);
    assert.match(words(mainOf(page)), /too fast/);
    assert.equal(inputOf(page, 'stamp'), fields.stamp);
    await new Promise((resolve) => {
      setTimeout(resolve, 5000);
    });
    assert.equal((await post(fields)).status, 303);
  });

  for (const [kind, make] of [
    ['too late', () => stamp('25 hours')],
    ['with an impossible stamp', () => '1.2'],
    ['without a stamp', () => ''],
    ['with a long one', () => 'x'.repeat(5000)],
  ]) {
    test(`${kind} comes back with a new stamp`, async () => {
      const fields = sound({ stamp: make() });
      const page = assertComesBack(await post(fields), 422, fields);
      assert.match(words(mainOf(page)), /more than a day/);
      assert.match(inputOf(page, 'stamp'), /^\d+\.[0-9a-f]{64}$/);
      assert.notEqual(inputOf(page, 'stamp'), fields.stamp);
    });
  }

  test('from a machine that fills in all fields is thanked for and thrown away', async () => {
    const before_ = kept();
    for (const fields of [
      sound({ subject: 'Buy' }),
      sound({ subject: 'Buy', stamp: '' }),
      { subject: 'x'.repeat(5000) },
    ]) {
      const answer = await post(fields);
      assert.equal(answer.status, 303);
      assert.match(new URL(answer.headers.location, SITE).searchParams.get('reference'), REFERENCE);
    }
    assert.equal(kept(), before_);
  });

  test('after five others in an hour comes back with all that was typed', async () => {
    for (let i = 0; i < 5; i++) assert.equal((await post(sound())).status, 303);
    const fields = sound();
    const answer = await post(fields);
    assertComesBack(answer, 429, fields);
    assert.ok(Number(answer.headers['retry-after']) > 3500);
    assert.match(
      words(mainOf(text(answer))),
      /too many reports from your connection\..*60 minutes/,
    );
    forget();
    assert.equal((await post(fields)).status, 303);
  });
});

describe('in a browser', sends, () => {
  let browser;
  before(async () => {
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
  });

  test('without scripts a visitor sends a report, in each language', async () => {
    // Each has a window of its own: the browser draws a page behind another one once a second only.
    const pages = await Promise.all(
      LANGUAGES.map(async (language) => {
        const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
        await page.goto(SITE + PATHS[language]);
        return page;
      }),
    );
    await pages[0].waitForTimeout(5500);
    for (const page of pages) {
      const language = new URL(page.url()).pathname.slice(1, 3);
      assert.equal(await page.locator('#subject').isVisible(), false);
      await page.click('.letter button');
      assert.deepEqual(
        await page
          .locator('.problem li a')
          .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
        ['#obstacle', '#place', '#affected'],
        language,
      );
      await page.click('.problem li:nth-child(2) a');
      assert.equal(new URL(page.url()).hash, '#place');
      await page.fill('#obstacle', `Ça ne va pas. ${language}\n\n😀`);
      await page.fill('#place', 'Visé');
      await page.fill('#affected', mark);
      await page.fill('#email', 'visitor@example.org');
      await page.click('.letter button');
      const reference = new URL(page.url()).searchParams.get('reference');
      assert.match(reference ?? page.url(), REFERENCE, language);
      assert.match(await page.locator('h1 + .lead').innerText(), new RegExp(reference));
      assert.equal(
        sql(`select language || obstacle || email from report where reference = '${reference}'`),
        `${language}Ça ne va pas. ${language}\n\n😀visitor@example.org`,
      );
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      await page.context().close();
    }
  });

  test('each state passes axe-core and does not scroll sideways', async () => {
    const faults = [];
    for (const [width, scheme] of [
      [320, 'light'],
      [320, 'dark'],
      [768, 'light'],
      [1280, 'light'],
      [1280, 'dark'],
    ]) {
      const context = await contextOf(browser, width, scheme);
      await context.addInitScript({ content: axe });
      const page = await context.newPage();
      const look = async (state) => {
        const { violations } = await page.evaluate(() =>
          window.axe.run(document, {
            runOnly: [
              'wcag2a',
              'wcag2aa',
              'wcag21a',
              'wcag21aa',
              'wcag22a',
              'wcag22aa',
              'best-practice',
            ],
          }),
        );
        for (const violation of violations)
          faults.push(
            `${state} at ${width} px ${scheme}: ${violation.id} ${violation.nodes[0].target}`,
          );
        if (
          await page.evaluate(
            () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
          )
        )
          faults.push(`${state} at ${width} px scrolls sideways`);
      };
      await page.goto(SITE + PATHS.de);
      await look('the form');
      await page.fill('#email', 'x');
      await page.click('.letter button');
      await look('the form with faults');
      await page.goto(`${SITE}${PATHS.de}?reference=ACDE-2345`);
      await look('the thanks');
      await context.close();
    }
    assert.deepEqual(faults, []);
  });
});
