// SPDX-License-Identifier: EUPL-1.2
// Memory and undefined behaviour. Requests of every kind, made up from a seed, are sent to a site
// whose program runs under AddressSanitizer and UBSan, and fewer of them to one with the program
// under valgrind. A process reports its leaks when it ends, so the site is stopped before its logs
// are read. SEED (20) makes other requests.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import * as site from './site.mjs';

const SEED = Number(process.env.SEED ?? 20);
const root = new URL('../..', import.meta.url).pathname;

// --- Values made up -----------------------------------------------------------------------------

// mulberry32: the same numbers for the same seed.
function chance(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    is: (part) => next() < part,
    below: (n) => Math.floor(next() * n),
    of: (list) => list[Math.floor(next() * list.length)],
  };
}

// Values in an address: what people write, what machines send, and what breaks every encoding.
const WORDS = [
  'energie',
  'grens',
  'penta',
  'frontali%C3%A8re',
  'Stra%C3%9Fe',
  'x',
  '2024',
  '2026-02-30',
  '31.12.2025',
  '14:30',
  '25:99',
  'on',
  'nl',
  'fr',
  'save',
  'publish',
  'obstacle',
  'practice',
  '-1',
  '0',
  '1',
  '999999999999999999999',
  '1e9',
  '%F0%9F%9A%86',
  '%D7%A9%D7%9C%D7%95%D7%9D',
  'e%CC%81',
  '%E2%80%AE',
  '%00',
  '%0D%0A',
  '%09',
  '%FF%FE',
  '%C3%28',
  '%ED%A0%80',
  '%',
  '%zz',
  '+',
  '%22%27%3C%3E%26',
  '%7B%7BX%7D%7D',
  '..%2F..',
  '%5Bx%5D%28doc%3Apenta%29',
  '%7C'.repeat(300),
  '%2A%2A'.repeat(400),
  '%3E'.repeat(500),
  '%0A-%20'.repeat(300),
  'a'.repeat(199),
  'a'.repeat(201),
  '%C3%A9'.repeat(2500),
  'word%20'.repeat(900),
  'https%3A%2F%2Fexample.org%2F%3Fa%3Db',
  'javascript%3Aalert(1)',
  '',
];
const NAMES = [
  'q',
  'forum',
  'type',
  'year',
  'before',
  'after',
  'page',
  'field',
  'border',
  'status',
  'state',
  'kind',
  'reference',
  'account',
  'action',
  'document',
  'from',
  'until',
  'next',
  'done',
  'language',
  'a%5Bb%5D',
  '',
  'x',
];
const FORMATS = ['.json', '.csv', '.ics', '.atom', '.xml', '.', '.json.json'];
const METHODS = ['PUT', 'DELETE', 'OPTIONS', 'PATCH', 'POST', 'GET', 'PROPFIND', 'get'];
const ODD_PATHS = [
  '/admin/login',
  '//',
  '/%00',
  '/nl/%ff',
  `/nl/${'a/'.repeat(500)}`,
  '/nl/%2e%2e/',
  '/*',
];
const value = (draw) => (draw.is(0.2) ? draw.of(WORDS) + draw.of(WORDS) : draw.of(WORDS));
const parameters = (draw) =>
  Array.from(
    { length: draw.is(0.03) ? 300 : 1 + draw.below(4) },
    () => `${draw.of(NAMES)}=${value(draw)}`,
  ).join(draw.is(0.95) ? '&' : ';');

const HEADERS = [
  [
    'Accept-Language',
    ['fr', 'de-AT,de;q=0.9', 'xx', 'nl;q=0,fr;q=2', '*', `${'en,'.repeat(400)}de`, ';;;q=,'],
  ],
  ['Accept-Encoding', ['gzip', 'gzip;q=0', 'br, gzip', 'identity', '*;q=0.1']],
  ['If-None-Match', ['*', '"x"', 'W/"x", "y"', `"${'e'.repeat(900)}"`]],
  [
    'Cookie',
    [
      'desk=',
      `desk=${'0'.repeat(64)}`,
      'desk=x; desk=y; lang=fr',
      ';;;=;',
      `a=${'b'.repeat(3000)}`,
      'desk-login=%00',
    ],
  ],
  ['Range', ['bytes=0-9', 'bytes=5-2', 'bytes=-5', 'bytes=0-0,2-3', 'bytes=99999999999999999999-']],
  ['If-Range', ['"x"', 'Mon, 01 Jan 2024 00:00:00 GMT']],
  ['If-Modified-Since', ['Mon, 01 Jan 2024 00:00:00 GMT', 'yesterday']],
  ['Accept', ['application/json', 'text/html;q=0.1,*/*', '/']],
];
function headers(draw) {
  const chosen = {};
  for (const [name, values] of HEADERS) if (draw.is(0.15)) chosen[name] = draw.of(values);
  return chosen;
}

