// SPDX-License-Identifier: EUPL-1.2
// Scripts that somebody tries to get into pages (XSS), in a browser that is told to ignore the
// policy of the pages, so that escaping alone protects it.
import { launch } from '../e2e/browser.js';
import { SITE, ask, query, row, session, tried } from './site.mjs';
import { deskPages } from './forms.mjs';

const SCRIPTS = [
  '<script>window.trust()</script>',
  '"><img src=x onerror=window.trust()>',
  `'><svg onload=window.trust()>`,
  'javascript:window.trust()',
  '[x](javascript:window.trust())',
  '</title><script>window.trust()</script>',
  '{{=<% %>=}}<%SCRIPT%>',
  '<a href="x" onfocus=window.trust() autofocus>x</a>',
  ']]><script>window.trust()</script>',
];
const MARK = 'zqtrust';

async function openBrowser(cookie) {
  const browser = await launch();
  const context = await browser.newContext({ bypassCSP: true });
  await context.addCookies([{ name: 'desk', value: cookie.split('=')[1], url: SITE }]);
  const ran = [];
  await context.exposeFunction('trust', () => ran.push('ran'));
  const page = await context.newPage();
  page.on('dialog', (dialog) => dialog.dismiss());
  // Whether nothing has run since the last call, and no link would run something.
  const isQuiet = async () => {
    await page.waitForTimeout(20);
    const links = await page
      .evaluate(
        () =>
          document.querySelectorAll('a[href^="javascript:" i], form[action^="javascript:" i]')
            .length,
      )
      .catch(() => 0);
    return ran.splice(0).length === 0 && links === 0;
  };
  return { browser, page, isQuiet };
}

// The parts of a request that a page shows again.
async function reflected({ page, isQuiet }) {
  const tries = [];
  for (const payload of SCRIPTS) {
    for (const path of [
      '/nl/zoeken?q=',
      '/nl/vergaderingen?forum=',
      '/nl/belemmeringen?border=',
      '/nl/belemmering-melden?reference=',
      '/nl/',
      '/admin/login?next=',
      '/admin/log?account=',
    ]) {
      await page.goto(SITE + path + encodeURIComponent(payload)).catch(() => {});
      tries.push([path + payload, await isQuiet()]);
    }
  }
  for (const [i, payload] of SCRIPTS.entries()) {
    await page.goto(`${SITE}/nl/belemmering-melden`);
    for (const field of ['obstacle', 'place', 'affected', 'cause'])
      await page.fill(`[name=${field}]`, payload);
    await page.evaluate(() => {
      const email = document.querySelector('[name=email]');
      email.type = 'text';
      email.value = '"><script>window.trust()</script>';
      document.querySelector('main form').noValidate = true;
    });
    await page.click('main form button');
    tries.push([`report ${i}`, await isQuiet()]);
  }
  tried('scripts in parameters, paths and the report form', tries, 'none runs');
}

