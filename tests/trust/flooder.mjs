// SPDX-License-Identifier: EUPL-1.2
// Sends forms to the desk from ADDRESS as fast as the desk takes them, CONNECTIONS at a time: in
// turn one of 32 MB and one as large as strangers may send. Prints the status of each answer.
//
//   tests/trust/flooder.mjs ADDRESS PORT CONNECTIONS
import net from 'node:net';

const [address, port, connections] = [
  process.argv[2],
  Number(process.argv[3]),
  Number(process.argv[4]),
];
const PIECE = Buffer.alloc(64 * 1024, 'x');
const paths = ['/admin/password', '/admin/new-meeting', '/admin/login', '/admin/texts/about/nl'];
let begun = 0;

function send() {
  begun += 1;
  const length = begun % 2 ? 32 * 1024 * 1024 : 60 * 1024;
  let left = length;
  const socket = net.connect({ host: '127.0.0.1', port, localAddress: address });
  const more = () => {
    while (left > 0) {
      const piece = PIECE.subarray(0, Math.min(left, PIECE.length));
      left -= piece.length;
      if (!socket.write(piece)) return;
    }
  };
  socket.on('connect', () => {
    socket.write(
      `POST ${paths[(begun >> 1) % paths.length]} HTTP/1.1\r\nHost: x\r\n` +
        `Origin: http://127.0.0.1:${port}\r\nContent-Type: application/x-www-form-urlencoded\r\n` +
        `Content-Length: ${length}\r\n\r\nnote=`,
    );
    left -= 5;
    more();
  });
  socket.on('drain', more);
  socket.on('data', (part) => {
    console.log(/^HTTP\/1\.1 (\d+)/.exec(part.toString('latin1'))?.[1]);
    socket.destroy();
  });
  socket.on('error', () => {});
  socket.on('close', send);
}

for (let i = 0; i < connections; i += 1) send();
