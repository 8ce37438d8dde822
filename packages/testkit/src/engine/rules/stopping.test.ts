import { deletedPages, rulesOf, seesAsset, standingOf, viewerOf, type Actor } from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, everybody, oliver, reed, zainab } from '../board-world.ts';
import { putAwayAllOf } from '../putting-away.ts';
import { binding, image, page, shape } from '../records.ts';
import { begin, rewind } from '../rewinding.ts';
import { changed, drawn, put, released } from './start.ts';

const note = shape('note', 'note');
const stop = (world: BoardWorld, by: Actor, isOn = true) => world.govern(by, { kind: 'stop-everything', isOn });
const shapesSeen = (world: BoardWorld, by: Actor): string[] =>
  [...world.seenBy(by).keys()].filter((id) => !id.startsWith('page:') && !id.startsWith('document:')).toSorted();

describe('stopping everything', () => {
  test('[P39] leaves the school that did it what it sees, and everybody else pages alone, own work that waits included', () => {
    const world = new BoardWorld();
    released(world, note);
    const hers = drawn(world, aisha, shape('note', 'hers'));
    drawn(world, oliver, shape('note', 'his'));
    const before = everybody.map((actor) => shapesSeen(world, actor));
    world.rule(reed, { kind: 'stop-everything', isOn: true });
    expect(everybody.map((actor) => shapesSeen(world, actor))).toEqual([before[0], [], before[2], before[3], []]);
    expect([...world.seenByAll().keys()]).toEqual(['document:document', 'page:page']);
    for (const actor of everybody) expect(world.seenBy(actor).has('page:page')).toBe(true);
    world.rule(reed, { kind: 'stop-everything', isOn: false });
    expect(everybody.map((actor) => shapesSeen(world, actor))).toEqual(before);
    expect(world.caseFor(bello, hers)?.status).toBe('waiting');
  });

  test('[P39] [SG-30] no pupil writes, nor do staff who see nothing, and their browsers keep it', () => {
    const world = new BoardWorld();
    world.rule(reed, { kind: 'stop-everything', isOn: true });
    for (const actor of everybody) {
      const outcome = world.edit(actor, put(shape('note', actor.person)));
      expect(outcome.kind === 'refused' ? outcome.code : null, actor.person).toBe(actor === reed ? null : 'FROZEN');
      expect(standingOf(world.state, actor.person).frozen).toBe(actor !== reed);
    }
    const { schools, stoppedBy } = rulesOf(world.state, () => null);
    expect([stoppedBy, schools.map(({ frozen }) => frozen)]).toEqual([['north'], [true, true]]);
  });

  test('[P39] [SG-08] each school lets the board go on for itself, and one that has not keeps it stopped', () => {
    const world = new BoardWorld();
    released(world, note);
    world.rule(reed, { kind: 'stop-everything', isOn: true });
    expect(stop(world, bello, false)).toEqual({ refused: 'FORBIDDEN' });
    expect(stop(world, oliver, false)).toEqual({ refused: 'FORBIDDEN' });
    world.rule(bello, { kind: 'stop-everything', isOn: true });
    for (const actor of [reed, bello, oliver]) expect(shapesSeen(world, actor)).toEqual([]);
    world.rule(reed, { kind: 'stop-everything', isOn: false });
    expect(shapesSeen(world, bello)).toEqual([note.id]);
    expect(shapesSeen(world, reed)).toEqual([]);
    world.rule(null, { kind: 'stop-everything', isOn: false });
    expect(shapesSeen(world, reed)).toEqual([note.id]);
    for (const by of [oliver, aisha, null]) {
      expect(world.govern(by, { kind: 'stop-everything', isOn: true })).toEqual({ refused: 'FORBIDDEN' });
    }
  });

  test('[P39] who sees nothing of the board decides nothing on it', () => {
    const world = new BoardWorld();
    const from = begin(world);
    world.must(bello, ...put(page('second'), shape('note', 'there', { parentId: page('second').id })));
    world.must(bello, { op: 'delete', id: page('second').id });
    const id = drawn(world, aisha, note);
    const hash = world.caseFor(bello, id)?.hash ?? '';
    world.rule(bello, { kind: 'look-first', school: 'south', isOn: true });
    world.rule(reed, { kind: 'stop-everything', isOn: true });
    const stopped = { refused: 'STOPPED' };
    expect(world.decide(bello, { case: id, verdict: 'board', hash })).toEqual(stopped);
    expect(world.undo(bello, id)).toEqual(stopped);
    expect(world.hide(bello, note.id)).toEqual(stopped);
    expect(putAwayAllOf(world, { by: bello, person: aisha.person })).toBe('STOPPED');
    expect(rewind(world, { actor: bello, person: aisha.person, from, to: world.now })).toEqual(stopped);
    expect(world.restorePage(bello, page('second').id)).toEqual({ refused: 'NOT_FOUND' });
    expect(deletedPages(world.state, bello, world.now)).toEqual([]);
    expect(world.waitingForLook(bello)).toEqual([]);
    expect(world.accept(bello, { record: note.id, hash: '' })).toEqual({ refused: 'NOT_FOUND' });
    world.rule(reed, { kind: 'stop-everything', isOn: false });
    expect('entry' in world.decide(bello, { case: id, verdict: 'board', hash })).toBe(true);
  });

  test('[P39] [P19] pictures are given to nobody who does not see the board, whoever uploaded them', () => {
    const world = new BoardWorld();
    const picture = world.upload(aisha, 'photo');
    drawn(world, aisha, image('picture', picture));
    const sees = (actor: Actor): boolean =>
      seesAsset(world.state, picture, { viewer: viewerOf(actor), isUploader: actor === aisha });
    expect([aisha, bello, reed].map(sees)).toEqual([true, true, false]);
    world.rule(reed, { kind: 'stop-everything', isOn: true });
    expect([aisha, bello, reed].map(sees)).toEqual([false, false, false]);
  });

  test('[P39] [P12] [P11] how far work has been let out stays as it is: what is done meanwhile asks that, and not who sees', () => {
    const told = [false, true].map((isStopped) => {
      const world = new BoardWorld();
      const frame = shape('frame', 'frame');
      const arrow = shape('arrow', 'arrow');
      world.must(reed, ...put(frame));
      released(world, note, arrow, binding('binding', { arrow: arrow.id, to: note.id }));
      changed(world, { by: zainab, id: drawnBy(world, zainab), set: { parentId: frame.id } });
      if (isStopped) world.rule(reed, { kind: 'stop-everything', isOn: true });
      world.must(reed, { op: 'update', id: frame.id, set: { x: 50 } });
      world.hide(reed, note.id);
      world.must(reed, { op: 'delete', id: frame.id });
      if (isStopped) world.rule(reed, { kind: 'stop-everything', isOn: false });
      return everybody.map((actor) => [...world.seenBy(actor)]);
    });
    expect(told[1]).toEqual(told[0]);
  });
});

/** A released note of somebody's. */
function drawnBy(world: BoardWorld, by: Actor): string {
  const made = shape('note', `of-${by.person}`);
  const id = drawn(world, by, made);
  world.decide(reed, { case: id, verdict: 'board' });
  return made.id;
}
