import { TrackedView, viewerKey, type BoardState, type Viewer } from '@bridgeboard/domain';
import type { Author, Cursor, Frame, Patch } from '@bridgeboard/protocol';

import type { PeopleNames } from './people-names.ts';

/** How many frames a view keeps for sessions that come back. */
const ringSize = 256;

/** Everybody who sees the same: one projection, one stream of frames, encoded once for all (P27, P28). */
export class SharedView {
  readonly viewer: Viewer;
  readonly key: string;
  /** Random for each opening of the room and view, so that its numbers tell nothing of earlier ones. */
  readonly run: string;
  readonly #tracked: TrackedView;
  readonly #names: PeopleNames;
  readonly #known = new Map<string, Author>();
  #ring: Frame[] = [];
  #seq = 0;
  #snapshot: { seq: number; json: string } | null = null;

  constructor(about: { viewer: Viewer; run: string; state: BoardState; now: number; names: PeopleNames }) {
    this.viewer = about.viewer;
    this.key = viewerKey(about.viewer);
    this.run = about.run;
    this.#names = about.names;
    this.#tracked = new TrackedView(about.viewer, about.state, about.now);
    this.#newAuthors(this.#wholePatch());
  }

  get seq(): number {
    return this.#seq;
  }

  get items(): TrackedView['items'] {
    return this.#tracked.items;
  }

  /** Cases that turn from drawing to waiting by time alone. */
  drawing(): string[] {
    return this.#tracked.drawing();
  }

  /** The next frame, or null where neither anything visible changed nor any cursor moved. */
  next(
    state: BoardState,
    dirty: { records: ReadonlySet<string>; cases: ReadonlySet<string>; now: number },
    presence: { cursors: Cursor[]; gone: string[] },
  ): Frame | null {
    const changed = this.#tracked.update(state, dirty);
    const patch: Patch = changed ?? {};
    const authors = this.#newAuthors(patch, presence.cursors);
    if (authors.length > 0) patch.authors = authors;
    const frame: Frame = {};
    if (Object.keys(patch).length > 0) {
      this.#seq += 1;
      frame.seq = this.#seq;
      frame.patch = patch;
      this.#ring = [...this.#ring.slice(1 - ringSize), { seq: this.#seq, patch }];
    }
    if (presence.cursors.length > 0) frame.cursors = presence.cursors;
    if (presence.gone.length > 0) frame.gone = presence.gone;
    return Object.keys(frame).length > 0 ? frame : null;
  }

  /** The frames after one of this run, or null where the ring does not reach back so far: then a snapshot is due (P29). */
  framesAfter(from: { viewRun: string; viewSeq: number }): Frame[] | null {
    if (from.viewRun !== this.run || from.viewSeq > this.#seq) return null;
    const missed = this.#ring.filter((frame) => (frame.seq ?? 0) > from.viewSeq);
    return missed.length === this.#seq - from.viewSeq ? missed : null;
  }

  /** JSON of the whole view, encoded once until it changes. */
  snapshot(about: { epoch: string; schema: unknown }): string {
    if (this.#snapshot?.seq !== this.#seq) {
      const shared = { ...this.#wholePatch(), authors: [...this.#known.values()] };
      const json = JSON.stringify({ ...about, viewRun: this.run, viewSeq: this.#seq, shared });
      this.#snapshot = { seq: this.#seq, json };
    }
    return this.#snapshot.json;
  }

  /** In the order of ids: the order of drawing is nobody's business before something has been let out. */
  #wholePatch(): Patch {
    const put = [...this.#tracked.items.values()].toSorted((a, b) => (a.record.id < b.record.id ? -1 : 1));
    return { put, cases: [...this.#tracked.cases.values()] };
  }

  /** Authors whose key this view meets for the first time; nobody is named before there is something of theirs to see. */
  #newAuthors(patch: Patch, cursors: readonly Cursor[] = []): Author[] {
    const stamps = [...(patch.put ?? []), ...(patch.set ?? [])].map((line) => line.stamp?.by ?? '');
    const keys = new Set([...stamps, ...(patch.cases ?? []).map(({ by }) => by), ...cursors.map(({ by }) => by)]);
    const unknown = [...keys].filter((key) => key !== '' && !this.#known.has(key));
    if (unknown.length === 0) return [];
    const people = this.#names.byKey();
    const found = unknown.flatMap((key) => {
      const author = this.#names.author(people.get(key) ?? '', this.viewer);
      return author ? [author] : [];
    });
    for (const author of found) this.#known.set(author.key, author);
    return found;
  }
}
