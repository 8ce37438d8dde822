import { piecesOf } from '@bridgeboard/domain';
import type { Actor, BoardState, PieceOfWork } from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { erase } from '../erasing.ts';
import { richText, shape } from '../records.ts';
import { report } from '../reporting.ts';
import { changed, decided, drawn, released } from './start.ts';

const note = shape('note', 'note');
const other = shape('note', 'other');

function work(world: BoardWorld, asks: Actor, state: BoardState = world.state): readonly PieceOfWork[] | null {
  const { person, school, role } = asks;
  const viewer = role === 'staff' ? ({ kind: role, school } as const) : ({ kind: role, school, person } as const);
  return piecesOf(state, { person: oliver.person, viewer, now: world.now });
}

/** What Oliver finds: of each piece what became of it, and what is in it. */
function found(world: BoardWorld, asks: Actor = oliver): unknown[] {
  return (work(world, asks) ?? []).map(({ case: { status }, records }) => [status, records.map(({ id }) => id)]);
}

describe('the own work of a pupil', () => {
  test('[MW1] is every piece with what became of it, the newest first, and never what somebody else made', () => {
    const world = new BoardWorld();
    const [sent, no, waits] = ['sent', 'no', 'waits'].map((name) => shape('note', name));
    if (!sent || !no || !waits) throw new Error('there are three');
    released(world, note);
    decided(world, drawn(world, oliver, sent), 'return');
    decided(world, drawn(world, oliver, no), 'reject');
    drawn(world, zainab, other);
    world.must(oliver, { op: 'create', record: waits });
    expect(found(world)).toEqual([
      ['waiting', [waits.id]],
      ['rejected', [no.id]],
      ['returned', [sent.id]],
      ['approved', [note.id]],
    ]);
    expect(work(world, oliver)?.[1]?.case.note).toBe('Which fish?');
    expect(found(world, reed)).toEqual(found(world));
  });

  test('[MW1] [P23] is nothing to anybody but its author and staff of their school, as of somebody who never was', () => {
    const world = new BoardWorld();
    released(world, note);
    for (const asks of [zainab, aisha, bello]) expect(work(world, asks)).toBeNull();
    const viewer = { kind: 'staff', school: 'north' } as const;
    for (const person of ['nobody', reed.person]) {
      expect(piecesOf(world.state, { person, viewer, now: world.now })).toBeNull();
    }
  });

  test('[MW1] has each record once, under its newest case, and not what its author took back', () => {
    const world = new BoardWorld();
    released(world, note);
    changed(world, { by: oliver, id: note.id, set: { x: 30 } });
    released(world, other);
    world.must(oliver, { op: 'delete', id: other.id });
    expect(found(world)).toEqual([['waiting', [note.id]]]);
  });

  test('[MW2] [P9] keeps what was not accepted as its author saw it last; of a change, the changed version', () => {
    const world = new BoardWorld();
    const said = shape('note', 'said', { 'props.richText': richText('owl') });
    decided(world, drawn(world, oliver, said), 'reject');
    expect(world.seenBy(oliver).has(said.id)).toBe(false);
    expect(work(world, oliver)?.[0]?.records[0]).toMatchObject({ id: said.id, props: { richText: richText('owl') } });
    released(world, note);
    decided(world, changed(world, { by: oliver, id: note.id, set: { x: 44 } }), 'reject');
    expect(found(world)).toEqual([
      ['rejected', [note.id]],
      ['approved', [note.id]],
      ['rejected', [said.id]],
    ]);
    expect(work(world, oliver)?.[0]?.records[0]?.['x']).toBe(44);
    expect(world.seenBy(oliver).get(note.id)?.['x']).not.toBe(44);
  });

  test('[MW3] [P22] [P38] what is put away or reported is said to be so and not shown to its author, rejected or not; staff see it', () => {
    const world = new BoardWorld();
    released(world, note);
    world.hide(reed, note.id);
    decided(world, drawn(world, oliver, other), 'reject');
    report(world, other.id);
    expect(work(world, oliver)).toMatchObject([
      { case: { status: 'rejected' }, records: [], isPutAway: true },
      { case: { status: 'approved' }, records: [], isPutAway: true },
    ]);
    expect(found(world, reed)).toEqual([
      ['rejected', [other.id]],
      ['approved', [note.id]],
    ]);
  });

  test('[MW3] of what was made in one go, what is put away is left out, and the rest stays', () => {
    const world = new BoardWorld();
    released(world, note, other);
    world.hide(reed, note.id);
    expect(found(world)).toEqual([['approved', [other.id]]]);
    expect(work(world, oliver)?.[0]?.isPutAway).toBe(false);
    expect(work(world, reed)?.[0]?.isPutAway).toBe(true);
  });

  test('[MW3] [MOD2] what was looked at afterwards and not accepted is put away', () => {
    const world = new BoardWorld();
    world.rule(null, { kind: 'allow-open', allowed: true });
    world.rule(reed, { kind: 'set-mode', school: 'north', mode: 'open' });
    decided(world, drawn(world, oliver, note), 'reject');
    expect(work(world, oliver)).toMatchObject([{ case: { status: 'rejected' }, records: [], isPutAway: true }]);
  });

  test('[MW3] [ER1] [P39] an erasure leaves nothing of it, and while another school has stopped everything nothing is told', () => {
    const world = new BoardWorld();
    decided(world, drawn(world, oliver, note), 'reject');
    expect(work(world, oliver, erase(world, oliver.person).state) ?? []).toEqual([]);
    world.rule(bello, { kind: 'stop-everything', isOn: true });
    expect(found(world)).toEqual([]);
  });
});
