import { createBoardState, modeTowards } from '@bridgeboard/domain';
import { describe, expect, test } from 'vitest';

import { bello, oliver, reed, zainab } from '../../test/live-room.ts';
import { at, far, guests, keyOf, near, Pointers, teachers } from '../../test/pointers.ts';
import type { PointerNews } from './presence.ts';

const anyTime = { level: 'own', classLevels: {}, hours: null } as const;

describe('where pointers are', () => {
  test("[P31] teachers see their pupil's pointer live, with what is selected in their view and nothing else", () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.place(session, at(3.4, 5.6, { busy: true, selection: ['shape:seen', 'shape:held'] }));
    const sees = (id: string): boolean => id === 'shape:seen' || id === 'page:page';
    expect(board.news(teachers, sees).pointers).toEqual([
      { n: 0, key: 'cursor-oliver', by: 'key-oliver', page: 'page:page', x: 3, y: 6, selection: ['shape:seen'] },
    ]);
    expect(board.news(teachers, sees)).toEqual({});
  });

  test('[P31] [P27] a move says how far the pointer went since this view was told last; standing still says nothing', () => {
    const board = new Pointers();
    const session = board.enter(reed);
    board.place(session, at(10, 10));
    board.news(far);
    board.presence.move(session, [14.6, 8]);
    expect(board.news(far)).toEqual({ moves: [0, 5, -2] });
    board.presence.move(session, [14.7, 8.2]);
    expect(board.news(far)).toEqual({});
    expect(board.placeIn(far)).toEqual({ x: 15, y: 8 });
  });

  test('[P31] switched off they are withdrawn from everybody at once, and are nowhere until they move again', () => {
    const board = new Pointers('open');
    const [session, other] = [board.enter(reed), board.enter(oliver)];
    board.place(session, at(10, 10));
    board.place(other, at(20, 20));
    for (const viewer of [teachers, near, far]) board.news(viewer);
    board.areOff = true;
    expect(board.presence.table(keyOf(far))).toEqual([]);
    for (const viewer of [teachers, near, far]) expect(board.news(viewer)).toEqual({ gone: [0, 1] });
    board.place(session, at(30, 30));
    board.presence.move(other, [40, 40]);
    expect(board.watch(far, 2_000)).toEqual([]);
    board.areOff = false;
    expect(board.watch(far, 2_000)).toEqual([]);
    board.place(session, at(50, 50));
    expect(board.news(far).pointers).toMatchObject([{ by: 'key-reed', x: 50, y: 50 }]);
  });

  test('[P39] whoever sees nothing of the board is told of no pointer, and nobody of theirs, until it goes on', () => {
    const board = new Pointers('open');
    const [session, other] = [board.enter(reed), board.enter(bello)];
    board.place(session, at(10, 10));
    board.place(other, at(20, 20));
    for (const viewer of [teachers, far, guests]) board.news(viewer);
    for (const school of ['south', null]) board.out.add(school);
    expect([far, guests].map((viewer) => board.news(viewer))).toEqual([{ gone: [0, 1] }, { gone: [0, 1] }]);
    expect(board.news(teachers)).toEqual({ gone: [1] });
    board.place(session, at(30, 30));
    board.place(other, at(40, 40));
    expect([...board.watch(far, 1_000), ...board.watch(guests, 1_000)]).toEqual([]);
    expect(board.news(teachers)).toMatchObject({ moves: [0, 20, 20] });
    board.out.clear();
    expect(board.news(far).pointers).toMatchObject([{ by: 'key-reed', x: 30, y: 30 }]);
    board.place(other, at(50, 50));
    expect(board.news(far).pointers).toMatchObject([{ by: 'key-bello', x: 50, y: 50 }]);
  });

  test('[P31] [P39] whose word was not taken is nowhere until it is: moves alone would show a hand that draws', () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.place(session, at(160, 160));
    board.watch(far, 2_000);
    board.presence.lose(session);
    board.presence.move(session, [480, 480]);
    expect(board.watch(far, 2_000)).toEqual([]);
    board.place(session, at(480, 480));
    expect(board.watch(far, 2_000)).not.toEqual([]);
  });

  test('[P31] [P28] each view numbers the pointers that it is told of, and nothing else', () => {
    const board = new Pointers();
    const [hidden, shown] = [board.enter(oliver), board.enter(reed)];
    board.place(hidden, at(1, 1, { busy: true }));
    board.place(shown, at(2, 2));
    expect(board.news(far).pointers).toMatchObject([{ n: 0, by: 'key-reed' }]);
    expect(board.news(teachers).pointers).toMatchObject([{ n: 0 }, { n: 1 }]);
  });

  test.each([
    ['another school', 'held', far],
    ['guests', 'own-school', guests],
    ['classmates whose work waits', 'held', near],
  ] as const)(
    '[P31] %s see a pupil on a grid of 16 px, at most four times a second, without a selection',
    (_, mode, viewer) => {
      const board = new Pointers(mode);
      const session = board.enter(oliver);
      const told: PointerNews[] = [];
      for (let i = 0; i < 200; i += 1) {
        board.place(session, at(i * 10, i * 3, { selection: ['shape:held'] }));
        told.push(...board.watch(viewer, 10));
        const place = board.placeIn(viewer);
        expect([(place?.x ?? 0) % 16, (place?.y ?? 0) % 16]).toEqual([0, 0]);
      }
      expect(told.length).toBeLessThanOrEqual(8);
      expect(told.length).toBeGreaterThan(5);
      const named = told.flatMap(({ pointers = [] }) => pointers);
      expect(named.map((line) => Object.keys(line).toSorted())).toEqual([['by', 'key', 'n', 'page', 'x', 'y']]);
    },
  );

  test.each([
    ['open', far],
    ['open', guests],
    ['own-school', near],
  ] as const)('[P31] [P3] in mode %s those who see the strokes at once see the pointer live', (mode, viewer) => {
    const board = new Pointers(mode);
    const session = board.enter(oliver);
    board.place(session, at(3, 5, { busy: true }));
    expect(board.news(viewer).pointers).toMatchObject([{ x: 3, y: 5 }]);
  });

  test('[P31] it rests there from pointer-down until a second after pointer-up, and while typing', () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.place(session, at(0, 0));
    expect(board.watch(far, 500)).toHaveLength(1);
    for (let i = 0; i < 50; i += 1) {
      board.place(session, at(i * 20, i * 20, { busy: true }));
      expect(board.watch(far, 50)).toEqual([]);
    }
    board.place(session, at(1_000, 1_000));
    expect(board.watch(far, 1_000)).toEqual([]);
    expect(board.watch(far, 10)).toEqual([{ moves: [0, 1_008, 1_008] }]);
  });

  test('[P31] it rests for a second after each edit, also where the browser says nothing of a hand at work', () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.place(session, at(0, 0));
    expect(board.watch(far, 500)).toHaveLength(1);
    for (let i = 0; i < 50; i += 1) {
      board.presence.work(session, board.now);
      board.presence.move(session, [i * 20, i * 20]);
      expect(board.watch(far, 50)).toEqual([]);
    }
    expect(board.watch(far, 950)).toEqual([]);
    expect(board.watch(far, 10)).toEqual([{ moves: [0, 976, 976] }]);
    board.presence.work(session, board.now);
    expect(board.news(teachers).pointers).toHaveLength(1);
  });

  test('[P31] nothing is said of a hand that moves within one square of the grid', () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.place(session, at(0, 0));
    board.watch(far, 300);
    for (let i = 0; i < 7; i += 1) {
      board.place(session, at(i, 7 - i));
      expect(board.watch(far, 300)).toEqual([]);
    }
  });

  test('[P31] [P27] every view of another school is shown the same place, also one that looks later', () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.place(session, at(100, 100));
    const [one] = board.watch(far, 300);
    board.place(session, at(500, 500, { busy: true }));
    expect(board.watch(guests, 300)).toEqual([one]);
    expect(board.watch(far, 300)).toEqual([]);
  });

  test('[P31] [P36] it is coarse for the pupils of a school that looks first, whatever the mode, and for nobody else', () => {
    const state = createBoardState({ board: 'board', schools: ['north', 'south'], epoch: '' });
    state.schoolRules.set('north', { mode: 'open', frozenBy: [], needsTeacher: false, looksFirst: false, ...anyTime });
    state.schoolRules.set('south', { mode: 'held', frozenBy: [], needsTeacher: false, looksFirst: true, ...anyTime });
    const board = new Pointers((viewer) => modeTowards(state, viewer, 'north'));
    board.place(board.enter(oliver), at(103, 103));
    for (const viewer of [near, far, guests, { kind: 'staff', school: 'south' }] as const) board.news(viewer);
    expect(board.placeIn(far)).toMatchObject({ x: 96, y: 96 });
    for (const viewer of [near, guests, { kind: 'staff', school: 'south' }] as const) {
      expect(board.placeIn(viewer)).toMatchObject({ x: 103, y: 103 });
    }
  });

  test("[P31] staff's pointers are live for everybody", () => {
    const board = new Pointers();
    const session = board.enter(reed);
    board.place(session, at(1.5, 2.5, { busy: true }));
    for (const viewer of [far, guests]) expect(board.news(viewer).pointers).toMatchObject([{ x: 2, y: 3 }]);
    expect(board.news(far)).toEqual({});
  });

  test('[P31] [P27] a view learns that a pointer is gone only if it was ever shown it', () => {
    const board = new Pointers();
    const [hand, other] = [board.enter(oliver), board.enter(zainab)];
    board.place(hand, at(9, 9, { busy: true }));
    board.place(other, at(9, 9));
    board.news(teachers);
    board.watch(far, 300);
    board.presence.leave(hand);
    board.presence.leave(other);
    expect(board.news(teachers).gone).toEqual([0, 1]);
    expect(board.news(far).gone).toEqual([0]);
    expect(board.news(guests)).toEqual({});
    expect(board.news(teachers)).toEqual({});
  });

  test('[P31] [P23] of a page that a view does not have, or has no more, it is told nothing', () => {
    const board = new Pointers();
    const session = board.enter(bello);
    board.place(session, at(1, 1));
    expect(board.news(far, () => false)).toEqual({});
    board.news(far);
    expect(board.news(far, () => false)).toEqual({ gone: [0] });
    expect(board.presence.table(keyOf(far))).toEqual([]);
    expect(board.news(far).pointers).toMatchObject([{ n: 1, x: 1, y: 1 }]);
  });

  test('[P31] who joins a view starts from everything that it was told, and hears of what is gone', () => {
    const board = new Pointers();
    const session = board.enter(bello);
    board.place(session, at(1, 1));
    board.news(far);
    board.presence.move(session, [5, 1]);
    board.news(far);
    expect(board.presence.table(keyOf(far))).toMatchObject([{ n: 0, key: 'cursor-bello', x: 5, y: 1 }]);
    board.presence.leave(session);
    expect(board.presence.table(keyOf(far))).toEqual([]);
    expect(board.news(far)).toEqual({ gone: [0] });
  });
});
