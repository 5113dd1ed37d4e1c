// SPDX-License-Identifier: EUPL-1.2
// Pictures for tests, made here: good ones from a browser's canvas, and bad ones, byte by byte.
import { deflateSync } from 'node:zlib';

// A landscape: sky above, ground below, and a sun at the left, so that a test sees which way up it
// is.
export async function drawn(browser, type, width, height) {
  const page = await browser.newPage();
  const base64 = await page.evaluate(
    async ([form, w, h]) => {
      const canvas = new OffscreenCanvas(w, h);
      const context = canvas.getContext('2d');
      const part = (colour, ...box) => {
        context.fillStyle = colour;
        context.fillRect(...box);
      };
      part('#3f8fd0', 0, 0, w, h / 2);
      part('#2e7d32', 0, h / 2, w, h / 2);
      part('#ffd54f', 0, 0, w / 4, h / 4);
      const bytes = new Uint8Array(
        await (await canvas.convertToBlob({ type: form, quality: 0.9 })).arrayBuffer(),
      );
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
    },
    [`image/${type}`, width, height],
  );
  await page.close();
  return Buffer.from(base64, 'base64');
}

// A JPEG with an Exif block, which says which way up and where it was taken.
export const PLACE = 'GPS 50.8503 N 4.3517 E';
export function withExif(jpeg, orientation) {
  const tiff = Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0', 'latin1'),
    Buffer.from([orientation, 0, 0, 0, 0, 0, 0]),
    Buffer.from(PLACE),
  ]);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

function crcOf(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let i = 0; i < 8; i++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}

const chunk = (name, body) => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(body.length, 0);
  ends.writeUInt32BE(crcOf(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
};

// A PNG that says it is WIDTH by HEIGHT, but has ROWS rows of pixels, all of one colour, after the
// chunks MORE.
export function png(width, height, { rows = height, depth = 8, more = [] } = {}) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, 2, 0, 0, 0], 8);
  const row = Buffer.alloc(1 + (width * 3 * depth) / 8, 90);
  row[0] = 0;
  const pixels = Buffer.concat(Array.from({ length: rows }, () => row));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    ...more,
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

export const animatedPng = () =>
  png(40, 30, { more: [chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))] });

export function animatedWebp() {
  const bytes = Buffer.from(
    'RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x27\0\0\x1d\0\0ANIM\x06\0\0\0\0\0\0\0\0\0',
    'latin1',
  );
  bytes.writeUInt32LE(bytes.length - 8, 4);
  return bytes;
}
