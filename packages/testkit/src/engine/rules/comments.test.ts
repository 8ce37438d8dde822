import { gateRecord } from '@bridgeboard/domain';
import { checkRecord } from '@bridgeboard/domain/schema-check';
import { reactionSigns } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { comment, page, reaction, recordIdOf, shape } from '../records.ts';
import { rewind } from '../rewinding.ts';
import { changed, decided, drawn, put, released, seers } from './start.ts';

const note = shape('note', 'note');
const words = comment('words', note.id);
const heart = reaction('heart', note.id);

/** A board with oliver's released note, and what he and aisha say about it: his let out, hers waiting. */
function withRemarks(): BoardWorld {
  const world = new BoardWorld();
  released(world, note);
  released(world, words);
  drawn(world, aisha, heart);
  return world;
}

describe('what is said waits like what is drawn', () => {
  test('[CO1] a comment and a reaction are seen by nobody else until a teacher lets them through', () => {
    const world = new BoardWorld();
    released(world, note);
    const id = drawn(world, oliver, words, heart);
    for (const one of [words, heart]) expect(seers(world, one.id)).toEqual(['reed', 'oliver']);
    expect(world.caseFor(reed, id)?.records).toEqual([words.id, heart.id]);
    decided(world, id, 'school');
    expect(seers(world, words.id)).toEqual(['reed', 'oliver', 'zainab']);
    decided(world, id, 'board');
    for (const one of [words, heart]) expect(seers(world, one.id)).toHaveLength(5);
    expect('entry' in world.undo(reed, id)).toBe(true);
    for (const one of [words, heart]) expect(seers(world, one.id)).toEqual(['reed', 'oliver', 'zainab']);
  });

  test('[CO1] what came back with a note is said anew in the same case; what is turned down is gone', () => {
    const world = new BoardWorld();
    released(world, note);
    const id = drawn(world, oliver, words);
    decided(world, id, 'return');
    expect(world.ownCase(oliver, id)).toMatchObject({ status: 'returned', note: 'Which fish?' });
    expect(changed(world, { by: oliver, id: words.id, set: { text: 'How many trout?' } })).toBe(id);
    decided(world, id, 'reject');
    expect(seers(world, words.id)).toEqual([]);
  });

  test('[CO1] [P22] [P37] it is put away by the staff of its author, and looked at first like a drawing', () => {
    const world = withRemarks();
    expect('entry' in world.hide(reed, words.id)).toBe(true);
    expect(seers(world, words.id)).toEqual(['reed']);
    expect('entry' in world.hide(reed, words.id, false)).toBe(true);
    world.rule(null, { kind: 'look-first', school: 'south', isOn: true });
    expect(seers(world, words.id)).not.toContain('aisha');
    expect(world.waitingForLook(bello).map(({ record }) => record)).toEqual([words.id, note.id].toSorted());
    world.accept(bello, words.id, note.id);
    expect(seers(world, words.id)).toContain('aisha');
  });

  test('[CO1] [MOD1] reactions of one person that wait on a page are one case, comments are cases of their own', () => {
    const world = new BoardWorld();
    const other = shape('note', 'other');
    world.must(reed, ...put(note, other));
    const id = drawn(world, oliver, heart);
    world.must(oliver, ...put(reaction('star', other.id, 'star')));
    expect(world.caseFor(reed, id)).toMatchObject({ status: 'drawing' });
    world.wait();
    expect(world.caseFor(reed, id)?.records).toEqual([heart.id, recordIdOf('reaction', 'star')]);
    const said = drawn(world, oliver, words);
    const third = drawn(world, oliver, reaction('idea', other.id, 'idea'));
    expect(new Set([id, said, third]).size).toBe(3);
    decided(world, third, 'board');
    expect(drawn(world, oliver, reaction('question', other.id, 'question'))).not.toBe(third);
  });

  test('[CO1] staff are heard at once', () => {
    const world = new BoardWorld();
    released(world, note);
    world.must(bello, ...put(words, heart));
    for (const one of [words, heart]) expect(seers(world, one.id)).toHaveLength(5);
  });
});

