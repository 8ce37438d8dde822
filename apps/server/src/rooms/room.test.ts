import { shape } from '@bridgeboard/testkit';
import type { Frame, Patch, PrivateFrame } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { aisha, bello, LiveRoom, oliver, put, reed, zainab } from '../../test/live-room.ts';

const note = shape('note', 'note');
const afterBurst = 61_000;

/** A room with one session each of these people, caught up and quiet. */
async function openWith(...people: (typeof oliver)[]): Promise<{ live: LiveRoom; sessions: string[] }> {
  const live = await LiveRoom.open();
  const sessions: string[] = [];
  for (const person of people) sessions.push(await live.join(person));
  live.wait(33);
  live.heard();
  return { live, sessions };
}

/** The waiting case of the school, decided. */
async function decide(live: LiveRoom, by: typeof reed): Promise<void> {
  const [found] = live.room.reader.openCases(by.school);
  const { id: board, hash = '' } = found?.case ?? {};
  expect(await live.room.decide({ by, case: board ?? '', verdict: 'board', hash })).toBeNull();
}

const patches = (sent: { event: string; payload: unknown }[]): (Patch | undefined)[] =>
  sent.filter(({ event }) => event === 'frame').map(({ payload }) => (payload as Frame).patch);

describe('durable before visible', () => {
  test('[RT1] neither the author nor anybody else is told of an edit before the journal has it', async () => {
    const { live } = await openWith(oliver, reed, bello);
    const release = live.holdAppends();
    let isAnswered = false;
    const answer = live.edit(reed, put(note)).then((result) => {
      isAnswered = true;
      return result;
    });
    for (let i = 0; i < 10; i += 1) {
      await Promise.resolve();
      live.wait(33);
    }
    expect(isAnswered).toBe(false);
    expect(live.heard()).toEqual([]);
    expect(live.seenBy(reed)).toEqual([]);
    release();
    expect(await answer).toEqual({ answer: { client: 'reed-browser-000', seq: 1 } });
    live.wait(33);
    expect(patches(live.heard()).map((patch) => patch?.put?.[0]?.record.id)).toEqual([note.id, note.id, note.id]);
  });

  test('[RT3] an append that fails is told as such, and everything goes on from the journal', async () => {
    const { live, sessions } = await openWith(oliver, bello);
    live.mood = 'refuses';
    const message = live.message(oliver, put(note));
    await expect(live.room.edit(oliver, message)).rejects.toThrow('DB_DOWN');
    live.wait(33);
    expect(live.seenBy(oliver)).toEqual([]);
    const said = live.heard();
    live.mood = 'keeps';
    expect(await live.room.edit(oliver, message)).toHaveProperty('answer');
    expect(live.seenBy(oliver)).toEqual([note.id]);
    for (const session of sessions) {
      expect(said.filter(({ to }) => to === session).map(({ event }) => event)).toEqual(['resync', 'private']);
    }
  });

  test('[RT3] [P33] an edit that was kept although the store said no is answered when it comes again, and taken once', async () => {
    const { live } = await openWith(oliver);
    live.mood = 'keeps and refuses';
    const message = live.message(oliver, put(note), put({ ...note, id: 'shape:short' }));
    await expect(live.room.edit(oliver, message)).rejects.toThrow('DB_DOWN');
    live.mood = 'keeps';
    const { seq } = message;
    const answer = { client: 'oliver-browser-000', seq, refused: [{ op: 1, code: 'BAD_ID' }] };
    expect(await live.room.edit(oliver, message)).toEqual({ answer });
    expect(live.seenBy(oliver)).toEqual([note.id]);
    expect(await live.edit(oliver, put(shape('note', 'next')))).toHaveProperty('answer');
  });

  test('[RT3] a new run of every view follows, with numbers of its own', async () => {
    const { live, sessions } = await openWith(oliver);
    live.mood = 'refuses';
    await expect(live.edit(oliver, put(note))).rejects.toThrow('DB_DOWN');
    live.mood = 'keeps';
    await live.room.hide({ by: reed, record: note.id, hidden: true });
    const [resync, own] = live.heard(sessions[0]);
    expect(resync).toMatchObject({ event: 'resync', payload: { epoch: 'epoch', viewSeq: 0 } });
    expect(own?.payload).toMatchObject({ reset: true });
    const snapshot: unknown = JSON.parse(live.room.reader.snapshotFor(oliver, null).json);
    expect(snapshot).toMatchObject({ viewRun: payloadOf<{ viewRun: string }>(resync).viewRun, viewSeq: 0 });
  });

  test('[RT4] a fault in a tick restarts every view instead of losing what it had begun to tell', async () => {
    const { live, sessions } = await openWith(reed, bello);
    live.room.startViewsAnew();
    const said = live.heard();
    expect(said.filter(({ event }) => event === 'resync').map(({ to }) => to)).toEqual(sessions);
  });
});

