import { projectView, readCheckpoint, seesAsset, viewerOf, writeCheckpoint } from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, everybody, oliver, reed, zainab } from '../board-world.ts';
import { erase } from '../erasing.ts';
import { binding, image, recordIdOf, shape } from '../records.ts';
import { plain, replayed, rewind } from '../rewinding.ts';
import { changed, decided, drawn, put, released, seers } from './start.ts';

const note = shape('note', 'note');
const frame = shape('frame', 'frame');
const inside = shape('note', 'inside', { parentId: frame.id });
const all = everybody.map(({ person }) => person);
const allButAisha = all.filter((person) => person !== 'aisha');

/** A board on which the south school looks first. */
function looking(): BoardWorld {
  const world = new BoardWorld();
  world.rule(bello, { kind: 'look-first', school: 'south', isOn: true });
  return world;
}

function accepted(world: BoardWorld, ...ids: readonly string[]): void {
  const outcome = world.accept(bello, ...ids);
  if ('refused' in outcome) throw new Error(`accepting was refused: ${outcome.refused}`);
}

describe('a school that looks first', () => {
  test('[P36] its pupils see work of another school once its staff have accepted it, and everybody else at once', () => {
    const world = looking();
    released(world, note);
    expect(seers(world, note.id)).toEqual(allButAisha);
    expect(world.seenByAll().has(note.id)).toBe(true);
    accepted(world, note.id);
    expect(seers(world, note.id)).toEqual(all);
    expect(world.waitingForLook(bello)).toEqual([]);
  });

  test('[P36] what is on the board already goes and comes with the rule, at once', () => {
    const world = new BoardWorld();
    released(world, note);
    for (const isOn of [true, false, true]) {
      world.rule(bello, { kind: 'look-first', school: 'south', isOn });
      world.tick();
      expect(seers(world, note.id)).toEqual(isOn ? allButAisha : all);
    }
    accepted(world, note.id);
    world.rule(bello, { kind: 'look-first', school: 'south', isOn: false });
    expect(world.accept(bello, note.id)).toEqual({ refused: 'FORBIDDEN' });
    world.rule(bello, { kind: 'look-first', school: 'south', isOn: true });
    expect(seers(world, note.id)).toEqual(all);
  });

  test('[P36] work of staff, pages and work of the own pupils are not looked at', () => {
    const world = looking();
    world.must(reed, ...put(note));
    const hers = shape('text', 'hers');
    world.must(aisha, ...put(hers));
    expect(seers(world, note.id)).toEqual(all);
    expect(world.seenBy(aisha).has('page:page')).toBe(true);
    expect(world.seenBy(aisha).has(hers.id)).toBe(true);
    world.rule(null, { kind: 'change-member', person: 'reed', role: 'pupil' });
    world.tick();
    expect(seers(world, note.id)).toEqual(allButAisha);
  });

  test('[P36] [SEC-40] another base is absent again, whoever made it, and that which was accepted counts when it comes back', () => {
    const world = looking();
    released(world, note);
    accepted(world, note.id);
    const review = changed(world, { by: oliver, id: note.id, set: { x: 40 } });
    expect(seers(world, note.id)).toEqual(all);
    decided(world, review, 'board');
    expect(seers(world, note.id)).toEqual(allButAisha);
    expect(world.undo(reed, review)).toHaveProperty('entry');
    expect(seers(world, note.id)).toEqual(all);
    world.must(bello, { op: 'update', id: note.id, set: { y: 9 } });
    expect(seers(world, note.id)).toEqual(allButAisha);
    accepted(world, note.id);
    expect(world.seenBy(aisha).get(note.id)?.['y']).toBe(9);
  });

  test('[P37] accepting can be taken back, and each has its line for the audit log', () => {
    const world = looking();
    released(world, note);
    accepted(world, note.id);
    expect(world.takeBackAccepted(bello, note.id)).toHaveProperty('entry');
    expect(seers(world, note.id)).toEqual(allButAisha);
    expect(world.waitingForLook(bello)).toHaveLength(1);
    const lines = world.journal.slice(-2).flatMap(({ audit }) => audit);
    expect(lines).toEqual([
      { action: 'record.accept', by: 'bello', subjects: [note.id] },
      { action: 'record.unaccept', by: 'bello', subjects: [note.id] },
    ]);
  });

  test('[P37] [SEC-40] [P23] answers: stale, not looked at, not seen, and no staff; nothing of a refused act is done', () => {
    const world = looking();
    const other = shape('note', 'other');
    released(world, note, other);
    const [item] = world.waitingForLook(bello).filter(({ record }) => record === note.id);
    world.must(reed, { op: 'update', id: note.id, set: { x: 3 } });
    expect(world.accept(bello, other.id, item ?? '')).toEqual({ refused: 'CHANGED_SINCE_REVIEW' });
    expect(world.accept(bello, { record: note.id, hash: '' })).toEqual({ refused: 'CHANGED_SINCE_REVIEW' });
    expect(seers(world, other.id)).toEqual(allButAisha);
    const [text, held] = [shape('text', 'text'), shape('text', 'held')];
    world.must(reed, ...put(text));
    world.must(aisha, ...put(shape('text', 'hers')));
    drawn(world, oliver, held);
    for (const id of [text.id, 'page:page', recordIdOf('shape', 'hers')])
      expect(world.accept(bello, id)).toEqual({ refused: 'FORBIDDEN' });
    for (const id of [held.id, recordIdOf('shape', 'never')]) {
      expect(world.accept(bello, id)).toEqual({ refused: 'NOT_FOUND' });
      expect(world.takeBackAccepted(bello, id)).toEqual({ refused: 'NOT_FOUND' });
    }
    expect(world.accept(aisha, note.id)).toEqual({ refused: 'NOT_FOUND' });
    expect(world.accept(reed, note.id)).toEqual({ refused: 'FORBIDDEN' });
    expect(world.waitingForLook(reed)).toEqual([]);
    expect(world.waitingForLook(aisha)).toEqual([]);
  });

  test('[P36] [P20] what stands in something absent is absent with it, own work too', () => {
    const world = looking();
    released(world, frame, inside);
    const own = shape('note', 'own');
    world.must(bello, ...put(own));
    world.must(bello, { op: 'update', id: own.id, set: { parentId: frame.id } });
    accepted(world, inside.id);
    for (const id of [inside.id, own.id]) expect(seers(world, id)).toEqual(allButAisha);
    accepted(world, frame.id);
    for (const id of [inside.id, own.id]) expect(seers(world, id)).toEqual(all);
  });

  test('[P36] [P37] [P12] a binding goes with its arrow, and an arrow to what is absent keeps the end that stands in it', () => {
    const world = looking();
    const arrow = shape('arrow', 'arrow');
    const hold = binding('hold', { arrow: arrow.id, to: note.id });
    released(world, note, arrow, hold);
    expect(world.waitingForLook(bello).map(({ record }) => record)).toEqual([arrow.id, note.id].toSorted());
    accepted(world, arrow.id);
    expect(seers(world, arrow.id)).toEqual(all);
    expect(seers(world, hold.id)).toEqual(allButAisha);
    accepted(world, note.id);
    expect(seers(world, hold.id)).toEqual(all);
    const [mine, held] = [shape('arrow', 'mine'), binding('mine', { arrow: recordIdOf('shape', 'mine'), to: note.id })];
    world.must(aisha, ...put(mine, held));
    world.takeBackAccepted(bello, note.id);
    expect(world.seenBy(aisha).has(held.id)).toBe(false);
    expect(world.seenBy(aisha).get(mine.id)?.['props']).toEqual(mine['props']);
  });

  test('[P36] [P19] a picture is absent with its image, and so are its bytes', () => {
    const world = looking();
    const asset = world.upload(oliver, 'river');
    const shown = image('river', asset);
    released(world, shown);
    const hasBytes = (): boolean => seesAsset(world.state, asset, { viewer: viewerOf(aisha), isUploader: false });
    expect([seers(world, asset), hasBytes()]).toEqual([allButAisha, false]);
    accepted(world, shown.id);
    expect([seers(world, asset), hasBytes()]).toEqual([all, true]);
  });

  test('[P36] [P23] [P27] to its pupils what is absent was never there, a change of their own on it included', () => {
    const world = looking();
    world.rule(bello, { kind: 'change-member', person: 'aisha', level: 'all' });
    released(world, note);
    const set = { 'props.color': 'red' };
    expect(world.refusals(aisha, { op: 'update', id: note.id, set })).toEqual({ 0: 'NO_SUCH_RECORD' });
    accepted(world, note.id);
    changed(world, { by: aisha, id: note.id, set });
    world.takeBackAccepted(bello, note.id);
    expect(seers(world, note.id)).toEqual(allButAisha);
    for (const op of [{ op: 'update', id: note.id, set } as const, { op: 'delete', id: note.id } as const])
      expect(world.refusals(aisha, op)).toEqual({ 0: 'NO_SUCH_RECORD' });
    world.accept(bello, note.id);
    expect(world.seenBy(aisha).get(note.id)?.['props']).toMatchObject({ color: 'red' });
  });

  test('[P36] what others do later does not depend on it: release, undo, hide and rewind', () => {
    const outcomes = [true, false].map((isAccepting) => {
      const world = looking();
      const accept = (): unknown => isAccepting && world.accept(bello, note.id);
      const from = world.now;
      const review = released(world, note);
      accept();
      expect(world.undo(reed, review)).toHaveProperty('entry');
      decided(world, review, 'board');
      accept();
      world.hide(reed, note.id);
      world.hide(reed, note.id, false);
      world.must(oliver, { op: 'update', id: note.id, set: { x: 5 } });
      accept();
      const outcome = rewind(world, { actor: reed, person: 'oliver', from, to: world.now });
      const told = world.views.filter(({ viewer }) => viewer.kind !== 'pupils' || viewer.school !== 'south');
      const own = world.privates.filter(({ actor }) => actor !== aisha);
      return [
        'count' in outcome ? outcome.count : outcome,
        told.map(({ patches }) => patches),
        own.map(({ patches }) => patches),
      ];
    });
    expect(outcomes[0]).toEqual(outcomes[1]);
  });

  test('[P36] [HIST2] to accept something is not to build on it: a rewind takes it off all the same', () => {
    const world = looking();
    world.rule(null, { kind: 'allow-open', allowed: true });
    world.rule(null, { kind: 'set-mode', school: 'north', mode: 'open' });
    const from = world.now;
    world.must(oliver, ...put(note));
    accepted(world, note.id);
    const outcome = rewind(world, { actor: reed, person: 'oliver', from, to: world.now });
    expect('count' in outcome && outcome.count).toMatchObject({ records: 1, fields: 0, skipped: 0 });
    expect(seers(world, note.id)).toEqual([]);
  });

  test('[P36] [P23] what goes unseen with an own thing is answered as if it had never been', () => {
    const world = looking();
    const [hers, arrow] = [shape('note', 'hers'), shape('arrow', 'arrow')];
    const hold = binding('hold', { arrow: arrow.id, to: hers.id });
    world.rule(null, { kind: 'allow-open', allowed: true });
    for (const school of ['north', 'south']) world.rule(null, { kind: 'set-mode', school, mode: 'open' });
    world.must(aisha, ...put(hers));
    world.must(oliver, ...put(arrow));
    accepted(world, arrow.id);
    world.must(oliver, ...put(hold));
    expect(seers(world, hold.id)).toEqual(allButAisha);
    const never = recordIdOf('binding', 'never');
    const deletes = [hers.id, hold.id, never].map((id) => ({ op: 'delete', id }) as const);
    const bend = { op: 'update', id: arrow.id, set: { 'props.end': { x: 7, y: 7 } } } as const;
    const refused = { 0: 'NOT_YOURS', 2: 'NO_SUCH_RECORD', 3: 'NO_SUCH_RECORD' };
    expect(world.refusals(aisha, bend, ...deletes)).toEqual(refused);
    expect(seers(world, hold.id)).toEqual([]);
  });

  test('[P36] [P37] replay, checkpoint and the bin keep what was accepted, erasing takes it along', () => {
    const world = looking();
    world.rule(null, { kind: 'allow-open', allowed: true });
    world.rule(null, { kind: 'set-mode', school: 'north', mode: 'open' });
    world.must(oliver, ...put(note));
    accepted(world, note.id);
    world.must(oliver, { op: 'delete', id: note.id });
    world.must(oliver, ...put(note));
    expect(seers(world, note.id)).toEqual(all);
    expect(plain(replayed(world.journal))).toEqual(plain(world.state));
    const again = readCheckpoint(writeCheckpoint(world.state, world.now));
    expect(projectView(again, viewerOf(aisha)).has(note.id)).toBe(true);
    world.must(zainab, ...put(shape('text', 'hers')));
    accepted(world, recordIdOf('shape', 'hers'));
    const { state } = erase(world, 'oliver');
    expect(projectView(state, viewerOf(aisha)).has(note.id)).toBe(false);
    expect(projectView(state, viewerOf(aisha)).has(recordIdOf('shape', 'hers'))).toBe(true);
  });

  test('[P36] a checkpoint from before there was the rule has it off', () => {
    const world = looking();
    world.rule(bello, { kind: 'set-mode', school: 'south', mode: 'own-school' });
    released(world, note);
    const text = writeCheckpoint(world.state, world.now).map((chunk) => chunk.replaceAll(',"looksFirst":true', ''));
    const again = readCheckpoint(text);
    expect(again.schoolRules.get('south')).toEqual({
      mode: 'own-school',
      frozenBy: [],
      needsTeacher: false,
      looksFirst: false,
      level: 'own',
      classLevels: {},
      hours: null,
    });
    expect(projectView(again, viewerOf(aisha)).has(note.id)).toBe(true);
  });
});
