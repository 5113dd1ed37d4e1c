// SPDX-License-Identifier: EUPL-1.2
// The answers to requests that are wrong, broken or hostile.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contextOf, launch } from './browser.js';
import { LANGUAGES, SITE, ask, icon, send, sitemap, text, topics } from './site.js';

// Words of each language: the first heading of its error pages has one of them.
const SPEAKS = {
  nl: /\b(de|het|deze|er is)\b/i,
  fr: /\b(le|la|cette|l’envoi)\b/i,
  de: /\b(der|die|diese|es wurde)\b/i,
  en: /\b(the|this|too much was)\b/i,
};

const host = new URL(SITE).host;

// Checks an error page: it is whole, in LANGUAGE, has the status of the answer and a way out, and
// keeps search engines away.
function assertErrorPage(answer, language) {
  const page = text(answer);
  assert.match(answer.headers['content-type'], /^text\/html; ?charset=utf-8$/i);
  assert.match(page, new RegExp(`<html lang="${language}">`), `not in ${language}`);
  const headings = [...page.matchAll(/<h1[^>]*>(.*?)<\/h1>\s*<p class="lead">(.*?)<\/p>/gs)];
  assert.equal(headings.length, 1, 'not exactly one h1 with a line under it');
  assert.match(headings[0][1], SPEAKS[language]);
  assert.match(page, new RegExp(`<title>${answer.status} `));
  assert.match(page, /<meta name="robots" content="noindex">/);
  assert.match(page, new RegExp(`<a [^>]*href="/${language}/"`));
  assert.doesNotMatch(page, /rel="canonical"/);
  assert.match(page, /<\/html>\s*$/);
}

const other = (language) => LANGUAGES[(LANGUAGES.indexOf(language) + 1) % LANGUAGES.length];

for (const language of LANGUAGES) {
  for (const path of [
    'nowhere',
    'benelux-plus/nowhere',
    'info/nowhere',
    'benelux-plus/a/b/c/d',
    'nowhere/',
    'benelux-plus/nowhere?x=1',
  ]) {
    test(`/${language}/${path} answers 404 in ${language} to every browser`, async () => {
      const answer = await ask(`/${language}/${path}`, {
        headers: { 'Accept-Language': other(language) },
      });
      assert.equal(answer.status, 404);
      assertErrorPage(answer, language);
      assert.equal(answer.headers['content-language'], language);
    });
  }

  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
    test(`${method} to a page in ${language} answers 405 in it, with what is allowed`, async () => {
      const [topic] = await topics(language);
      const answer = await ask(topic.path, {
        method,
        headers: { 'Accept-Language': other(language) },
        body: method === 'POST' ? 'a=b' : undefined,
      });
      assert.equal(answer.status, 405);
      assert.deepEqual(answer.headers.allow?.split(/, ?/).sort(), ['GET', 'HEAD']);
      assertErrorPage(answer, language);
    });
  }

  test(`a body that is too large answers 413 in the language ${language}`, async () => {
    const head =
      `POST /${language}/benelux-plus HTTP/1.1\r\nHost: ${host}\r\n` +
      `Accept-Language: ${other(language)}\r\nContent-Length: 10000000\r\n\r\n`;
    const raw = await send(head);
    assert.equal(raw.status, 413);
    assert.match(raw.body, new RegExp(`<html lang="${language}">`));
    const answer = await ask(`/${language}/benelux-plus`, {
      method: 'POST',
      headers: { 'Accept-Language': other(language), 'Content-Length': 100000 },
      body: Buffer.alloc(100000),
    });
    assert.equal(answer.status, 413);
    assertErrorPage(answer, language);
  });
}

for (const [what, path] of [
  ['no page', `/nowhere-${process.pid}`],
  ['no static file', `/static/nowhere-${process.pid}.css`],
]) {
  test(`where there is ${what}, each browser gets 404 in its language, each second`, async () => {
    for (const language of LANGUAGES) {
      const answer = await ask(path, { headers: { 'Accept-Language': `${language}, en;q=0.1` } });
      assert.equal(answer.status, 404);
      assert.equal(
        /<html lang="(..)">/.exec(text(answer))[1],
        language,
        `for a browser that prefers ${language}`,
      );
    }
  });

  test(`where there is ${what}, no cache may give the 404 to other languages`, async () => {
    const { headers } = await ask(path);
    assert.ok(
      /\bno-store\b/.test(headers['cache-control']) ||
        /\bAccept-Language\b/i.test(headers.vary ?? ''),
      `Vary: ${headers.vary}`,
    );
  });
}

for (const [what, path] of [
  ['a static file', '/favicon.ico'],
  ['the sitemap', '/sitemap.xml'],
  ['robots.txt', '/robots.txt'],
  ['the health check', '/healthz'],
  ['/', '/'],
]) {
  test(`POST to ${what} answers 405 with what is allowed (RFC 9110 section 15.5.6)`, async () => {
    const answer = await ask(path, { method: 'POST' });
    assert.equal(answer.status, 405);
    assert.deepEqual(answer.headers.allow?.split(/, ?/).sort(), ['GET', 'HEAD']);
  });
}

