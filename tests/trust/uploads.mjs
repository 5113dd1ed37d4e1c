// SPDX-License-Identifier: EUPL-1.2
// Files that are not what they seem. The site takes PDF documents only and never looks into them.
// It unpacks nothing, so archives made to swell do no harm, and it draws nothing, so what a PDF
// does to its reader is between the two.
import { ask, hidden, query, row, session, tried } from './site.mjs';

const PDF = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n';
const SCRIPT = '<html><script>window.trust()</script></html>';

const part = (name, body, file) => {
  const more = file === undefined ? '' : `; filename="${file}"\r\nContent-Type: application/pdf`;
  return Buffer.concat([
    Buffer.from(`--X\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`),
    Buffer.from(body),
    Buffer.from('\r\n'),
  ]);
};

// Sends the form of a new meeting with one document. The form is never complete, so that only the
// file is kept.
async function send(cookie, name, bytes) {
  const form = await ask('/admin/new-meeting', { cookie });
  const answer = await ask('/admin/new-meeting', {
    cookie,
    headers: { 'Content-Type': 'multipart/form-data; boundary=X' },
    body: Buffer.concat([
      part('form_token', hidden(form.text, 'form_token')),
      part('action', 'save'),
      part('once', hidden(form.text, 'once') ?? '0'.repeat(64)),
      part('title', ''),
      part('document.1.language', 'nl'),
      part('document.1.upload', bytes, name),
      Buffer.from('--X--\r\n'),
    ]),
  });
  return answer;
}
const isTaken = (answer) =>
  /name="document\.1\.file" value="[0-9a-f]{64}"/.test(answer?.text ?? '');

export async function uploads() {
  const cookie = await session();
  const before = Number(query('select count(*) from site.file'));
  const disguised = {
    'a page named .pdf': SCRIPT,
    'an image with a script': '<svg xmlns="http://www.w3.org/2000/svg" onload="window.trust()"/>',
    'an archive': 'PK\u0003\u0004',
    'a GIF that is a script': 'GIF89a/*',
    nothing: '',
    'the sign too late': `x${PDF}`,
  };
  const refused = [];
  for (const [name, bytes] of Object.entries(disguised)) {
    const answer = await send(cookie, 'a.pdf', bytes);
    refused.push([`${name}: ${answer?.status}`, answer?.status === 422 && !isTaken(answer)]);
  }
  tried('files that are no PDF, named as one', refused, 'each is 422');

  const named = [];
  for (const name of [
    '../../../etc/cron.d/x',
    '..\\..\\x.pdf',
    '/etc/passwd',
    'a.pdf\u0000.html',
    'x'.repeat(5000),
    '<script>window.trust()</script>.pdf',
    '; rm -rf x',
    '%2e%2e%2fx.pdf',
  ]) {
    const answer = await send(cookie, name, PDF);
    named.push([
      `${name.slice(0, 30)}: ${answer?.status}`,
      [400, 422].includes(answer?.status) && !answer.text.includes('<script>window.trust()'),
    ]);
  }
  tried('names that are paths, scripts or too long', named, 'none is a path, none runs');

  // A PDF that is also a page is a PDF: it is taken, and no browser can be made to show the page in
  // it.
  const answer = await send(cookie, 'both.pdf', PDF + SCRIPT);
  const sum = /name="document\.1\.file" value="([0-9a-f]{64})"/.exec(answer.text)?.[1];
  row(
    'a PDF that is a page, too',
    sum ? 'is taken as a PDF' : `is refused: ${answer.status}`,
    'is taken',
    Boolean(sum),
  );
  const path = `/files/${sum}.pdf`;
  const unseen = await ask(path, { fresh: true });
  row('a file that no public meeting has', unseen?.status, 404, unseen?.status === 404);
  query(`
    select site.import_linked_file(
        (select key from site.document where kind = 'meeting' order by id limit 1),
        '{"document": [{"file": "both.pdf", "title": "Both", "language": "nl"}]}', 1,
        convert_to('${PDF + SCRIPT}', 'UTF8'))`);
  const seen = await ask(path, { fresh: true });
  const {
    'content-type': type,
    'x-content-type-options': sniff,
    'content-disposition': disposition,
    'content-security-policy': policy,
  } = seen.headers;
  row(
    'the same when one has it',
    `${seen.status}, ${type}, ${sniff}, ${disposition?.split(';')[0]}, ${policy}`,
    'a PDF to be saved, and nothing else',
    seen.status === 200 &&
      type === 'application/pdf' &&
      sniff === 'nosniff' &&
      /^attachment/.test(disposition),
  );
  row(
    'files that all this has added',
    Number(query('select count(*) from site.file')) - before,
    '≤ 2 (the same bytes are one file)',
    Number(query('select count(*) from site.file')) - before <= 2,
  );
}
