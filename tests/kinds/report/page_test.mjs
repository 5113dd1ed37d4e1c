// SPDX-License-Identifier: EUPL-1.2
// A report that is sent while the database is away, to the program as plain CGI. All that was typed
// comes back.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';

function post(path, body, extra = {}) {
  const { stdout, status } = spawnSync(process.env.TEST_PROGRAM, [], {
    env: {
      ...process.env,
      GATEWAY_INTERFACE: 'CGI/1.1',
      REQUEST_METHOD: 'POST',
      PATH_INFO: path,
      CONTENT_TYPE: 'application/x-www-form-urlencoded',
      CONTENT_LENGTH: String(Buffer.byteLength(body)),
      REMOTE_ADDR: '192.0.2.1',
      ...extra,
    },
    input: body,
    encoding: 'utf8',
  });
  const end = stdout.indexOf('\r\n\r\n');
  return {
    exit: status,
    status: Number(/^Status: (\d+)/m.exec(stdout)?.[1]),
    head: stdout.slice(0, end),
    body: stdout.slice(end + 4),
  };
}
const away = { BENELUX_DATABASE: 'host=/nowhere' };
const sent = new URLSearchParams({
  obstacle: 'Wat mij\nhindert',
  place: 'Tussen "A" en B',
  affected: 'Mij',
  cause: '<wet>',
  email: 'a@b.example',
  stamp: `1.${'0'.repeat(64)}`,
}).toString();

for (const [language, path, words] of [
  ['nl', '/nl/belemmering-melden', 'storing bij ons'],
  ['fr', '/fr/signaler-un-obstacle', 'panne de notre côté'],
  ['de', '/de/hindernis-melden', 'Störung'],
  ['en', '/en/report-an-obstacle', 'a fault on our side'],
]) {
  test(`without a database all that was typed comes back, in ${language}`, () => {
    const answer = post(path, sent, away);
    assert.deepEqual([answer.exit, answer.status], [0, 503]);
    assert.match(answer.head, /^Retry-After: 5\r?$/m);
    assert.match(answer.head, /^Cache-Control: no-store\r?$/m);
    assert.ok(answer.body.includes(words));
    assert.match(answer.body, />\nWat mij\nhindert<\/textarea>/);
    assert.match(answer.body, /name="place" value="Tussen &quot;A&quot; en B"/);
    assert.match(answer.body, />\n&lt;wet&gt;<\/textarea>/);
    assert.match(answer.body, /value="a@b\.example"/);
    assert.ok(answer.body.includes(`name="stamp" value="1.${'0'.repeat(64)}"`));
  });
}

const PART = '[2-9AC-HJKMNPQRTVWXY]{4}';
const THANKS = new RegExp(
  `^Location: /nl/belemmering-melden\\?reference=(${PART}-${PART})\\r?$`,
  'm',
);
test('a report filled in by a machine is thanked for without asking the database', () => {
  const references = ['', sent, 'stamp=x', 'obstacle=%ff'].map((fields) => {
    const answer = post('/nl/belemmering-melden', `subject=Buy&${fields}`, away);
    assert.equal(answer.status, 303);
    return THANKS.exec(answer.head)[1];
  });
  assert.equal(new Set(references).size, references.length);
});

test('forbidden characters in a report are refused', () => {
  for (const bad of ['%EF%BF%BF', '%E2%80%AE', '%C2%80'])
    assert.equal(
      post('/nl/belemmering-melden', `${sent}${bad}`.replace('cause=', `cause=${bad}`), away)
        .status,
      422,
      bad,
    );
  assert.match(
    post('/nl/belemmering-melden', 'obstacle=grens%C2%ADarbeid%0Ben%E2%80%8B', away).body,
    />\ngrensarbeid\nen<\/textarea>/,
  );
});

test('faults are shown without a database, too', () => {
  const answer = post('/nl/belemmering-melden', 'obstacle=x', away);
  assert.equal(answer.status, 422);
  assert.match(answer.body, />\nx<\/textarea>/);
});

test('a comment on the website without a page is asked for its page', () => {
  for (const [path, page, border] of [
    ['/nl/opmerking', 'Vermeld op welke pagina', 'Vermeld waar<'],
    ['/fr/remarque', 'Indiquez sur quelle page', 'Indiquez où<'],
  ]) {
    const { status, body } = post(path, 'obstacle=x', away);
    assert.equal(status, 422, path);
    assert.equal(body.split(page).length - 1, 2, 'at the field and in the list of faults');
    assert.ok(!body.includes(border), border);
  }
  const tooLong = post('/en/feedback', `obstacle=x&place=${'x'.repeat(301)}`, away).body;
  assert.ok(
    tooLong.includes(
      'The address or title of the page may have at most 300 characters; it has 301',
    ),
  );
  assert.ok(!tooLong.includes('The place may have'));
});

test('a page of another kind takes no form', () => {
  const answer = post('/nl/vergaderingen', sent);
  assert.equal(answer.status, 405);
  assert.match(answer.head, /^Allow: GET, HEAD\r?$/m);
});

test('the desk takes no report of a visitor', () =>
  assert.equal(post('/nl/belemmering-melden', sent, { ...away, BENELUX_DESK: '1' }).status, 404));