test('the headings of the error pages differ from language to language', async () => {
  const pages = await Promise.all(LANGUAGES.map((language) => ask(`/${language}/nowhere`)));
  assert.equal(
    new Set(pages.map((page) => /<h1[^>]*>(.*?)<\/h1>/.exec(text(page))[1])).size,
    LANGUAGES.length,
  );
});

test('the address with or without a slash redirects to the page for good', async () => {
  for (const page of await sitemap()) {
    const other = page.path.endsWith('/') ? page.path.slice(0, -1) : `${page.path}/`;
    const answer = await ask(other);
    assert.equal(answer.status, 301, other);
    assert.equal(new URL(answer.headers.location, SITE).href, page.url);
  }
});

// No address of the site has such characters. Unescaped, some would have a meaning in the field
// Location.
test('an address with a character that none has leads nowhere', async () => {
  for (const character of [
    '%3f',
    '%23',
    '%25',
    '%20',
    '%22',
    '%3c',
    '%3a',
    '%40',
    '%5c',
    '%7f',
    '%e2%82%ac',
  ]) {
    const path = `/nl/benelux-plus/penta${character}x/`;
    const { status, headers } = await ask(path);
    assert.ok([400, 404].includes(status), `${path}: ${status} to ${headers.location}`);
  }
});

test('HEAD of every page answers as GET does, without a body', async () => {
  for (const page of await sitemap()) {
    const [head, get] = [await ask(page.path, { method: 'HEAD' }), await ask(page.path)];
    assert.equal(head.status, 200);
    assert.equal(head.body.length, 0);
    for (const field of [
      'content-type',
      'content-length',
      'content-security-policy',
      'content-language',
    ]) {
      assert.equal(head.headers[field], get.headers[field], `${field} of ${page.path}`);
    }
    // A form carries the second of its making, so it is another one in the next.
    if (!text(get).includes('name="stamp"'))
      assert.equal(head.headers.etag, get.headers.etag, `etag of ${page.path}`);
  }
});

const get = (path, fields = '') =>
  `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n${fields}Connection: close\r\n\r\n`;
const MARK = '<script>alert(1)</script>';

