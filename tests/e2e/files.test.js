// SPDX-License-Identifier: EUPL-1.2
// The addresses for programs: those of crawlers, of browsers, of people who report a fault, and of
// monitoring.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FEEDS, LISTS } from './formats.js';
import { SITE, ask, mainOf, send, sitemap, tags, text } from './site.js';

const plain = /^text\/plain; ?charset=utf-8$/i;

test('robots.txt names the sitemap and keeps crawlers from no page', async () => {
  const answer = await ask('/robots.txt');
  assert.equal(answer.status, 200);
  assert.match(answer.headers['content-type'], plain);
  const lines = text(answer)
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter(Boolean)
    .map((line) => {
      const [, field, value] =
        /^([A-Za-z-]+): *(.*)$/.exec(line) ?? assert.fail(`not a field: ${line}`);
      return [field.toLowerCase(), value];
    });
  assert.equal(lines[0][0], 'user-agent', 'a group begins with User-agent (RFC 9309 section 2.2)');
  assert.deepEqual(
    lines.filter(([field]) => field === 'sitemap').map(([, value]) => value),
    [`${SITE}/sitemap.xml`],
  );
  let choices = false;
  for (const [, prefix] of lines.filter(([field, value]) => field === 'disallow' && value)) {
    const rule = new RegExp(
      `^${prefix.replace(/[.?+()[\]{}|\\^$]/g, '\\$&').replaceAll('*', '.*')}`,
    ); // RFC 9309 section 2.2.3
    for (const page of await sitemap())
      assert.doesNotMatch(page.path, rule, `Disallow: ${prefix} keeps crawlers from ${page.path}`);
    for (const list of Object.values(LISTS.meetings))
      choices ||= rule.test(`${list}?forum=penta&year=2021`);
  }
  assert.ok(choices, 'no rule keeps crawlers from choices of lists');
});

test('crawlers are told not to follow links that only choose from a list', async () => {
  for (const list of Object.values(LISTS).flatMap((paths) => Object.values(paths))) {
    const links = tags(mainOf(text(await ask(list))), 'a').filter(({ href }) =>
      href.startsWith(`${list}?`),
    );
    assert.deepEqual(
      links.filter(({ rel }) => !['nofollow', 'next'].includes(rel)),
      [],
      list,
    );
  }
});

test('an address with capitals or more slashes redirects to the right one', async () => {
  for (const [wrong, right] of [
    ['/NL/', '/nl/'],
    ['/nl/Benelux-Plus', '/nl/benelux-plus'],
    ['/EN/MEETINGS?forum=penta', '/en/meetings?forum=penta'],
    ['/nl/Benelux-Plus/', '/nl/benelux-plus'],
    ['/en/Meetings.JSON', '/en/meetings.json'],
    ['//nl/', '/nl/'],
    ['/nl//benelux-plus', '/nl/benelux-plus'],
    ['/nl///benelux-plus?utm=x', '/nl/benelux-plus?utm=x'],
    ['/EN/Meetings.json?limit=3&forum=penta', '/en/meetings.json?forum=penta&limit=3'],
    ['/Sitemap.xml', '/sitemap.xml'],
  ]) {
    const raw = await send(
      `GET ${wrong} HTTP/1.1\r\nHost: ${new URL(SITE).host}\r\nConnection: close\r\n\r\n`,
    );
    assert.deepEqual(
      [raw.status, /^location: (.*)$/im.exec(raw.head)?.[1].trim()],
      [301, right],
      wrong,
    );
  }
  for (const nowhere of [
    '/nl/Nowhere',
    '/XX/',
    '/nl/nowhere/Y',
    '/STATIC/x',
    '//evil.example/',
    '/static/....//x',
  ]) {
    const raw = await send(
      `GET ${nowhere} HTTP/1.1\r\nHost: ${new URL(SITE).host}\r\nConnection: close\r\n\r\n`,
    );
    assert.equal(raw.status, 404, nowhere);
  }
  const split = await send(
    `GET //%0d%0aSet-Cookie:x HTTP/1.1\r\nHost: ${new URL(SITE).host}\r\nConnection: close\r\n\r\n`,
  );
  assert.doesNotMatch(split.head, /^set-cookie/im);
});

