import { describe, expect, test } from 'vitest';

import { BoardWorld, aisha, bello, oliver, reed } from '../board-world.ts';
import { recordIdOf, shape } from '../records.ts';
import { endReport, report } from '../reporting.ts';
import { changed, decided, drawn, put, released, seers } from './start.ts';

const note = shape('note', 'note');

describe('keeping away what was reported', () => {
  test('[P38] [P22] is gone for all but staff of its school, and its author reads what is always read', () => {
    const world = new BoardWorld();
    released(world, note);
    report(world, note.id);
    expect(seers(world, note.id)).toEqual(['reed']);
    expect(world.refusals(oliver, { op: 'update', id: note.id, set: { x: 1 } })).toEqual({ 0: 'PUT_AWAY' });
    expect(world.refusals(aisha, { op: 'update', id: note.id, set: { x: 1 } })).toEqual({ 0: 'NO_SUCH_RECORD' });
  });

  test('[P38] leaves no event for the audit log, and nobody is the one who did it', () => {
    const world = new BoardWorld();
    released(world, note);
    report(world, note.id);
    expect(world.journal.at(-1)).toMatchObject({ facts: { kind: 'hide', actor: null }, audit: [] });
  });

  test('[P38] staff cannot bring it back; the board lets it back as it was', () => {
    const world = new BoardWorld();
    released(world, note);
    report(world, note.id);
    for (const hidden of [false, true]) expect(world.hide(reed, note.id, hidden)).toEqual({ refused: 'PUT_AWAY' });
    expect(seers(world, note.id)).toEqual(['reed']);
    endReport(world, note.id);
    expect(seers(world, note.id)).toHaveLength(5);
    world.hide(reed, note.id);
    report(world, note.id);
    report(world, note.id);
    endReport(world, note.id);
    expect(seers(world, note.id)).toEqual(['reed']);
    world.hide(reed, note.id, false);
    expect(seers(world, note.id)).toHaveLength(5);
  });

  test('[P38] [MOD2] [P10] what staff decide meanwhile holds once the report is over, and nothing is undone before', () => {
    const world = new BoardWorld();
    world.rule(null, { kind: 'allow-open', allowed: true });
    world.rule(reed, { kind: 'set-mode', school: 'north', mode: 'open' });
    const id = drawn(world, oliver, note);
    report(world, note.id);
    decided(world, id, 'reject');
    endReport(world, note.id);
    expect(seers(world, note.id)).toEqual(['reed']);
    report(world, note.id);
    expect(world.undo(reed, id)).toEqual({ refused: 'CHANGED' });
  });

  test('[P38] works on what was deleted: it does not come back past the report', () => {
    const world = new BoardWorld();
    released(world, note);
    const record = world.seenBy(oliver).get(note.id) ?? note;
    world.must(oliver, { op: 'delete', id: note.id });
    report(world, note.id);
    expect(world.refusals(oliver, { op: 'create', record })).toEqual({ 0: 'BAD_ID' });
    endReport(world, note.id);
    world.must(oliver, { op: 'create', record });
    expect(seers(world, note.id)).toHaveLength(5);
  });

  test('[P38] [P11] a decision lets nothing out of it, and waiting changes go with it', () => {
    const world = new BoardWorld();
    released(world, note);
    const id = changed(world, { by: oliver, id: note.id, set: { x: 44 } });
    report(world, note.id);
    decided(world, id, 'board');
    expect(seers(world, note.id)).toEqual(['reed']);
  });

  test('[P38] [P14] takes all of a group, and of a frame what its school has in it', () => {
    const world = new BoardWorld();
    const group = shape('group', 'group');
    const [one, two] = ['one', 'two'].map((name) => shape('note', name, { parentId: group.id }));
    released(world, group, one ?? note, two ?? note);
    report(world, recordIdOf('shape', 'one'));
    for (const id of [group.id, recordIdOf('shape', 'two')]) expect(seers(world, id)).toEqual(['reed']);
  });

  test('[P38] [P17] pages and what never was cannot be kept away; work of staff can', () => {
    const world = new BoardWorld();
    expect(report(world, 'page:page')).toEqual({ refused: 'FORBIDDEN' });
    expect(report(world, recordIdOf('shape', 'never'))).toEqual({ refused: 'NOT_FOUND' });
    world.must(bello, ...put(note));
    report(world, note.id);
    expect(seers(world, note.id)).toEqual(['bello']);
  });
});
