import { request } from 'node:http';
import { gzipSync } from 'node:zlib';

import { signInStaff } from '@bridgeboard/testkit';
import type { HttpPerson } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let reed: HttpPerson;

beforeAll(async () => {
  server = await startInProcess();
  reed = await signInStaff(server, 0);
});
afterAll(() => server.close());

/** A request with headers that `fetch` would not let through. */
function send(options: {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}): Promise<{ status: number; code: unknown }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; code: unknown }>();
  const { method, path, headers } = options;
  const asked = request(
    `${server.url}${path}`,
    { method, headers: { cookie: reed.cookie, ...headers } },
    (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const code: unknown = text.startsWith('{') ? (JSON.parse(text) as { code?: unknown }).code : undefined;
        resolve({ status: response.statusCode ?? 0, code });
      });
    },
  );
  asked.on('error', reject);
  asked.end(options.body);
  return promise;
}

function post(
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; code: unknown }> {
  return send({
    method: 'POST',
    path,
    body,
    headers: { origin: server.url, 'content-type': 'application/json', ...headers },
  });
}

const board = JSON.stringify({ title: 'Made by a stranger' });

describe('requests of another website', () => {
  it.each([
    ['a stranger', () => 'http://evil.example'],
    ['no origin at all', () => ''],
    ['null', () => 'null'],
    ['a name that begins like ours', () => `${server.url}.evil.example`],
    ['a name that ends like ours', () => server.url.replace('://', '://evil')],
    ['another port', () => 'http://localhost:1'],
    ['https', () => server.url.replace('http:', 'https:')],
    ['other case', () => server.url.replace('localhost', 'LOCALHOST')],
    ['a slash behind', () => `${server.url}/`],
  ])('[SEC-08] %s is refused before anything happens', async (_name, origin) => {
    const before = await reed.get('/api/boards');
    const headers: Record<string, string> = origin() === '' ? {} : { origin: origin() };
    const answer = await send({
      method: 'POST',
      path: '/api/boards',
      body: board,
      headers: { ...headers, 'content-type': 'application/json' },
    });
    expect(answer).toEqual({ status: 403, code: 'BAD_ORIGIN' });
    expect((await reed.get('/api/boards')).text).toBe(before.text);
  });

  it('[SEC-08] a page that a browser calls cross-site is refused even with our origin', async () => {
    expect(await post('/api/boards', board, { 'sec-fetch-site': 'cross-site' })).toEqual({
      status: 403,
      code: 'BAD_ORIGIN',
    });
    expect(await post('/api/boards', board, { 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 201 });
  });

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
    '[SEC-04] %s of a stranger gets no leave to ask across origins',
    async (method) => {
      expect(await send({ method, path: '/api/boards', headers: { origin: 'http://evil.example' } })).toEqual({
        status: 403,
        code: 'BAD_ORIGIN',
      });
    },
  );

  it('our own address has two names on this machine', async () => {
    const other = server.url.replace('localhost', '127.0.0.1');
    expect(await post('/api/boards', board, { origin: other })).toMatchObject({ status: 201 });
  });
});

describe('bodies that are not what they should be', () => {
  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    '[SEC-08] %s is no JSON',
    async (type) => {
      expect(await post('/api/boards', board, { 'content-type': type })).toEqual({ status: 415, code: 'BAD_TYPE' });
    },
  );

  it('[SEC-33] nothing is inflated', async () => {
    expect(await post('/api/boards', gzipSync(board), { 'content-encoding': 'gzip' })).toEqual({
      status: 415,
      code: 'BAD_TYPE',
    });
  });

  it.each([
    ['{', 'BAD_JSON', 400],
    ['{"title":undefined}', 'BAD_JSON', 400],
    [`{"title":${'['.repeat(30_000)}${']'.repeat(30_000)}}`, 'TOO_DEEP', 400],
    [`{"title":"${'a'.repeat(70_000)}"}`, 'TOO_BIG', 413],
    ['{"title":"x","__proto__":{"role":"staff"}}', 'BAD_KEY', 400],
    ['{"title":"x","constructor":{}}', 'BAD_KEY', 400],
    ['{"title":{"$ne":null}}', 'BAD_TYPE', 400],
    ['{"title":["x"]}', 'BAD_TYPE', 400],
    ['{"title":7}', 'BAD_TYPE', 400],
    ['[]', 'BAD_TYPE', 400],
    ['"x"', 'BAD_TYPE', 400],
    ['null', 'BAD_TYPE', 400],
    ['', 'BAD_TYPE', 400],
    ['{"title":"  "}', 'BAD_TYPE', 400],
    [`{"title":"${'a'.repeat(121)}"}`, 'TEXT_TOO_LONG', 400],
    ['{"title":"x","partnership":{"$gt":""}}', 'BAD_TYPE', 400],
  ])('[SEC-12] [SEC-13] %.40s is refused with %s', async (body, code, status) => {
    expect(await post('/api/boards', body)).toEqual({ status, code });
  });

  it('[SEC-14] bytes that are no UTF-8 are refused', async () => {
    expect(await post('/api/boards', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d]))).toEqual({
      status: 400,
      code: 'BAD_JSON',
    });
  });

  it('[SEC-12] operators in place of a code or a PIN reach no query', async () => {
    expect(await post('/api/join/code', '{"code":{"$ne":null}}')).toEqual({ status: 400, code: 'BAD_TYPE' });
    expect(await post('/api/join/pin', '{"pupil":{"$ne":null},"pin":[0,0,0,0]}')).toEqual({
      status: 400,
      code: 'BAD_TYPE',
    });
    expect(await post('/api/join/pin', '{"pupil":"aaaaaaaaaaaaaaaaaaaaaa","pin":[0,0,0,24]}')).toEqual({
      status: 400,
      code: 'BAD_TYPE',
    });
    expect(await post('/api/auth/sign-in/email', '{"email":{"$gt":""},"password":"x"}')).toEqual({
      status: 400,
      code: 'BAD_TYPE',
    });
  });

  it('a foreign field changes nothing', async () => {
    const made = await reed.post('/api/boards', {
      title: 'Fields',
      host: 'someone-else',
      doorOpenUntil: 9e15,
      createdBy: 'x',
    });
    const { id } = made.json as { id: string };
    expect((await reed.get(`/api/boards/${id}`)).json).toMatchObject({ title: 'Fields', doorOpenUntil: 0 });
  });

  it('[SEC-39] an address that cannot be read is refused without saying how the server works', async () => {
    for (const path of ['/api/boards/%E0%A4%A', '/%00', '/api/boards/..%2f..%2fetc', '/p/%']) {
      const answer = await send({ method: 'GET', path, headers: {} });
      expect([400, 404]).toContain(answer.status);
    }
    expect((await reed.get('/api/boards/%E0%A4%A')).text).not.toMatch(/node_modules|at |URIError|decode/);
  });
});
