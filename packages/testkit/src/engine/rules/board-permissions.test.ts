import { joinBoard, nextOpening, schoolRulesOf, standingOf, type Actor } from '@bridgeboard/domain';
import type { OpeningHours } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { aisha, bello, BoardWorld, oliver, reed, zainab } from '../board-world.ts';
import { page, shape } from '../records.ts';
import { put, released } from './start.ts';

const note = shape('note', 'note');
const levelOf = (world: BoardWorld, { person }: Actor): string => standingOf(world.state, person).level;

/** Somebody of the north comes to the board for the first time. */
function come(world: BoardWorld, person: string, classId?: string): void {
  const actor: Actor = { person, school: 'north', role: 'pupil' };
  const entry = joinBoard(world.state, { actor, classId, now: world.now, random: 0.9 });
  if (entry) world.keep(entry);
}

describe('levels of schools, classes and people', () => {
  test('[BP1] a word about a class holds for those on the board, for those who come, and for nobody of another school', () => {
    const world = new BoardWorld();
    const pupils = ['oliver', 'aisha', 'reed', 'nobody'];
    world.rule(reed, { kind: 'set-class-level', school: 'north', class: '5B', pupils, level: 'view' });
    expect([oliver, zainab, aisha].map((actor) => levelOf(world, actor))).toEqual(['view', 'own', 'own']);
    expect(world.refusals(oliver, ...put(note))).toEqual({ 0: 'FORBIDDEN' });
    come(world, 'late', '5B');
    come(world, 'other', '6A');
    expect(standingOf(world.state, 'late').level).toBe('view');
    expect(standingOf(world.state, 'other').level).toBe('own');
    expect(standingOf(world.state, 'reed').level).toBe('all');
  });

  test('[BP1] the last word counts: of one pupil over the class, of the class over one pupil, of the school over all', () => {
    const world = new BoardWorld();
    const about5B = { kind: 'set-class-level', school: 'north', class: '5B', pupils: ['oliver', 'zainab'] } as const;
    world.rule(reed, { ...about5B, level: 'view' });
    world.rule(reed, { kind: 'change-member', person: 'zainab', level: 'all' });
    expect([oliver, zainab].map((actor) => levelOf(world, actor))).toEqual(['view', 'all']);
    world.rule(reed, { ...about5B, level: 'own' });
    expect([oliver, zainab].map((actor) => levelOf(world, actor))).toEqual(['own', 'own']);
    world.rule(reed, { kind: 'set-level', school: 'north', level: 'view' });
    expect([oliver, zainab, aisha].map((actor) => levelOf(world, actor))).toEqual(['view', 'view', 'own']);
    expect(schoolRulesOf(world.state, 'north').classLevels).toEqual({});
    come(world, 'late', '5B');
    expect(standingOf(world.state, 'late').level).toBe('view');
  });

  test('[BP1] [GOV1] what was said of a class stands in the audit log without a list of children', () => {
    const world = new BoardWorld();
    const event = { kind: 'set-class-level', school: 'north', class: '5B', pupils: ['oliver'], level: 'view' } as const;
    expect(world.govern(bello, event)).toEqual({ refused: 'FORBIDDEN' });
    expect(world.govern(oliver, event)).toEqual({ refused: 'FORBIDDEN' });
    world.rule(reed, event);
    expect(world.journal.at(-1)?.audit).toEqual([
      { action: 'board.set-class-level', by: 'reed', subjects: ['north', '5B', 'view'] },
    ]);
  });
});