// --- Requests ------------------------------------------------------------------------------------

const plain = (text) =>
  text.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name) => ({ lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' })[name],
  );
const attribute = (tag, name) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
// The forms of a page that are sent by POST, each with its buttons and the fields that a browser
// would send.
function forms(page) {
  return [...page.matchAll(/<form [^>]*method="post"[^>]*>.*?<\/form>/gs)].map(([form]) => ({
    isMultipart: /^[^>]*multipart/.test(form),
    fields: [
      ...[...form.matchAll(/<input [^>]*>/g)].map(([tag]) => [
        attribute(tag, 'name'),
        attribute(tag, 'value'),
        attribute(tag, 'type'),
      ]),
      ...[...form.matchAll(/(<textarea [^>]*>)\n?(.*?)<\/textarea>/gs)].map(([, tag, text]) => [
        attribute(tag, 'name'),
        plain(text),
      ]),
      ...[...form.matchAll(/(<select [^>]*>)(.*?)<\/select>/gs)].map(([, tag, options]) => [
        attribute(tag, 'name'),
        [...options.matchAll(/<option[^>]*>/g)].map(([one]) => attribute(one, 'value')),
      ]),
    ].filter(([name]) => name),
    buttons: [...form.matchAll(/<button [^>]*>/g)]
      .map(([tag]) => [attribute(tag, 'name'), attribute(tag, 'value')])
      .filter(([name]) => name),
  }));
}

// The fields of FORM as a browser would send them, but for some that are missing, doubled or
// changed: [name, value, is a file], encoded as in an address.
function filled(form, draw) {
  const fields = form.fields.map(([name, text, type]) => [
    encodeURIComponent(name),
    encodeURIComponent(Array.isArray(text) ? (draw.of(text) ?? '') : text),
    type === 'file',
  ]);
  if (form.buttons.length) fields.push([...draw.of(form.buttons).map(encodeURIComponent), false]);
  const wild = draw.is(0.5) ? 20 : 400; // one field of so many is as nobody would send it
  return fields
    .flatMap(([name, text, isFile]) => {
      if (isFile)
        return draw.is(0.5)
          ? [[name, '', true]]
          : [
              [
                name,
                draw.of([
                  '%25PDF-1.7%0A1 0 obj%0A%25%25EOF%0A',
                  'no PDF',
                  '%25PDF-',
                  '%00'.repeat(2000),
                ]),
                true,
              ],
            ];
      if (name === 'form_token' || name === 'stamp')
        return draw.is(0.95) ? [[name, text, false]] : [];
      const how = draw.below(wild);
      if (how < 2) return [];
      if (how < 3)
        return [
          [name, text, false],
          [name, value(draw), false],
        ];
      return [[name, how < 8 || (!text && draw.is(0.3)) ? value(draw) : text, false]];
    })
    .concat(draw.is(0.1) ? [[draw.of(NAMES), value(draw), false]] : []);
}
const bytesOf = (text) =>
  Buffer.from(
    text
      .replace(/\+/g, ' ')
      .replace(/%([0-9a-f]{2})/gi, (_, code) => String.fromCharCode(parseInt(code, 16))),
    'latin1',
  );
function multipart(fields, draw) {
  const boundary = draw.is(0.95)
    ? `----form${draw.below(1e9)}`
    : draw.of(['', 'a b', 'x'.repeat(71), '--']);
  const parts = fields.flatMap(([name, text, isFile]) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="`,
    bytesOf(name),
    isFile ? '"; filename="a.pdf"\r\nContent-Type: application/pdf\r\n\r\n' : '"\r\n\r\n',
    bytesOf(text),
    '\r\n',
  ]);
  const body = Buffer.concat([...parts, `--${boundary}--\r\n`].map((part) => Buffer.from(part)));
  return [
    `multipart/form-data; boundary=${boundary}`,
    draw.is(0.9) ? body : body.subarray(0, draw.below(body.length)),
  ];
}
const urlencoded = (fields) => [
  'application/x-www-form-urlencoded',
  Buffer.from(fields.map(([name, text]) => `${name}=${text}`).join('&')),
];