describe('frames', () => {
  test('[P27] one frame a view, one private frame where there is something to say, and silence otherwise', async () => {
    const { live } = await openWith(oliver, zainab, reed, bello, aisha);
    live.wait(33);
    expect(live.heard()).toEqual([]);
    const result = await live.edit(oliver, put(note));
    if ('answer' in result) live.room.answer('oliver-1', result.answer);
    live.wait(33);
    const said = live.heard();
    expect(said.map(({ to, event }) => `${event} to ${to}`)).toEqual(['frame to staff:north', 'private to oliver-1']);
    expect(payloadOf<PrivateFrame>(said[1]).own?.put?.[0]?.record.id).toBe(note.id);
    expect(payloadOf<PrivateFrame>(said[1]).answers).toEqual([{ client: 'oliver-browser-000', seq: 1 }]);
    live.wait(33);
    expect(live.heard()).toEqual([]);
  });

  test('[P27] [P28] held work moves no number of another view: the next frame there is the next one', async () => {
    const { live } = await openWith(oliver, reed, aisha);
    for (let i = 0; i < 5; i += 1) {
      await live.edit(oliver, put(shape('note', `held-${i}`)));
      live.wait(33);
    }
    expect(live.heard('pupils:south')).toEqual([]);
    await live.edit(reed, put(note));
    live.wait(33);
    expect(live.heard('pupils:south').map(({ payload }) => (payload as Frame).seq)).toEqual([1]);
  });

  test('[P27] an approval uncovers in the shared view before the private part lets go', async () => {
    const { live } = await openWith(oliver, reed, aisha);
    await live.edit(oliver, put(note));
    live.wait(afterBurst);
    live.heard();
    await decide(live, reed);
    live.wait(33);
    const said = live.heard();
    const shared = said.findIndex(({ to }) => to === 'pupils:north');
    const own = said.findIndex(({ to }) => to === 'oliver-1');
    expect(shared).toBeGreaterThan(-1);
    expect(own).toBeGreaterThan(shared);
    expect(payloadOf<PrivateFrame>(said[own]).own?.remove).toEqual([note.id]);
  });

  test('[P27] people who see the same get the same bytes, and two sessions of one person the same private part', async () => {
    const { live } = await openWith(oliver, oliver, zainab);
    await live.edit(oliver, put(note));
    live.wait(33);
    const said = live.heard();
    expect(said.filter(({ event }) => event === 'frame')).toEqual([]);
    const parts = said
      .filter(({ event }) => event === 'private')
      .map(({ to, payload }) => [to, (payload as PrivateFrame).own]);
    expect(parts.map(([to]) => to)).toEqual(['oliver-1', 'oliver-2']);
    expect(parts[0]?.[1]).toEqual(parts[1]?.[1]);
    expect(live.room.reader.snapshotFor(oliver, null).json).toBe(live.room.reader.snapshotFor(zainab, null).json);
  });

  test('[P28] a snapshot lists things in the order of their ids, not of their making', async () => {
    const { live } = await openWith(oliver, reed);
    for (const name of ['c', 'a', 'b']) await live.edit(oliver, put(shape('note', name)));
    live.wait(afterBurst);
    await decide(live, reed);
    live.wait(33);
    const { shared } = JSON.parse(live.room.reader.snapshotFor(bello, null).json) as { shared: Patch };
    const ids = shared.put?.map(({ record }) => record.id) ?? [];
    expect(ids).toEqual(ids.toSorted());
    expect(JSON.stringify(shared)).not.toContain('oliver');
  });
});

