// The borders between countries, from the areas on standard input, as rows of a table for C on standard output. tools/make-map starts this.
import { readFileSync } from 'node:fs';

const areas = new Map([...readFileSync(0, 'utf8').matchAll(/^AREA\("([A-Z]{2})", .*"(.*)"\)$/gm)].map(([, code, path]) => [code, ringsOf(path)]));

function ringsOf(path) {
  let [x, y] = [0, 0];
  return path.split('z').filter(Boolean).map((part) => {
    const numbers = part.match(/-?\d+/g).map(Number);
    const ring = [];
    for (let i = 0; i < numbers.length; i += 2) ring.push([x += numbers[i], y += numbers[i + 1]]);
    [x, y] = ring[0];
    return ring;
  });
}

const edge = (one, other) => [one, other].map(String).sort().join(' ');
const edgesOf = (rings) => new Set(rings.flatMap((ring) => ring.map((point, i) => edge(point, ring[(i + 1) % ring.length]))));

// The parts of RINGS whose edges are among EDGES, each a list of points.
function common(rings, edges) {
  return rings.flatMap((ring) => {
    const shared = ring.map((point, i) => edges.has(edge(point, ring[(i + 1) % ring.length])));
    const start = shared.indexOf(false) + 1; // from where no line goes over the seam
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

const signed = (numbers) => numbers.reduce((text, number) => text + (text && number >= 0 ? ' ' : '') + number, '');
function pathOf(lines) {
  return lines.map((line) => `M${signed(line.flatMap(([x, y], i) => (i ? [x - line[i - 1][0], y - line[i - 1][1]] : [x, y])))}`)
    .map((path) => path.replace(/^(M-?\d+[ -]\d+)(.*)$/, '$1l$2').replace('l ', 'l')).join('');
}

console.log(`/* The borders of the map: a row for each that two countries of areas.tbl have in common, called by their codes in the order
 * of the alphabet, with its left, upper, right and lower edge, and its line as the path of an SVG.
 *
 * Made by tools/make-map of areas.tbl. */`);
const codes = [...areas.keys()].sort();
for (const one of codes) {
  for (const other of codes) {
    const lines = one < other ? common(areas.get(one), edgesOf(areas.get(other))) : [];
    const [xs, ys] = [0, 1].map((axis) => lines.flat().map((point) => point[axis]));
    if (lines.length) {
      const box = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
      console.log(`BORDER("${one.toLowerCase()}-${other.toLowerCase()}", ${box.join(', ')}, "${pathOf(lines)}")`);
    }
  }
}