// Sends COUNT requests, some at a time, with PATIENCE in milliseconds. The answers: { status: how
// many }.
async function load(count, patience) {
  const material = await gather();
  material.stamp = site.hidden(
    (await site.ask('/nl/belemmering-melden', { max: patience })).text,
    'stamp',
  ); // a younger stamp is refused
  const answers = {};
  let sent = 0;
  let session;
  const counted = (status, what) => {
    sent += 1;
    answers[status] = (answers[status] ?? 0) + 1;
    if (!(Number(status) < 500)) console.log(`# ${status}: ${what}`);
  };
  const logIn = async () => {
    const answer = await site.logIn(undefined, undefined, { max: patience });
    session = site.cookieOf(answer, 'desk');
    if (!session) throw new Error(`no session: ${answer?.status}`);
  };
  const get = async (path, options) => {
    const answer = await site.ask(path, { max: patience, ...options });
    counted(answer?.status || 'none', `GET ${path} ${JSON.stringify(options)}`);
    return answer;
  };
  const post = async (path, cookie, [type, body], draw) => {
    const origin = draw.is(0.97) ? site.SITE : draw.of(['null', 'https://evil.example', '']);
    const head = [
      `POST ${path} HTTP/1.1`,
      `Host: ${site.SITE.slice(7)}`,
      `Origin: ${origin}`,
      ...(cookie ? [`Cookie: ${cookie}`] : []),
      `Content-Type: ${type}`,
      `Content-Length: ${body.length}`,
      'Connection: close\r\n\r\n',
    ].join('\r\n');
    const answer = await site.raw(Buffer.concat([Buffer.from(head), body]), patience);
    counted(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'none', `${head}${body}`);
  };
  const path = (pattern, draw) =>
    encodeURI(
      pattern.replace(
        ':slug',
        draw.is(0.9)
          ? draw.of(material.slugs(pattern))
          : draw.of(['x', 'a'.repeat(150), 'é', '-', 'ABC', '0']),
      ),
    ).replace('%25', '%');
  const asked = (place, draw) =>
    place + (draw.is(0.25) ? draw.of(FORMATS) : '') + (draw.is(0.6) ? `?${parameters(draw)}` : '');

  const kinds = {
    page: (draw) =>
      get(
        asked(
          draw.is(0.5) ? draw.of(material.pages) : path(draw.of(material.publicPaths), draw),
          draw,
        ),
        { headers: headers(draw), method: draw.is(0.1) ? 'HEAD' : 'GET' },
      ),
    odd: async (draw) => {
      const method = draw.of(METHODS);
      const place = draw.of([...material.publicPaths, ...ODD_PATHS]);
      const line = `${method} ${place}?${parameters(draw)} HTTP/1.1`;
      const fields = Object.entries(headers(draw))
        .map(([name, text]) => `${name}: ${text}\r\n`)
        .join('');
      const answer = await site.raw(
        `${line}\r\nHost: x\r\n${fields}Content-Length: ${draw.of([0, 5])}\r\n` +
          'Connection: close\r\n\r\nhello',
        patience,
      );
      counted(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 'none', line);
    },
    report: async (draw) => {
      const place = path(draw.of(material.reportPaths), draw);
      const [form] = forms((await get(place))?.text ?? '');
      if (!form) return; // the page did not come, which is counted
      const fields = filled(form, draw).map(([name, text, isFile]) => [
        name,
        name === 'stamp' ? material.stamp : name === 'subject' && draw.is(0.9) ? '' : text,
        isFile,
      ]);
      await post(place, '', draw.is(0.7) ? multipart(fields, draw) : urlencoded(fields), draw);
    },
    desk: (draw) =>
      get(asked(path(draw.of(material.deskPaths), draw), draw), {
        cookie: session,
        headers: draw.is(0.1) ? headers(draw) : {},
      }),
    form: async (draw) => {
      const place = path(draw.of(material.deskForms), draw);
      const page = await get(place, { cookie: session });
      const form = page?.status === 200 && draw.of(forms(page.text).slice(draw.is(0.8) ? -1 : 0));
      if (form)
        await post(
          place,
          session,
          form.isMultipart === draw.is(0.9)
            ? multipart(filled(form, draw), draw)
            : urlencoded(filled(form, draw)),
          draw,
        );
      else if (page?.status === 303) await logIn();
    },
  };
  const worker = async (number, mix) => {
    const draw = chance(SEED + number);
    while (sent < count) await kinds[draw.of(mix)](draw);
  };
  await logIn();
  const visitors = ['page', 'page', 'page', 'page', 'page', 'page', 'report', 'odd'];
  await Promise.all([
    worker(1, visitors),
    worker(2, visitors),
    worker(3, visitors),
    worker(4, ['desk', 'form', 'form']),
    worker(5, ['desk', 'form', 'form']),
  ]);
  return answers;
}

