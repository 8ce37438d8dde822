import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, everybody, oliver, reed, zainab } from '../board-world.ts';
import { binding, richText, shape } from '../records.ts';
import { changed, decided, drawn, put, released } from './start.ts';

const note = shape('note', 'note');

describe('what staff change', () => {
  test('[P4] is on the board at once where nobody has anything waiting there', () => {
    const world = new BoardWorld();
    released(world, note);
    for (const actor of [reed, bello]) {
      world.must(actor, { op: 'update', id: note.id, set: { y: actor === reed ? 3 : 4 } });
      for (const each of everybody) expect(world.seenBy(each).get(note.id)?.['y']).toBe(actor === reed ? 3 : 4);
    }
    world.must(bello, { op: 'delete', id: note.id });
    for (const each of everybody) expect(world.seenBy(each).has(note.id)).toBe(false);
  });

  test('[P4] waits with the work it is about, whole, and does not release it', () => {
    const world = new BoardWorld();
    released(world, note);
    const id = changed(world, { by: oliver, id: note.id, set: { x: 70 } });
    const hash = world.caseFor(reed, id)?.hash ?? '';
    world.must(reed, { op: 'update', id: note.id, set: { 'props.color': 'red' } });
    expect(world.seenBy(oliver).get(note.id)).toMatchObject({ x: 70, props: { color: 'red' } });
    expect(world.seenBy(aisha).get(note.id)).toMatchObject({ x: 0, props: { color: 'yellow' } });
    expect(world.decide(reed, { case: id, verdict: 'board', hash })).toEqual({ refused: 'CHANGED_SINCE_REVIEW' });
    decided(world, id, 'board');
    expect(world.seenBy(aisha).get(note.id)).toMatchObject({ x: 70, props: { color: 'red' } });
  });

  test('[P4] [P11] of what the class sees, the class sees at once, and nobody else', () => {
    const world = new BoardWorld();
    decided(world, drawn(world, oliver, note), 'school');
    world.must(reed, { op: 'update', id: note.id, set: { x: 8 } });
    expect(world.seenBy(zainab).get(note.id)?.['x']).toBe(8);
    expect(world.seenBy(bello).has(note.id)).toBe(false);
  });

  test("[P4] [P12] a binding staff give to a pupil's waiting arrow is the pupil's, and waits with it", () => {
    const world = new BoardWorld();
    const [arrow, target] = [shape('arrow', 'arrow'), shape('geo', 'target')];
    const hold = binding('hold', { arrow: arrow.id, to: target.id });
    world.must(reed, ...put(target));
    const id = drawn(world, oliver, arrow);
    world.must(reed, ...put(hold));
    expect(world.seenBy(bello).has(hold.id)).toBe(false);
    decided(world, id, 'board');
    expect(world.seenBy(bello).has(hold.id)).toBe(true);
    world.must(oliver, { op: 'delete', id: hold.id });
  });

  test('[P3] pupils change what they see: a field equal to what they see is no change', () => {
    const world = new BoardWorld();
    released(world, note);
    world.must(oliver, { op: 'update', id: note.id, set: { x: 0, 'props.richText': richText('note') } });
    expect(world.openCases('north')).toEqual([]);
    expect(world.state.slots.get(note.id)?.layers).toEqual([]);
  });

  test('[P2] a layer is seen by its author and the own staff, and by the class once it is let out to it', () => {
    const world = new BoardWorld();
    const id = drawn(world, oliver, note);
    const seers = (): string[] =>
      everybody.filter((actor) => world.seenBy(actor).has(note.id)).map(({ person }) => person);
    expect(seers()).toEqual(['reed', 'oliver']);
    decided(world, id, 'school');
    expect(seers()).toEqual(['reed', 'oliver', 'zainab']);
    expect(world.seenByAll().has(note.id)).toBe(false);
  });

  test("[P6] [P24] nobody undoes what is another pupil's, and the answer names whose it is", () => {
    const world = new BoardWorld();
    released(world, note);
    for (const actor of [zainab, aisha]) {
      const outcome = world.edit(actor, [
        { op: 'update', id: note.id, set: { x: 1 } },
        { op: 'delete', id: note.id },
      ]);
      expect(outcome).toMatchObject({
        refused: [
          { op: 0, code: 'NOT_YOURS' },
          { op: 1, code: 'NOT_YOURS' },
        ],
      });
      expect(outcome.kind === 'entry' && [...outcome.whose.values()]).toEqual(['oliver', 'oliver']);
    }
    const staffs = shape('note', 'staffs');
    world.must(reed, ...put(staffs));
    expect(world.refusals(oliver, { op: 'delete', id: staffs.id })).toEqual({ 0: 'NOT_YOURS' });
    // The journal remembers the refusal, not the name.
    expect(JSON.stringify(world.journal.at(-1)?.facts.refused)).toBe('[{"op":0,"code":"NOT_YOURS"}]');
  });
});
