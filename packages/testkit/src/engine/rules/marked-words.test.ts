import { applyEntry, createBoardState, visibleCase } from '@bridgeboard/domain';
import type { BoardMode, Fields } from '@bridgeboard/protocol';
import { expect, test } from 'vitest';

import { BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { comment, richText, shape } from '../records.ts';
import { drawn, put, seers } from './start.ts';

const rude = richText('you gloop');
const note = shape('note', 'note', { 'props.richText': rude });

function inMode(mode: BoardMode): BoardWorld {
  const world = new BoardWorld();
  world.rule(null, { kind: 'allow-open', allowed: true });
  world.rule(reed, { kind: 'set-mode', school: 'north', mode });
  return world;
}

test.each(['held', 'own-school', 'open'] as const)('[TC5] what has a find in it waits in mode %s', (mode) => {
  const world = inMode(mode);
  const id = drawn(world, oliver, note);
  expect(seers(world, note.id)).toEqual(['reed', 'oliver']);
  expect(world.caseFor(reed, id)?.status).toBe('waiting');
});

test.each<[string, Fields]>([
  ['words of a note', { 'props.richText': rude }],
  ['several lines', { 'props.richText': richText('ask\n01632 960123') }],
])('[TC5] a change of what is out waits on top of it, others keep what they had: %s', (_, set) => {
  const world = inMode('open');
  const plain = shape('note', 'plain');
  world.must(oliver, ...put(plain));
  world.must(oliver, { op: 'update', id: plain.id, set: { ...set, x: 40 } });
  expect(world.seenBy(zainab).get(plain.id)).toMatchObject({ x: 0, props: { richText: richText('note') } });
  expect(world.seenBy(oliver).get(plain.id)).toMatchObject({ x: 40 });
  // Cleaned up, it goes on waiting: staff have not seen it yet.
  world.must(oliver, { op: 'update', id: plain.id, set: { 'props.richText': richText('nice') } });
  expect(world.seenBy(zainab).get(plain.id)).toMatchObject({ props: { richText: richText('note') } });
});

test('[TC5] only words that an edit brings count, and every field that can carry some', () => {
  const world = inMode('open');
  const frame = shape('frame', 'frame', { 'props.name': 'gloop' });
  const arrow = shape('arrow', 'arrow', { 'props.text': 'call me 960123' });
  const plain = shape('note', 'plain');
  const remark = comment('comment', plain.id, 'gloop');
  world.must(oliver, ...put(frame, arrow, plain, remark));
  const reaches = [frame, arrow, remark, plain].map(({ id }) => (world.state.slots.get(id)?.base ? 'board' : 'held'));
  expect(reaches).toEqual(['held', 'held', 'held', 'board']);
  world.must(reed, { op: 'update', id: plain.id, set: { 'props.richText': rude } });
  world.must(oliver, { op: 'update', id: plain.id, set: { x: 7 } });
  expect(world.seenBy(zainab).get(plain.id)).toMatchObject({ x: 7 });
});

test('[TC5] a word does not hide behind a change of how it is written', () => {
  const world = inMode('open');
  const half = (text: string, marks: Fields[] = []): Fields => ({ type: 'text', text, ...(marks[0] ? { marks } : {}) });
  const doc = { type: 'doc', content: [{ type: 'paragraph', content: [half('glo', [{ type: 'bold' }]), half('op')] }] };
  world.must(oliver, ...put(shape('note', 'note', { 'props.richText': doc })));
  expect(seers(world, note.id)).toEqual(['reed', 'oliver']);
});

test('[TC5] the journal says what was found, by kind and list, and is read without any list', () => {
  const world = inMode('open');
  const about = { board: 'board', schools: ['north', 'south'], epoch: 'epoch' };
  drawn(world, oliver, shape('note', 'note', { 'props.richText': richText('gloop, call me 960123') }));
  const edited = world.journal.flatMap(({ facts }) => facts.changes).find(({ kind }) => kind === 'case-edited');
  expect(edited).toMatchObject({ found: ['words:own', 'phone'] });
  const again = createBoardState(about);
  for (const entry of world.journal) applyEntry(again, entry);
  expect(again.slots.get(note.id)).toEqual(world.state.slots.get(note.id));
});

test('[TC6] its author reads that it waits, as of everything else, and nobody else anything', () => {
  const [marked, plain] = [inMode('held'), inMode('held')];
  const viewer = { kind: 'pupil' as const, school: 'north', person: 'oliver' };
  const told = [marked, plain].map((world, at) => {
    const id = drawn(world, oliver, at === 0 ? note : shape('note', 'note'));
    return { ...visibleCase(world.state, { id, viewer, now: world.now }), id: '' };
  });
  expect(told[0]).toEqual(told[1]);
  expect(told[0]).toMatchObject({ status: 'waiting' });
});
