// SPDX-License-Identifier: EUPL-1.2
// The site under test: its address, its sitemap, and requests to it that no browser would make.
import http from 'node:http';
import net from 'node:net';
import { gunzipSync } from 'node:zlib';

if (!process.env.SITE) throw new Error('SITE is not set, for example SITE=http://127.0.0.1:8080');
export const SITE = new URL(process.env.SITE).origin;
export const LANGUAGES = ['nl', 'fr', 'de', 'en'];

const agent = new http.Agent({ keepAlive: true, maxSockets: 8 });

// Asks for PATH (or a whole address of this site) and gives the answer as it came: it follows no
// redirect and decompresses nothing. When a server answers before it has read the whole body, the
// answer counts and the broken connection does not.
export function ask(path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, SITE), { method, headers, agent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({
          status: answer.statusCode,
          headers: answer.headers,
          // Each name as often as it came: a second field may undo the first.
          fields: answer.rawHeaders.filter((_, i) => i % 2 === 0).map((name) => name.toLowerCase()),
          body: Buffer.concat(parts),
        }),
      );
    });
    request.on('error', reject);
    request.setTimeout(15000, () =>
      request.destroy(new Error(`no answer to ${method} ${path} in 15 s`)),
    );
    request.end(body);
  });
}

export function text(answer) {
  const bytes =
    answer.headers['content-encoding'] === 'gzip' ? gunzipSync(answer.body) : answer.body;
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

// Sends BYTES as they are over a connection of its own; gives all that came back, with status 0
// when the connection was closed without an answer.
export function send(bytes) {
  const { hostname, port } = new URL(SITE);
  return new Promise((resolve, reject) => {
    const parts = [];
    const socket = net.connect({ host: hostname, port: Number(port || 80) }, () =>
      socket.write(bytes),
    );
    const finish = () => {
      socket.destroy();
      const answer = Buffer.concat(parts).toString('latin1');
      const end = answer.indexOf('\r\n\r\n');
      resolve({
        status: Number(/^HTTP\/1\.[01] (\d{3}) /.exec(answer)?.[1] ?? 0),
        head: end < 0 ? answer : answer.slice(0, end),
        body: end < 0 ? '' : answer.slice(end + 4),
      });
    };
    socket.on('data', (part) => {
      parts.push(part);
      // A server may keep the connection for a while after its answer, to drain a body that it
      // refused.
      const answer = Buffer.concat(parts).toString('latin1');
      const end = answer.indexOf('\r\n\r\n');
      const length = end < 0 ? null : /^content-length: (\d+)/im.exec(answer.slice(0, end));
      if (length && answer.length >= end + 4 + Number(length[1])) finish();
    });
    socket.on('close', finish);
    socket.on('error', (error) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? finish() : reject(error),
    );
    socket.setTimeout(15000, () =>
      socket.destroy(reject(new Error('the server neither answers nor closes the connection'))),
    );
  });
}

export const decode = (markup) =>
  markup.replace(
    /&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi,
    (_, decimal, hexadecimal, name) =>
      name
        ? { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name.toLowerCase()]
        : String.fromCodePoint(decimal ? Number(decimal) : parseInt(hexadecimal, 16)),
  );

// The elements NAME in markup of this site, each as its attributes.
export const tags = (markup, name) =>
  [
    ...markup.matchAll(
      new RegExp(`<${name}(?=[\\s/>])((?:\\s+[\\w:-]+(?:="[^"]*")?)*)\\s*/?>`, 'g'),
    ),
  ].map(([, attributes]) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(([, key, value = '']) => [
        key,
        decode(value),
      ]),
    ),
  );

export const oneLine = (words) => words.replace(/\s+/g, ' ').trim();

// The text in markup as a reader sees it: without elements, with single spaces.
export const words = (markup) =>
  oneLine(
    decode(
      markup
        .replaceAll('<i></i>', '')
        .replace(/<(style|script)[^>]*>.*?<\/\1>/gs, '')
        .replace(/<[^>]*>/g, ' '),
    ),
  );

export const mainOf = (page) => /<main[\s>].*?<\/main>/s.exec(page)[0];

// The pages of the sitemap: [{ url, path, language, alternates: { nl: url, … }, others }]. OTHERS
// is the address for readers of none of the languages. Another test checks that the sitemap is
// well-formed XML.
let pages;
export async function sitemap() {
  if (pages) return pages;
  const answer = await ask('/sitemap.xml');
  if (answer.status !== 200) throw new Error(`/sitemap.xml answers ${answer.status}`);
  pages = [...text(answer).matchAll(/<url>(.*?)<\/url>/gs)].map(([, entry]) => {
    const url = decode(/<loc>(.*?)<\/loc>/s.exec(entry)[1]);
    const links = [
      ...entry.matchAll(/<xhtml:link rel="alternate" hreflang="([^"]*)" href="([^"]*)"\/>/g),
    ];
    const path = url.startsWith(`${SITE}/`) ? url.slice(SITE.length) : url;
    const { 'x-default': others, ...alternates } = Object.fromEntries(
      links.map(([, tag, href]) => [tag, decode(href)]),
    );
    return { url, path, language: path.split('/')[1], alternates, others };
  });
  if (pages.length === 0) throw new Error('/sitemap.xml lists no page');
  return pages;
}

// The forms for visitors. They carry the second of their making, so that each is another page; all
// other pages stay the same while nobody changes them.
export const FORMS = new RegExp(
  '/(nl/(belemmering-melden|opmerking)|fr/(signaler-un-obstacle|remarque)|' +
    'de/(hindernis-melden|anmerkung)|en/(report-an-obstacle|feedback))$',
);
export const lasting = async () => (await sitemap()).filter((page) => !FORMS.test(page.path));

// A topic's address is /nl/benelux-plus/… with one more segment; a partner's has two more.
export const isTopic = (page) => /^\/[a-z]{2}\/benelux-plus\/[^/]+$/.test(page.path);

export async function topics(language) {
  const found = (await sitemap()).filter(
    (page) => isTopic(page) && (!language || page.language === language),
  );
  if (found.length === 0) throw new Error('the sitemap lists no topic');
  return found;
}

// The address of the icon, the only thing that a page makes the browser load.
export async function icon() {
  const [page] = await sitemap();
  return /<link rel="icon" href="([^"]+)"/.exec(text(await ask(page.path)))[1];
}

// Runs WORK on every item, AT_ONCE at a time.
export async function each(items, atOnce, work) {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (queue.length) await work(queue.shift());
    }),
  );
}
