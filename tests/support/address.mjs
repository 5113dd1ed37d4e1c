// SPDX-License-Identifier: EUPL-1.2
// A browser at another address: failed logins are counted by address, and each file of tests may
// have some.
import http from 'node:http';

// Starts a proxy that asks for everything from ADDRESS (of 127.0.0.0/8), to be given to newContext
// as its "proxy".
export async function proxyAt(address) {
  const server = http.createServer((request, response) => {
    const asked = http.request(
      request.url,
      { method: request.method, headers: request.headers, localAddress: address },
      (answer) => {
        response.writeHead(answer.statusCode, answer.rawHeaders);
        answer.pipe(response);
      },
    );
    asked.on('error', () => response.destroy());
    request.pipe(asked);
  });
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  return { server: `http://127.0.0.1:${server.address().port}`, bypass: '<-loopback>' };
}
