// SPDX-License-Identifier: EUPL-1.2
// A browser at another address. Failed logins are counted by address, so files of tests with such
// logins have addresses of their own.
import http from 'node:http';

// Starts a proxy that sends every request from ADDRESS (of 127.0.0.0/8); the "proxy" to give to
// newContext.
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
