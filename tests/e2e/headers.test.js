// SPDX-License-Identifier: EUPL-1.2
// The header fields of answers: what browsers and caches may do, and how many bytes of a page
// travel.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { FEEDS, LISTS } from './formats.js';
import { SITE, ask, each, icon, lasting, sitemap, tags, text, topics } from './site.js';

const WEIGHT_MAX = 14336; // the first round trip of a connection: 10 segments (RFC 6928)

// One address of each kind.
const KINDS = {
  'a topic': async () => (await topics('fr'))[0].path,
  'a list as JSON': () => `${LISTS.meetings.nl}.json`,
  'a list as CSV': () => `${LISTS.meetings.fr}.csv`,
  'a calendar': () => `${LISTS.meetings.de}.ics`,
  'a feed': () => FEEDS.en,
  'the results of a search': () => `${LISTS.search.nl}?q=forum`,
  'a search that is refused': () => `${LISTS.search.fr}?q=%ff`,
  'a format that does not exist': () => `${LISTS.meetings.nl}.xml`,
  'a form for visitors': () => '/nl/belemmering-melden',
  'a form that comes back with faults': () => [
    '/fr/signaler-un-obstacle',
    {
      method: 'POST',
      body: 'place=x',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    },
  ],
  'the sitemap': () => '/sitemap.xml',
  'robots.txt': () => '/robots.txt',
  'security.txt': () => '/.well-known/security.txt',
  '/healthz': () => '/healthz',
  'the icon': icon,
  '/favicon.ico': () => '/favicon.ico',
  'the way from /': () => '/',
  'the redirect from an address with a slash at its end': () => '/nl/benelux-plus/',
  'a static file for a method that is not allowed': () => ['/favicon.ico', { method: 'POST' }],
  'an answer with 304': async () => {
    const [topic] = await topics('en');
    return [topic.path, { headers: { 'If-None-Match': (await ask(topic.path)).headers.etag } }];
  },
  'an error page of the application': () => '/nl/nowhere',
  'an error page of nginx': () => `/static/nowhere-${process.pid}`,
};

// What pages of other sites may read: data, and files that are no pages.
const OPEN = [
  'a list as JSON',
  'a list as CSV',
  'a calendar',
  'a feed',
  'the sitemap',
  'robots.txt',
  'security.txt',
];

