// SPDX-License-Identifier: EUPL-1.2
// The search: what it finds, what it offers when it finds nothing, and that it takes any input.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { contextOf, launch } from './browser.js';
import { HERE, LISTS, TEXT, TYPES, items, json, links, pagesOf } from './formats.js';
import { LANGUAGES, SITE, ask, each, mainOf, oneLine, sitemap, tags, text } from './site.js';

const LENGTH_MAX = 200; // characters
const SOON = 2000; // milliseconds

// A word of many texts, in two forms.
const FORMS = {
  nl: ['vergadering', 'vergaderingen'],
  fr: ['réunion', 'réunions'],
  de: ['Erklärung', 'Erklärungen'],
  en: ['meeting', 'meetings'],
};
const STOP_WORDS = {
  nl: 'de het een van',
  fr: 'le la de et',
  de: 'der die das und',
  en: 'the of and a',
};

const address = (language, q, format = '') =>
  `${LISTS.search[language]}${format}?q=${encodeURIComponent(q)}`;
const pageFor = (language, q) => ask(address(language, q));

// The addresses that a search finds, on all its pages: those in the language of the search that
// have all of its words.
async function found(language, q) {
  const urls = [];
  for (let at = address(language, q, '.json'); at;) {
    const list = await json(at);
    assert.ok(Array.isArray(list.items), at);
    urls.push(...list.items.filter((item) => item.match === 'all').map((item) => item.url));
    at = list.next;
    assert.ok(urls.length < 10000, `the pages of ${q} have no end`);
  }
  return urls.filter((url) => url.startsWith(`${SITE}/${language}/`));
}

// The searches for something other than Q that a page offers.
const offered = (page, language, q) =>
  tags(mainOf(text(page)), 'a')
    .map((link) => new URL(link.href, SITE))
    .filter((url) => url.pathname === LISTS.search[language] && !url.searchParams.has('page'))
    .map((url) => url.searchParams.get('q'))
    .filter((other) => other && other !== q);

// Checks a page of the search: it has the form in its language, with what was searched for.
function assertForm(page, language, q) {
  assert.equal(page.status, 200, JSON.stringify(q));
  assert.match(text(page), new RegExp(`<html lang="${language}">`));
  const forms = [
    ...mainOf(text(page)).matchAll(/<form[\s>].*?<\/form>|<search[\s>].*?<\/search>/gs),
  ].map(([form]) => form);
  const form =
    forms.find((one) => /\srole="search"|<search[\s>]/.test(one)) ??
    assert.fail('no form for the search');
  assert.equal(
    new URL(tags(form, 'form')[0].action ?? '', SITE + LISTS.search[language]).pathname,
    LISTS.search[language],
  );
  const inputs = tags(form, 'input').filter((input) => input.name === 'q');
  assert.equal(inputs.length, 1);
  const searched = (value) => oneLine(value.normalize());
  assert.equal(
    searched(inputs[0].value ?? ''),
    searched(q),
    'what was searched for is not in the form',
  );
}

test('the links to other languages keep the words of the search', async () => {
  for (const language of LANGUAGES) {
    const others = tags(text(await pageFor(language, 'NRW & Rotterdam')), 'a')
      .map((link) => new URL(link.href, SITE))
      .filter(
        (url) =>
          Object.values(LISTS.search).includes(url.pathname) &&
          url.pathname !== LISTS.search[language],
      );
    assert.deepEqual(
      others.map((url) => url.searchParams.get('q')),
      others.map(() => 'NRW & Rotterdam'),
    );
    assert.equal(others.length, LANGUAGES.length - 1);
  }
});

test('the search tells browsers how it works (OpenSearch)', async () => {
  for (const language of LANGUAGES) {
    const [link] = tags(text(await ask(LISTS.search[language])), 'link').filter(
      (one) => one.rel === 'search',
    );
    const answer = await ask(link.href);
    assert.match(answer.headers['content-type'], /^application\/opensearchdescription\+xml/);
    const [template] = tags(text(answer), 'Url')
      .filter((url) => url.type === 'application/json')
      .map((url) => url.template);
    assert.ok(
      (await json(template.replace('{searchTerms}', 'NRW').replace(SITE, ''))).total > 0,
      template,
    );
  }
});

test('a page with most of the words only is marked so, and is not counted', async () => {
  const q = 'Rotterdam Kyoto';
  assert.match(mainOf(text(await pageFor('en', q))), /No page has all of these words/);
  const list = await json(address('en', q, '.json'));
  assert.equal(list.total, 0);
  assert.ok(list.items.some((item) => item.match === 'most'));
});

