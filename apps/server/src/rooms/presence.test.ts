import type { Viewer } from '@bridgeboard/domain';
import type { Cursor, PresenceMessage } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { bello, oliver, reed, zainab } from '../../test/live-room.ts';
import { Presence } from './presence.ts';
import { RoomSession } from './room-session.ts';

const near: Viewer = { kind: 'pupils', school: 'north' };
const far: Viewer = { kind: 'pupils', school: 'south' };
const guests: Viewer = { kind: 'guests' };

const at = (x: number, y: number, more: Partial<PresenceMessage> = {}): PresenceMessage => ({
  page: 'page:page',
  x,
  y,
  busy: false,
  selection: [],
  ...more,
});

/** Pointers on one board, with a clock. */
class Pointers {
  readonly presence = new Presence();
  now = 1_000_000;

  enter(person: typeof oliver): RoomSession {
    const session = new RoomSession({ id: person.id, person, client: 'c', cursor: `cursor-${person.id}` });
    this.presence.enter(session, `key-${person.id}`);
    return session;
  }

  move(session: RoomSession, message: PresenceMessage): void {
    this.presence.move(session, message, this.now);
  }

  news(viewer: Viewer, sees: (id: string) => boolean = () => true): { cursors: Cursor[]; gone: string[] } {
    const key = viewer.kind === 'guests' ? 'guests' : `${viewer.kind}:${viewer.school}`;
    return this.presence.news({ key, viewer, sees }, this.now);
  }

  /** Places that a view was shown while this many ms went by in steps of 10. */
  watch(viewer: Viewer, ms: number): Cursor[] {
    const shown: Cursor[] = [];
    for (const end = this.now + ms; this.now < end; this.now += 10) shown.push(...this.news(viewer).cursors);
    return shown;
  }
}

describe('where pointers are', () => {
  test("[P31] the own school sees a pupil's pointer live, with what is selected in its view and nothing else", () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.move(session, at(3.4, 5.6, { busy: true, selection: ['shape:seen', 'shape:held'] }));
    expect(board.news(near, (id) => id === 'shape:seen').cursors).toEqual([
      { key: 'cursor-oliver', by: 'key-oliver', page: 'page:page', x: 3.4, y: 5.6, selection: ['shape:seen'] },
    ]);
    expect(board.news(near).cursors).toEqual([]);
  });

  test('[P31] another school sees it on a grid of 16 px, at most four times a second, and without a selection', () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    const shown: Cursor[] = [];
    for (let i = 0; i < 200; i += 1) {
      board.move(session, at(i * 10, i * 3, { selection: ['shape:held'] }));
      shown.push(...board.watch(far, 10));
    }
    expect(shown.length).toBeLessThanOrEqual(8);
    expect(shown.length).toBeGreaterThan(5);
    for (const cursor of shown) {
      expect([cursor.x % 16, cursor.y % 16]).toEqual([0, 0]);
      expect(Object.keys(cursor).toSorted()).toEqual(['by', 'key', 'page', 'x', 'y']);
    }
  });

  test('[P31] it rests there from pointer-down until a second after pointer-up, and while typing', () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.move(session, at(0, 0));
    expect(board.watch(far, 500)).toHaveLength(1);
    for (let i = 0; i < 50; i += 1) {
      board.move(session, at(i * 20, i * 20, { busy: true }));
      expect(board.watch(far, 50)).toEqual([]);
    }
    board.move(session, at(1_000, 1_000));
    expect(board.watch(far, 1_000)).toEqual([]);
    expect(board.watch(far, 10)).toMatchObject([{ x: 1_008, y: 1_008 }]);
  });

  test('[P31] nothing is said of a hand that moves within one square of the grid', () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.move(session, at(0, 0));
    board.watch(far, 300);
    for (let i = 0; i < 7; i += 1) {
      board.move(session, at(i, 7 - i));
      expect(board.watch(far, 300)).toEqual([]);
    }
  });

  test('[P31] [P27] every view of another school is shown the same place, also one that looks later', () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.move(session, at(100, 100));
    const [one] = board.watch(far, 300);
    board.move(session, at(500, 500, { busy: true }));
    expect(board.watch(guests, 300)).toEqual([one]);
    board.presence.refresh('pupils:south');
    expect(board.watch(far, 300)).toEqual([one]);
    expect(board.watch(far, 300)).toEqual([]);
  });

  test("[P31] staff's pointers are live for everybody", () => {
    const board = new Pointers();
    const session = board.enter(reed);
    board.move(session, at(1.5, 2.5, { busy: true }));
    for (const viewer of [far, guests]) expect(board.news(viewer).cursors).toMatchObject([{ x: 1.5, y: 2.5 }]);
    expect(board.news(far).cursors).toEqual([]);
  });

  test('[P31] [P27] a view learns that a pointer is gone only if it was ever shown it', () => {
    const board = new Pointers();
    const [hand, other] = [board.enter(oliver), board.enter(zainab)];
    board.move(hand, at(9, 9, { busy: true }));
    board.move(other, at(9, 9));
    board.news(near);
    board.watch(far, 300);
    board.presence.leave(hand);
    board.presence.leave(other);
    expect(board.news(near).gone).toEqual(['cursor-oliver', 'cursor-zainab']);
    expect(board.news(far).gone).toEqual(['cursor-zainab']);
    expect(board.news(guests).gone).toEqual([]);
    expect(board.news(near).gone).toEqual([]);
  });

  test('[P31] somebody who joins the view between two ticks does not keep a cursor that has left', () => {
    const board = new Pointers();
    const session = board.enter(bello);
    board.move(session, at(1, 1));
    board.news(far);
    board.presence.refresh('pupils:south');
    board.presence.leave(session);
    expect(board.news(far)).toEqual({ cursors: [], gone: ['cursor-bello'] });
  });
});
