import { Observable } from './observable.ts';
import type { RefusedWork } from './outbox/outbox-store.ts';
import type { SessionListener } from './session-parts.ts';
import type { ShownView } from './shown-view.ts';
import type { Timers } from './timers.ts';
import type { ConfirmedView } from './view/confirmed-view.ts';

/** Frames of one tick become one change on the screen: what moves from one part of the view to the other never blinks. */
const refreshMs = 16;

interface FeedParts {
  readonly view: ConfirmedView;
  readonly shown: ShownView;
  readonly timers: Timers;
  /** Whether the view is complete: nothing half may be shown. */
  readonly isWhole: () => boolean;
}

/** Tells whoever draws the board what has to change on the screen, and nothing before the view is whole. */
export class ScreenFeed {
  /** Counts up whenever somebody's work came, went or was let out: not with each point of a stroke. */
  readonly stamps = new Observable(0);
  readonly #parts: FeedParts;
  readonly #listeners = new Set<SessionListener>();
  readonly #stale = new Set<string>();
  readonly #marks = new Map<string, string>();
  #cancel: (() => void) | null = null;

  constructor(parts: FeedParts) {
    this.#parts = parts;
  }

  listen(listener: SessionListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** These records have to be worked out anew, whatever the server says of them. */
  stale(ids: Iterable<string>): void {
    for (const id of ids) this.#stale.add(id);
  }

  refreshSoon(): void {
    this.#cancel ??= this.#parts.timers.after(refreshMs, () => this.refresh());
  }

  refresh(): void {
    this.stop();
    const { view, shown, isWhole } = this.#parts;
    // Nothing half may be shown: until the view is whole, the screen keeps what it has.
    if (!isWhole()) return;
    this.stale(view.takeTouched());
    const touched = [...this.#stale];
    this.#stale.clear();
    const change = shown.refresh(touched);
    if (this.#markAnew(touched)) this.stamps.set(this.stamps.value + 1);
    if (change.put.length + change.removed.length === 0) return;
    for (const listener of this.#listeners) listener.changed(change);
  }

  /** Takes down whose these records are and how far they are out; true where any of it is another. */
  #markAnew(ids: readonly string[]): boolean {
    let isNews = false;
    for (const id of ids) {
      const stamp = this.#parts.view.stamp(id);
      const mark = stamp ? `${stamp.by} ${stamp.reach} ${stamp.putAway ?? ''}` : undefined;
      isNews ||= mark !== this.#marks.get(id);
      if (mark === undefined) this.#marks.delete(id);
      else this.#marks.set(id, mark);
    }
    return isNews;
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  refused(work: readonly RefusedWork[]): void {
    if (work.length > 0) for (const listener of this.#listeners) listener.refused(work);
  }
}