for (const language of LANGUAGES) {
  const path = LISTS.search[language];

  test(`${path} without words is the form alone`, async () => {
    const plain = await ask(path);
    assertForm(plain, language, '');
    for (const query of ['?q=', '?q', '?q=%20%20', '?q=+']) {
      const page = await ask(path + query);
      assertForm(page, language, '');
      assert.doesNotMatch(mainOf(text(page)), /<mark/);
      assert.deepEqual(tags(mainOf(text(page)), 'a'), tags(mainOf(text(plain)), 'a'), query);
    }
  });

  test(`the results are marked, lead to pages and agree with JSON, in ${language}`, async () => {
    const [q] = FORMS[language];
    const page = await pageFor(language, q);
    assertForm(page, language, q);
    assert.match(mainOf(text(page)), /<mark>[^<]+<\/mark>/);
    const list = await json(address(language, q, '.json'));
    assert.equal(list.language, language);
    assert.ok(HERE(list.url));
    assert.ok(list.items.length > 0);
    for (const item of list.items)
      assert.ok(
        HERE(item.url) && TEXT.test(item.title) && !/<\/?mark/.test(item.title),
        JSON.stringify(item),
      );
    const [urls, shown] = [await found(language, q), await links(address(language, q))];
    assert.equal(new Set(urls).size, urls.length, 'something is found twice');
    assert.deepEqual(
      urls.filter((url) => !shown.includes(url)),
      [],
      'found as JSON, and not on the page',
    );
    await each(urls, 4, async (url) => assert.equal((await ask(url)).status, 200, url));
  });

  test(`the results name themselves as JSON in ${language}`, async () => {
    const q = FORMS[language][0];
    const named = tags(text(await pageFor(language, q)), 'link')
      .filter((link) => link.rel === 'alternate' && link.type === 'application/json')
      .map((link) => new URL(link.href, SITE));
    assert.deepEqual(
      named.map((url) => [url.pathname, url.searchParams.get('q')]),
      [[`${path}.json`, q]],
    );
    assert.match((await ask(named[0].href)).headers['content-type'], TYPES.json);
  });

  test(`all forms of a word, small or in capitals, find the same in ${language}`, async () => {
    const [one, other] = FORMS[language];
    const urls = await found(language, one);
    assert.ok(urls.length > 0);
    for (const q of [other, one.toUpperCase(), `  ${one}  `])
      assert.deepEqual((await found(language, q)).sort(), [...urls].sort(), q);
    const plus = await json(`${path}.json?q=${encodeURIComponent(one)}+2019`);
    assert.deepEqual(
      plus.items,
      (await json(address(language, `${one} 2019`, '.json'))).items,
      'a plus is not read as a space',
    );
  });

  for (const spellings of [
    ['Königswinter', 'Koenigswinter', 'Konigswinter', 'KÖNIGSWINTER', 'Ko\u0308nigswinter'],
    ['Düsseldorf', 'Duesseldorf', 'Dusseldorf'],
  ]) {
    test(`${spellings.join(', ')} all find the meetings there, in ${language}`, async () => {
      const there = (await items(`${LISTS.meetings[language]}.json`))
        .filter((item) => item.title.includes(spellings[0]))
        .map((item) => item.url);
      assert.ok(there.length > 0, `no meeting has ${spellings[0]} in its title`);
      for (const q of spellings) {
        const urls = await found(language, q);
        assert.deepEqual(
          there.filter((url) => !urls.includes(url)),
          [],
          q,
        );
      }
    });
  }

  test(`a mistyped word finds nothing, but is offered corrected, in ${language}`, async () => {
    for (const q of [
      'Dusseldorff',
      ...(['nl', 'en'].includes(language) ? ['energi forumm'] : []),
    ]) {
      assert.deepEqual(await found(language, q), [], q);
      const page = await pageFor(language, q);
      assertForm(page, language, q);
      const others = offered(page, language, q);
      assert.ok(others.length > 0, `nothing is offered for ${q}`);
      for (const other of others)
        assert.ok(
          (await found(language, other)).length > 0,
          `${other}, offered for ${q}, finds nothing`,
        );
    }
  });

  test(`the conclusions of meetings are found in ${language}`, async () => {
    const all = (await items(`${LISTS.conclusions[language]}.json`)).filter(
      (item) => item.language === language,
    );
    await each(all.slice(0, 5), 2, async (item) => {
      const q = [...item.text.matchAll(/\p{L}{5,}/gu)]
        .map(([word]) => word)
        .slice(0, 6)
        .join(' ');
      const urls = await found(language, q);
      assert.ok(
        urls.some((url) => url.split('#')[0] === item.meeting.url),
        `${q} does not find ${item.url}`,
      );
    });
  });

  test(`the titles of documents in ${language} are found`, async (t) => {
    const documents = [];
    await each(await pagesOf('meeting', language), 4, async (page) => {
      for (const document of (await json(`${page.path}.json`)).documents)
        if (document.language === language) documents.push([document.title, page.url]);
    });
    if (documents.length === 0) return t.skip('no meeting has a document in this language');
    for (const [title, url] of documents.slice(0, 5)) {
      const q = title.slice(0, LENGTH_MAX).replace(/\s+\S*$/, '');
      assert.ok(
        (await found(language, q)).some((one) => one.split('#')[0] === url),
        `${q} does not find ${url}`,
      );
    }
  });
}

