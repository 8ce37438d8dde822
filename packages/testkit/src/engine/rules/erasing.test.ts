import { projectView, writeCheckpoint } from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { aisha, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { erase, replayed } from '../erasing.ts';
import { binding, image, richText, shape } from '../records.ts';
import { changed, decided, drawn, put, released } from './start.ts';

const words = 'the canary sings';
const note = shape('note', 'note', { 'props.richText': richText(words) });
const staff = { kind: 'staff', school: 'north' } as const;

describe('the erasure of a pupil', () => {
  test('[ER1] reaches released and held work, what was sent back and rejected, former values, the bin and what was said of it', () => {
    const world = new BoardWorld();
    released(world, note);
    changed(world, { by: oliver, id: note.id, set: { 'props.richText': richText(`${words} twice`) } });
    decided(world, drawn(world, oliver, shape('note', 'back', { 'props.richText': richText(words) })), 'return');
    decided(world, drawn(world, oliver, shape('note', 'no', { 'props.richText': richText(words) })), 'reject');
    const bin = shape('frame', 'bin', { 'props.name': words });
    released(world, bin);
    world.must(reed, { op: 'delete', id: bin.id });
    const plain = shape('note', 'plain', { 'props.richText': richText('plain') });
    released(world, plain);
    for (const { id } of [note, plain]) {
      world.must(reed, { op: 'update', id, set: { 'props.richText': richText(`${words}, said the teacher`) } });
    }
    const told = (journal: unknown): string => JSON.stringify(journal);
    expect(told(world.journal).split('canary').length).toBeGreaterThan(7);
    expect(told(world.journal)).toContain('Which fish?');
    const { journal, state } = erase(world, oliver.person);
    for (const kept of [told(journal), told(writeCheckpoint(state, world.now))]) {
      expect(kept).not.toContain('canary');
      expect(kept).not.toContain('Which fish?');
    }
    expect(world.openCases('north').length).toBeGreaterThan(0);
    expect([...state.cases.entries()].filter(([, one]) => one.state === 'open' || one.decision !== null)).toEqual([]);
  });

  test('[ER1] what they wrote on somebody else’s record goes, and the record says again what it said before', () => {
    const world = new BoardWorld();
    const hers = shape('note', 'hers', { 'props.richText': richText('hers') });
    decided(world, drawn(world, zainab, hers), 'board');
    world.rule(reed, { kind: 'change-member', person: oliver.person, level: 'all' });
    const id = changed(world, { by: oliver, id: hers.id, set: { 'props.richText': richText(words), x: 70 } });
    decided(world, id, 'board');
    expect(JSON.stringify(world.seenByAll().get(hers.id))).toContain(words);
    // Her own next change remembers what she changed: the entry names or copies his words.
    world.must(reed, { op: 'update', id: hers.id, set: { 'props.color': 'red' } });
    world.must(reed, { op: 'update', id: hers.id, set: { 'props.richText': richText('reed') } });
    world.must(reed, { op: 'update', id: hers.id, set: { 'props.richText': richText(words) } });
    const { journal, state } = erase(world, oliver.person);
    expect(JSON.stringify(journal)).not.toContain('canary');
    const left = projectView(state, staff).get(hers.id);
    expect(left).toMatchObject({ x: 70, props: { color: 'red', richText: richText('reed') } });
  });

  test('[ER2] [P12] an arrow of somebody else at an erased shape ends where that was', () => {
    const world = new BoardWorld();
    released(world, shape('geo', 'target', { x: 100, y: 100 }));
    const arrow = shape('arrow', 'arrow');
    world.must(reed, ...put(arrow, binding('bound', { arrow: arrow.id, to: shape('geo', 'target').id })));
    const { state } = erase(world, oliver.person);
    const view = projectView(state, staff);
    expect([...view.keys()].filter((id) => id.startsWith('binding:'))).toEqual([]);
    expect(view.get(arrow.id)).toMatchObject({ props: { end: { x: 150, y: 140 } } });
  });

  test('[ER2] [P16] what stood in an erased frame stands where it stood, and their groups go whole', () => {
    const world = new BoardWorld();
    const frame = shape('frame', 'frame', { x: 40, y: 30 });
    released(world, frame);
    const inside = shape('note', 'inside', { parentId: frame.id, x: 5, y: 6 });
    world.must(reed, ...put(inside));
    const group = shape('group', 'group');
    const [one, two] = ['one', 'two'].map((name) => shape('note', name, { parentId: group.id }));
    if (!one || !two) throw new Error('there are two');
    released(world, group, one, two);
    const { state } = erase(world, oliver.person);
    const view = projectView(state, staff);
    expect(view.get(inside.id)).toMatchObject({ parentId: 'page:page', x: 45, y: 36 });
    expect([...view.keys()].toSorted()).toEqual(['document:document', 'page:page', inside.id].toSorted());
  });

  test('[ER3] the board goes on: its chain holds, others draw and undo, and who was erased stays away', () => {
    const world = new BoardWorld();
    released(world, note);
    const id = drawn(world, zainab, shape('note', 'hers'));
    const { journal, state } = erase(world, oliver.person);
    Object.assign(world.state, state);
    decided(world, id, 'board');
    world.undo(reed, id);
    expect(world.openCases('north')).toEqual([id]);
    expect(world.edit(oliver, put(shape('note', 'again')))).toEqual({ kind: 'refused', code: 'FORBIDDEN' });
    const later = world.journal.slice(-2);
    const [first] = later;
    expect(first?.facts.seq).toBe(journal.length + 1);
    const again = replayed([...journal, ...later]);
    expect(again.chain).toBe(world.state.chain);
    expect(projectView(again, staff)).toEqual(projectView(world.state, staff));
  });

  test('[ER1] [REL-22] takes a picture along from whoever shows it, and what they had copied of its words; nothing brings it back', () => {
    const world = new BoardWorld();
    const asset = world.upload(oliver, 'river');
    const own = image('own', asset, { 'props.altText': words });
    decided(world, drawn(world, oliver, own), 'board');
    const copies = ['copy', 'binned'].map((name) => image(name, asset, { 'props.altText': words }));
    const [copy, binned] = copies;
    if (!copy || !binned) throw new Error('there are two');
    world.must(reed, ...copies.flatMap((record) => put(record)));
    world.must(reed, { op: 'delete', id: binned.id });
    const { journal, state } = erase(world, oliver.person);
    for (const kept of [journal, writeCheckpoint(state, world.now)]) expect(JSON.stringify(kept)).not.toContain(words);
    Object.assign(world.state, state);
    for (const record of projectView(world.state, staff).values()) {
      expect([asset, own.id, copy.id]).not.toContain(record.id);
    }
    for (const { id } of [own, ...copies])
      expect([state.slots.get(id), state.bin.get(id)]).toEqual([undefined, undefined]);
    for (const record of copies) expect(world.refusals(reed, ...put(record))).not.toEqual({});
    expect(world.refusals(reed, ...put(image('another', asset)))).toEqual({ 0: 'BAD_ASSET' });
  });

  test('[ER3] is nobody’s but a pupil’s who was on the board', () => {
    const world = new BoardWorld();
    world.must(reed, ...put(note));
    for (const person of [reed.person, 'nobody'])
      expect(erase(world, person).journal).toHaveLength(world.journal.length);
    // Somebody who has made nothing is noted as gone all the same.
    const { journal } = erase(world, aisha.person);
    expect(journal.at(-1)?.facts.changes).toEqual([
      { kind: 'erase', person: aisha.person },
      { kind: 'member-changed', person: aisha.person, away: 'left' },
    ]);
  });
});