describe('a remark is about one piece', () => {
  test('[CO2] [P23] about what is not seen there is nothing to say', () => {
    const world = new BoardWorld();
    drawn(world, oliver, note);
    const about = [note.id, recordIdOf('shape', 'never')];
    const answers = about.map((id, i) => world.refusals(aisha, ...put(comment(`about-${i}`, id))));
    expect(answers).toEqual([{ 0: 'NO_SUCH_RECORD' }, { 0: 'NO_SUCH_RECORD' }]);
    expect(world.refusals(oliver, ...put(comment('page', 'page:page')))).toEqual({ 0: 'BAD_RECORD' });
    expect(world.refusals(oliver, ...put(comment('self', words.id)))).toEqual({ 0: 'BAD_RECORD' });
  });

  test('[CO2] [P14] [P28] a group is spoken about by what is in it: what waits in one decides whether it is still there', () => {
    const world = new BoardWorld();
    const group = shape('group', 'group');
    const inside = ['one', 'two'].map((name) => shape('note', name, { parentId: group.id }));
    released(world, group, ...inside);
    expect(world.refusals(aisha, ...put(comment('group', group.id)))).toEqual({ 0: 'BAD_RECORD' });
    world.must(aisha, ...put(comment('inside', inside[0]?.id ?? '')));
  });

  test('[CO2] [P3] [P13] it goes no further than its piece, and takes what is by the same author along', () => {
    const world = new BoardWorld();
    world.rule(null, { kind: 'allow-open', allowed: true });
    drawn(world, oliver, note);
    world.rule(null, { kind: 'set-mode', school: 'north', mode: 'open' });
    const id = drawn(world, oliver, words);
    expect(world.state.slots.get(words.id)?.layers).toMatchObject([{ reach: 'held' }]);
    expect(world.caseFor(reed, id)?.records).toEqual([words.id, note.id]);
    decided(world, id, 'board');
    for (const one of [words, note]) expect(seers(world, one.id)).toHaveLength(5);
  });

  test("[CO2] [P13] what is said about somebody else's waits for that; staff say nothing about what waits", () => {
    const world = new BoardWorld();
    const piece = drawn(world, oliver, note);
    decided(world, piece, 'school');
    const id = drawn(world, zainab, words);
    expect(world.decide(reed, { case: id, verdict: 'board' })).toEqual({ refused: 'NEEDS_OTHER_ITEM' });
    decided(world, id, 'school');
    expect(world.refusals(reed, ...put(heart))).toEqual({ 0: 'NEEDS_OTHER_ITEM' });
    decided(world, piece, 'board');
    decided(world, id, 'board');
    world.must(reed, ...put(heart));
    expect(seers(world, words.id)).toHaveLength(5);
  });

  test('[CO2] a piece that is put away takes what is said about it out of sight', () => {
    const world = withRemarks();
    world.hide(reed, note.id);
    expect(seers(world, words.id)).toEqual(['reed']);
    world.hide(reed, note.id, false);
    expect(seers(world, words.id)).toHaveLength(5);
  });

  test('[CO2] letting a remark out lets no waiting change of its released piece out', () => {
    const world = withRemarks();
    const change = changed(world, { by: oliver, id: note.id, set: { x: 50 } });
    const id = drawn(world, oliver, comment('more', note.id));
    expect(id).not.toBe(change);
    decided(world, id, 'board');
    expect(world.seenBy(aisha).get(note.id)?.['x']).toBe(0);
  });
});

