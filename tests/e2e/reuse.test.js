// SPDX-License-Identifier: EUPL-1.2
// What a program in a browser may read from a page of another site: all data, whatever the answer,
// and no pages for people.
import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';
import { launch } from './browser.js';
import { FEEDS, LISTS } from './formats.js';
import { SITE, ask } from './site.js';

let browser;
let server;
let page;
before(async () => {
  browser = await launch();
  server = http
    .createServer((_, answer) =>
      answer.setHeader('Content-Type', 'text/html').end('<!doctype html><title>Elsewhere</title>'),
    )
    .listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
});
after(async () => {
  await browser.close();
  server.close();
});

// What a script of that page gets for PATH; null where the browser lets it read nothing.
const read = (path, headers = {}) =>
  page.evaluate(
    async ([url, sent]) => {
      try {
        const answer = await fetch(url, { headers: sent });
        return {
          status: answer.status,
          type: answer.headers.get('Content-Type'),
          tag: answer.headers.get('ETag'),
          link: answer.headers.get('Link'),
          text: await answer.text(),
        };
      } catch {
        return null;
      }
    },
    [SITE + path, headers],
  );

const OPEN = {
  'a list as JSON': `${LISTS.meetings.nl}.json`,
  'a list as CSV': `${LISTS.conclusions.fr}.csv`,
  'a calendar': `${LISTS.meetings.de}.ics`,
  'a feed': FEEDS.en,
  'a search': `${LISTS.search.en}.json?q=energy`,
  'the sitemap': '/sitemap.xml',
};
for (const [what, path] of Object.entries(OPEN)) {
  test(`a page of another site reads ${what}, with its tag`, async () => {
    const answer = await read(path);
    assert.equal(answer?.status, 200, path);
    assert.ok(answer.text.length > 0 && answer.tag, path);
  });
}

test('a page of another site sees the licence, and may ask whether anything is new', async () => {
  const first = await read(OPEN['a list as JSON']);
  assert.match(first.link, /rel="license"/);
  assert.equal((await read(OPEN['a list as JSON'], { 'If-None-Match': first.tag }))?.status, 304);
});

test('a page of another site may show what it reads', async () => {
  for (const path of Object.values(OPEN))
    assert.equal((await ask(path)).headers['cross-origin-resource-policy'], 'cross-origin', path);
});

for (const [what, path] of Object.entries({
  'the home page': '/nl/',
  'a list': LISTS.meetings.nl,
  'the login': '/admin/login',
  'an address of the desk with an extension': '/admin/texts.json',
  'an address that leads to the desk': '/nl/../admin/login.json',
  'a page that does not exist': '/nl/nowhere',
})) {
  test(`no page of another site reads ${what}`, async () => {
    assert.equal(await read(path), null);
    const { headers } = await ask(path);
    assert.deepEqual(
      Object.keys(headers).filter((name) => name.startsWith('access-control-')),
      [],
    );
    assert.equal(headers['cross-origin-resource-policy'], 'same-origin');
  });
}

test('a browser that asks first may send to data, but not to a page or the desk', async () => {
  const asked = {
    method: 'OPTIONS',
    headers: {
      Origin: 'http://elsewhere.example',
      'Access-Control-Request-Method': 'GET',
      'Access-Control-Request-Headers': 'if-none-match',
    },
  };
  const { status, headers, body } = await ask(OPEN['a list as JSON'], asked);
  assert.deepEqual(
    [
      status,
      body.length,
      headers['access-control-allow-origin'],
      headers['access-control-allow-methods'],
      headers['access-control-allow-headers'],
      headers.allow,
    ],
    [204, 0, '*', 'GET, HEAD, OPTIONS', '*', 'GET, HEAD, OPTIONS'],
  );
  assert.equal(headers['access-control-allow-credentials'], undefined);
  for (const path of ['/nl/', '/admin/login', '/admin/login.json']) {
    const refused = await ask(path, asked);
    assert.notEqual(refused.status, 204, path);
    assert.equal(refused.headers['access-control-allow-origin'], undefined, path);
  }
});
