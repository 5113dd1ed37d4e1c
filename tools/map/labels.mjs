// SPDX-License-Identifier: EUPL-1.2
// Prints the places of each area's name as rows of a table for C, from the areas on standard input.
// tools/make-map starts this.
import { readFileSync } from 'node:fs';
import { ringsOf } from './rings.mjs';

const SHAPES = [5, 2.5]; // width ÷ height of a name of one line, and of more
const MAX = 10; // boxes of a shape
const MIN = 0.35; // of the width of the best box
const STEPS = 24; // places to try along each side of an area

const sizeOf = (ring) =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [toX, toY] = ring[(i + 1) % ring.length];
      return sum + x * toY - toX * y;
    }, 0) / 2,
  );

function isWithin(ring, [x, y]) {
  let within = false;
  for (const [i, [fromX, fromY]] of ring.entries()) {
    const [toX, toY] = ring[(i + 1) % ring.length];
    if (fromY > y !== toY > y && x < ((toX - fromX) * (y - fromY)) / (toY - fromY) + fromX)
      within = !within;
  }
  return within;
}

// Half the width of the widest box around a point that no line of RING enters. The box is SHAPE
// times as wide as high.
function roomAt(ring, [x, y], shape) {
  const flat = ring.map(([atX, atY]) => [atX - x, (atY - y) * shape]); // here the box is a square
  return Math.min(
    ...flat.map(([fromX, fromY], i) => {
      const [toX, toY] = flat[(i + 1) % flat.length];
      const distances = [0, 1];
      for (const sign of [1, -1]) {
        // on a diagonal
        const share = (fromX + sign * fromY) / (fromX - toX + sign * (fromY - toY));
        if (share > 0 && share < 1) distances.push(share);
      }
      for (const [from, to] of [
        [fromX, toX],
        [fromY, toY],
      ])
        if (from * to < 0) distances.push(from / (from - to));
      return Math.min(
        ...distances.map((share) =>
          Math.max(
            Math.abs(fromX + share * (toX - fromX)),
            Math.abs(fromY + share * (toY - fromY)),
          ),
        ),
      );
    }),
  );
}

// Boxes of SHAPE whose middle is within RING and outside of INNER, and that no line of BOUNDS
// enters.
function boxesIn(ring, { inner, bounds, shape }) {
  const [xs, ys] = [0, 1].map((axis) => ring.map((point) => point[axis]));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const boxes = [];
  for (let row = 1; row < STEPS; row += 1)
    for (let column = 1; column < STEPS; column += 1) {
      const point = [left + (wide * column) / STEPS, top + (high * row) / STEPS].map(Math.round);
      if (!isWithin(ring, point) || inner.some((other) => isWithin(other, point))) continue;
      const width = Math.round(2 * Math.min(...bounds.map((one) => roomAt(one, point, shape))));
      boxes.push({ x: point[0], y: point[1], width, height: Math.round(width / shape) });
    }
  return boxes;
}

const widest = (boxes) => boxes.reduce((one, other) => (other.width > one.width ? other : one));

// Of the boxes those that are nearly as wide as the widest, nearest to MIDDLE first, then the
// others. Each is APART from those before it: some share of their size.
function choose(boxes, middle, { enough, apart }) {
  const max = Math.max(...boxes.map(({ width }) => width));
  const worth = ({ width }) => Math.min(width, enough * max);
  const distance = ({ x, y }) => Math.hypot(x - middle.x, y - middle.y);
  const chosen = [];
  for (const box of boxes.sort(
    (one, other) => worth(other) - worth(one) || distance(one) - distance(other),
  )) {
    if (chosen.length === MAX || box.width < MIN * max) break;
    const near = ({ x, y, width, height }) =>
      Math.abs(box.x - x) < apart * width && Math.abs(box.y - y) < apart * height;
    if (!chosen.some(near)) chosen.push(box);
  }
  return chosen;
}

const areas = [...readFileSync(0, 'utf8').matchAll(/^AREA\("([A-Z0-9-]+)", .*"(.*)"\)$/gm)].map(
  ([, code, path]) => {
    const rings = ringsOf(path);
    const ring = rings.reduce((one, other) => (sizeOf(other) > sizeOf(one) ? other : one));
    return { code, rings, ring, size: sizeOf(ring) };
  },
);
for (const area of areas)
  area.middle = widest(boxesIn(area.ring, { inner: [], bounds: [area.ring], shape: SHAPES[1] }));

// Beside the smaller areas that are drawn on top, then also on these, then from the coast of a
// country out over the sea.
function roomsOf({ code, ring, size, middle }) {
  const inner = areas
    .filter((other) => other.size < size && isWithin(ring, [other.middle.x, other.middle.y]))
    .map((other) => other.ring);
  const abroad = areas
    .filter((other) => other.code !== code && !/.-/.test(other.code))
    .flatMap((other) => other.rings);
  const all = [
    { ground: 'BESIDE', inner, bounds: [ring, ...inner], enough: 0.65, apart: 0.6 },
    { ground: 'ON_TOP', inner: [], bounds: [ring, ...inner], enough: 0.65, apart: 0.6 },
    { ground: 'ON_TOP', inner: [], bounds: [ring], enough: 0.65, apart: 0.6 },
    { ground: 'AT_SEA', inner: [], bounds: abroad, enough: 1, apart: 0.2 },
  ].slice(0, code.includes('-') ? 3 : 4);
  const rows = all.flatMap((ground) =>
    SHAPES.flatMap((shape) =>
      choose(boxesIn(ring, { ...ground, shape }), middle, ground).map((room) => ({
        ...ground,
        ...room,
      })),
    ),
  );
  const first = new Map(
    rows.map((row) => [`${row.x} ${row.y} ${row.width} ${row.height}`, row]).reverse(),
  );
  return rows.filter((row) => [...first.values()].includes(row));
}

console.log(`/* The places of names on the map: rows for each area, the best first, with its
 * code, the middle, the width and the height of a box, and on which ground that is
 * (frame/labels.c).
 *
 * Made by tools/make-map from areas.tbl. */`);
for (const area of areas.filter(({ code }) => code !== '-'))
  for (const { x, y, width, height, ground } of roomsOf(area))
    console.log(`ROOM("${area.code}", ${x}, ${y}, ${width}, ${height}, ${ground})`);
