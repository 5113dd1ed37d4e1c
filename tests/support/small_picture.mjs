// SPDX-License-Identifier: EUPL-1.2
// Pictures of a page in few colours: a fraction of the bytes that a browser makes of it.
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const COLOURS = 64;
const APART = 80; // squared distance from which two colours differ

// The pixels of a PNG, each as a number. A browser, PAINTER, reads it.
const pixelsOf = (painter, png) =>
  painter.evaluate(
    async (address) => {
      const picture = await createImageBitmap(await (await fetch(address)).blob());
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext('2d');
      canvas.drawImage(picture, 0, 0);
      const { data } = canvas.getImageData(0, 0, picture.width, picture.height);
      const pixels = [];
      for (let i = 0; i < data.length; i += 4) {
        pixels.push((data[i] << 16) | (data[i + 1] << 8) | data[i + 2]);
      }
      return { width: picture.width, height: picture.height, pixels };
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );

const parts = (colour) => [colour >> 16, (colour >> 8) & 255, colour & 255];
const distance = (one, other) =>
  parts(one).reduce((sum, part, i) => sum + (part - parts(other)[i]) ** 2, 0);

// The most frequent colours that differ, and for each colour the nearest of these.
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

// A piece of a PNG (W3C PNG, section 5.3): its length, its type, its bytes, and their checksum.
function chunk(type, bytes) {
  const body = Buffer.concat([Buffer.from(type), bytes]);
  const length = Buffer.alloc(4);
  const sum = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

// The picture with a palette: eight bits a pixel, no filter.
function small({ width, height, pixels }) {
  const { palette, place } = paletteOf(pixels);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  const rows = Buffer.alloc((width + 1) * height);
  pixels.forEach((colour, i) => {
    rows[i + Math.floor(i / width) + 1] = place.get(colour);
  });
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(parts))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

// Writes PAGE as it is now to FILE, a URL. PAINTER is another page of the browser.
export async function writePicture(page, painter, file) {
  const picture = small(await pixelsOf(painter, await page.screenshot()));
  writeFileSync(file, picture);
  console.log(`${file.pathname.split('/').pop()} ${picture.length}`);
}