// Gathers the addresses and keys of the site.
async function gather() {
  const rows = execFileSync(`${root}build/benelux-plus`, ['routes'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'));
  const paths = (test) =>
    rows
      .filter(([id, access, methods]) => test(access, methods, id))
      .flatMap((one) => one[3].split(' '));
  const isPublic = (access) => ['PUBLIC', 'OPERATOR'].includes(access);
  const keys = Object.fromEntries(
    site
      .query(
        `select kind, string_agg(key, ' ')
           from (select case when kind in ('meeting', 'obstacle', 'practice') then kind
                             else 'text' end as kind, key
                   from site.document
                  union all
                 select 'place', key from site.place
                  union all
                 select 'party', key from site.party) k
          group by 1`,
      )
      .split('\n')
      .map((line) => line.split('|'))
      .map(([kind, list]) => [kind, list.split(' ')]),
  );
  const files = site
    .query(`select encode(sha256, 'hex') from site.file limit 20`)
    .split('\n')
    .filter(Boolean);
  const pages = [
    ...(await site.ask('/sitemap.xml')).text.matchAll(/<loc>https?:\/\/[^/]+([^<]*)</g),
  ].map(([, path]) => decodeURI(path));
  const slugs = pages.map((path) => path.split('/').at(-1)).filter(Boolean);
  const all = Object.values(keys).flat();
  const pools = [
    [/^\/files/, files.length ? files : ['0'.repeat(64)]],
    [/meetings/, keys.meeting],
    [/obstacles/, keys.obstacle],
    [/practices/, keys.practice],
    [/places/, keys.place],
    [/parties/, keys.party],
    [/./, all],
  ];
  return {
    pages,
    publicPaths: paths(isPublic),
    reportPaths: paths((access, methods) => isPublic(access) && /POST/.test(methods)),
    deskPaths: paths((access, methods, id) => !isPublic(access) && id !== 'DESK_LOGOUT'),
    deskForms: paths((access, methods) => !isPublic(access) && /POST/.test(methods)),
    slugs: (pattern) =>
      pattern.startsWith('/admin/') || pattern.startsWith('/files')
        ? pools.find(([prefix]) => prefix.test(pattern))[1]
        : slugs,
  };
}

// --- The two ways to check -----------------------------------------------------------------------

// Starts a site, sends it COUNT requests and stops it: { answers, asked, ended, log }, of which
// ASKED is the number that the program answered, by its log.
async function tried(environment, count, patience) {
  try {
    await site.start(environment);
    // Opened before the site ends: its folder goes with it, and the last lines matter most.
    const logs = ['application', 'desk'].map((one) => openSync(`${site.state}/${one}.log`));
    for (
      let i = 0;
      i < 600 && (await site.ask('/admin/login', { max: patience }))?.status !== 200;
      i += 1
    )
      await new Promise((resolve) => {
        setTimeout(resolve, 200);
      });
    const answers = await load(count, patience);
    await site.stop();
    const log = logs.map((one) => readFileSync(one, 'utf8')).join('\n');
    return {
      answers,
      log,
      asked: log.match(/"message":"request"/g)?.length ?? 0,
      ended: log.match(/"message":"child ended"/g)?.length ?? 0,
    };
  } finally {
    await site.stop();
  }
}

// A row for these answers. Answers of 500 and more are faults, except those that EXCUSED names.
function told(what, { answers, asked, ended }, found, aim, excused = []) {
  const all = Object.entries(answers);
  const sent = all.reduce((sum, [, n]) => sum + n, 0);
  const bad = all.filter(([status]) => !(Number(status) < 500) && !excused.includes(status));
  console.log(`# answers: ${all.map(([status, n]) => `${status} × ${n}`).join(', ')}`);
  site.row(
    what,
    `${sent} sent, of which ${asked} reached the program (seed ${SEED}); ${found.words}`,
    `${aim}; no 5xx; no process breaks off`,
    found.good && bad.length === 0 && ended === 0 && sent > 0,
  );
}

async function underSanitizers(count) {
  execFileSync('make', ['--no-print-directory', '-j2', 'checked'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const result = await tried(
    {
      BUILD: 'build/checked',
      ASAN_OPTIONS: 'abort_on_error=0:exitcode=99:atexit=1',
      UBSAN_OPTIONS: 'print_stacktrace=1',
    },
    count,
    30000,
  );
  const n = (pattern) => result.log.match(pattern)?.length ?? 0;
  const reports = n(/ERROR: AddressSanitizer|runtime error:|LeakSanitizer has encountered/g);
  const leaks = n(/ERROR: LeakSanitizer: detected/g);
  const searched = n(/AddressSanitizer exit stats/g);
  for (const [report] of result.log.matchAll(
    /^==\d+==ERROR.*?^SUMMARY.*?$|^.*runtime error:.*$/gms,
  ))
    console.error(report);
  told(
    'requests of all kinds under AddressSanitizer and UBSan',
    result,
    {
      words: `${reports} reports, ${leaks} leaks in ${searched} processes that ended`,
      good: reports + leaks === 0 && searched >= 7,
    },
    '0 reports, 0 leaks',
  );
}

// Without the sandbox, since valgrind opens files that the sandbox forbids.
async function underValgrind(count) {
  const place = mkdtempSync('/tmp/benelux-valgrind.');
  chmodSync(place, 0o777);
  try {
    const UNDER =
      'valgrind --quiet --leak-check=full --show-leak-kinds=definite ' +
      `--errors-for-leak-kinds=definite --log-file=${place}/%p`;
    const result = await tried(
      {
        UNDER,
        BENELUX_SANDBOX: '0',
        BENELUX_DATABASE_TIMEOUT_MS: '60000',
        BENELUX_DEADLINE_PERCENT: '10000',
      },
      count,
      60000,
    );
    const logs = readdirSync(place).map((name) => readFileSync(`${place}/${name}`, 'utf8'));
    const reports = logs.filter((log) => log.trim());
    if (reports.length) process.stderr.write(reports.join('\n'));
    // Computing the password of the database may take longer than the program waits.
    told(
      'requests of all kinds under valgrind',
      result,
      {
        words: `reports of ${reports.length} of ${logs.length} processes`,
        good: reports.length === 0 && logs.length >= 7,
      },
      '0 errors, nothing definitely lost',
      ['503'],
    );
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

// The suites whose program may be slow. Whole sites under valgrind are tried with the requests
// above.
function suitesUnderValgrind() {
  const { ONLY: _, ...environment } = process.env; // here it names parts of these trials
  const { stdout } = spawnSync('tests/run', ['unit', 'database', 'pages'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...environment, VARIANT: 'valgrind' },
  });
  const [, processes, good, bad] =
    /^valgrind, of (\d+) processes +(\d+) passed +(\d+) failed/m.exec(stdout) ?? [];
  const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(stdout) ?? [];
  if (good !== '1' || failed !== '0') process.stderr.write(stdout);
  site.row(
    'the suites of units, of the database and of pages under valgrind',
    `${passed} tests pass, ${failed} fail; ` +
      `reports in ${bad === '0' ? 0 : 'some'} of ${processes} processes`,
    '0 errors, nothing definitely lost',
    good === '1' && failed === '0',
  );
}

export async function memory() {
  suitesUnderValgrind();
  await underSanitizers(10000);
  await underValgrind(1000);
}