test('German spellings without dots, and with e for them, find the same', async () => {
  const urls = await found('de', 'Lüttich');
  assert.ok(urls.length > 0);
  for (const q of ['Luttich', 'Luettich'])
    assert.deepEqual((await found('de', q)).sort(), [...urls].sort(), q);
});

test('French words are found without their accents', async () => {
  const urls = await found('fr', 'énergie');
  assert.ok(urls.length > 0);
  for (const q of ['energie', 'ENERGIE', 'ÉNERGIE'])
    assert.deepEqual((await found('fr', q)).sort(), [...urls].sort(), q);
});

test('the header of every page in the sitemap leads to the search', async () => {
  await each(await sitemap(), 4, async (page) => {
    const header = /<header[\s>].*?<\/header>/s.exec(text(await ask(page.path)))[0];
    const ways = [
      ...tags(header, 'a').map((link) => link.href),
      ...tags(header, 'form').map((form) => form.action ?? ''),
    ].map((href) => new URL(href, page.url).pathname);
    const here = page.path === LISTS.search[page.language] && /aria-current="page"/.test(header);
    assert.ok(here || ways.includes(LISTS.search[page.language]), page.path);
  });
});

const ODD = [
  '"',
  '""',
  '"vergadering',
  "'",
  "''",
  "' or '1'='1",
  '\\',
  '\\\\',
  '\\0',
  '%',
  '%%',
  '%s%n',
  '_',
  '$1',
  '$$',
  ';',
  '; drop table page',
  '--',
  '#',
  '?',
  '+',
  '=',
  'a=b&q=c',
  '&',
  '|',
  '!',
  '(',
  ')',
  '()',
  ':',
  ':*',
  '*',
  '<->',
  '<2>',
  'a & | ! b',
  '( a | b',
  'a:*B',
  '!!a',
  'a <-> b',
  '-',
  '-a',
  'a or b',
  'or',
  'and',
  '"a b" -c',
  '{}',
  '[[Meetings]]',
  '{{TITLE}}',
  '/',
  '../..',
  '<b>bold</b>',
  '<mark>x</mark>',
  '</mark>',
  '&lt;script&gt;',
  '1e309',
  '-0',
  'null',
  'NaN',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '\u202e',
  '😀',
  '👩‍👩‍👧‍👦',
  'é',
  'e\u0301',
  'ß',
  'İ',
  '日本語',
  'Ελλάδα',
  'עברית',
  '𝔘',
  '\ufffd',
  ...['a', 'ü', '😀', '(', '"', '\\', '!', "'"].map((character) => character.repeat(LENGTH_MAX)),
  'a '.repeat(LENGTH_MAX / 2),
  'a-b/c@d.e:f'.repeat(10),
];
for (const language of LANGUAGES) {
  test(`any input of ${LENGTH_MAX} characters is a search, in ${language}`, async () => {
    await each([...ODD, STOP_WORDS[language]], 4, async (q) => {
      const start = Date.now();
      const page = await pageFor(language, q);
      assert.equal(page.status, 200, JSON.stringify(q));
      assert.ok(Date.now() - start < SOON, `${JSON.stringify(q)} takes ${Date.now() - start} ms`);
      // The form may leave out what nobody sees.
      if (/[\p{L}\p{N}\p{P}\p{S}]/u.test(q)) assertForm(page, language, q);
      assert.equal((await ask(address(language, q, '.json'))).status, 200, JSON.stringify(q));
    });
  });

  test(`more than ${LENGTH_MAX} characters are refused soon, in ${language}`, async () => {
    for (const q of [
      'a'.repeat(LENGTH_MAX + 1),
      'ü'.repeat(LENGTH_MAX + 1),
      'a b '.repeat(LENGTH_MAX),
      'x'.repeat(6000),
    ]) {
      const start = Date.now();
      const page = await ask(address(language, q), {
        headers: { 'Accept-Language': LANGUAGES.find((other) => other !== language) },
      });
      assert.ok(Date.now() - start < SOON, `${q.length} characters take ${Date.now() - start} ms`);
      // A request longer than an address may be has another status (RFC 9110 section 15.5.15).
      const status = q.length > 4000 ? 414 : 400;
      assert.equal(page.status, status, `${q.length} characters`);
      assert.match(text(page), new RegExp(`<html lang="${language}">`));
      assert.equal(text(page).match(/<h1[\s>]/g)?.length, 1);
      assert.equal(
        (await ask(address(language, q, '.json'))).status,
        status,
        `${q.length} characters, as JSON`,
      );
    }
  });

  test(`wrong UTF-8 and wrong numbers of pages are refused, in ${language}`, async () => {
    const word = encodeURIComponent(FORMS[language][0]);
    for (const [query, ...statuses] of [
      ['q=%ff', 400],
      ['q=a%c3', 400],
      ['q=%c0%af', 400],
      ['q=%ed%a0%80', 400],
      [`q=${word}&page=abc`, 400],
      [`q=${word}&page=-1`, 400],
      [`q=${word}&page=1.5`, 400],
      [`q=${word}&page=0`, 400, 404],
      [`q=${word}&page=9999`, 404],
      [`q=${word}&page=99999999999999999999`, 400, 404],
      [`q=${word}&page=%ff`, 400],
      [`q=${word}&page=1`, 200],
      ['q=%00', 200, 400],
      ['q=a%0d%0aSet-Cookie:%20a=b', 200, 400],
    ]) {
      const page = await ask(`${LISTS.search[language]}?${query}`);
      assert.ok(statuses.includes(page.status), `${query} is answered with ${page.status}`);
      assert.match(text(page), new RegExp(`<html lang="${language}">`), query);
      assert.equal(page.headers['set-cookie'], undefined);
      assert.equal(
        (await ask(`${LISTS.search[language]}.json?${query}`)).status,
        page.status,
        `${query}, as JSON`,
      );
    }
  });
}