describe('remarks go and come with their piece', () => {
  test('[CO3] [P7] a delete takes all of them along, and its undo brings them back where they were', () => {
    const world = withRemarks();
    world.must(oliver, { op: 'delete', id: note.id });
    for (const one of [words, heart]) expect(world.state.slots.get(one.id)).toBeUndefined();
    world.must(oliver, ...put(world.state.bin.get(note.id)?.slot.base ?? note));
    expect(seers(world, words.id)).toHaveLength(5);
    expect(seers(world, heart.id)).toEqual(['bello', 'aisha']);
    world.wait();
    const [waiting] = world.openCases('south');
    expect(world.caseFor(bello, waiting ?? '')?.records).toEqual([heart.id]);
  });

  test('[CO3] [P17] with a page they go, and come back with it', () => {
    const world = new BoardWorld();
    const second = page('second');
    world.must(reed, ...put(second));
    released(world, { ...note, parentId: second.id });
    drawn(world, aisha, heart, words);
    world.must(reed, { op: 'delete', id: second.id });
    expect(world.state.slots.get(heart.id)).toBeUndefined();
    expect('entry' in world.restorePage(reed, second.id)).toBe(true);
    expect(seers(world, heart.id)).toEqual(['bello', 'aisha']);
  });

  test('[CO3] [P10] a piece that is turned down and brought back has them again, whoever said them', () => {
    const world = new BoardWorld();
    world.rule(reed, { kind: 'set-mode', school: 'north', mode: 'own-school' });
    const piece = drawn(world, oliver, note);
    const said = drawn(world, zainab, words);
    decided(world, piece, 'reject');
    for (const one of [note, words]) expect(seers(world, one.id)).toEqual([]);
    expect('entry' in world.undo(reed, piece)).toBe(true);
    expect(seers(world, words.id)).toEqual(['reed', 'oliver', 'zainab']);
    expect(world.caseFor(reed, said)).toMatchObject({ status: 'waiting', records: [words.id] });
  });

  test('[CO3] [P26] a rewind takes a piece off whatever has been said about it', () => {
    const world = new BoardWorld();
    world.rule(null, { kind: 'allow-open', allowed: true });
    world.rule(null, { kind: 'set-mode', school: 'north', mode: 'open' });
    world.must(oliver, ...put(note, words));
    world.must(bello, ...put(heart));
    const outcome = rewind(world, { actor: reed, person: 'oliver', from: 0, to: Infinity });
    expect(outcome).toHaveProperty('entry');
    expect([...world.seenBy(reed).keys()].toSorted()).toEqual(['document:document', 'page:page']);
  });
});

describe('whose it is to say what', () => {
  test('[CO4] nobody else changes what somebody has said, and nothing changes what it is about', () => {
    const world = withRemarks();
    world.rule(bello, { kind: 'change-member', person: 'aisha', level: 'all' });
    for (const actor of [reed, bello, aisha]) {
      const answer = world.refusals(actor, { op: 'update', id: words.id, set: { text: 'No fish.' } });
      expect(answer, actor.person).toEqual({ 0: 'NOT_YOURS' });
    }
    expect(world.refusals(oliver, { op: 'update', id: words.id, set: { about: 'page:page' } })).toEqual({
      0: 'FORBIDDEN_FIELD',
    });
    expect(world.refusals(aisha, { op: 'update', id: heart.id, set: { sign: 'star' } })).toEqual({
      0: 'FORBIDDEN_FIELD',
    });
  });

  test('[CO4] it is taken back by whoever said it at once, and taken off by staff', () => {
    const world = withRemarks();
    expect(world.refusals(zainab, { op: 'delete', id: words.id })).toEqual({ 0: 'NOT_YOURS' });
    world.must(aisha, { op: 'delete', id: heart.id });
    world.must(bello, { op: 'delete', id: words.id });
    for (const one of [words, heart]) expect(seers(world, one.id)).toEqual([]);
  });

  test('[CO5] at level comment a pupil makes, changes and takes back own remarks and does nothing else', () => {
    const world = new BoardWorld();
    released(world, note);
    world.rule(reed, { kind: 'change-member', person: 'oliver', level: 'comment' });
    world.must(oliver, ...put(words, heart));
    world.must(oliver, { op: 'update', id: words.id, set: { text: 'Which fish?' } });
    world.must(oliver, { op: 'delete', id: heart.id });
    const FORBIDDEN = { 0: 'FORBIDDEN' };
    expect(world.refusals(oliver, ...put(shape('note', 'second')))).toEqual(FORBIDDEN);
    expect(world.refusals(oliver, { op: 'update', id: note.id, set: { x: 4 } })).toEqual(FORBIDDEN);
    expect(world.refusals(oliver, { op: 'delete', id: note.id })).toEqual(FORBIDDEN);
  });

  test('[CO5] at level look a pupil says nothing', () => {
    const world = new BoardWorld();
    released(world, note);
    world.rule(reed, { kind: 'change-member', person: 'oliver', level: 'view' });
    expect(world.refusals(oliver, ...put(words, heart))).toEqual({ 0: 'FORBIDDEN', 1: 'FORBIDDEN' });
  });

  test('[CO6] [BP5] a locked piece may be commented on; on a page for staff only staff comment', () => {
    const world = new BoardWorld();
    const frame = shape('frame', 'frame', { isLocked: true });
    const inside = shape('note', 'inside', { parentId: frame.id });
    world.must(reed, ...put(frame, inside));
    world.must(oliver, ...put(comment('in-area', inside.id), reaction('in-area', frame.id)));
    world.rule(reed, { kind: 'staff-page', page: 'page:page', isOn: true });
    expect(world.refusals(oliver, ...put(comment('later', inside.id)))).toEqual({ 0: 'LOCKED' });
    world.must(bello, ...put(comment('staff', inside.id)));
  });
});

