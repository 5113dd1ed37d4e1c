// SPDX-License-Identifier: EUPL-1.2
// Prints the borders between countries as rows of a table for C, from the areas on standard input.
// tools/make-map starts this.
import { readFileSync } from 'node:fs';
import { ringsOf } from './rings.mjs';

const areas = new Map(
  [...readFileSync(0, 'utf8').matchAll(/^AREA\("([A-Z]{2})", .*"(.*)"\)$/gm)].map(
    ([, code, path]) => [code, ringsOf(path)],
  ),
);

const edge = (one, other) => [one, other].map(String).sort().join(' ');
const edgesOf = (rings) =>
  new Set(
    rings.flatMap((ring) => ring.map((point, i) => edge(point, ring[(i + 1) % ring.length]))),
  );

// The parts of RINGS whose edges are among EDGES, each a list of points.
function common(rings, edges) {
  return rings.flatMap((ring) => {
    const shared = ring.map((point, i) => edges.has(edge(point, ring[(i + 1) % ring.length])));
    const start = shared.indexOf(false) + 1; // no line passes the point where this begins
    const lines = [];
    for (let n = 0; n < ring.length; n += 1) {
      const i = (start + n) % ring.length;
      if (!shared[i]) continue;
      if (n === 0 || !shared[(i + ring.length - 1) % ring.length]) lines.push([ring[i]]);
      lines.at(-1).push(ring[(i + 1) % ring.length]);
    }
    return lines;
  });
}

const signed = (numbers) =>
  numbers.reduce((text, number) => text + (text && number >= 0 ? ' ' : '') + number, '');
const stepOf = ([x, y], i, line) => (i ? [x - line[i - 1][0], y - line[i - 1][1]] : [x, y]);
function pathOf(lines) {
  return lines
    .map((line) => `M${signed(line.flatMap(stepOf))}`)
    .map((path) => path.replace(/^(M-?\d+[ -]\d+)(.*)$/, '$1l$2').replace('l ', 'l'))
    .join('');
}

// -------------------------------------------------------------------------------------------------
// The point that stands for a border in data: the middle of its longest part, in degrees

const LEFT = 2900,
  TOP = 4150; // as in areas.mjs
const lengthOf = ([x, y], [toX, toY]) => Math.hypot(toX - x, toY - y);

function middleOf(lines) {
  const whole = (line) =>
    line.slice(1).reduce((sum, point, i) => sum + lengthOf(line[i], point), 0);
  const line = lines.reduce((one, other) => (whole(other) > whole(one) ? other : one));
  let left = whole(line) / 2,
    i = 0;
  while (left > lengthOf(line[i], line[i + 1])) left -= lengthOf(line[i], line[(i += 1)]);
  const share = left / lengthOf(line[i], line[i + 1]);
  return [0, 1].map((axis) => line[i][axis] + share * (line[i + 1][axis] - line[i][axis]));
}

// From EPSG:3035, a Lambert azimuthal equal-area projection on GRS 80: IOGP Guidance Note 7-2,
// section 3.2.2.
function degreesOf([x, y]) {
  const radian = Math.PI / 180,
    axis = 6378.137,
    e2 = 0.0066943800229,
    e = Math.sqrt(e2),
    north0 = 52 * radian,
    east0 = 10 * radian;
  const q = (north) => {
    const sine = Math.sin(north);
    return (
      (1 - e2) * (sine / (1 - e2 * sine ** 2) - Math.log((1 - e * sine) / (1 + e * sine)) / (2 * e))
    );
  };
  const beta0 = Math.asin(q(north0) / q(Math.PI / 2)),
    radius = axis * Math.sqrt(q(Math.PI / 2) / 2);
  const d =
    (axis * Math.cos(north0)) /
    Math.sqrt(1 - e2 * Math.sin(north0) ** 2) /
    (radius * Math.cos(beta0));
  const eastwards = (x + LEFT - 4321) / d,
    northwards = (TOP - y - 3210) * d,
    rho = Math.hypot(eastwards, northwards),
    c = 2 * Math.asin(rho / (2 * radius));
  const beta = Math.asin(
    Math.cos(c) * Math.sin(beta0) + (northwards * Math.sin(c) * Math.cos(beta0)) / rho,
  );
  const east =
    east0 +
    Math.atan2(
      (x + LEFT - 4321) * Math.sin(c),
      d * rho * Math.cos(beta0) * Math.cos(c) -
        d * d * (TOP - y - 3210) * Math.sin(beta0) * Math.sin(c),
    );
  const north =
    beta +
    (e2 / 3 + (31 * e2 ** 2) / 180) * Math.sin(2 * beta) +
    ((23 * e2 ** 2) / 360) * Math.sin(4 * beta);
  // As exact as the lines: a kilometre.
  return [north / radian, east / radian].map((degrees) => degrees.toFixed(2));
}

console.log(`/* The borders of the map: a row for each border between two countries of areas.tbl,
 * named by their codes in the order of the alphabet, with its left, upper, right and lower edge,
 * the latitude and longitude of its middle, and its line as the path of an SVG.
 *
 * Made by tools/make-map from areas.tbl. */`);
const codes = [...areas.keys()].sort();
for (const one of codes) {
  for (const other of codes) {
    const lines = one < other ? common(areas.get(one), edgesOf(areas.get(other))) : [];
    const [xs, ys] = [0, 1].map((axis) => lines.flat().map((point) => point[axis]));
    if (lines.length) {
      const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      const name = `${one.toLowerCase()}-${other.toLowerCase()}`;
      const middle = degreesOf(middleOf(lines)).join('", "');
      console.log(`BORDER("${name}", ${box.join(', ')}, "${middle}", "${pathOf(lines)}")`);
    }
  }
}
