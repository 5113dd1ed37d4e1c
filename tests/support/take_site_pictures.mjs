#!/usr/bin/env node
// SPDX-License-Identifier: EUPL-1.2
// Takes the pictures of the README, docs/pictures, of a site that is running.
//
//   SITE=http://127.0.0.1:8080 tests/support/take_site_pictures.mjs
import { mkdirSync } from 'node:fs';
import { contextOf, launch } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';
import { writePicture } from './small_picture.mjs';

const [WIDTH, HEIGHT] = [1120, 700];
const PICTURES = [
  { name: 'home', path: '/en/', scheme: 'light' },
  { name: 'topic', path: '/fr/benelux-plus/grande-region', scheme: 'dark' },
  { name: 'obstacles', path: '/nl/belemmeringen', scheme: 'light' },
  {
    name: 'meetings',
    path: '/de/benelux-plus/nordsee-energiekooperation',
    from: '#past',
    scheme: 'light',
  },
];

const folder = new URL('../../docs/pictures/', import.meta.url);
mkdirSync(folder, { recursive: true });
const browser = await launch();
const painter = await browser.newPage();
for (const { name, path, from, scheme } of PICTURES) {
  const page = await (await contextOf(browser, WIDTH, scheme, HEIGHT)).newPage();
  await page.goto(SITE + path);
  if (from) await page.locator(from).evaluate((element) => element.scrollIntoView());
  await writePicture(page, painter, new URL(`${name}.png`, folder));
}
await browser.close();
