import { request } from 'node:http';

import { HttpPerson, RawClient, makeBoard, signInStaff } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

const token = 'a-token-of-twenty-letters';

/** The value of one line of a page of metrics. */
function valueOf(page: string, line: string): number {
  const found = page.split('\n').find((each) => each.startsWith(`${line} `));
  return Number(found?.slice(line.length + 1));
}

async function statusOf(url: string, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  // fetch does not let anybody say another Host.
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  request(url, { headers }, (response) => {
    response.resume();
    resolve(response.statusCode ?? 0);
  })
    .on('error', reject)
    .end();
  return promise;
}

describe('metrics', () => {
  let server: ServerInProcess;
  beforeAll(async () => {
    server = await startInProcess({ METRICS_TOKEN: token });
  });
  afterAll(() => server.close());

  async function page(): Promise<string> {
    const answer = await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringMatching(/^text\/plain; /)]);
    return answer.text();
  }

  it('[OP4] tell how a lesson goes in counts, codes and routes, and name nobody', async () => {
    const reed = await signInStaff(server, 0);
    const board = await makeBoard(reed, 'Kingfisher canary');
    await using client = await new RawClient(reed).join(board);
    await client.edit({ op: 'delete', id: 'shape:nowhere-to-be-found-1' });
    await reed.get('/api/boards/no-such-board/snapshot');
    await reed.get('/nothing-lives-here');
    const { directory, queue } = server.storage;
    const waiting = await Promise.all((await directory.schools()).map(({ id }) => queue.openOf(id)));
    const text = await page();
    expect(valueOf(text, 'bridgeboard_ready')).toBe(1);
    expect(valueOf(text, 'bridgeboard_rooms')).toBe(1);
    expect(valueOf(text, 'bridgeboard_sockets{kind="staff"}')).toBe(1);
    expect(valueOf(text, 'bridgeboard_queue_open_lines')).toBe(waiting.flat().length);
    expect(valueOf(text, 'bridgeboard_commit_seconds_count')).toBeGreaterThan(0);
    expect(valueOf(text, 'bridgeboard_refusals_total{code="NO_SUCH_RECORD",at="operation"}')).toBe(1);
    expect(valueOf(text, 'bridgeboard_refusals_total{code="NOT_FOUND",at="http"}')).toBe(2);
    expect(valueOf(text, 'bridgeboard_http_answers_total{route="/api/boards/:board/snapshot",status="404"}')).toBe(1);
    expect(valueOf(text, 'bridgeboard_http_answers_total{route="other",status="404"}')).toBe(1);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    const me = (await reed.get('/api/me')).json as { id: string; name: string; school: { id: string; name: string } };
    for (const secret of [board, 'canary', 'nowhere', me.id, me.name, me.school.id, me.school.name, token]) {
      expect(text).not.toContain(secret);
    }
  });

  it('[OP3] with a token, are for whoever sends it and nowhere else', async () => {
    const asked = (headers: Record<string, string>) => statusOf(`${server.url}/metrics`, headers);
    expect(await asked({ authorization: `Bearer ${token}` })).toBe(200);
    for (const wrong of [{}, { authorization: 'Bearer x' }, { authorization: `Basic ${token}` }]) {
      expect(await asked(wrong as Record<string, string>)).toBe(404);
    }
    expect(await statusOf(`${server.url}/metrics?token=${token}`)).toBe(404);
  });
});

it('[OP3] without a token, metrics are for programs at this machine, and only where people come in here too', async () => {
  await using local = await startInProcess({ DEMO: '0' });
  const here = `http://127.0.0.1:${local.port}/metrics`;
  expect(await statusOf(here)).toBe(200);
  expect(await statusOf(here, { host: 'board.example' })).toBe(404);
  expect(await statusOf(here, { 'x-forwarded-for': '203.0.113.7' })).toBe(404);
  await using open = await startInProcess({ DEMO: '0', PUBLIC_URL: 'https://board.example' });
  expect(await statusOf(`http://127.0.0.1:${open.port}/metrics`)).toBe(404);
});

it('[OP1] [OP2] a server whose store is away lives and is not ready, and tells a stranger nothing more', async () => {
  await using server = await startInProcess({ DEMO: '0' });
  const person = new HttpPerson(server.url);
  expect([(await person.get('/healthz')).text, (await person.get('/readyz')).text]).toEqual([
    '{"alive":true}',
    '{"ready":true}',
  ]);
  await server.storage.close();
  server.clock.forward(1_000);
  const [healthy, ready] = [await person.get('/healthz'), await person.get('/readyz')];
  expect([healthy.status, ready.status, ready.text]).toEqual([200, 503, '{"ready":false}']);
  const text = await (await fetch(`http://127.0.0.1:${server.port}/metrics`)).text();
  expect(valueOf(text, 'bridgeboard_ready')).toBe(0);
  expect(text).toContain('bridgeboard_queue_open_lines Nan');
});