for (const [kind, find] of Object.entries(KINDS)) {
  test(`${kind} has every security header once, and no cookie`, async () => {
    const answer = await ask(...[await find()].flat());
    for (const [field, value] of [
      ['x-content-type-options', /^nosniff$/],
      [
        'referrer-policy',
        /^(no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/,
      ],
      ['permissions-policy', /=\(\)/],
      ['cross-origin-opener-policy', /^same-origin$/],
      ['cross-origin-resource-policy', OPEN.includes(kind) ? /^cross-origin$/ : /^same-origin$/],
    ]) {
      assert.match(answer.headers[field] ?? 'missing', value, field);
      assert.equal(
        answer.fields.filter((name) => name === field).length,
        1,
        `${field} comes more than once`,
      );
    }
    for (const feature of ['camera', 'geolocation', 'microphone'])
      assert.ok(answer.headers['permissions-policy'].includes(`${feature}=()`), feature);
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.doesNotMatch(answer.headers.server ?? '', /\d/);
    assert.equal(answer.headers['x-powered-by'], undefined);
    assert.equal(answer.headers['x-accel-expires'], undefined);
  });

  test(`${kind} has one content policy, which allows nothing unsafe`, async () => {
    const answer = await ask(...[await find()].flat());
    assert.equal(answer.fields.filter((name) => name === 'content-security-policy').length, 1);
    const policy = Object.fromEntries(
      answer.headers['content-security-policy']
        .split(';')
        .map((part) => part.trim().split(/ +/))
        .filter(([name]) => name)
        .map(([name, ...sources]) => [name, sources]),
    );
    for (const directive of ['default-src', 'base-uri', 'frame-ancestors'])
      assert.deepEqual(policy[directive], ["'none'"], directive);
    assert.ok(policy['form-action'], 'form-action is missing');
    for (const [directive, sources] of Object.entries(policy)) {
      for (const source of sources) {
        assert.match(
          source,
          /^'(none|self|sha(256|384|512)-[\w+/=]+)'$/,
          `${directive} allows ${source}`,
        );
      }
    }
  });
}

test('the content policy of every page allows only its own style, by its hash', async () => {
  for (const page of await sitemap()) {
    const answer = await ask(page.path);
    const styles = [...text(answer).matchAll(/<style>(.*?)<\/style>/gs)].map(
      ([, style]) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
    );
    assert.equal(styles.length, 1, page.path);
    // Programs that examine a page may read robots.txt.
    assert.match(answer.headers['content-security-policy'], /; connect-src 'self'$/, page.path);
    assert.match(
      answer.headers['content-security-policy'],
      new RegExp(`style-src ${styles[0].replace(/[+/]/g, '\\$&')};`),
      page.path,
    );
    assert.doesNotMatch(text(answer), / style="/, page.path);
  }
});

test('every page has a picture for links to it, with a text alternative', async () => {
  const sizes = new Map();
  for (const page of await sitemap()) {
    const markup = text(await ask(page.path));
    const meta = Object.fromEntries(
      tags(markup, 'meta').map(({ property, name, content }) => [property ?? name, content]),
    );
    const topic = /^\/..\/benelux-plus\/(penta)$/.exec(page.path)?.[1];
    assert.match(
      meta['og:image'],
      new RegExp(
        `^${SITE}/static/share-${topic ?? '[a-z-]+'}-${page.language}\\.[0-9a-f]{12}\\.png$`,
      ),
      page.path,
    );
    assert.ok(
      meta['og:image:alt'].startsWith(meta['og:title']) &&
        meta['og:image:alt'].length > meta['og:title'].length,
      page.path,
    );
    assert.equal(meta['twitter:card'], 'summary_large_image', page.path);
    sizes.set(meta['og:image'], null);
  }
  assert.ok(sizes.size >= 20, `${sizes.size} pictures`);
  for (const url of sizes.keys()) {
    const answer = await ask(url);
    assert.equal(answer.headers['content-type'], 'image/png');
    assert.deepEqual(
      [answer.body.readUInt32BE(16), answer.body.readUInt32BE(20)],
      [1200, 630],
      url,
    ); // PNG, IHDR
    assert.ok(answer.body.length < 32768, `${url}: ${answer.body.length}`);
  }
});

test('the icons that browsers ask for by name are there', async () => {
  for (const [path, type] of [
    ['/favicon.ico', /icon/],
    ['/apple-touch-icon.png', /^image\/png$/],
  ]) {
    const answer = await ask(path);
    assert.equal(answer.status, 200, path);
    assert.match(answer.headers['content-type'], type);
  }
});

test('a static file has its hash in its name, and caches may keep it for a year', async () => {
  const path = await icon();
  const hash = /^\/static\/[\w-]+\.([0-9a-f]{8,64})\.\w+$/.exec(path)?.[1];
  assert.ok(hash, `no hash in ${path}`);
  const answer = await ask(path);
  assert.equal(answer.status, 200);
  assert.equal(createHash('sha256').update(answer.body).digest('hex').slice(0, hash.length), hash);
  assert.equal(answer.fields.filter((name) => name === 'cache-control').length, 1);
  assert.match(answer.headers['cache-control'], /\bimmutable\b/);
  assert.match(answer.headers['cache-control'], /\bpublic\b/);
  assert.ok(Number(/max-age=(\d+)/.exec(answer.headers['cache-control'])[1]) >= 31536000);
});

test('caches may not keep an error as they keep a static file', async () => {
  const answer = await ask(`/static/nowhere-${process.pid}.svg`);
  assert.equal(answer.status, 404);
  assert.match(answer.headers['cache-control'], /^no-(store|cache)$/);
});

test('browsers ask again before each use of a page they keep, caches each second', async () => {
  const answer = await ask((await topics('de'))[0].path);
  assert.equal(answer.headers['cache-control'], 'max-age=0, s-maxage=1');
});

test('every page in the sitemap says its language in its header, too', async () => {
  for (const page of await sitemap())
    assert.equal((await ask(page.path)).headers['content-language'], page.language, page.path);
});

const compressed = (path, headers = {}) =>
  ask(path, { headers: { 'Accept-Encoding': 'gzip', ...headers } });

test('every page is the same with and without compression, and says so to caches', async () => {
  await each(await lasting(), 4, async (page) => {
    const [plain, gzip] = [await ask(page.path), await compressed(page.path)];
    assert.equal(plain.headers['content-encoding'], undefined, page.path);
    assert.equal(gzip.headers['content-encoding'], 'gzip', page.path);
    assert.equal(gunzipSync(gzip.body).toString(), plain.body.toString(), page.path);
    for (const answer of [plain, gzip]) {
      assert.match(answer.headers.vary ?? '', /\bAccept-Encoding\b/i, page.path);
      assert.equal(Number(answer.headers['content-length']), answer.body.length, page.path);
    }
    assert.notEqual(
      plain.headers.etag,
      gzip.headers.etag,
      `${page.path}: one strong tag for two encodings`,
    );
  });
});

test('the icon is the same with and without compression, and says so to caches', async () => {
  const path = await icon();
  const [plain, gzip] = [await ask(path), await compressed(path)];
  assert.equal(plain.headers['content-encoding'], undefined);
  assert.equal(text(gzip), text(plain));
  if (gzip.headers['content-encoding']) {
    for (const answer of [plain, gzip])
      assert.match(answer.headers.vary ?? 'no Vary', /\bAccept-Encoding\b/i);
  }
});

for (const [header, encoding] of [
  ['gzip;q=0', undefined],
  ['identity', undefined],
  ['br', undefined],
  ['gzip;q=0.5, br', 'gzip'],
  ['GZIP', 'gzip'],
  ['deflate, gzip', 'gzip'],
]) {
  test(`a browser that accepts ${header} gets ${encoding ?? 'no compression'}`, async () => {
    const answer = await ask((await topics('nl'))[0].path, {
      headers: { 'Accept-Encoding': header },
    });
    assert.equal(answer.headers['content-encoding'], encoding);
    assert.match(text(answer), /<\/html>/);
  });
}

for (const [encoding, headers] of [
  ['compressed', { 'Accept-Encoding': 'gzip' }],
  ['uncompressed', {}],
]) {
  test(`every page that the browser has, ${encoding}, is answered with 304 alone`, async () => {
    await each(await lasting(), 4, async (page) => {
      const first = await ask(page.path, { headers });
      assert.match(first.headers.etag ?? 'no ETag', /^(W\/)?"[^"]+"$/, page.path);
      for (const tags of [
        first.headers.etag,
        `"other", ${first.headers.etag}`,
        `W/${first.headers.etag.replace(/^W\//, '')}`,
      ]) {
        const again = await ask(page.path, { headers: { ...headers, 'If-None-Match': tags } });
        assert.equal(again.status, 304, `${page.path} with If-None-Match: ${tags}`);
        assert.equal(again.body.length, 0);
        // The fields that RFC 9110 section 15.4.5 asks for, and the policy, which a browser takes
        // from the newest answer.
        for (const field of ['etag', 'cache-control', 'vary', 'content-security-policy'])
          assert.equal(again.headers[field], first.headers[field], `${page.path}: ${field}`);
      }
      const changed = await ask(page.path, { headers: { ...headers, 'If-None-Match': '"other"' } });
      assert.equal(changed.status, 200, page.path);
      assert.ok(changed.body.length > 1000, page.path);
    });
  });
}

test(`every page with its style takes at most ${WEIGHT_MAX} bytes compressed`, async (t) => {
  const weights = await Promise.all(
    (await sitemap()).map(async (page) => [(await compressed(page.path)).body.length, page.path]),
  );
  const heaviest = weights.sort(([a], [b]) => b - a)[0];
  t.diagnostic(`the heaviest is ${heaviest[1]}: ${heaviest[0]} bytes`);
  assert.deepEqual(
    weights.filter(([bytes]) => bytes > WEIGHT_MAX),
    [],
  );
});

test('the icon takes at most 1,024 bytes', async () => {
  const answer = await compressed(await icon());
  assert.match(answer.headers['content-type'], /^image\/svg\+xml\b/);
  assert.ok(answer.body.length <= 1024, `${answer.body.length} bytes`);
});

test('no page makes a browser load anything of another site', async () => {
  const rels = 'icon|stylesheet|preload|preconnect|dns-prefetch|manifest';
  const loaded = new RegExp(
    ` (?:src|srcset|poster|data)="([^"]*)"|<link rel="(?:${rels})" href="([^"]*)"`,
    'g',
  );
  for (const page of await sitemap()) {
    const loads = [...text(await ask(page.path)).matchAll(loaded)].map(
      ([, source, link]) => source ?? link,
    );
    assert.deepEqual(
      loads.filter((address) => new URL(address, SITE).origin !== SITE),
      [],
      page.path,
    );
  }
});
