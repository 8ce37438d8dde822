import { hidePerson, piecesOf, previewRewind, reportedPiece } from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, cole, oliver, reed, zainab } from '../board-world.ts';
import { comment, richText, shape } from '../records.ts';
import { changed, decided, drawn, put, seers } from './start.ts';

const note = shape('note', 'answer', { 'props.richText': richText('Herons') });

describe('a guest who adds', () => {
  test.each(['held', 'own-school', 'open'] as const)(
    '[BP8] work is held in mode %s and seen by own staff alone',
    (mode) => {
      const world = new BoardWorld();
      world.rule(null, { kind: 'allow-open', allowed: true });
      world.rule(null, { kind: 'set-mode', school: 'north', mode });
      const id = drawn(world, cole, note);
      expect(seers(world, note.id)).toEqual(['reed']);
      expect(world.seenByAll().has(note.id)).toBe(false);
      expect(world.caseFor(bello, id)).toBeNull();
      expect('refused' in world.decide(bello, { case: id, verdict: 'board' })).toBe(true);
      decided(world, id, 'school');
      expect(seers(world, note.id)).toEqual(['reed', 'oliver', 'zainab']);
    },
  );

  test('[BP8] [P11] what changes of a note that is out waits again, and trust lifts nothing', () => {
    const world = new BoardWorld();
    decided(world, drawn(world, cole, note), 'board');
    changed(world, { by: cole, id: note.id, set: { 'props.richText': richText('Otters') } });
    for (const one of [oliver, zainab, aisha, bello])
      expect(JSON.stringify(world.seenBy(one).get(note.id))).toContain('Herons');
    expect(JSON.stringify(world.seenBy(reed).get(note.id))).toContain('Otters');
  });

  test("[BP8] a guest adds notes and nothing else, and changes nobody else's", () => {
    const world = new BoardWorld();
    decided(world, drawn(world, oliver, shape('note', 'pupils')), 'board');
    const mine = shape('note', 'pupils').id;
    for (const record of [shape('geo', 'geo'), shape('frame', 'frame'), comment('words', mine)]) {
      expect(Object.values(world.refusals(cole, ...put(record)))).toEqual(['FORBIDDEN']);
    }
    expect(Object.values(world.refusals(cole, { op: 'update', id: mine, set: { x: 9 } }))).toEqual(['NOT_YOURS']);
    expect(Object.values(world.refusals(cole, { op: 'delete', id: mine }))).toEqual(['NOT_YOURS']);
  });

  test("[BP8] [P4] a change of staff's joins what waits and waits with it", () => {
    const world = new BoardWorld();
    drawn(world, cole, note);
    world.must(reed, { op: 'update', id: note.id, set: { x: 40 } });
    expect(seers(world, note.id)).toEqual(['reed']);
  });

  test('[BP10] [P40] [P26] staff of the inviting school put away and rewind; others are refused as for nobody', () => {
    const world = new BoardWorld();
    decided(world, drawn(world, cole, note), 'board');
    const about = { person: 'cole', now: world.now };
    const span = { ...about, from: 0, to: world.now, past: { before: world.state, entries: [] } };
    expect(previewRewind(world.state, { actor: bello, ...span } as never)).toEqual({ refused: 'NOT_FOUND' });
    expect(hidePerson(world.state, { actor: bello, ...about, bringBack: null })).toEqual({ refused: 'NOT_FOUND' });
    expect(hidePerson(world.state, { actor: reed, ...about, bringBack: null })).toMatchObject({ records: [note.id] });
  });

  test("[BP10] [P36] a school that looks first looks at another school's guests too", () => {
    const world = new BoardWorld();
    world.rule(null, { kind: 'look-first', school: 'south', isOn: true });
    decided(world, drawn(world, cole, note), 'board');
    expect(world.seenBy(aisha).has(note.id)).toBe(false);
    expect(world.waitingForLook(bello).map(({ record }) => record)).toEqual([note.id]);
  });

  test('[BP10] nobody gives a guest another role, and a guest is not counted among those who saw something', () => {
    const world = new BoardWorld();
    for (const role of ['staff', 'pupil'] as const) {
      expect(world.govern(reed, { kind: 'change-member', person: 'cole', role })).toEqual({ refused: 'FORBIDDEN' });
    }
    decided(world, drawn(world, oliver, note), 'board');
    expect(reportedPiece(world.state, note.id)?.seers.map(({ person }) => person)).not.toContain('cole');
  });

  test('[BP9] [P39] a guest is told what became of the own notes, and nothing while any school has stopped everything', () => {
    const world = new BoardWorld();
    const id = drawn(world, cole, note);
    const viewer = { kind: 'guest', school: 'north', person: 'cole' } as const;
    const told = () => piecesOf(world.state, { person: 'cole', viewer, now: world.now })?.map((one) => one.case.status);
    expect(told()).toEqual(['waiting']);
    decided(world, id, 'return');
    expect(told()).toEqual(['returned']);
    world.rule(bello, { kind: 'stop-everything', isOn: true });
    expect(told()).toEqual([]);
    expect(piecesOf(world.state, { person: 'oliver', viewer, now: world.now })).toBeNull();
  });
});
