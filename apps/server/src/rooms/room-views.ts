import { projectView, rulesOf, viewerKey, type BoardState, type OpensAt, type Viewer } from '@bridgeboard/domain';
import type { BoardRecord } from '@bridgeboard/protocol';

import type { FanOut } from './fan-out.ts';
import type { PeopleNames } from './people-names.ts';
import type { Presence } from './presence.ts';
import type { RoomGuests } from './room-guests.ts';
import { SharedView, type Dirty } from './shared-view.ts';

/** A view that nobody has looked at for so long is forgotten; who comes back later gets a snapshot. */
const keepUnwatchedMs = 60_000;

interface Deps {
  readonly board: { id: string };
  readonly state: () => BoardState;
  readonly opensAt: OpensAt;
  readonly guests: RoomGuests;
  readonly names: PeopleNames;
  readonly fanOut: FanOut;
  readonly now: () => number;
  readonly newId: () => string;
}

/** The shared views of one room that somebody looks at. */
export class RoomViews {
  readonly #deps: Deps;
  readonly #views = new Map<string, { view: SharedView; usedAt: number }>();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** The shared view of this viewer, projected now if nobody looked at it before. */
  of(viewer: Viewer): SharedView {
    const now = this.#deps.now();
    const known = this.#views.get(viewerKey(viewer));
    const view = known?.view ?? this.#project(viewer, now);
    this.#views.set(view.key, { view, usedAt: now });
    return view;
  }

  drawing(): string[] {
    return [...this.#views.values()].flatMap(({ view }) => view.drawing());
  }

  /** Sends each view its frame, if it has one. */
  flush(dirty: Dirty, about: { watched: ReadonlySet<string>; presence: Presence }): void {
    for (const entry of this.#views.values()) {
      const { view } = entry;
      const isWatched = about.watched.has(view.key);
      const asking = { key: view.key, viewer: view.viewer, sees: (id: string) => view.items.has(id) };
      const pointers = isWatched ? about.presence.news(asking, dirty.now) : {};
      const frames = view.next(this.#deps.state(), dirty, pointers);
      if (frames && isWatched) this.#deps.fanOut.toView({ board: this.#deps.board.id, view: view.key }, frames);
      if (isWatched) entry.usedAt = dirty.now;
      if (dirty.now - entry.usedAt > keepUnwatchedMs) this.#views.delete(view.key);
    }
  }

  /** Tells every view whose it is what somebody is called now. */
  rename(person: string): void {
    for (const { view } of this.#views.values()) view.rename(this.#deps.names.author(person, view.viewer));
  }

  /** Forgets all views; each begins a new run when it is asked for next. */
  restart(): void {
    this.#views.clear();
  }

  /** What a viewer sees at this moment, work of the running tick included. */
  records(viewer: Viewer): Map<string, BoardRecord> {
    return projectView(this.#deps.state(), viewer);
  }

  #project(viewer: Viewer, now: number): SharedView {
    const { newId, names, state, opensAt, guests } = this.#deps;
    const current = state();
    return new SharedView({
      viewer,
      run: newId(),
      state: current,
      now,
      names,
      rules: rulesOf(current, opensAt, guests.names()),
    });
  }
}