describe('hours', () => {
  const lessons: OpeningHours = { days: [1, 2, 3, 4, 5], from: 8 * 60, to: 16 * 60 };
  const at = (text: string): number => Date.parse(text);

  test('[BP3] outside its hours the pupils of a school wait, the other school goes on, and staff too', () => {
    const world = new BoardWorld();
    world.now = at('2026-11-30T16:00:00Z');
    world.rule(reed, { kind: 'set-hours', school: 'north', hours: lessons });
    const closed = world.edit(oliver, put(note));
    expect(closed).toEqual({ kind: 'refused', code: 'OUTSIDE_HOURS' });
    world.must(aisha, ...put(shape('note', 'south')));
    world.must(reed, ...put(shape('note', 'staff')));
    world.now = at('2026-12-01T08:00:00Z');
    world.must(oliver, ...put(note));
  });

  test.each<[zone: string, now: string, opens: string | null]>([
    ['Europe/London', '2026-11-30T08:00:00Z', null],
    ['Europe/London', '2026-11-30T15:59:59Z', null],
    ['Europe/London', '2026-11-30T16:00:00Z', '2026-12-01T08:00:00Z'],
    ['Europe/London', '2026-12-04T16:30:00Z', '2026-12-07T08:00:00Z'],
    ['Europe/London', '2026-03-27T17:00:00Z', '2026-03-30T07:00:00Z'],
    ['America/New_York', '2026-10-30T21:00:00Z', '2026-11-02T13:00:00Z'],
    ['Asia/Kathmandu', '2026-11-30T02:14:59Z', '2026-11-30T02:15:00Z'],
    ['Asia/Kathmandu', '2026-11-30T02:15:00Z', null],
    ['Pacific/Kiritimati', '2026-11-29T18:00:00Z', null],
    ['Pacific/Kiritimati', '2026-11-29T17:59:00Z', '2026-11-29T18:00:00Z'],
    ['Africa/Lagos', '2026-11-30T06:59:30Z', '2026-11-30T07:00:00Z'],
  ])('[BP3] [REL-13] hours are those of the clocks in %s at %s', (timeZone, now, opens) => {
    expect(nextOpening(lessons, { timeZone, now: at(now) })).toBe(opens && at(opens));
  });

  test('[BP3] [REL-13] an opening in an hour that the clocks leave out begins when they go on', () => {
    const early: OpeningHours = { days: [7], from: 90, to: 150 };
    const now = at('2026-03-29T00:00:00Z');
    expect(nextOpening(early, { timeZone: 'Europe/London', now })).toBe(at('2026-03-29T01:00:00Z'));
    const skipped: OpeningHours = { days: [7], from: 60, to: 120 };
    expect(nextOpening(skipped, { timeZone: 'Europe/London', now })).toBe(at('2026-04-05T00:00:00Z'));
  });
});

describe('what only staff change', () => {
  const second = page('second');

  test('[BP5] on a page for staff pupils add, change and take off nothing, and everything goes on elsewhere', () => {
    const world = new BoardWorld();
    released(world, note);
    world.must(reed, ...put(second));
    world.rule(bello, { kind: 'staff-page', page: 'page:page', isOn: true });
    const there = { ...shape('note', 'there'), parentId: second.id };
    world.must(oliver, ...put(there));
    expect(
      world.refusals(
        oliver,
        ...put(shape('note', 'new')),
        { op: 'update', id: note.id, set: { x: 7 } },
        { op: 'update', id: there.id, set: { parentId: 'page:page' } },
        { op: 'update', id: note.id, set: { parentId: second.id } },
        { op: 'delete', id: note.id },
      ),
    ).toEqual({ 0: 'LOCKED', 1: 'LOCKED', 2: 'LOCKED', 3: 'LOCKED', 4: 'LOCKED' });
    world.must(reed, { op: 'update', id: note.id, set: { x: 7 } });
    world.rule(reed, { kind: 'staff-page', page: 'page:page', isOn: false });
    world.must(oliver, { op: 'update', id: note.id, set: { x: 8 } });
  });

  test('[BP5] a locked frame is an area for staff, with all that stands in it', () => {
    const world = new BoardWorld();
    const frame = shape('frame', 'frame');
    world.must(reed, ...put(frame));
    const inside = { ...note, parentId: frame.id };
    released(world, inside);
    const own = shape('note', 'own');
    world.must(oliver, ...put(own));
    world.must(reed, { op: 'update', id: frame.id, set: { isLocked: true } });
    expect(
      world.refusals(
        oliver,
        { op: 'create', record: { ...shape('note', 'more'), parentId: frame.id } },
        { op: 'update', id: own.id, set: { parentId: frame.id } },
        { op: 'update', id: inside.id, set: { x: 2 } },
        { op: 'delete', id: inside.id },
      ),
    ).toEqual({ 0: 'LOCKED', 1: 'LOCKED', 2: 'LOCKED', 3: 'LOCKED' });
    world.must(reed, { op: 'update', id: frame.id, set: { isLocked: false } });
    world.must(oliver, { op: 'update', id: inside.id, set: { x: 2 } });
  });

  test('[BP5] staff of any school keep a page for staff, and only a page', () => {
    const world = new BoardWorld();
    released(world, note);
    expect(world.govern(oliver, { kind: 'staff-page', page: 'page:page', isOn: true })).toEqual({
      refused: 'FORBIDDEN',
    });
    expect(world.govern(reed, { kind: 'staff-page', page: note.id, isOn: true })).toEqual({ refused: 'NOT_FOUND' });
  });
});
