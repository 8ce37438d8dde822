import type { Door } from '@bridgeboard/protocol';
import { HttpPerson, makeBoard, signInStaff } from '@bridgeboard/testkit';
import { expect, it } from 'vitest';

import { startInProcess } from './server-in-process.ts';

it('[JC3] [JC4] staff read at the door that somebody guesses codes, and a newcomer gets in when they open it anew', async () => {
  await using server = await startInProcess({ TRUSTED_PROXIES: '127.0.0.1' });
  const reed = await signInStaff(server, 0);
  const board = await makeBoard(reed);
  const path = `/api/boards/${board}/door`;
  const child = new HttpPerson(server.url);
  async function show(code: string, address: string): Promise<string> {
    const { status, json } = await child.post('/api/join/code', { code }, { 'x-forwarded-for': address });
    return status === 200 ? 'in' : (json as { code: string }).code;
  }
  const isHeld = async (): Promise<boolean> => ((await reed.get(path)).json as Door).newcomersHeld;
  const code = server.demo.classes[0]?.code ?? '';
  // The door was opened a while ago.
  server.clock.forward(6 * 60_000);
  expect(await isHeld()).toBe(false);

  const guesses = Array.from({ length: 210 }, (_, at) => show(`BCDF-${2222 + at}`, `203.0.113.${at % 3}`));
  expect(new Set(await Promise.all(guesses))).toContain('JOIN_REFUSED');
  expect(await show(code, '192.0.2.1')).toBe('JOIN_HELD');
  expect(await isHeld()).toBe(true);
  expect(await show(code, '127.0.0.1')).toBe('in');

  expect((await reed.post(path, { minutes: 15 })).json).toMatchObject({ newcomersHeld: false });
  expect(await show(code, '192.0.2.1')).toBe('in');
  expect(await show('BCDF-9999', '192.0.2.1')).toBe('JOIN_HELD');
});