test('feeds, calendars and the sitemap have a Last-Modified to be asked with', async () => {
  for (const path of [
    '/sitemap.xml',
    ...Object.values(FEEDS),
    `${LISTS.obstacles.fr}.atom`,
    `${LISTS.meetings.de}.ics`,
    `${LISTS.meetings.en}.ics?forum=penta`,
  ]) {
    const { status, headers } = await ask(path);
    assert.equal(status, 200, path);
    const then = headers['last-modified'];
    assert.equal(new Date(then).toUTCString(), then, path);
    assert.ok(Date.parse(then) <= Date.now(), path);
    assert.equal((await ask(path, { headers: { 'If-Modified-Since': then } })).status, 304, path);
    assert.equal(
      (await ask(path, { headers: { 'If-None-Match': headers.etag, 'If-Modified-Since': then } }))
        .status,
      304,
      path,
    );
    assert.equal(
      (
        await ask(path, {
          headers: { 'If-Modified-Since': new Date(Date.parse(then) - 1000).toUTCString() },
        })
      ).status,
      200,
      path,
    );
    assert.equal(
      (await ask(path, { headers: { 'If-None-Match': '"other"', 'If-Modified-Since': then } }))
        .status,
      200,
      path,
    );
  }
});

test('security.txt says whom to tell and where it is, and expires within a year', async () => {
  const answer = await ask('/.well-known/security.txt');
  assert.equal(answer.status, 200);
  assert.match(answer.headers['content-type'], plain);
  const fields = text(answer)
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => {
      const [, field, value] =
        /^([A-Za-z-]+): (\S.*)$/.exec(line) ?? assert.fail(`not a field: ${line}`);
      return [field.toLowerCase(), value];
    });
  const values = (name) => fields.filter(([field]) => field === name).map(([, value]) => value);
  assert.ok(values('contact').length >= 1, 'no Contact');
  for (const contact of values('contact')) assert.match(contact, /^(https:\/\/|mailto:|tel:)\S+$/);
  assert.equal(values('expires').length, 1);
  assert.match(values('expires')[0], /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/);
  const days = (Date.parse(values('expires')[0]) - Date.now()) / 86400000;
  assert.ok(days > 30 && days < 365, `it expires in ${days} days`);
  assert.ok(values('preferred-languages').length <= 1);
  assert.deepEqual(values('canonical'), [`${SITE}/.well-known/security.txt`]);
  assert.ok(text(answer).endsWith('\n'));
});

test('/favicon.ico is an icon', async () => {
  const answer = await ask('/favicon.ico');
  assert.equal(answer.status, 200);
  assert.match(answer.headers['content-type'], /^image\/(x-icon|vnd\.microsoft\.icon)$/);
  assert.equal(answer.body.subarray(0, 4).toString('hex'), '00000100');
  const days = Number(/max-age=(\d+)/.exec(answer.headers['cache-control'] ?? '')?.[1]) / 86400;
  assert.ok(days >= 1 && days <= 31, `its name never changes, and it is kept for ${days} days`);
});

for (const path of ['/healthz', '/readyz']) {
  test(`${path} says ok, and no cache may keep it`, async () => {
    const answer = await ask(path);
    assert.equal(answer.status, 200);
    assert.equal(text(answer), 'ok\n');
    assert.match(answer.headers['content-type'], plain);
    assert.match(answer.headers['cache-control'], /\bno-store\b/);
  });
}

test('the sitemap has at most 50,000 addresses and 50 MB, as the format asks', async () => {
  assert.ok((await sitemap()).length <= 50000);
  assert.ok((await ask('/sitemap.xml')).body.length <= 50 * 1024 * 1024);
});
