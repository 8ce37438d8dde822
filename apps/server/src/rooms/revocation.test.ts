import { shape } from '@bridgeboard/testkit';
import { describe, expect, test } from 'vitest';

import { aisha, bello, LiveRoom, oliver, put, reed, zainab, type Sent } from '../../test/live-room.ts';

const note = shape('note', 'note');
const afterBurst = 61_000;

/** A room with these people, and a note of a pupil's that everybody has been shown. */
async function openWithNote(): Promise<{ live: LiveRoom; sessions: Map<string, string> }> {
  const live = await LiveRoom.open();
  const sessions = new Map<string, string>();
  for (const person of [oliver, zainab, aisha, reed, bello]) sessions.set(person.id, await live.join(person));
  await live.edit(oliver, put(note));
  live.wait(afterBurst);
  const [found] = live.room.reader.openCases('north');
  const { id = '', hash = '' } = found?.case ?? {};
  await live.room.decide({ by: reed, case: id, verdict: 'board', hash });
  live.wait(33);
  live.heard();
  return { live, sessions };
}

const said = (sent: readonly Sent[]): string => JSON.stringify(sent.map(({ event, payload }) => [event, payload]));

describe('what is taken back', () => {
  test('[REL-07] somebody who has left the board is sent away at the next tick, and is told nothing after', async () => {
    const { live, sessions } = await openWithNote();
    const session = sessions.get(zainab.id) ?? '';
    // Asked a moment ago: what she was then must not count now.
    expect(live.room.viewOf(zainab)).toBe('pupils:north');
    const removed = { kind: 'remove-member', person: zainab.id, why: 'left' } as const;
    expect(await live.room.govern({ by: reed, event: removed })).toBeNull();
    live.wait(33);
    expect(live.heard(session)[0]).toMatchObject({ event: 'end', payload: { code: 'FORBIDDEN' } });
    live.room.leave(session);
    expect(await live.join(zainab)).toBe(`${zainab.id}-2`);
    expect(live.heard(`${zainab.id}-2`).map(({ event }) => event)).toEqual(['end']);
  });

  test('[REL-07] what is put away leaves every other view at the next tick, and is in no snapshot after', async () => {
    const { live } = await openWithNote();
    expect(await live.room.hide({ by: reed, record: note.id, hidden: true })).toBeNull();
    live.wait(33);
    const told = live.heard();
    expect(said(told.filter(({ to }) => to === 'staff:south'))).toContain(`"remove":["${note.id}"]`);
    for (const person of [oliver, zainab, aisha, bello]) expect(live.seenBy(person), person.id).toEqual([]);
    live.wait(1_000);
    for (const person of [zainab, aisha, bello]) {
      expect(live.room.reader.snapshotFor(person, null).json, person.id).not.toContain(note.id);
    }
  });

  test('[REL-07] [RT8] what is put away is told while the store is slow with what came later', async () => {
    const { live } = await openWithNote();
    expect(await live.room.hide({ by: reed, record: note.id, hidden: true })).toBeNull();
    const release = live.holdAppends();
    const later = [live.edit(reed, put(shape('note', 'one'))), live.edit(bello, put(shape('note', 'two')))];
    // Both have been asked: one is on its way to the store, the other waits.
    for (let i = 0; i < 10; i += 1) await Promise.resolve();
    live.wait(33);
    live.wait(33);
    expect(said(live.heard().filter(({ to }) => to === 'staff:south'))).toContain(`"remove":["${note.id}"]`);
    release();
    await Promise.all(later);
  });

  test('[REL-07] who is frozen learns it at the next tick, and writes nothing more', async () => {
    const { live, sessions } = await openWithNote();
    await live.room.govern({ by: reed, event: { kind: 'freeze', whom: { person: oliver.id } } });
    expect(await live.edit(oliver, put(shape('note', 'late')))).toEqual({ refused: 'FROZEN' });
    live.wait(33);
    expect(said(live.heard(sessions.get(oliver.id) ?? ''))).toContain('"frozen":true');
  });
});
