// SPDX-License-Identifier: EUPL-1.2
// Places and the register on a map: the GeoJSON is right to the letter, has what the list has, and
// opens in a program for maps.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { check } from '@placemarkio/check-geojson';
import { FORMATS, KEY, LISTS, NAMED_AREA, TEXT, faultsIn, flat, items, rows } from './formats.js';
import { LANGUAGES, SITE, ask, mainOf, text } from './site.js';

const COUNT = (value) => Number.isSafeInteger(value) && value >= 0;
const PLACE = {
  key: KEY,
  name: TEXT,
  country: NAMED_AREA,
  latitude: Number.isFinite,
  longitude: Number.isFinite,
  meetings: COUNT,
  events: COUNT,
};
const featuresOf = async (path) => {
  const whole = text(await ask(path));
  check(whole); // throws what is wrong by RFC 7946
  return JSON.parse(whole).features;
};
// The corners of north-western Europe.
const isNear = ([east, north]) => east > -11 && east < 32 && north > 42 && north < 66;

for (const language of LANGUAGES) {
  test(`${LISTS.places[language]} lists the towns of meetings, events and seats`, async () => {
    const path = LISTS.places[language];
    const listed = await items(`${path}.json`);
    assert.deepEqual(
      listed.flatMap((item) => faultsIn(item, PLACE, item.key)),
      [],
    );
    assert.deepEqual(
      await rows(`${path}.csv`),
      listed.map((item) => flat(item)),
    );
    const features = await featuresOf(`${path}.geojson`);
    assert.deepEqual(
      features.map(({ properties }) => properties),
      listed,
    );
    for (const { geometry, properties } of features)
      assert.deepEqual(geometry, {
        type: 'Point',
        coordinates: [properties.longitude, properties.latitude],
      });
    const markup = mainOf(text(await ask(path)));
    assert.deepEqual(
      [...markup.matchAll(/<h3[^>]*>(.*?)<\/h3>/g)].map(([, name]) => name),
      listed.map(({ name }) => name),
    );
    for (const kind of ['meetings', 'events']) {
      const met = (await items(`${LISTS[kind][language]}.json`))
        .map(({ place }) => place?.key)
        .filter(Boolean);
      for (const { key, [kind]: count } of listed)
        assert.equal(count, met.filter((one) => one === key).length, `${kind} in ${key}`);
      assert.deepEqual(
        met.filter((key) => !listed.some((place) => place.key === key)),
        [],
      );
    }
  });

  for (const kind of ['obstacles', 'practices']) {
    test(`${LISTS[kind][language]}.geojson puts each at its borders, if any`, async () => {
      const features = await featuresOf(`${LISTS[kind][language]}.geojson`);
      assert.deepEqual(
        features.map(({ properties }) => properties),
        await items(`${LISTS[kind][language]}.json`),
      );
      const at = new Map();
      for (const { geometry, properties } of features) {
        const borders = properties.areas
          .map(({ key }) => key)
          .filter((key) => /^[a-z]{2}-[a-z]{2}$/.test(key));
        const points =
          geometry === null
            ? []
            : geometry.type === 'Point'
              ? [geometry.coordinates]
              : geometry.coordinates;
        assert.equal(points.length, borders.length, properties.key);
        assert.ok(points.every(isNear), properties.key);
        assert.equal(
          geometry?.type,
          [undefined, 'Point'][borders.length] ?? (borders.length ? 'MultiPoint' : undefined),
        );
        borders.forEach((border, i) => {
          assert.deepEqual(at.get(border) ?? points[i], points[i], border);
          at.set(border, points[i]);
        });
      }
      if (kind === 'obstacles') assert.ok(at.size > 2, 'few borders');
    });
  }
}

test('GDAL, the reader of most programs for maps, finds all features of each', async () => {
  for (const kind of Object.keys(LISTS).filter((one) => FORMATS[one]?.includes('geojson'))) {
    const path = `${LISTS[kind].en}.geojson`;
    const { stdout, stderr, status } = spawnSync(
      'ogrinfo',
      ['-ro', '-al', '-so', `${SITE}${path}`],
      { encoding: 'utf8' },
    );
    assert.equal(status, 0, stderr);
    assert.equal(stderr, '', path);
    assert.match(stdout, /using driver `GeoJSON' successful/, path);
    assert.equal(
      Number(/^Feature Count: (\d+)$/m.exec(stdout)[1]),
      (await featuresOf(path)).length,
      path,
    );
  }
});
