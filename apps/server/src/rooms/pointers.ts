import type { Viewer } from '@bridgeboard/domain';
import type { BoardMode, MoveMessage, Pointer, PresenceMessage, Viewport } from '@bridgeboard/protocol';

import type { Person } from './live-board.ts';

/** P31, for a pupil whose work this viewer does not see at once: at most this often, on a grid, and at rest while drawing. */
const veiled = { everyMs: 250, gridPx: 16, restAfterMs: 1_000 } as const;

/** Whose pointer it is. */
export interface PointerOwner {
  readonly id: string;
  readonly person: Pick<Person, 'role' | 'school'>;
  /** Names the pointer to others; says nothing about the person. */
  readonly cursor: string;
}

/** A place in whole pixels. */
export interface Place {
  readonly page: string;
  readonly x: number;
  readonly y: number;
}

/** What one view may know of a pointer; selection and viewport are null where it may know of none. */
export interface Seen {
  readonly place: Place | null;
  readonly selection: readonly string[] | null;
  readonly viewport: Viewport | null;
}

/** Where one session's pointer is, and how much of that others may know. */
export class SessionPointer {
  readonly session: PointerOwner;
  readonly by: string;
  #latest: PresenceMessage | null = null;
  #live: Place | null = null;
  #viewport: Viewport | null = null;
  #veiled: Place | null = null;
  #veiledAt = -Infinity;
  #restUntil = -Infinity;

  constructor(session: PointerOwner, by: string) {
    this.session = session;
    this.by = by;
  }

  place(message: PresenceMessage, now: number): void {
    if (this.#latest?.busy === true && !message.busy) this.#restUntil = now + veiled.restAfterMs;
    this.#viewport = message.viewport ?? (this.#latest?.page === message.page ? this.#viewport : null);
    this.#latest = message;
    this.#live = { page: message.page, x: Math.round(message.x), y: Math.round(message.y) };
  }

  /** The hand works at the board, whatever its browser says of it. */
  work(now: number): void {
    this.#restUntil = now + veiled.restAfterMs;
  }

  /** It is nowhere until its browser says where it is. */
  forget(): void {
    this.#latest = null;
    this.#live = null;
    this.#veiled = null;
    this.#viewport = null;
  }

  move([x, y]: MoveMessage): void {
    if (this.#latest) this.#latest = { ...this.#latest, x, y };
    if (this.#live) this.#live = { page: this.#live.page, x: Math.round(x), y: Math.round(y) };
  }

  /** What this viewer may know at this moment. */
  seenBy(viewer: Viewer, about: { mode: BoardMode; now: number }): Seen {
    const { role, school } = this.session.person;
    const isNear = viewer.kind !== 'guests' && viewer.school === school;
    if (role !== 'staff' && !seesWorkAtOnce(viewer, isNear, about.mode)) {
      this.#show(about.now);
      return { place: this.#veiled, selection: null, viewport: null };
    }
    if (!isNear) return { place: this.#live, selection: null, viewport: null };
    return { place: this.#live, selection: this.#latest?.selection ?? [], viewport: this.#viewport };
  }

  /** A live pointer would draw the held picture for those who may not see it, so it rests while the hand works. */
  #show(now: number): void {
    const latest = this.#latest;
    if (!latest || latest.busy || now < this.#restUntil || now - this.#veiledAt < veiled.everyMs) return;
    const place = { page: latest.page, x: snap(latest.x), y: snap(latest.y) };
    const shown = this.#veiled;
    if (shown && shown.x === place.x && shown.y === place.y && shown.page === place.page) return;
    this.#veiled = place;
    this.#veiledAt = now;
  }
}

/** What a view was told of one pointer last. */
export class ToldPointer {
  readonly n: number;
  #place: Place;
  readonly #line: Pointer;

  constructor(n: number, line: Pointer) {
    this.n = n;
    this.#line = line;
    this.#place = { page: line.page, x: line.x, y: line.y };
  }

  /** Where it was said to be last. */
  get place(): Place {
    return this.#place;
  }

  /** As it is told to somebody who has been told nothing. */
  get whole(): Pointer {
    return { ...this.#line, x: this.#place.x, y: this.#place.y };
  }

  /** Whether all but the place on the page is as it was told. */
  isSameBut(place: Place, { selection, viewport }: Pick<Pointer, 'selection' | 'viewport'>): boolean {
    return (
      place.page === this.#place.page &&
      listed(selection) === listed(this.#line.selection) &&
      listed(viewport) === listed(this.#line.viewport)
    );
  }

  /** How far it has come since, or null where it has not moved. */
  moveTo(place: Place): [number, number] | null {
    const [dx, dy] = [place.x - this.#place.x, place.y - this.#place.y];
    if (dx === 0 && dy === 0) return null;
    this.#place = place;
    return [dx, dy];
  }
}

/** Whether this pupil's strokes reach this viewer at once, so that the pointer tells nothing that they do not. */
function seesWorkAtOnce(viewer: Viewer, isNear: boolean, mode: BoardMode): boolean {
  if (mode === 'open') return true;
  return isNear && (viewer.kind === 'staff' || mode === 'own-school');
}

function listed(values: readonly (string | number)[] | undefined): string {
  return (values ?? []).join(' ');
}

function snap(value: number): number {
  return Math.round(value / veiled.gridPx) * veiled.gridPx;
}
