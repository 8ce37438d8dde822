import { viewDigest } from '@bridgeboard/domain';
import type { Frame, Joined, PrivateFrame, Snapshot, ViewItem } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { settle, VirtualTimers } from '../simulation/virtual-timers.ts';
import { ConfirmedView } from './confirmed-view.ts';
import { SnapshotRefused } from './fetch-snapshot.ts';
import { ViewFollower } from './view-follower.ts';

const item = (id: string, x = 0): ViewItem => ({
  record: { id, typeName: 'shape', x },
  stamp: { by: '0.1', reach: 'board', at: 1 },
});
const put = (seq: number, id: string): Frame => ({ seq, patch: { put: [item(id)] } });
const place = { epoch: 'e', viewRun: 'r' };

function joined(viewSeq: number, resume: Joined['resume']): Joined {
  const you = { key: '0.1', label: 'Oliver', school: 'school-000001', role: 'pupil' as const };
  return {
    ...place,
    board: { id: 'board-0001', title: '', schools: [] },
    you,
    cursor: '',
    viewSeq,
    resume,
    takenSeq: 0,
  };
}

function open() {
  const timers = new VirtualTimers();
  const view = new ConfirmedView();
  const told: string[] = [];
  const asked: { resolve: (snapshot: Snapshot) => void; reject: (reason: unknown) => void }[] = [];
  const follower = new ViewFollower({
    board: 'board-0001',
    view,
    timers,
    random: () => 0.5,
    fetchSnapshot: () => new Promise((resolve, reject) => asked.push({ resolve, reject })),
    onWhole: () => told.push('whole'),
    onPrivate: (frame) => told.push(`private ${frame.seq}`),
    onLost: () => told.push('lost'),
    onHealing: () => told.push('healing'),
    onRefused: (code) => told.push(code),
  });
  const answer = async (viewSeq: number, ...put: ViewItem[]): Promise<void> => {
    asked.shift()?.resolve({ ...place, viewSeq, schema: {}, shared: { put } });
    await settle();
  };
  const shown = (...ids: string[]): string[] => ids.filter((id) => view.record(id));
  return { timers, view, told, asked, follower, answer, shown };
}

test('[P29] frames that arrive before the snapshot wait, and only those newer than it are applied', async () => {
  const { follower, answer, shown, told } = open();
  follower.joined(joined(4, 'snapshot'));
  follower.frame(put(5, 'a'));
  follower.frame(put(6, 'b'));
  expect(told).toEqual([]);
  await answer(5, item('c'));
  expect(shown('a', 'b', 'c')).toEqual(['b', 'c']);
  expect(told).toEqual(['whole']);
});

test('[P28] a hole in the frames fetches the view anew, once, and nothing is applied in between', async () => {
  const { follower, answer, shown, asked, told } = open();
  follower.joined(joined(0, 'snapshot'));
  await answer(0);
  follower.frame(put(1, 'a'));
  follower.frame(put(3, 'c'));
  follower.frame(put(4, 'd'));
  expect(shown('a', 'b', 'c', 'd')).toEqual(['a']);
  expect(asked).toHaveLength(1);
  await answer(3, item('a'), item('b'), item('c'));
  expect(shown('a', 'b', 'c', 'd')).toEqual(['a', 'b', 'c', 'd']);
  expect(told).toEqual(['whole', 'whole']);
});

test('a repeated frame has no effect', async () => {
  const { follower, answer, view } = open();
  follower.joined(joined(0, 'snapshot'));
  await answer(2, item('a', 7));
  follower.frame({ seq: 2, patch: { remove: ['a'] } });
  expect(view.record('a')?.['x']).toBe(7);
});

test('a snapshot of another run of the room is not used', async () => {
  const { follower, asked, timers, shown, answer } = open();
  follower.joined(joined(0, 'snapshot'));
  asked.shift()?.resolve({ epoch: 'e', viewRun: 'older', viewSeq: 9, schema: {}, shared: { put: [item('a')] } });
  await settle();
  expect(shown('a')).toEqual([]);
  await timers.advance(2_000);
  await answer(0, item('b'));
  expect(shown('a', 'b')).toEqual(['b']);
});

test('a snapshot that cannot be had is asked for again, one that is refused is not', async () => {
  const { follower, asked, timers, told } = open();
  follower.joined(joined(0, 'snapshot'));
  asked.shift()?.reject(new TypeError('no network'));
  await settle();
  await timers.advance(2_000);
  expect(asked).toHaveLength(1);
  asked.shift()?.reject(new SnapshotRefused('NOT_FOUND'));
  await settle();
  await timers.advance(60_000);
  expect(told).toEqual(['NOT_FOUND']);
  expect(asked).toHaveLength(0);
});

