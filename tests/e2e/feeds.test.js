// SPDX-License-Identifier: EUPL-1.2
// The news feed of each language, and the sitemap, against the grammars of their formats.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FEEDS, LISTS, MEDIA, TYPES, alternates } from './formats.js';
import { LANGUAGES, SITE, ask, decode, each, sitemap, tags, text } from './site.js';
import { schemaFaults } from './xml.js';

const TIME = '2026-01-02T03:04:05';
const ENTRY = `<entry>
  <id>tag:example.org,2026:1</id><title>An entry</title><updated>${TIME}Z</updated>
  <link href="http://example.org/1"/>
</entry>`;
const FEED = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <link rel="self" type="application/atom+xml" href="http://example.org/en/news.atom"/>
  <title>News</title><author><name>Somebody</name></author>
  <id>http://example.org/en/news.atom</id><updated>${TIME}+01:00</updated>
  ${ENTRY}
  <entry>
    <title type="html">&lt;b&gt;Other&lt;/b&gt;</title>
    <published>2026-01-01T00:00:00Z</published><updated>${TIME}Z</updated>
    <link href="http://example.org/2" hreflang="en"/>
    <category term="penta" label="Penta"/><id>tag:example.org,2026:2</id>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>word</b></div></content>
    <more xmlns="http://example.org/">x</more>
  </entry>
</feed>`;
const OWN_AUTHORS = FEED.replace(/<author>.*?<\/author>/, '').replaceAll(
  '<entry>',
  '<entry><author><name>Somebody</name></author>',
);

test('the grammar of Atom takes a right feed, and refuses a wrong one', async () => {
  assert.deepEqual(await schemaFaults('atom', FEED), []);
  assert.deepEqual(await schemaFaults('atom', OWN_AUTHORS), []);
  assert.deepEqual(
    await schemaFaults('atom', FEED.replace(/<entry>.*<\/entry>/s, '')),
    [],
    'a feed without an entry yet',
  );
  for (const [what, from, to] of [
    ['no id', '<id>http://example.org/en/news.atom</id>', ''],
    ['no title', '<title>News</title>', ''],
    ['two titles', '<title>News</title>', '<title>a</title><title>b</title>'],
    ['an empty title', '<title>News</title>', '<title> </title>'],
    ['no updated', '<updated>2026-01-02T03:04:05+01:00</updated>', ''],
    ['no author at all', '<author><name>Somebody</name></author>', ''],
    ['an author without a name', '<name>Somebody</name>', '<email>a@example.org</email>'],
    ['a time without a zone', '05+01:00<', '05<'],
    ['a day for a time', '2026-01-02T03:04:05Z', '2026-01-02'],
    ['an impossible day', '2026-01-02T03:04:05Z', '2026-02-30T03:04:05Z'],
    ['a relative id', 'tag:example.org,2026:1', '/1'],
    ['an entry without id', '<id>tag:example.org,2026:1</id>', ''],
    ['an entry without a link', '<link href="http://example.org/1"/>', ''],
    ['an entry without a title', '<title>An entry</title>', ''],
    ['a link without href', 'href="http://example.org/2" ', ''],
    ['a link with an attribute of HTML', 'hreflang="en"', 'lang="en"'],
    ['an impossible language', 'xml:lang="en"', 'xml:lang="e n"'],
    ['a category without a term', 'term="penta" ', ''],
    ['an element that Atom does not have', '<title>News</title>', '<title>News</title><date/>'],
    ['a feed without its name space', ' xmlns="http://www.w3.org/2005/Atom"', ''],
    ['markup in a plain title', '<title>News</title>', '<title><b xmlns="">News</b></title>'],
    ['text between the elements', '<title>News</title>', '<title>News</title>words'],
    ['an element that is not closed', '</feed>', ''],
    [
      'one entry without an author, where the feed has none',
      OWN_AUTHORS,
      OWN_AUTHORS.replace('<author><name>Somebody</name></author>', ''),
    ],
  ]) {
    const broken = from === OWN_AUTHORS ? to : FEED.replace(from, to);
    assert.notEqual(broken, FEED, what);
    assert.notDeepEqual(await schemaFaults('atom', broken), [], `${what} is not refused`);
  }
});

const MAP = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
  xmlns:xhtml="http://www.w3.org/1999/xhtml">
<url><loc>http://example.org/nl/</loc><lastmod>2026-01-02</lastmod>
  <xhtml:link rel="alternate" hreflang="fr" href="http://example.org/fr/"/></url>
<url><xhtml:link rel="alternate" hreflang="x-default" href="http://example.org/"/>
  <loc>http://example.org/fr/?a=b&amp;c=d</loc>
  <lastmod>2026-01-02T03:04:05.6+01:00</lastmod><priority>0.5</priority></url>
<url><loc>http://example.org/</loc><changefreq>daily</changefreq>
  <lastmod>2026-01-02T03:04Z</lastmod></url></urlset>`;

