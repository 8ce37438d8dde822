import type { Viewer } from '@bridgeboard/domain';
import type { BoardMode, PresenceMessage } from '@bridgeboard/protocol';

import { Presence, type PointerNews } from '../src/rooms/presence.ts';
import { RoomSession } from '../src/rooms/room-session.ts';
import type { oliver } from './live-room.ts';

export const near: Viewer = { kind: 'pupils', school: 'north' };
export const teachers: Viewer = { kind: 'staff', school: 'north' };
export const far: Viewer = { kind: 'pupils', school: 'south' };
export const guests: Viewer = { kind: 'guests' };

export function at(x: number, y: number, more: Partial<PresenceMessage> = {}): PresenceMessage {
  return { page: 'page:page', x, y, busy: false, selection: [], ...more };
}

/** How a view is named here. */
export function keyOf(viewer: Viewer): string {
  return viewer.kind === 'guests' ? 'guests' : `${viewer.kind}:${viewer.school}`;
}

/** Pointers on one board, with a clock. */
export class Pointers {
  readonly presence: Presence;
  now = 1_000_000;
  areOff = false;
  /** Schools that see nothing of the board. */
  readonly out = new Set<string | null>();

  constructor(mode: BoardMode | ((viewer: Viewer) => BoardMode) = 'held') {
    const modeFor = (viewer: Viewer): BoardMode => (typeof mode === 'string' ? mode : mode(viewer));
    this.presence = new Presence({ modeFor, areOff: () => this.areOff, isOut: (school) => this.out.has(school) });
  }

  enter(person: typeof oliver): RoomSession {
    const session = new RoomSession({ id: person.id, person, client: 'c', protocol: 7, cursor: `cursor-${person.id}` });
    this.presence.enter(session, `key-${person.id}`);
    return session;
  }

  place(session: RoomSession, message: PresenceMessage): void {
    this.presence.place(session, message, this.now);
  }

  news(viewer: Viewer, sees: (id: string) => boolean = () => true): PointerNews {
    return this.presence.news({ key: keyOf(viewer), viewer, sees }, this.now);
  }

  /** All that a view was told while this many ms went by in steps of 10. */
  watch(viewer: Viewer, ms: number): PointerNews[] {
    const told: PointerNews[] = [];
    for (const end = this.now + ms; this.now < end; this.now += 10) {
      const news = this.news(viewer);
      if (Object.keys(news).length > 0) told.push(news);
    }
    return told;
  }

  /** Where a view has the pointer that it was told of first. */
  placeIn(viewer: Viewer): { x: number; y: number } | undefined {
    const [pointer] = this.presence.table(keyOf(viewer));
    return pointer && { x: pointer.x, y: pointer.y };
  }
}
