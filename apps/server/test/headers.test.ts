import { HttpPerson, signInStaff } from '@bridgeboard/testkit';
import type { HttpAnswer } from '@bridgeboard/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { freshFolder, startInProcess } from './server-in-process.ts';
import type { ServerInProcess } from './server-in-process.ts';

let server: ServerInProcess;
let reed: HttpPerson;
let board: string;

beforeAll(async () => {
  server = await startInProcess();
  reed = await signInStaff(server, 0);
  const { boards } = (await reed.get('/api/boards')).json as { boards: { id: string }[] };
  board = boards[0]?.id ?? '';
});
afterAll(() => server.close());

function expectSafe({ headers }: HttpAnswer): void {
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^default-src 'none';/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*|script-src[^;]*unsafe/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-frame-options')).toBe('DENY');
  expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  expect(headers.get('permissions-policy')).toBe('geolocation=(), microphone=(), camera=()');
  expect(headers.get('access-control-allow-origin')).toBeNull();
  expect(headers.get('strict-transport-security')).toBeNull();
  expect(headers.get('x-powered-by')).toBeNull();
  expect(headers.get('x-request-id')).toMatch(/^[\w-]{22}$/);
}

describe('headers', () => {
  it.each([
    '/',
    '/?lang=ar',
    '/healthz',
    '/readyz',
    '/metrics',
    '/nothing/here',
    '/p/nothing',
    '/p/nothing/board.svg',
    '/api/nothing',
    '/api/me',
    '/api/boards',
    '/api/queue',
    '/api/lobby',
    '/home',
    '/b/anything',
    '/sign-in',
    '/%E0%A4%A',
  ])('[SEC-36] [SG-32] GET %s', async (path) => {
    expectSafe(await reed.get(path));
    expectSafe(await new HttpPerson(server.url).get(path));
  });

  it.each(['', '/snapshot', '/door', '/queue', '/publications', '/picture.svg', '/picture.svg?theme=dark'])(
    '[SEC-36] GET /api/boards/:board%s is never kept on the way',
    async (rest) => {
      const answer = await reed.get(`/api/boards/${board}${rest}`);
      expect(answer.status).toBe(200);
      expectSafe(answer);
      expect(answer.headers.get('cache-control')).toBe('no-store');
    },
  );

  it('[SEC-36] refusals have them too', async () => {
    expectSafe(await reed.post('/api/boards', '{'));
    expectSafe(await reed.post('/api/boards', {}, { origin: 'http://evil.example' }));
    expectSafe(await reed.post('/join', 'code=BCDFGHJK', { 'content-type': 'application/x-www-form-urlencoded' }));
  });

  it('[SEC-23] a drawing that is opened by itself can load and run nothing', async () => {
    const { headers } = await reed.get(`/api/boards/${board}/picture.svg`);
    expect(headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(headers.get('content-security-policy')).not.toContain('script-src');
  });

  it('[SEC-04] a stranger who asks is given no leave', async () => {
    const answer = await fetch(`${server.url}/api/me`, {
      headers: { origin: 'http://evil.example', cookie: reed.cookie },
    });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('answers in the language that was asked for, and keeps it when it is chosen', async () => {
    const person = new HttpPerson(server.url);
    const french = await fetch(`${server.url}/api/me`, { headers: { 'accept-language': 'de, fr-CA;q=0.8, en;q=0.3' } });
    expect(await french.json()).toMatchObject({ code: 'SIGN_IN_NEEDED', message: expect.stringMatching(/connect/i) });
    expect((await person.get('/?lang=ar')).text).toContain('<html lang="ar" dir="rtl"');
    expect((await person.get('/')).text).toContain('<html lang="ar" dir="rtl"');
  });
});

it('[SEC-44] where people come by https, browsers are told to insist on it, and cookies are bound to it', async () => {
  await using folder = await freshFolder();
  await using secure = await startInProcess({ DATA_DIR: folder.path, PUBLIC_URL: 'https://board.example' });
  const answer = await fetch(
    `${secure.url.replace('https://board.example', `http://127.0.0.1:${secure.port}`)}/healthz`,
  );
  expect(answer.headers.get('strict-transport-security')).toBe('max-age=31536000');
});