let browser;
let tab;
const complaints = [];
before(async () => {
  browser = await launch();
  tab = await (await contextOf(browser, 1280, 'light')).newPage();
  tab.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()),
  );
  tab.on('dialog', (dialog) => {
    complaints.push(`a script runs: ${dialog.message()}`);
    dialog.dismiss();
  });
});
after(() => browser?.close());

for (const q of [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '" autofocus onfocus="alert(1)',
  '</title><script>alert(1)</script>',
  '--><svg onload=alert(1)>',
  'javascript:alert(1)',
]) {
  test(`a script that is searched for does not run, and is in the form: ${q}`, async () => {
    for (const language of LANGUAGES) {
      // With a word that is found there are snippets, too.
      for (const searched of [q, `${FORMS[language][0]} ${q}`]) {
        complaints.length = 0;
        await tab.goto(SITE + address(language, searched));
        assert.deepEqual(complaints, []);
        assert.equal(await tab.locator('main input[name=q]').inputValue(), searched);
        const intruders = await tab.evaluate(() =>
          [
            ...document.querySelectorAll(
              'script:not([type="application/ld+json"]), img, svg, [onerror], [onfocus]',
            ),
          ].map((element) => element.outerHTML),
        );
        assert.deepEqual(intruders, []);
      }
    }
  });
}

test('results in other languages have a part with a name, and say their language', async () => {
  const other = { nl: 'fr', fr: 'de', de: 'en', en: 'nl' };
  for (const language of LANGUAGES) {
    const [meeting] = (await items(`${LISTS.meetings[other[language]]}.json`)).filter(
      (item) => item.language === other[language],
    );
    complaints.length = 0;
    await tab.goto(SITE + address(language, meeting.title.slice(0, LENGTH_MAX)));
    assert.deepEqual(complaints, []);
    const parts = await tab.evaluate(
      (prefix) =>
        [
          ...document.querySelectorAll('main section[aria-labelledby], main section[aria-label]'),
        ].map((section) => ({
          name:
            section.getAttribute('aria-label') ??
            document.getElementById(section.getAttribute('aria-labelledby'))?.innerText ??
            '',
          languages: [...section.querySelectorAll('a')]
            .filter((link) => new URL(link.href).pathname.startsWith(prefix))
            .map((link) => (link.querySelector('[lang]') ?? link.closest('[lang]')).lang),
        })),
      `/${other[language]}/`,
    );
    const part =
      parts.find(({ languages }) => languages.length > 0) ??
      assert.fail(`${meeting.title} is not offered in ${language}`);
    assert.match(part.name, TEXT);
    assert.deepEqual([...new Set(part.languages)], [other[language]]);
  }
});

test('Enter in the field of the search leads to the results', async () => {
  for (const language of LANGUAGES) {
    await tab.goto(SITE + LISTS.search[language]);
    await tab.locator('main input[name=q]').fill(FORMS[language][0]);
    await tab.keyboard.press('Enter');
    await tab.waitForURL((url) => url.searchParams.get('q') === FORMS[language][0]);
    assert.ok((await tab.locator('main mark').count()) > 0, language);
  }
});