describe('coming back', () => {
  test('[P29] the frames that were missed, in order, and the own part whole', async () => {
    const { live } = await openWith(bello, reed);
    const viewRun = viewRunOf(live, bello);
    live.room.leave('bello-1');
    for (const name of ['one', 'two']) {
      await live.edit(reed, put(shape('note', name)));
      live.wait(33);
    }
    live.heard();
    const again = await live.join(bello, { epoch: 'epoch', viewRun, viewSeq: 1 });
    const said = live.heard(again);
    expect(said.map(({ event }) => event)).toEqual(['joined', 'frame', 'private']);
    expect(said[0]?.payload).toMatchObject({ resume: 'frames', viewSeq: 2, viewRun });
    expect(said[1]?.payload).toMatchObject({ seq: 2 });
    expect(said[2]?.payload).toMatchObject({ reset: true });
  });

  test.each([
    ['another run', { viewRun: 'other' }],
    ['another epoch', { epoch: 'other' }],
    ['a number that was never given', { viewSeq: 99 }],
  ])('[P29] [P33] a snapshot after %s', async (_, change) => {
    const { live } = await openWith(bello);
    const resume = { epoch: 'epoch', viewRun: viewRunOf(live, bello), viewSeq: 0, ...change };
    const again = await live.join(bello, resume);
    expect(live.heard(again).map(({ event }) => event)).toEqual(['joined', 'private']);
    expect(
      await live.room.join({ id: 'x', person: bello }, { protocol: 1, board: 'board', client: 'x'.repeat(20), resume }),
    ).toMatchObject({
      resume: 'snapshot',
    });
  });

  test("[P29] a snapshot where the ring does not reach back, and where the run is another school's", async () => {
    const { live } = await openWith(bello, reed);
    const [south, north] = [viewRunOf(live, bello), viewRunOf(live, reed)];
    for (let i = 0; i < 260; i += 1) {
      await live.edit(reed, { op: 'update', id: 'page:page', set: { name: `Page ${i}` } });
      live.wait(33);
    }
    live.heard();
    for (const resume of [
      { viewRun: south, viewSeq: 2 },
      { viewRun: north, viewSeq: 250 },
    ]) {
      const again = await live.join(bello, { epoch: 'epoch', ...resume });
      expect(live.heard(again)[0]?.payload).toMatchObject({ resume: 'snapshot' });
    }
    const near = await live.join(bello, { epoch: 'epoch', viewRun: south, viewSeq: 250 });
    const [missed, ...more] = live.heard(near).filter(({ event }) => event === 'frame');
    expect(more).toEqual([]);
    const named = [{ record: { id: 'page:page', name: 'Page 259' } }];
    expect(missed?.payload).toMatchObject({ seq: 260, since: 250, patch: { put: named } });
  });

  test('[P33] a browser is told which of its own edits is the last that was taken', async () => {
    const { live } = await openWith(oliver);
    await live.edit(oliver, put(note));
    await live.edit(oliver, { op: 'update', id: note.id, set: { x: 4 } });
    const again = await live.join(oliver);
    expect(live.heard(again)[0]?.payload).toMatchObject({ takenSeq: 2 });
    const other = await live.join(zainab);
    expect(live.heard(other)[0]?.payload).toMatchObject({ takenSeq: 0 });
    expect(await live.room.edit(oliver, { client: 'oliver-browser-000', seq: 5, ops: [put(note)] })).toEqual({
      resendFrom: 3,
    });
  });
});

describe('who is who', () => {
  test('[P31] [P6] another school knows a pupil by place and number, the own school by name, and staff by name', async () => {
    const { live } = await openWith(oliver, reed, bello, zainab);
    await live.edit(oliver, put(note));
    live.wait(afterBurst);
    await decide(live, reed);
    live.wait(33);
    const refused = await live.edit(zainab, { op: 'delete', id: note.id });
    expect(refused).toMatchObject({ answer: { refused: [{ code: 'NOT_YOURS', whose: { label: 'Oliver' } }] } });
    await live.join(aisha);
    const foreign = await live.edit(aisha, { op: 'delete', id: note.id });
    expect(foreign).toMatchObject({
      answer: { refused: [{ whose: { label: expect.stringMatching(/^Leeds \d+$/), school: 'north' } }] },
    });
    await live.edit(reed, put(shape('note', 'staffs')));
    const staffs = await live.edit(aisha, { op: 'delete', id: shape('note', 'staffs').id });
    expect(staffs).toMatchObject({ answer: { refused: [{ whose: { label: 'Ms Reed' } }] } });
  });

  test('[P31] a pointer on what is no page of the board is not passed on: it would be a way to write', async () => {
    const { live } = await openWith(oliver, bello);
    const move = (page: string): void =>
      live.room.sessions.point('oliver-1', { page, x: 1, y: 1, busy: false, selection: [] });
    move('page:HelloThereInTheSouth1');
    move('shape:HelloThereInTheSouth1');
    live.wait(400);
    expect(live.heard()).toEqual([]);
    move('page:page');
    live.wait(400);
    expect(live.heard('staff:south')[0]?.payload).toMatchObject({ pointers: [{ page: 'page:page' }] });
  });
});

test('[P31] [P23] who comes to a view that nobody looked at since it began anew is not told what somebody had selected', async () => {
  const { live } = await openWith(reed, zainab);
  await live.edit(reed, put(note));
  live.wait(100);
  live.room.sessions.point('reed-1', { page: 'page:page', x: 1, y: 1, busy: false, selection: [note.id] });
  live.wait(100);
  expect(JSON.stringify(live.heard('pupils:north'))).toContain('"selection":["');
  live.room.leave('zainab-1');
  live.room.startViewsAnew();
  await live.edit(reed, { op: 'delete', id: note.id });
  live.wait(100);
  expect(JSON.stringify(live.heard(await live.join(zainab)))).not.toContain(note.id);
});

function viewRunOf(live: LiveRoom, person: typeof reed): string {
  return (JSON.parse(live.room.reader.snapshotFor(person, null).json) as { viewRun: string }).viewRun;
}

/** What a message carried; fails where it was not sent. */
function payloadOf<T>(message: { payload: unknown } | undefined): T {
  if (!message) throw new Error('the message was not sent');
  return message.payload as T;
}
