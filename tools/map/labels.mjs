// SPDX-License-Identifier: EUPL-1.2
// Prints the place of each area's name as rows of a table for C, from the areas on standard input.
// tools/make-map starts this.
import { readFileSync } from 'node:fs';
import { ringsOf } from './rings.mjs';

const RATIO = 3; // width of a name ÷ its height
const ENOUGH = 0.65; // of the best place's width
const STEPS = 40; // places to try along each side of an area

const rows = [...readFileSync(0, 'utf8').matchAll(/^AREA\("([A-Z0-9-]+)", .*"(.*)"\)$/gm)];

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

// Half the width of the widest box around a point within RING that no line of RING enters. The box
// is RATIO times as wide as high.
function roomAt(ring, [x, y]) {
  const flat = ring.map(([atX, atY]) => [atX - x, (atY - y) * RATIO]); // here the box is a square
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

// Places within RING and outside of OTHERS.
function placesBeside(ring, others) {
  const [xs, ys] = [0, 1].map((axis) => ring.map((point) => point[axis]));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top];
  const places = [];
  for (let row = 1; row < STEPS; row += 1)
    for (let column = 1; column < STEPS; column += 1) {
      const point = [left + (wide * column) / STEPS, top + (high * row) / STEPS].map(Math.round);
      if (!isWithin(ring, point) || others.some((other) => isWithin(other, point))) continue;
      const room = Math.round(2 * Math.min(...[ring, ...others].map((one) => roomAt(one, point))));
      places.push({ x: point[0], y: point[1], room });
    }
  return places;
}

const widest = (ring) =>
  placesBeside(ring, []).reduce((one, other) => (other.room > one.room ? other : one));

// The widest place. When smaller areas are drawn over it, the nearest place beside them that is not
// much narrower.
function placeOf(ring) {
  const best = widest(ring);
  const inner = rings.filter(
    (one) => one !== ring && sizeOf(one) < sizeOf(ring) && isInside(one, ring),
  );
  const distance = ({ x, y }) => Math.hypot(x - best.x, y - best.y);
  return (
    placesBeside(ring, inner)
      .filter(({ room }) => room >= best.room * ENOUGH)
      .reduce((one, other) => (one && distance(one) <= distance(other) ? one : other), null) ?? best
  );
}

const isInside = (one, other) => {
  const { x, y } = widest(one);
  return isWithin(other, [x, y]);
};

// The largest part of each area.
const rings = rows.map(([, , path]) =>
  ringsOf(path).reduce((one, other) => (sizeOf(other) > sizeOf(one) ? other : one)),
);

console.log(`/* The places of names on the map: a row for each area, in the order of areas.tbl, with
 * its code, and the middle and the width of a box in it that is three times as wide as high.
 *
 * Made by tools/make-map from areas.tbl. */`);
for (const [i, [, code]] of rows.entries()) {
  const { x, y, room } = placeOf(rings[i]);
  console.log(`LABEL("${code}", ${x}, ${y}, ${room})`);
}
