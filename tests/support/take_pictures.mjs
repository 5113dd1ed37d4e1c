#!/usr/bin/env node
// Takes the pictures of the guides for editors, docs/editors, of a fresh site, where it changes a
// text and adds a meeting. They have few colours, so that each is small.
//
//   SITE=http://127.0.0.1:8080 ADMIN_PASSWORD=… tests/support/take_pictures.mjs
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { contextOf, launch } from '../e2e/browser.js';
import { SITE } from '../e2e/site.js';
import { logIn } from './desk.mjs';

const COLOURS = 64;
const APART = 80; // squared distance from which two colours are two

const browser = await launch();
const page = await (await contextOf(browser, 1280, 'light')).newPage();
const painter = await browser.newPage();

// The pixels of a PNG, each as a number, by the one who can read it: a browser.
const pixelsOf = (png) => painter.evaluate(async (address) => {
  const picture = await createImageBitmap(await (await fetch(address)).blob());
  const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
  canvas.drawImage(picture, 0, 0);
  const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
  const pixels = [];
  for (let i = 0; i < data.length; i += 4) {
    pixels.push(data[i] << 16 | data[i + 1] << 8 | data[i + 2]);
  }
  return { width: picture.width, height: picture.height, pixels };
}, `data:image/png;base64,${png.toString('base64')}`);

const parts = (colour) => [colour >> 16, colour >> 8 & 255, colour & 255];
const distance = (one, other) => (
  parts(one).reduce((sum, part, i) => sum + (part - parts(other)[i]) ** 2, 0));

// The most frequent colours that are apart, and for each colour the nearest of these.
function paletteOf(pixels) {
  const counts = new Map();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const frequent = [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one));
  const palette = [];
  for (const colour of frequent) {
    const isApart = palette.every((taken) => distance(taken, colour) > APART);
    if (isApart && palette.length < COLOURS) palette.push(colour);
  }
  const nearest = (colour) => {
    const far = palette.map((taken) => distance(taken, colour));
    return far.indexOf(Math.min(...far));
  };
  return { palette, place: new Map(frequent.map((colour) => [colour, nearest(colour)])) };
}

// A piece of a PNG (W3C PNG, section 5.3): its length, its type, its bytes, and their check sum.
function chunk(type, bytes) {
  const body = Buffer.concat([Buffer.from(type), bytes]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

// The picture with a palette: eight bits for each pixel, no filter.
function small({ width, height, pixels }) {
  const { palette, place } = paletteOf(pixels);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const rows = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, i) => { rows[i + Math.floor(i / width) + 1] = place.get(colour); });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'), chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

async function take(name) {
  const picture = small(await pixelsOf(await page.screenshot()));
  writeFileSync(new URL(`../../docs/editors/${name}.png`, import.meta.url), picture);
  console.log(`${name}.png ${picture.length}`);
}
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
await press('agenda.add');
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
