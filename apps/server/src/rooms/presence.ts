import type { Viewer } from '@bridgeboard/domain';
import type { Cursor, PresenceMessage } from '@bridgeboard/protocol';

import type { RoomSession } from './room-session.ts';

/** P31, for a pupil seen from another school: at most this often, on a grid, and at rest while the hand works. */
const foreignPupil = { everyMs: 250, gridPx: 16, restAfterMs: 1_000 } as const;

/** A view that asks for news, and what of a selection it may name. */
interface Asking {
  readonly key: string;
  readonly viewer: Viewer;
  readonly sees: (id: string) => boolean;
}

/** Where a pointer is, as other schools were last allowed to know. */
interface Place {
  readonly page: string;
  readonly x: number;
  readonly y: number;
}

interface Pointer {
  readonly session: RoomSession;
  readonly by: string;
  latest: PresenceMessage | null;
  shown: Place | null;
  shownAt: number;
  restUntil: number;
  /** What each view was told last; only those views learn that the pointer is gone. */
  readonly told: Map<string, Place>;
  /** Views that somebody new looks at, who has to be told once more. */
  readonly again: Set<string>;
}

/** Where people's pointers are: never stored, the newest value a tick, and to each view only what P31 lets it know. */
export class Presence {
  readonly #pointers = new Map<string, Pointer>();
  readonly #gone = new Map<string, Set<string>>();

  enter(session: RoomSession, by: string): void {
    const nowhere = { latest: null, shown: null, shownAt: -Infinity, restUntil: -Infinity };
    this.#pointers.set(session.id, { session, by, ...nowhere, told: new Map(), again: new Set() });
  }

  move(session: RoomSession, message: PresenceMessage, now: number): void {
    const pointer = this.#pointers.get(session.id);
    if (!pointer) return;
    if (pointer.latest?.busy === true && !message.busy) pointer.restUntil = now + foreignPupil.restAfterMs;
    pointer.latest = message;
  }

  leave(session: RoomSession): void {
    const pointer = this.#pointers.get(session.id);
    this.#pointers.delete(session.id);
    for (const view of pointer?.told.keys() ?? []) {
      const gone = this.#gone.get(view) ?? new Set();
      this.#gone.set(view, gone.add(session.cursor));
    }
  }

  /** Somebody joined this view: everybody's pointer is due there once more. */
  refresh(view: string): void {
    for (const pointer of this.#pointers.values()) pointer.again.add(view);
  }

  /** Nobody looks at this view any more: whoever comes next has been told nothing. */
  forget(view: string): void {
    this.#gone.delete(view);
    for (const pointer of this.#pointers.values()) pointer.told.delete(view);
  }

  /** What is new for one view since it was asked last. */
  news(view: Asking, now: number): { cursors: Cursor[]; gone: string[] } {
    const cursors: Cursor[] = [];
    for (const pointer of this.#pointers.values()) {
      const place = placeFor(pointer, view.viewer, now);
      const isDue = pointer.again.delete(view.key);
      // The same place again would still tell that the hand moved.
      if (!place || (pointer.told.get(view.key) === place && !isDue)) continue;
      pointer.told.set(view.key, place);
      cursors.push(cursorAt(pointer, view, place));
    }
    const gone = [...(this.#gone.get(view.key) ?? [])];
    this.#gone.delete(view.key);
    return { cursors, gone };
  }
}

function isNear(pointer: Pointer, viewer: Viewer): boolean {
  return viewer.kind !== 'guests' && viewer.school === pointer.session.person.school;
}

function placeFor(pointer: Pointer, viewer: Viewer, now: number): Place | null {
  if (isNear(pointer, viewer) || pointer.session.person.role === 'staff') return pointer.latest;
  showOn(pointer, now);
  return pointer.shown;
}

/** A live cursor of a pupil would draw the held picture for the other school, so it rests while the hand works. */
function showOn(pointer: Pointer, now: number): void {
  const { latest, shown } = pointer;
  if (!latest || latest.busy || now < pointer.restUntil || now - pointer.shownAt < foreignPupil.everyMs) return;
  const place = { page: latest.page, x: snap(latest.x), y: snap(latest.y) };
  if (shown && shown.x === place.x && shown.y === place.y && shown.page === place.page) return;
  pointer.shown = place;
  pointer.shownAt = now;
}

function cursorAt(pointer: Pointer, view: Asking, place: Place): Cursor {
  const { page, x, y } = place;
  const cursor: Cursor = { key: pointer.session.cursor, by: pointer.by, page, x, y };
  if (isNear(pointer, view.viewer)) cursor.selection = (pointer.latest?.selection ?? []).filter(view.sees);
  return cursor;
}

function snap(value: number): number {
  return Math.round(value / foreignPupil.gridPx) * foreignPupil.gridPx;
}