describe('limits of what is said', () => {
  const gate = (record: Parameters<typeof gateRecord>[0], role: 'pupil' | 'staff'): string | null =>
    gateRecord(record, { role, check: checkRecord });

  test('[CO7] words are neither none nor too many, and signs are of the closed set', () => {
    for (const [role, most] of [
      ['pupil', 500],
      ['staff', 2_000],
    ] as const) {
      expect(gate({ ...words, text: 'ab '.repeat(most / 3).slice(0, most) }, role)).toBeNull();
      expect(gate({ ...words, text: 'ab '.repeat(most / 2).slice(0, most + 1) }, role)).toBe('TEXT_TOO_LONG');
    }
    for (const text of ['', ' \n\t', 7, null]) expect(gate({ ...words, text }, 'pupil')).toBe('BAD_RECORD');
    for (const sign of reactionSigns) expect(gate({ ...heart, sign }, 'pupil')).toBeNull();
    for (const sign of ['call me', '', null]) expect(gate({ ...heart, sign }, 'pupil')).toBe('BAD_RECORD');
    expect(gate({ ...heart, text: 'call me' }, 'pupil')).toBe('FORBIDDEN_FIELD');
  });

  test('[CO7] twenty comments of one person, and each sign once', () => {
    const world = new BoardWorld();
    released(world, note);
    world.must(oliver, ...put(...Array.from({ length: 20 }, (_, i) => comment(`many-${i}-`, note.id))));
    expect(world.refusals(oliver, ...put(comment('many-20-', note.id)))).toEqual({ 0: 'QUOTA' });
    world.must(oliver, { op: 'delete', id: recordIdOf('comment', 'many-3-') });
    world.must(oliver, ...put(comment('many-20-', note.id), heart));
    expect(world.refusals(oliver, ...put(reaction('again', note.id)))).toEqual({ 0: 'REACTED_ALREADY' });
    world.must(oliver, ...put(reaction('star', note.id, 'star')), { op: 'delete', id: heart.id });
    world.must(oliver, ...put(reaction('again', note.id)));
    world.must(zainab, ...put(reaction('hers', note.id)));
  });

  test('[CO7] [P28] a school says so much about one piece, whatever another has said', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(note));
    for (let i = 0; i < 15; i += 1) {
      const twenty = Array.from({ length: 20 }, (_, n) => comment(`m-${i}-${n}-`, note.id));
      world.must({ ...reed, person: `staff-${i}` }, ...put(...twenty));
    }
    expect(world.refusals(reed, ...put(words))).toEqual({ 0: 'QUOTA' });
    world.must(bello, ...put(words));
  });
});
