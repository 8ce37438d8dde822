import type { Viewer } from '@bridgeboard/domain';
import type { BoardMode, PresenceMessage } from '@bridgeboard/protocol';
import { describe, expect, test } from 'vitest';

import { oliver, reed } from '../../test/live-room.ts';
import { at, far, guests, keyOf, near, Pointers, teachers } from '../../test/pointers.ts';
import { Presence } from './presence.ts';
import { RoomSession } from './room-session.ts';

const looking = (x: number): Partial<PresenceMessage> => ({ viewport: [x, -50, 800, 600] });

describe('what of the page is on the screen', () => {
  test('[P31] those of the school who see the work at once see what of the page is on the screen; nobody else does', () => {
    for (const [mode, person, seers] of [
      ['held', oliver, [teachers]],
      ['own-school', oliver, [teachers, near]],
      ['open', oliver, [teachers, near]],
      ['held', reed, [teachers, near]],
    ] as const) {
      const board = new Pointers(mode);
      const session = board.enter(person);
      board.place(session, at(16, 32, looking(7)));
      for (const viewer of [teachers, near, far, { kind: 'staff', school: 'south' } as const, guests]) {
        const [line] = board.news(viewer).pointers ?? [];
        const isTold = (seers as readonly Viewer[]).includes(viewer);
        expect([line?.x, line?.viewport]).toEqual([16, isTold ? [7, -50, 800, 600] : undefined]);
      }
    }
  });

  test('[P31] a viewport is told when it changes, the newest at a tick, and holds where only something else is said', () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.place(session, at(1, 1, looking(0)));
    board.news(teachers);
    board.place(session, at(1, 1, looking(1)));
    board.place(session, at(1, 1, looking(2)));
    expect(board.news(teachers).pointers).toMatchObject([{ n: 0, viewport: [2, -50, 800, 600] }]);
    board.place(session, at(1, 1, { busy: true }));
    board.presence.move(session, [5, 1]);
    expect(board.news(teachers)).toEqual({ moves: [0, 4, 0] });
    expect(board.presence.table(keyOf(teachers))).toMatchObject([{ x: 5, viewport: [2, -50, 800, 600] }]);
    board.place(session, at(1, 1, { page: 'page:other' }));
    expect(Object.keys(board.news(teachers).pointers?.[0] ?? {})).not.toContain('viewport');
  });

  test('[P31] [P27] another part of the page on the screen is nothing that another school is told of, in any way', () => {
    const board = new Pointers('open');
    const session = board.enter(oliver);
    board.place(session, at(1, 1, looking(0)));
    for (const viewer of [far, guests]) board.news(viewer);
    board.place(session, at(1, 1, looking(9)));
    for (const viewer of [far, guests]) expect(board.news(viewer)).toEqual({});
  });

  test.each([true, false])(
    '[P31] once a pointer is veiled, its viewport and selection are taken back (at work: %s)',
    (busy) => {
      let mode: BoardMode = 'own-school';
      const presence = new Presence({ modeFor: () => mode, areOff: () => false, isOut: () => false });
      const session = new RoomSession({ id: 'o', person: oliver, client: 'c', protocol: 7, cursor: 'cursor' });
      presence.enter(session, 'key');
      presence.place(session, at(16, 16, { ...looking(0), busy, selection: ['shape:a'] }), 1_000);
      const asking = { key: 'pupils:north', viewer: near, sees: () => true };
      expect(presence.news(asking, 1_000).pointers).toMatchObject([{ viewport: [0, -50, 800, 600] }]);
      mode = 'held';
      const line = { n: 0, key: 'cursor', by: 'key', page: 'page:page', x: 16, y: 16 };
      expect(presence.news(asking, 1_000)).toEqual({ pointers: [line] });
      expect(presence.table('pupils:north')).toEqual([line]);
      expect(presence.news(asking, 1_000)).toEqual({});
    },
  );

  test('[P31] it is forgotten with the pointer when pointers are switched off', () => {
    const board = new Pointers();
    const session = board.enter(oliver);
    board.place(session, at(1, 1, looking(9)));
    board.news(teachers);
    board.areOff = true;
    board.news(teachers);
    board.areOff = false;
    board.place(session, at(2, 2));
    expect(board.news(teachers).pointers?.map(({ viewport }) => viewport)).toEqual([undefined]);
  });
});
