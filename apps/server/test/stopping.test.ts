import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

import { RawClient, until } from '@bridgeboard/testkit';
import { expect, it } from 'vitest';

import { startCrowdOutside } from './crowd.ts';
import { freshFolder } from './server-in-process.ts';
import { ServerProcess } from './server-process.ts';

/** A connection that has begun to ask and says no more; the server will not answer it by itself. */
async function hangingRequest(server: { readonly url: string }): Promise<Socket> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.on('error', () => undefined).write('POST /api/me HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\n');
  return socket;
}

it('[REL-18] a server that is asked to stop tells everybody, waits for nobody who hangs, and is gone within 5 s', async () => {
  await using crowd = await startCrowdOutside({ pupils: 2 });
  const { teacher, pupils } = crowd.of(0);
  const pupil = pupils[0] ?? teacher;
  const clients = [
    await crowd.join(teacher),
    await crowd.join(pupil),
    await crowd.join(teacher, { viewer: true }),
    await crowd.join(pupil, { transports: ['polling'], upgrade: false, headers: { 'sec-fetch-site': 'same-origin' } }),
  ];
  await using atTheDoor = new RawClient(teacher.http);
  await until(() => atTheDoor.socket.connected, 'a socket that has not said yet what it is for');
  await hangingRequest(crowd.server);
  // Answered, and kept open by fetch for the next request.
  await teacher.http.get('/api/me');

  const begun = performance.now();
  crowd.server.signal('SIGTERM');
  expect(await crowd.server.ended()).toBe(0);
  expect(performance.now() - begun).toBeLessThan(5_000);
  for (const client of [...clients, atTheDoor]) {
    expect(client.ended).toMatchObject({ code: 'SERVER_RESTARTING', retryable: true });
  }
});

it('[REL-18] a second signal ends the process at once, with the code of the signal', async () => {
  await using folder = await freshFolder();
  await using server = await ServerProcess.start({ DATA_DIR: folder.path, DEMO: '0', LOG_LEVEL: 'info' });
  await hangingRequest(server);
  server.signal('SIGTERM');
  await until(() => server.complaints.some((line) => line.includes('"stopping"')), 'the first signal to arrive');
  const begun = performance.now();
  server.signal('SIGINT');
  expect(await server.ended()).toBe(128 + 2);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
