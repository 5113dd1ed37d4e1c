// SPDX-License-Identifier: EUPL-1.2
// Draws the share pictures as SVG, one for the site and each topic in each language, into the
// folder that the argument names. tools/make-share-pictures starts this.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const folder = process.argv[2];
const LANGUAGES = ['nl', 'fr', 'de', 'en'];
const SITE = {
  nl: 'De Benelux en haar buren: samenwerking over de grens',
  fr: 'Le Benelux et ses voisins : coopérer au-delà des frontières',
  de: 'Benelux und Nachbarn: Zusammenarbeit über die Grenze',
  en: 'The Benelux and its neighbours: cooperation across borders',
};
const [WIDTH, HEIGHT] = [1200, 630]; // the size that other sites ask for
const [PAPER, INK, LAND, DEEP, MID, MARK, TOP] = [
  '#fbfaf7',
  '#18212f',
  '#e3e0d6',
  '#0d2a4a',
  '#8fb2da',
  '#c2410c',
  '#0d2a4a',
];

const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const codes = new Map(
  json('content/parties.json').map(({ key, kind, code }) => [key, kind === 'country' ? key : code]),
);
const areas = [
  ...readFileSync('cgi-src/frame/areas.tbl', 'utf8').matchAll(
    /^AREA\("([^"]+)", (\d+), (\d+), (\d+), (\d+), "(.*)"\)$/gm,
  ),
].map(([, code, left, top, right, bottom, path]) => ({
  code,
  box: [left, top, right, bottom].map(Number),
  path,
}));
const topics = readdirSync('content', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .flatMap((key) => {
    try {
      return [{ key, facts: json(`content/${key}/facts.json`) }];
    } catch {
      return [];
    }
  })
  .filter(({ facts }) => facts.kind === 'topic');

const escaped = (text) =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign]);

// TEXT in lines of about MAX letters.
function lines(text, max) {
  const made = [''];
  for (const word of text.split(' ')) {
    if (made.at(-1) && made.at(-1).length + word.length >= max) made.push('');
    made[made.length - 1] += (made.at(-1) ? ' ' : '') + word;
  }
  return made;
}

// The part of the map that shows all of BOXES, in the shape of the picture.
function view(boxes) {
  const [left, top, right, bottom] = [0, 1, 2, 3].map((side) =>
    Math[side < 2 ? 'min' : 'max'](...boxes.map((box) => box[side])),
  );
  const height = Math.min(1900, Math.max(bottom - top, (right - left) * 1.05, 560) + 80);
  const width = Math.min(2000, height / 1.05);
  const from = (low, high, length, whole) =>
    Math.max(0, Math.min((low + high - length) / 2, whole - length));
  return [from(left, right, width, 2000), from(top, bottom, height, 1900), width, height];
}

function picture(title, look) {
  const shown = areas.filter(({ code }) => look(code));
  const box = view(shown.map((area) => area.box));
  const drawn = areas.filter(({ code }) => look(code) || code.length <= 2);
  const text = lines(title, 18);
  const size = Math.min(60, 1000 / Math.max(...text.map((line) => line.length)), 300 / text.length);
  const start = 330 - (text.length - 1) * size * 0.6;
  const map = drawn.map(
    ({ code, path }) =>
      `<path d="${path}" fill="${look(code) ?? LAND}" stroke="${PAPER}"
        stroke-width="${box[2] / 400}" stroke-linejoin="round"/>`,
  );
  const font = 'font-family="Liberation Serif" font-weight="bold"';
  const words = text.map(
    (line, i) =>
      `<text x="64" y="${start + i * size * 1.2}" ${font} font-size="${size}"
        fill="${INK}">${escaped(line)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg"
  width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>
<svg x="600" y="0" width="600" height="${HEIGHT}" viewBox="${box.join(' ')}"
  preserveAspectRatio="xMidYMid slice">${map.join('')}</svg>
<rect width="${WIDTH}" height="90" fill="${TOP}"/>
<rect y="90" width="${WIDTH}" height="8" fill="${MARK}"/>
<text x="64" y="62" ${font} font-size="46"
  fill="#fff">Benelux<tspan fill="#ff9a62">+</tspan></text>
${words.join('\n')}
</svg>`;
}

const isBenelux = (code) => ['BE', 'NL', 'LU'].includes(code.slice(0, 2));
const partiesOf = ({ facts }) =>
  facts.participant.map(({ party }) => codes.get(party)).filter(Boolean);
const all = new Set(topics.flatMap(partiesOf));
const lookOfSite = (code) =>
  isBenelux(code) && code.length === 2
    ? DEEP
    : !all.has(code) || isBenelux(code)
      ? undefined
      : code.length > 2
        ? MARK
        : MID;
for (const language of LANGUAGES) {
  writeFileSync(`${folder}/share-site-${language}.svg`, picture(SITE[language], lookOfSite));
  for (const topic of topics) {
    const [, title] = /^title: (.*)$/m.exec(
      readFileSync(`content/${topic.key}/${language}.md`, 'utf8'),
    );
    const parties = new Set(partiesOf(topic));
    writeFileSync(
      `${folder}/share-${topic.key}-${language}.svg`,
      picture(title, (code) => (parties.has(code) ? DEEP : undefined)),
    );
  }
}
