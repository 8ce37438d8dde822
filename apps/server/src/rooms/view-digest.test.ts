import { shape } from '@bridgeboard/testkit';
import type { Frame } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { LiveRoom, put, reed } from '../../test/live-room.ts';

const note = shape('note', 'note');

describe('what a view comes to', () => {
  test('[P30] is said at most every ten seconds, and only of what has changed', async () => {
    const live = await LiveRoom.open();
    await live.join(reed);
    live.wait(33);
    live.heard();
    const checks = (): unknown[] => live.heard('staff:north').flatMap(({ payload }) => (payload as Frame).check ?? []);
    live.wait(20_000);
    expect(checks()).toEqual([]);
    await live.edit(reed, put(note));
    live.wait(33);
    expect(checks()).toHaveLength(1);
    await live.edit(reed, { op: 'update', id: note.id, set: { x: 40 } });
    for (let i = 0; i < 9; i += 1) live.wait(1_000);
    expect(checks()).toEqual([]);
    live.wait(1_000);
    expect(checks()).toHaveLength(1);
  });

  test('[P29] [P30] who comes back to another run with the same content keeps it', async () => {
    const live = await LiveRoom.open();
    await live.join(reed);
    live.wait(33);
    live.heard();
    await live.edit(reed, put(note));
    live.wait(20_000);
    const check = live.heard('staff:north').map(({ payload }) => (payload as Frame).check)[0] ?? '';
    expect(check).not.toBe('');
    const resume = { epoch: 'epoch', viewRun: 'an earlier run', viewSeq: 7, check };
    const again = await live.join(reed, resume);
    const joined = live.heard(again)[0]?.payload;
    expect(joined).toMatchObject({ resume: 'unchanged', viewSeq: 1, rules: { schools: [{}, {}] } });
    const other = await live.join(reed, { ...resume, check: 'other' });
    expect(live.heard(other)[0]?.payload).toMatchObject({ resume: 'snapshot' });
  });
});

test('[SEC-05] who is sent out is sent out of everything they have open, also where they only look on', async () => {
  const live = await LiveRoom.open();
  const session = await live.join(reed);
  live.room.joinViewer({ id: 'looking', person: reed }, { protocol: 2, board: 'board' });
  live.heard();
  live.room.reader.end(reed.id, 'SESSION_ENDED');
  expect(live.heard().map(({ to, event }) => [to, event])).toEqual([
    [session, 'end'],
    ['looking', 'end'],
  ]);
});