test('the grammar of sitemaps takes a right one, and refuses a wrong one', async () => {
  assert.deepEqual(await schemaFaults('sitemap', MAP), []);
  for (const [what, from, to] of [
    ['no address', '<loc>http://example.org/nl/</loc>', ''],
    [
      'two addresses',
      '<loc>http://example.org/nl/</loc>',
      '<loc>http://example.org/nl/</loc><loc>http://example.org/</loc>',
    ],
    ['a path for an address', 'http://example.org/nl/', '/nl/'],
    ['a space in an address', 'org/nl/', 'org/n l/'],
    ['an address that is too long', 'org/nl/', `org/${'a'.repeat(2048)}`],
    ['a time without a zone', '05.6+01:00', '05.6'],
    ['an impossible day', '2026-01-02<', '2026-13-02<'],
    ['a day in words', '2026-01-02<', '2 January 2026<'],
    ['a link without a language', 'hreflang="fr" ', ''],
    ['a link that is no alternate', 'rel="alternate"', 'rel="next"'],
    ['a relative link', 'href="http://example.org/fr/"', 'href="/fr/"'],
    ['a priority above one', '0.5', '1.5'],
    ['an unknown frequency', 'daily', 'often'],
    ['an unknown element', '<priority>0.5</priority>', '<title>x</title>'],
    ['no name space', ' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"', ''],
    ['no page', /<url>.*<\/url>/s, ''],
    ['an ampersand without escape', '&amp;', '&'],
  ]) {
    const broken = MAP.replace(from, to);
    assert.notEqual(broken, MAP, what);
    assert.notDeepEqual(await schemaFaults('sitemap', broken), [], `${what} is not refused`);
  }
});

test('the sitemap is valid by its grammar', async () =>
  assert.deepEqual(await schemaFaults('sitemap', text(await ask('/sitemap.xml'))), []));

// The text of the first element NAME in XML, which has no prefixes.
const element = (xml, name) =>
  decode(new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, 's').exec(xml)?.[1] ?? '').trim();

const feeds = LANGUAGES.flatMap((language) =>
  [
    FEEDS[language],
    ...['obstacles', 'practices', 'meetings', 'conclusions', 'events'].map(
      (kind) => `${LISTS[kind][language]}.atom`,
    ),
  ].map((path) => ({ language, path })),
);
for (const { language, path } of feeds) {
  const read = async () => {
    const answer = await ask(path);
    assert.equal(answer.status, 200);
    const xml = text(answer);
    return {
      answer,
      xml,
      head: xml.replace(/<entry[\s>].*<\/entry>/s, ''),
      entries: xml.match(/<entry[\s>].*?<\/entry>/gs) ?? [],
    };
  };

  test(`${path} is a valid feed in its language, names itself and has entries`, async () => {
    const { answer, xml, head, entries } = await read();
    assert.match(answer.headers['content-type'], TYPES.atom);
    assert.deepEqual(await schemaFaults('atom', xml), []);
    assert.equal(tags(head, 'feed')[0]['xml:lang'], language);
    assert.deepEqual(
      tags(head, 'link')
        .filter((link) => link.rel === 'self')
        .map((link) => link.href),
      [SITE + path],
    );
    assert.ok(entries.length > 0, 'no entry');
  });

  test(`the entries of ${path} have own ids, the latest first, and lead to pages`, async () => {
    const { xml, head, entries } = await read();
    assert.deepEqual(await schemaFaults('atom', xml), []);
    const ids = entries.map((entry) => element(entry, 'id'));
    assert.equal(new Set([element(head, 'id'), ...ids]).size, ids.length + 1);
    // RFC 4151. The ids have nothing of the address of this site, which may change, or be asked for
    // in another way.
    for (const id of [element(head, 'id'), ...ids])
      assert.match(id, /^tag:benelux\.int,2026:benelux-plus\/[\w./-]+$/);
    const times = entries.map((entry) => Date.parse(element(entry, 'updated')));
    assert.deepEqual(
      times,
      [...times].sort((a, b) => b - a),
    );
    assert.ok(
      Date.parse(element(head, 'updated')) >= times[0],
      'the feed is older than its first entry',
    );
    assert.ok(times[0] <= Date.now() + 60000, 'an entry is dated in the future');
    await each(entries, 4, async (entry) => {
      const links = tags(entry, 'link').filter((link) => !link.rel || link.rel === 'alternate');
      assert.ok(links.length > 0, `${element(entry, 'id')} leads to no page`);
      for (const { href } of links) {
        assert.ok(href.startsWith(`${SITE}/`), href);
        assert.equal((await ask(href)).status, 200, href);
      }
    });
  });
}

test('every page names the feed of its language, and no other but its own', async () => {
  await each(await sitemap(), 4, async (page) => {
    const feeds = alternates(text(await ask(page.path)), page).filter(
      (link) => link.type === MEDIA.atom,
    );
    const own = [
      LISTS.obstacles,
      LISTS.practices,
      LISTS.events,
      LISTS.meetings,
      LISTS.conclusions,
    ].some((list) => list[page.language] === page.path)
      ? [`${page.path}.atom`]
      : [];
    assert.deepEqual(
      feeds.map((link) => link.path),
      [...own, FEEDS[page.language]],
      page.path,
    );
  });
});
