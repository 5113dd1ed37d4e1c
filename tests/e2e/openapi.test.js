// SPDX-License-Identifier: EUPL-1.2
// The descriptions of the data for programs, the OpenAPI document and the DCAT-AP catalogue: they
// have to say what there is.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { Validator } from '@seriousme/openapi-schema-validator';
import { FORMATS, LISTS, faultsIn, kindOf, pagesOf } from './formats.js';
import { LANGUAGES, SITE, ask, each, sitemap, text } from './site.js';

const read = async (path, type) => {
  const answer = await ask(path);
  assert.equal(answer.status, 200, path);
  assert.equal(answer.headers['content-type'], type, path);
  return JSON.parse(text(answer));
};
const openapi = () => read('/openapi.json', 'application/json');
const catalogue = () => read('/catalogue.jsonld', 'application/ld+json');

test('the OpenAPI document is valid by the schema of OpenAPI 3.1', async () => {
  const { openapi: version, ...rest } = await openapi();
  assert.equal(version, '3.1.0');
  const { valid, errors } = await new Validator().validate({ openapi: version, ...rest });
  assert.ok(valid, JSON.stringify(errors));
  assert.deepEqual(rest.servers, [{ url: SITE }]);
});

test('each operation has a name of its own, and each parameter in a path is declared', async () => {
  const { paths } = await openapi();
  const names = Object.values(paths).map(({ get }) => get.operationId);
  assert.equal(new Set(names).size, names.length);
  for (const [path, { get }] of Object.entries(paths)) {
    assert.deepEqual(
      get.parameters.filter((one) => one.in === 'path').map((one) => one.name),
      [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      path,
    );
    for (const parameter of get.parameters)
      assert.ok(parameter.description, `${path}: ${parameter.name}`);
  }
});

test('the OpenAPI document has each address of data, and no others', async () => {
  const { paths } = await openapi();
  const known = Object.keys(paths).map((path) => [
    path,
    new RegExp(`^${path.replaceAll('.', '\\.').replace('{slug}', '[^/.]+')}$`),
  ]);
  const used = new Set([
    '/changes.json',
    '/openapi.json',
    '/catalogue.jsonld',
    '/datapackage.json',
    '/data.zip',
    '/data.zip.sha256',
  ]);
  const check = (path) => {
    const found = known.filter(([, rule]) => rule.test(path)).map(([name]) => name);
    assert.equal(found.length, 1, `${path}: ${found}`);
    used.add(found[0]);
  };
  for (const page of await sitemap())
    for (const format of FORMATS[kindOf(page)] ?? []) check(`${page.path}.${format}`);
  for (const list of Object.values(LISTS))
    for (const language of LANGUAGES)
      if (paths[`${list[language]}.csv`]) check(`${list[language]}.excel.csv`);
  for (const path of Object.keys(paths))
    if (/\.atom$|^\/..\/(zoeken|recherche|suche|search)\.json$/.test(path)) used.add(path);
  assert.deepEqual(
    Object.keys(paths).filter((path) => !used.has(path)),
    [],
  );
});

// The same for people, made from the same tables.
const FOR_PEOPLE = {
  nl: '/nl/open-data',
  fr: '/fr/donnees-ouvertes',
  de: '/de/offene-daten',
  en: '/en/open-data',
};
for (const language of LANGUAGES) {
  test(`the page of open data describes licence, lists and records, in ${language}`, async () => {
    const { paths, components } = await openapi();
    const page = text(await ask(FOR_PEOPLE[language]));
    const sections = page.split('<section class="prose">').slice(1);
    assert.match(sections[0], /<h2[^>]*>Li[cz]en[\s\S]*rel="license"/);
    const section = (id) =>
      sections.find((one) => one.trimStart().startsWith(`<h2 id="${id}">`)) ??
      assert.fail(`${id} is not there`);
    const names = (id) => [...section(id).matchAll(/<dt><code>([^<]+)/g)].map(([, name]) => name);
    for (const [kind, lists] of Object.entries(LISTS)) {
      const path = lists[language];
      const its = section(kind === 'topics' ? 'overview' : kind);
      for (const format of FORMATS[kind] ?? ['json'])
        assert.ok(its.includes(`<code>${path}.${format}</code>`), `${path}.${format}`);
      for (const { name } of paths[`${path}.json`].get.parameters)
        assert.ok(its.includes(`<li><code>${name}</code>: `), `${path}: ${name}`);
    }
    const shapes = Object.entries(components.schemas).filter(([, { properties }]) => properties);
    for (const [name, { properties }] of shapes.filter(([one]) => one.endsWith('_item'))) {
      const list = name.replace('_item', '');
      if (list === 'changes') continue; // its answer is described with its address
      const told = names(list);
      for (const property of Object.keys(properties))
        assert.ok(
          told.some((one) => one.split(/[.[]/)[0] === property),
          `${list}: ${property}`,
        );
    }
    for (const kind of ['topic', 'partner', 'page', 'meeting', 'obstacle', 'practice', 'event']) {
      const told = [...names('record'), ...names(kind)];
      for (const property of Object.keys(components.schemas[kind].properties))
        assert.ok(
          told.some((one) => one.split(/[.[]/)[0] === property),
          `${kind}: ${property}`,
        );
    }
    for (const path of Object.keys(paths).filter((one) => !/^\/(nl|fr|de|en)\//.test(one)))
      assert.ok(page.includes(`<code>${path}</code>`), `${path} is not there`);
    for (const row of page.matchAll(/<dt><code>([^<]+)<\/code><\/dt><dd>([^<]*)/g))
      assert.notEqual(row[2], '', `${row[1]} says what it is`);
  });
}

// The faults of a value by a schema of the document. A value may have only the members that the
// schema names.
function reader(components) {
  const ajv = addFormats(new Ajv({ allErrors: true, strict: false }));
  ajv.addSchema({ $id: 'api', components });
  return (schema) => {
    const validate = ajv.compile({ $ref: `api${schema.$ref}` });
    return (value) =>
      validate(value)
        ? []
        : validate.errors.map(
            (error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`,
          );
  };
}

test('every record and list is valid by its schema, which refuses other members', async () => {
  const { components } = await openapi();
  const read = reader(components);
  for (const kind of ['topic', 'partner', 'page', 'meeting', 'obstacle', 'practice', 'event']) {
    const faults = read({ $ref: `#/components/schemas/${kind}` });
    await each(await pagesOf(kind), 4, async (page) => {
      const record = JSON.parse(text(await ask(`${page.path}.json`)));
      assert.deepEqual(faults(record), [], page.path);
      for (const wrong of [
        { ...record, nonsense: 1 },
        { ...record, version: 2 },
        { ...record, sources: {} },
        { ...record, url: 7 },
        { ...record, key: undefined },
      ]) {
        assert.notDeepEqual(faults(JSON.parse(JSON.stringify(wrong))), [], page.path);
      }
    });
  }
});

test('each operation answers as it says, and refuses unknown parameters', async () => {
  const { paths, components } = await openapi();
  const slugs = new Map();
  for (const kind of ['topic', 'partner', 'page', 'meeting', 'obstacle', 'practice', 'event']) {
    for (const page of await pagesOf(kind))
      slugs.set(page.path.replace(/[^/]+$/, '{slug}'), page.path.split('/').at(-1));
  }
  const faultsBy = reader(components);
  await each(Object.entries(paths), 4, async ([path, { get }]) => {
    const slug = slugs.get(path.replace(/\.\w+$/, ''));
    const at = path.replace('{slug}', slug);
    const answer = await ask(
      at + (get.parameters.some((one) => one.name === 'limit') ? '?limit=3' : ''),
    );
    if (path.endsWith('{slug}.ics') && answer.status === 404) return; // its day is not known
    assert.equal(answer.status, 200, at);
    const [[type, { schema }]] = Object.entries(get.responses['200'].content);
    assert.equal(answer.headers['content-type'].split(';')[0], type, at);
    if (schema.$ref) assert.deepEqual(faultsBy(schema)(JSON.parse(text(answer))), [], at);
    assert.equal((await ask(`${at}?nonsense=1`)).status, 400, at);
    for (const parameter of get.parameters.filter((one) => one.schema.enum)) {
      for (const value of parameter.schema.enum) {
        const { status } = await ask(`${at}?${parameter.name}=${value}`);
        assert.ok(
          status === 200 || (status === 400 && /practices|praktijken|pratiques|praxis/.test(at)),
          `${at}?${parameter.name}=${value}: ${status}`,
        );
      }
    }
  });
});

const WORDS = (value) =>
  Array.isArray(value) &&
  LANGUAGES.every((language) =>
    value.some((one) => one['@language'] === language && /\S/.test(one['@value'])),
  );
const REFERENCE = { '@id': /^https?:\/\/\S+$/ };
const authority = (table, code = '[A-Z_]+') => ({
  '@id': new RegExp(`^http://publications\\.europa\\.eu/resource/authority/${table}/${code}$`),
});
const typed = (type, value) => ({ '@type': new RegExp(`^xsd:${type}$`), '@value': value });
const MOMENT = typed('dateTime', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
const LANGUAGE = authority('language', '(NLD|FRA|DEU|ENG)');
const AVAILABLE = authority('planned-availability', 'STABLE');
const FILE = {
  '@id': /^http/,
  '@type': /^dcat:Distribution$/,
  'dcat:accessURL': REFERENCE,
  'dcat:downloadURL': REFERENCE,
  'dct:license': REFERENCE,
  'dcatap:availability': AVAILABLE,
  'dct:format': authority('file-type'),
  'dcat:mediaType': {
    '@id': /^https:\/\/www\.iana\.org\/assignments\/media-types\/[a-z]+\/[a-z+]+$/,
  },
};
const DISTRIBUTION = {
  ...FILE,
  'dct:title': { '@language': /^(nl|fr|de|en)$/, '@value': /\S/ },
  'dct:language': LANGUAGE,
};
const PACKAGE = {
  ...FILE,
  'dct:title': WORDS,
  'dct:language': [LANGUAGE],
  'dcat:packageFormat': REFERENCE,
  'dct:conformsTo': REFERENCE,
  'dct:modified': MOMENT,
  'dcat:byteSize': typed('nonNegativeInteger', /^\d+$/),
  'spdx:checksum': {
    '@type': /^spdx:Checksum$/,
    'spdx:algorithm': { '@id': /^http:\/\/spdx\.org\/rdf\/terms#checksumAlgorithm_sha256$/ },
    'spdx:checksumValue': typed('hexBinary', /^[0-9a-f]{64}$/),
  },
};
const PUBLISHER = {
  '@id': /^https:\/\/www\.benelux\.int\/$/,
  '@type': /^foaf:Agent$/,
  'foaf:name': WORDS,
  'dct:type': REFERENCE,
  'foaf:homepage': REFERENCE,
};
const COMMON = { '@id': /^http/, 'dct:title': WORDS };
const DATASET = {
  ...COMMON,
  '@type': /^dcat:Dataset$/,
  'dct:identifier': /^http/,
  'dct:description': WORDS,
  'dct:publisher': REFERENCE,
  'dct:modified': MOMENT,
  'dct:accessRights': authority('access-right', 'PUBLIC'),
  'dcat:contactPoint': {
    '@type': /^vcard:Organization$/,
    'vcard:fn': WORDS,
    'vcard:hasURL?': REFERENCE,
    'vcard:hasEmail?': REFERENCE,
  },
  'dct:accrualPeriodicity': authority('frequency'),
  'dcat:theme': [authority('data-theme')],
  'dcat:keyword': WORDS,
  'dct:language': [LANGUAGE],
  'dct:spatial': [authority('country')],
  'dcat:landingPage': REFERENCE,
  'dct:hasPart?': [REFERENCE],
  'dcat:distribution': Array.isArray,
};
const SERVICE = {
  ...COMMON,
  '@type': /^dcat:DataService$/,
  'dcat:endpointURL': REFERENCE,
  'dcat:endpointDescription': REFERENCE,
  'dct:license': REFERENCE,
  'dct:publisher': REFERENCE,
  'dct:accessRights': authority('access-right', 'PUBLIC'),
  'dcat:servesDataset': [REFERENCE],
};
const CATALOGUE = {
  ...COMMON,
  '@context': (value) =>
    ['dcat', 'dct', 'foaf', 'vcard', 'spdx', 'dcatap', 'xsd'].every((prefix) =>
      /^http.*[/#]$/.test(value[prefix]),
    ),
  '@type': /^dcat:Catalog$/,
  'dct:description': WORDS,
  'dct:publisher': PUBLISHER,
  'dct:license': REFERENCE,
  'foaf:homepage': REFERENCE,
  'dcat:themeTaxonomy': REFERENCE,
  'dct:modified': MOMENT,
  'dct:language': [LANGUAGE],
  'dct:spatial': [authority('country')],
  'dcat:dataset': [DATASET],
  'dcat:service': [SERVICE],
};

test('the catalogue has what DCAT-AP asks for, in four languages, and nothing else', async () => {
  const whole = await catalogue();
  assert.deepEqual(faultsIn(whole, CATALOGUE), []);
  assert.equal(
    new Set(whole['dct:title'].map((one) => one['@value'])).size,
    LANGUAGES.length,
    'translated',
  );
  for (const country of ['BEL', 'NLD', 'LUX', 'DEU', 'FRA'])
    assert.ok(
      whole['dct:spatial'].some((one) => one['@id'].endsWith(`/${country}`)),
      country,
    );
  const names = whole['dcat:dataset'].map((one) => one['@id']);
  assert.equal(new Set(names).size, names.length);
  for (const { 'dcat:servesDataset': served } of whole['dcat:service'])
    assert.deepEqual(
      served.filter((one) => !names.includes(one['@id'])),
      [],
    );
});

test('the catalogue leads to each list in each format and language, to no others', async () => {
  const distributions = (await catalogue())['dcat:dataset']
    .filter((dataset) => !dataset['dct:hasPart'])
    .flatMap((dataset) => dataset['dcat:distribution']);
  assert.deepEqual(
    distributions.flatMap((one) => faultsIn(one, DISTRIBUTION, one['@id'])),
    [],
  );
  const expected = Object.entries(LISTS)
    .filter(([kind]) => kind !== 'search')
    .flatMap(([kind, paths]) =>
      Object.values(paths).flatMap((path) =>
        [...FORMATS[kind], 'excel.csv'].map((format) => `${SITE}${path}.${format}`),
      ),
    );
  assert.deepEqual(
    distributions.map((one) => one['dcat:downloadURL']['@id']).sort(),
    expected.sort(),
  );
  await each(distributions, 4, async (one) => {
    const answer = await ask(one['dcat:downloadURL']['@id']);
    assert.equal(answer.status, 200);
    assert.ok(
      one['dcat:mediaType']['@id'].endsWith(`/${answer.headers['content-type'].split(';')[0]}`),
    );
  });
});

test('the catalogue leads to the file with all lists, with its size and checksum', async () => {
  const all = (await catalogue())['dcat:dataset'];
  const [whole, ...others] = all.filter((dataset) => dataset['dct:hasPart']);
  assert.deepEqual(others, []);
  assert.deepEqual(
    whole['dct:hasPart'].map((one) => one['@id']),
    all.filter((one) => one !== whole).map((one) => one['@id']),
  );
  const [file] = whole['dcat:distribution'];
  assert.deepEqual(faultsIn(file, PACKAGE), []);
  const answer = await ask(file['dcat:downloadURL']['@id']);
  assert.deepEqual(
    [answer.headers['content-type'], String(answer.body.length), answer.headers.etag],
    [
      'application/zip',
      file['dcat:byteSize']['@value'],
      `"${file['spdx:checksum']['spdx:checksumValue']['@value']}"`,
    ],
  );
});