// Puts a script behind every text in the database, in whichever column: behind texts with a space
// or a capital at the beginning, so that keys and kinds stay as they are. Rules that protect texts
// are off meanwhile. Returns the number of columns that took it.
function markAll() {
  const payloads = SCRIPTS.map((one) => `'${MARK} ${one.replaceAll("'", "''")}'`).join(', ');
  return Number(
    query([
      'set session_replication_role = replica',
      `create function pg_temp.mark(value text) returns text language sql as $$
         select case
                  when value ~ '^[A-Z]|[[:space:]]'
                  then value || ' ' ||
                       (array[${payloads}])[1 + abs(hashtext(value) % ${SCRIPTS.length})]
                  else value
                end $$`,
      `create function pg_temp.mark(value jsonb) returns jsonb language plpgsql as $$
       begin
         return case jsonb_typeof(value)
           when 'string' then to_jsonb(pg_temp.mark(value #>> '{}'))
           when 'array' then (
             select coalesce(jsonb_agg(pg_temp.mark(item) order by n), '[]')
               from jsonb_array_elements(value) with ordinality as items(item, n))
           when 'object' then (
             select coalesce(jsonb_object_agg(name, pg_temp.mark(item)), '{}')
               from jsonb_each(value) as items(name, item))
           else value
         end;
       end $$`,
      `create temp table marked (place text)`,
      `do $$
       declare
         it record;
       begin
         for it in
           select c.table_schema, c.table_name, c.column_name, c.data_type
             from information_schema.columns c
             join information_schema.tables t using (table_schema, table_name)
            where c.table_schema in ('site', 'visitor') and t.table_type = 'BASE TABLE'
              and c.data_type in ('text', 'character varying', 'jsonb', 'json')
              and c.is_generated = 'NEVER' and c.table_name not in ('session', 'account')
         loop
           begin
             execute format(
               'update %I.%I set %I = pg_temp.mark(%I::%s)::%s where %I is not null',
               it.table_schema, it.table_name, it.column_name, it.column_name,
               case when it.data_type like 'json%' then 'jsonb' else 'text' end, it.data_type,
               it.column_name);
             insert into marked values (it.table_name || '.' || it.column_name);
           exception
             when check_violation or unique_violation or string_data_right_truncation then null;
           end;
         end loop;
       end $$`,
      'select count(*) from marked',
    ])
      .split('\n')
      .pop(),
  );
}

async function stored({ page, isQuiet }) {
  const columns = markAll();
  const sitemap = await ask('/sitemap.xml', { fresh: true });
  const paths = [...sitemap.text.matchAll(/<loc>https?:\/\/[^/]+([^<]+)<\/loc>/g)].map(
    ([, path]) => path,
  );
  const desk = deskPages();
  const tries = [];
  let showing = 0;
  for (const path of [
    ...paths,
    ...paths.filter((one) => one.split('/').length === 3).map((one) => `${one}?year=2023`),
    ...['nl/zoeken', 'fr/recherche'].map((one) => `/${one}?q=${MARK}`),
    ...desk,
  ]) {
    const answer = await page.goto(SITE + path).catch(() => null);
    showing += (await page.content()).split(MARK).length > 1 ? 1 : 0;
    tries.push([`${path} ${answer?.status()}`, (await isQuiet()) && answer?.status() < 500]);
  }
  tried(
    `scripts behind every text of the database (${columns} columns): ` +
      `pages of the site and the desk, ${showing} of which show some`,
    tries,
    'none runs, no 5xx',
  );
  row(
    'pages that show them',
    showing,
    `≥ ${Math.floor(tries.length * 0.8)}`,
    showing >= tries.length * 0.8,
  );

  // No browser may take other formats for a page.
  const formats = [];
  for (const path of paths.filter((one) => one.startsWith('/nl/'))) {
    for (const extension of ['.json', '.csv', '.ics', '.atom']) {
      const answer = await ask(path.replace(/\/$/, '') + extension);
      if (answer?.status === 200)
        formats.push([
          path + extension,
          !/html/.test(answer.headers['content-type']) &&
            answer.headers['x-content-type-options'] === 'nosniff',
        ]);
    }
  }
  tried(
    'the same in JSON, CSV, calendars and feeds: no type that a browser takes for a page',
    formats,
    'each with nosniff',
  );
}

export async function scripts() {
  const cookie = await session();
  const { browser, page, isQuiet } = await openBrowser(cookie);
  try {
    await page.setContent('<script>window.trust()</script>');
    const runs = !(await isQuiet());
    await page.setContent('<a href="javascript:window.trust()">x</a>');
    const leads = !(await isQuiet());
    await page.setContent('<p>x</p>');
    row(
      'the browser notices a script that runs, and a link that would',
      runs && leads ? 'yes' : 'no',
      'yes',
      runs && leads && (await isQuiet()),
    );
    await reflected({ page, isQuiet });
    await stored({ page, isQuiet });
  } finally {
    await browser.close();
  }
}
