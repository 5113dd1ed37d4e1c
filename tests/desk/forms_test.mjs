// SPDX-License-Identifier: EUPL-1.2
// Rules for every form, of the desk and of the public pages alike: what Enter does, and how faults
// are shown. Without scripts, which would send some of them in another way. The forms are sent
// empty, so nothing is saved.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';
import { session, sql, untold } from '../support/desk.mjs';

const PLACES = [
  '/admin/documents/nrw',
  '/admin/texts/nrw/nl',
  '/admin/texts/nrw/fr',
  '/admin/topics/nrw',
  '/admin/meetings/penta-2021-12-01-brussels',
  ...['topic', 'partner', 'page', 'meeting', 'obstacle', 'practice', 'event', 'place', 'party'].map(
    (kind) => `/admin/new-${kind}`,
  ),
  '/admin/accounts',
  '/admin/password',
  '/admin/codes',
  '/nl/belemmering-melden',
  '/nl/opmerking',
];
const HARMFUL = /^(publish|archive|withdraw|delete|end|reject|take|merge)$/;
let browser;
let page;

// The forms of the page that have something to type: their first button, which Enter presses.
const formsOf = () =>
  page.locator('main form[method=post]').evaluateAll((forms) =>
    forms.map((form, place) => {
      const all = [...form.elements];
      return {
        place,
        typed: all.some(
          (one) => one.matches('input:not([type=hidden]), textarea') && one.type !== 'submit',
        ),
        first: all.find((one) => /^(submit|image)$/.test(one.type))?.value,
        last: all.findLast((one) => one.type === 'submit')?.value,
      };
    }),
  );

// Sends the form at PLACE empty, by BUTTON.
async function sendEmpty(place, button) {
  await Promise.all([
    page.waitForNavigation(),
    page.evaluate(
      ([nth, value]) => {
        const form = document.querySelectorAll('main form[method=post]')[nth];
        for (const one of form.elements) {
          if (
            one.matches(
              'input:not([type=hidden], [type=submit], [type=checkbox], [type=radio]), textarea',
            )
          )
            one.value = '';
          if (one.matches('[type=checkbox]')) one.checked = false;
        }
        form.noValidate = true;
        form.requestSubmit(
          [...form.elements].find((one) => one.type === 'submit' && one.value === value),
        );
      },
      [place, button],
    ),
  ]);
}

before(async () => {
  browser = await launch();
  page = await session(browser);
});
after(async () => {
  await browser?.close();
});

for (const place of PLACES) {
  test(`${place}: Enter does no harm`, async () => {
    assert.equal((await page.goto(SITE + place)).status(), 200);
    for (const form of await formsOf())
      if (form.typed) assert.doesNotMatch(form.first ?? '', HARMFUL, `form ${form.place}`);
  });

  test(`${place}: a summary, the fields and the title tell faults`, async () => {
    await page.goto(SITE + place);
    const editions = () => sql('select count(*) from edition');
    const before = editions();
    for (const form of await formsOf()) {
      if (!form.typed) continue;
      await page.goto(SITE + place);
      await sendEmpty(form.place, form.last);
      assert.deepEqual(await untold(page), [], `form ${form.place}`);
      if (place.startsWith('/admin/'))
        assert.match(page.url(), /\?answer=\w{64}$/, 'Back would ask to send it again');
    }
    assert.equal(editions(), before);
  });
}
