#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
// Takes the pictures of the guides for editors, docs/editors, of a fresh site, in which it changes
// a text and adds a meeting. They have few colours, so that each is small.
//
//   SITE=http://127.0.0.1:8080 ADMIN_PASSWORD=… tests/support/take_pictures.mjs
import { contextOf, launch } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';
import { logIn } from './desk.mjs';
import { writePicture } from './small_picture.mjs';

const browser = await launch();
const page = await (await contextOf(browser, 1280, 'light')).newPage();
const painter = await browser.newPage();

const folder = new URL('../../docs/editors/', import.meta.url);
const take = (name) => writePicture(page, painter, new URL(`${name}.png`, folder));
const go = (path) => page.goto(SITE + path);
const button = (action) => page.locator(`main button[value="${action}"]:not(.hidden)`).first();
const press = (action) => Promise.all([page.waitForNavigation(), button(action).click()]);

await logIn(page);
await Promise.all([page.waitForNavigation(), page.click('footer button[value=en]')]);
await go('/admin/texts/penta/nl');
await page.fill('#summary', (await page.inputValue('#summary')).replace('landen', 'buurlanden'));
await press('publish');
await go('/admin/');
await take('desk');
await go('/admin/texts/penta/en');
await take('translation');

await go('/admin/new-meeting');
await page.selectOption('[name=forum]', 'penta');
await page.selectOption('[name=type]', 'ministerial');
await page.selectOption('[name=original]', 'en');
await page.fill('[name=title]', 'Ministerial meeting of PENTA in Luxembourg');
await page.fill('[name=short]', 'Meeting in Luxembourg');
await page.fill('[name=summary]', 'The energy ministers meet in Luxembourg.');
await page.fill('[name=starts]', '14.6.2027');
await button('agenda.add').click(); // without leaving the page
await page.fill('[name="agenda.1.text"]', 'Electricity market');
await take('meeting');
await press('save');
const key = new URL(page.url()).pathname.split('/').pop();
await go(`/admin/texts/${key}/en`);
await page.fill('#at_date', '2027-05-01');
await page.fill('#at_time', '09:00');
await press('save');
await go(`/admin/documents/${key}`);
await take('document');
await browser.close();