for (const [what, bytes, statuses = [400]] of [
  ['a line that is no request', `${MARK}\r\n\r\n`],
  [
    'a request line without a version that exists',
    `GET /nl/ HTTP/9.9\r\nHost: ${host}\r\n\r\n`,
    [400, 505],
  ],
  ['a request line in small letters', `get /nl/ HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
  [
    'binary bytes',
    Buffer.from([0x16, 0x03, 0x01, 0x00, 0xa5, 0x01, 0x00, 0x00, 0x0d, 0x0a, 0x0d, 0x0a]),
  ],
  ['a path that is no path', get('nl/')],
  ['a raw NUL in the path', get('/nl/\0')],
  ['an encoded NUL in the path', get('/nl/%00')],
  ['a raw byte that is not UTF-8 in the path', Buffer.from(get('/nl/\xff'), 'latin1')],
  ['an encoded byte that is not UTF-8 in the path', get('/nl/%ff')],
  ['an overlong UTF-8 slash in the path', get('/nl/%c0%af')],
  ['half a character in the path', get('/nl/%e2%82')],
  ['a surrogate in the path', get('/nl/%ed%a0%80')],
  ['a broken percent in the path', get('/nl/%zz')],
  ['a line break in the path', get('/nl/%0d%0aSet-Cookie:%20a=b')],
  [
    'a line break in the path of a page with a slash at the end',
    get('/nl/benelux-plus/a%0d%0aSet-Cookie:%20a=b/'),
  ],
  ['a path of 5,000 bytes', get(`/nl/${'a'.repeat(5000)}`), [400, 404, 414]],
  ['a path of 20,000 bytes', get(`/nl/${'a'.repeat(20000)}`), [400, 414]],
  ['a query of 20,000 bytes', get(`/nl/?${'a'.repeat(20000)}`), [400, 414]],
  ...[3000, 3300, 3600, 4000].map((length) => [
    `a parameter of ${length} bytes, of a page`,
    get(`/nl/benelux-plus?status=${'a'.repeat(length)}`),
    [200],
  ]),
  ['a header of 9,000 bytes', get('/nl/', `X-Long: ${'a'.repeat(9000)}\r\n`), [400, 431]],
  [
    'five headers of 8,000 bytes',
    get('/nl/', `X-Long: ${'a'.repeat(8000)}\r\n`.repeat(5)),
    [400, 431],
  ],
  ['no host', 'GET /nl/ HTTP/1.1\r\n\r\n'],
  ['two hosts', `GET /nl/ HTTP/1.1\r\nHost: ${host}\r\nHost: ${MARK}\r\n\r\n`],
  ['an impossible host', `GET /nl/ HTTP/1.1\r\nHost: ${MARK}\r\n\r\n`],
  [
    'a length that is no number',
    `POST /nl/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${MARK}\r\n\r\n`,
  ],
  ['a negative length', `POST /nl/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: -1\r\n\r\n`],
  [
    'two lengths',
    `POST /nl/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd`,
  ],
  [
    'a length beside chunks',
    `POST /nl/ HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 4\r\n` +
      'Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'an unknown encoding of the body',
    `POST /nl/ HTTP/1.1\r\nHost: ${host}\r\nTransfer-Encoding: ${MARK}\r\n\r\n`,
    [400, 501],
  ],
  [
    'a method that reflects',
    `TRACE /nl/ HTTP/1.1\r\nHost: ${host}\r\nX-Mark: ${MARK}\r\n\r\n`,
    [405],
  ],
  [
    'a method for proxies',
    `CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n`,
    [400, 405],
  ],
  [
    'a part of a file that it does not have',
    get('/robots.txt', 'Range: bytes=99999-\r\n'),
    [200, 416],
  ],
  [
    'a part of a static file that it does not have',
    async () => get(await icon(), 'Range: bytes=99999-\r\n'),
    [200, 416],
  ],
  ['a condition that fails', get('/nl/', 'If-Match: "x"\r\n'), [200, 412]],
  [
    'a condition on a static file that fails',
    async () => get(await icon(), 'If-Match: "x"\r\n'),
    [200, 412],
  ],
  ['a way out of the site', get('/../../etc/passwd')],
  ['an encoded way out of the static files', get('/static/..%2f..%2f..%2fetc/passwd'), [400, 404]],
  ["the error pages' own folder", get('/error-page/500'), [404]],
  ['the folder of the templates', get('/static/../templates/frame/error.tpl'), [404]],
  ['the list of the static files', get('/static/'), [403, 404]],
]) {
  test(`${what} is answered with ${statuses.join(' or ')}, and is not repeated`, async () => {
    const answer = await send(typeof bytes === 'function' ? await bytes() : bytes);
    assert.ok(
      statuses.includes(answer.status),
      `status ${answer.status}: ${answer.head.slice(0, 300)}`,
    );
    assert.doesNotMatch(answer.body, /<script(?! type="application\/ld\+json")/i);
    assert.doesNotMatch(answer.body, /a{100}/);
    assert.doesNotMatch(answer.head, /^set-cookie:/im);
    assert.doesNotMatch(Buffer.from(answer.body, 'latin1').toString('latin1'), /[\0\xff]|root:/);
    assert.doesNotMatch(
      `${answer.head}${answer.body}`,
      /nginx\/\d|<center>/i,
      'the page of the server itself',
    );
  });
}

const HOSTILE = encodeURIComponent(MARK);
const AGAIN = `%22%3E${HOSTILE}`;
for (const path of [
  `/nl/${HOSTILE}`,
  `/fr/benelux-plus/${HOSTILE}`,
  `/de/benelux-plus/partner/${AGAIN}`,
  `/en/info/${AGAIN}`,
  `/${HOSTILE}`,
  `/static/${AGAIN}`,
  `/nl/?q=${HOSTILE}`,
  `/nl/nowhere?q=${AGAIN}`,
  `/nl/${MARK}`,
  `/nl/?q="><img%20src=x>${MARK}`,
  `/nl/benelux-plus/?${HOSTILE}`,
  `/?${HOSTILE}`,
]) {
  test(`a script in an address is never repeated: ${path}`, async () => {
    const answer = await send(
      get(
        path,
        `Referer: ${MARK}\r\nUser-Agent: ${MARK}\r\nAccept-Language: ${MARK}\r\n` +
          `Cookie: a=${MARK}\r\nX-Forwarded-Host: ${MARK}\r\n`,
      ),
    );
    assert.ok(answer.status >= 200 && answer.status < 500, `status ${answer.status}`);
    assert.doesNotMatch(
      answer.head + answer.body,
      /<script(?! type="application\/ld\+json">)|alert\(1\)<|<img src=x/i,
    );
  });
}

test('the query changes nothing: neither the page nor what the cache keeps', async () => {
  const [topic] = await topics('nl');
  const [plain, queried] = [await ask(topic.path), await ask(`${topic.path}?utm_source=x&lang=fr`)];
  assert.equal(queried.status, 200);
  assert.equal(text(queried), text(plain));
});

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const [what, path, status] of [
  ['the application', '/nl/nowhere', 404],
  ['nginx', `/static/nowhere-${process.pid}.css`, 404],
  ['nginx, before it reads the path,', '/nl/%00', 400],
]) {
  test(`the error page that ${what} makes is whole and styled, without complaints`, async () => {
    const page = await (await contextOf(browser, 320, 'light')).newPage();
    const complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    const answer = await page.goto(SITE + path);
    assert.equal(answer.status(), status);
    assert.notEqual(
      await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
      'rgba(0, 0, 0, 0)',
      'the style sheet does not apply',
    );
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
    const empty = await page.evaluate(() =>
      [...document.querySelectorAll('nav, ul, ol, section, aside')]
        .filter((element) => !element.innerText.trim())
        .map((element) => element.outerHTML),
    );
    assert.deepEqual(empty, [], 'parts with nothing in them, which screen readers announce');
    assert.deepEqual(
      complaints.filter((complaint) => !complaint.includes(`status of ${status}`)),
      [],
    );
    await page.context().close();
  });
}
