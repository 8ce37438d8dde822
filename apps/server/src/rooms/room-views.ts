import { projectView, viewerKey, type BoardState, type Viewer } from '@bridgeboard/domain';
import type { BoardRecord } from '@bridgeboard/protocol';

import type { FanOut } from './fan-out.ts';
import type { PeopleNames } from './people-names.ts';
import type { Presence } from './presence.ts';
import { SharedView } from './shared-view.ts';

/** A view that nobody has looked at for so long is forgotten; who comes back later gets a snapshot. */
const keepUnwatchedMs = 60_000;

interface Deps {
  readonly board: { id: string };
  readonly state: () => BoardState;
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
    const { newId, names } = this.#deps;
    const view = known?.view ?? new SharedView({ viewer, run: newId(), state: this.#deps.state(), now, names });
    this.#views.set(view.key, { view, usedAt: now });
    return view;
  }

  drawing(): string[] {
    return [...this.#views.values()].flatMap(({ view }) => view.drawing());
  }

  /** Sends each view its frame, if it has one. */
  flush(dirty: Parameters<SharedView['next']>[1], about: { watched: ReadonlySet<string>; presence: Presence }): void {
    for (const entry of this.#views.values()) {
      const { view } = entry;
      const news = about.presence.news(
        { key: view.key, viewer: view.viewer, sees: (id) => view.items.has(id) },
        dirty.now,
      );
      const frame = view.next(this.#deps.state(), dirty, news);
      const isWatched = about.watched.has(view.key);
      if (isWatched) entry.usedAt = dirty.now;
      if (frame && isWatched) this.#deps.fanOut.toView({ board: this.#deps.board.id, view: view.key }, 'frame', frame);
      if (isWatched || dirty.now - entry.usedAt <= keepUnwatchedMs) continue;
      this.#views.delete(view.key);
      about.presence.forget(view.key);
    }
  }

  /** Forgets all views; each begins a new run when it is asked for next. */
  restart(): void {
    this.#views.clear();
  }

  /** What a viewer sees at this moment, work of the running tick included. */
  records(viewer: Viewer): Map<string, BoardRecord> {
    return projectView(this.#deps.state(), viewer);
  }
}
