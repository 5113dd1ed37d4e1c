// SPDX-License-Identifier: EUPL-1.2
// The forms of the site and of its desk, found by a browser, with the fields it would send.
import { query, SITE } from './site.mjs';

// One address of each kind of page of the desk.
export function deskPages() {
  const key = (kind) =>
    query(`select key from site.document where kind = '${kind}' order by id limit 1`);
  const first = (table) => query(`select key from site.${table} order by key limit 1`);
  const document = 'about';
  return [
    '/admin/',
    '/admin/log',
    '/admin/accounts',
    '/admin/language',
    '/admin/password',
    '/admin/codes',
    '/admin/names',
    '/admin/reports',
    `/admin/documents/${document}`,
    ...['nl', 'fr', 'de', 'en'].flatMap((tag) => [
      `/admin/texts/${document}/${tag}`,
      `/admin/history/${document}/${tag}`,
    ]),
    ...['meeting', 'obstacle', 'practice'].flatMap((kind) => [
      `/admin/new-${kind}`,
      `/admin/${kind}s/${key(kind)}`,
      `/admin/texts/${key(kind)}/fr`,
    ]),
    '/admin/new-place',
    '/admin/new-party',
    `/admin/places/${first('place')}`,
    `/admin/parties/${first('party')}`,
  ];
}

// The forms of PAGE at PATH: [{ action, fields: [[name, value], …] }], one for each button that
// sends something.
export async function formsOf(page, path) {
  await page.goto(SITE + path);
  return page.evaluate(() =>
    [...document.querySelectorAll('main form[method=post]')].flatMap((form) => {
      const entries = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
      const buttons = [...form.querySelectorAll('button[name]')].map((button) => [
        [button.name, button.value],
      ]);
      return (buttons.length ? buttons : [[]]).map((pressed) => ({
        action: new URL(form.getAttribute('action') || location.href, location.href).pathname,
        fields: [...entries, ...pressed],
      }));
    }),
  );
}