test('private frames have an order of their own; one that is missing asks for a new start', async () => {
  const { follower, answer, told, view } = open();
  const own = (seq: number, more: Partial<PrivateFrame>): void => follower.private({ seq, ...more });
  follower.joined(joined(0, 'snapshot'));
  own(1, { reset: true, own: { put: [item('mine', 5)] } });
  await answer(0, item('mine', 1), item('theirs'));
  expect(view.record('mine')?.['x']).toBe(5);
  own(2, { own: { remove: ['mine'] }, hide: ['theirs'] });
  expect(view.record('mine')?.['x']).toBe(1);
  expect(view.record('theirs')).toBeNull();
  own(4, { own: { put: [item('mine', 9)] } });
  expect(view.record('mine')?.['x']).toBe(1);
  expect(told).toEqual(['private 1', 'whole', 'private 2', 'lost']);
});

test('[P29] after a break the view goes on from the frames it missed', async () => {
  const { follower, answer, shown, told } = open();
  follower.joined(joined(0, 'snapshot'));
  await answer(3, item('a'));
  follower.disconnected();
  expect(follower.place).toEqual({ ...place, viewSeq: 3 });
  follower.joined(joined(4, 'frames'));
  follower.frame(put(4, 'b'));
  expect(shown('a', 'b')).toEqual(['a', 'b']);
  expect(told).toEqual(['whole', 'whole']);
});

test('[P29] a view that is the server’s too goes on in another run of the room without being fetched again', async () => {
  const { follower, answer, shown, asked, view } = open();
  follower.joined(joined(0, 'snapshot'));
  const stroke = {
    id: 'a',
    typeName: 'shape',
    props: { segments: [{ type: 'free', points: [{ x: 0, y: 0, z: 0.5 }] }] },
  };
  await answer(3, { record: stroke, stamp: item('a').stamp });
  follower.disconnected();
  follower.joined({ ...joined(0, 'unchanged'), viewRun: 'next', pens: [[4, 'a']] });
  expect(asked).toHaveLength(0);
  expect(follower.place).toEqual({ epoch: 'e', viewRun: 'next', viewSeq: 0 });
  follower.frame({ seq: 1, patch: { put: [item('b')], grow: [[4, 100, 0, 0]] } });
  expect(shown('a', 'b')).toEqual(['a', 'b']);
  expect(view.record('a')).toMatchObject({ props: { segments: [{ points: [{ x: 0 }, { x: 1 }] }] } });
});

test('[P30] the digest is compared right after its frame, also where it comes alone, and a difference fetches the view anew', async () => {
  const { follower, answer, asked, told, timers } = open();
  follower.joined(joined(0, 'snapshot'));
  await answer(1, item('a'));
  follower.frame({ ...put(2, 'b'), check: viewDigest([item('a'), item('b')], []) });
  follower.frame({ seq: 2, check: viewDigest([item('b'), item('a')], []) });
  expect([asked.length, told]).toEqual([0, ['whole']]);
  follower.frame({ seq: 2, check: 'another' });
  expect([asked.length, told]).toEqual([1, ['whole', 'healing']]);
  follower.frame(put(3, 'c'));
  await answer(2, item('a'), item('x'));
  expect(told).toEqual(['whole', 'healing', 'whole']);
  await timers.advance(1_000);
  follower.frame({ seq: 3, check: 'another' });
  expect(asked).toHaveLength(0);
});

test('[P28] a frame that should have brought a patch and is not there is a hole too', async () => {
  const { follower, answer, asked } = open();
  follower.joined(joined(0, 'snapshot'));
  await answer(1, item('a'));
  follower.frame({ seq: 2, check: 'whatever' });
  expect(asked).toHaveLength(1);
});

test('[P33] a board that is set back while its snapshot is on the way, and the connection ends, is known as set back', async () => {
  const { follower, answer, shown } = open();
  follower.joined(joined(4, 'snapshot'));
  await answer(4, item('a'));
  follower.resync({ ...place, viewRun: 'next', viewSeq: 0 });
  follower.disconnected();
  const back = { ...joined(0, 'snapshot'), epoch: 'restored' };
  expect(follower.joined(back)).toBe(true);
  expect(shown('a')).toEqual([]);
  follower.disconnected();
  expect(follower.joined(back)).toBe(false);
});
