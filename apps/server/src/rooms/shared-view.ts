import {
  TrackedView,
  isOutOfSight,
  schoolOf,
  viewDigest,
  viewerKey,
  type BoardState,
  type Differences,
  type Viewer,
} from '@bridgeboard/domain';
import type { Author, BoardRules, Frame, Patch } from '@bridgeboard/protocol';

import type { PeopleNames } from './people-names.ts';
import { FrameRing } from './frame-ring.ts';
import { Pens } from './pens.ts';
import type { PointerNews } from './presence.ts';
import { ViewSnapshot } from './view-snapshot.ts';
import { packItem, wirePatch } from './wire-patch.ts';

/** A snapshot is made anew when so many frames have followed it, */
const longestTail = 100;
/** or when something in it has changed and it is older than this: what was put away must not be handed out for long. */
const changedForMs = 250;
/** It is let go after this in any case: its text is as large as the board, for each view. */
const keptForMs = 30_000;
/** A view, and an own part, says this often what it comes to, if it has changed (P30). */
export const checkEveryMs = 10_000;

export interface Dirty {
  readonly records: ReadonlySet<string>;
  readonly cases: ReadonlySet<string>;
  /** The board's rules, if they have changed. */
  readonly rules: BoardRules | null;
  readonly differences: Differences;
  /** Whether somebody may stand on the board otherwise than before. */
  readonly standings: boolean;
  readonly now: number;
}

/** Everybody who sees the same: one projection, one stream of frames, encoded once for all (P27, P28). */
export class SharedView {
  readonly viewer: Viewer;
  readonly key: string;
  /** Random for each opening of the room and view, so that its numbers tell nothing of earlier ones. */
  readonly run: string;
  readonly #tracked: TrackedView;
  readonly #names: PeopleNames;
  readonly #known = new Map<string, Author>();
  readonly #pens = new Pens();
  readonly #ring = new FrameRing();
  #isOut: boolean;
  /** Whoever is called otherwise since the last frame. */
  #renamed: Author[] = [];
  #seq = 0;
  #checked: { seq: number; at: number };
  #rules: BoardRules;
  #snapshot: { made: ViewSnapshot; at: number; isChanged: boolean } | null = null;
  #digest: { seq: number; text: string } | null = null;

  constructor(about: {
    viewer: Viewer;
    run: string;
    state: BoardState;
    now: number;
    names: PeopleNames;
    rules: BoardRules;
  }) {
    this.viewer = about.viewer;
    this.key = viewerKey(about.viewer);
    this.run = about.run;
    this.#names = about.names;
    this.#rules = about.rules;
    this.#checked = { seq: 0, at: about.now };
    this.#tracked = new TrackedView(about.viewer, about.state, about.now);
    this.#isOut = isOutOfSight(about.state, schoolOf(about.viewer));
    this.#newAuthors({ put: [...this.items.values()], cases: [...this.#tracked.cases.values()] });
  }

  get seq(): number {
    return this.#seq;
  }

  get items(): TrackedView['items'] {
    return this.#tracked.items;
  }

  get pens(): NonNullable<Patch['pens']> {
    return this.#pens.table();
  }

  /** Cases that turn from drawing to waiting by time alone. */
  drawing(): string[] {
    return this.#tracked.drawing();
  }

  /** The next frame, whole and without pointers, or null where neither anything visible changed nor any pointer moved. */
  next(state: BoardState, dirty: Dirty, pointers: PointerNews): { full: Frame; still: Frame | null } | null {
    if (this.#snapshot && dirty.now - this.#snapshot.at >= keptForMs) this.#snapshot = null;
    this.#lookWhetherOut(state);
    const patch = this.#tracked.update(state, dirty, dirty.differences) ?? {};
    if (dirty.standings) this.#lookWhoIsAway();
    const authors = [...this.#renamed, ...this.#newAuthors(patch, pointers)];
    this.#renamed = [];
    if (authors.length > 0) patch.authors = authors;
    if (dirty.rules) {
      this.#rules = dirty.rules;
      patch.rules = dirty.rules;
    }
    const still: Frame = {};
    if (Object.keys(patch).length > 0) {
      this.#seq += 1;
      still.seq = this.#seq;
      still.patch = wirePatch(patch, this.#pens);
      this.#ring.add({ seq: this.#seq, patch: still.patch }, patch);
      this.#ageSnapshot(patch);
    }
    this.#addCheck(still, dirty.now);
    const full: Frame = { ...still, ...pointers };
    if (Object.keys(full).length === 0) return null;
    return { full, still: Object.keys(still).length > 0 ? still : null };
  }

  /** P39: what was told before another school stopped everything is given to nobody who comes while it is so, or after it. */
  #lookWhetherOut(state: BoardState): void {
    const isOut = isOutOfSight(state, schoolOf(this.viewer));
    if (isOut && !this.#isOut) {
      this.#ring.clear();
      this.#snapshot = null;
    }
    this.#isOut = isOut;
  }

  /** Somebody is called otherwise now: told with the next frame where this view has named them, and by that name. */
  rename(author: Author | null): void {
    const known = this.#known.get(author?.key ?? '');
    if (author && known && known.label !== author.label) this.#tellAnew(author);
  }

  /** Who has gone, or is back, is told to every view that knows of them (P25). */
  #lookWhoIsAway(): void {
    const people = this.#names.byKey();
    for (const { key, away } of this.#known.values()) {
      const author = this.#names.author(people.get(key) ?? '', this.viewer);
      if (author && author.away !== away) this.#tellAnew(author);
    }
  }

  #tellAnew(author: Author): void {
    this.#known.set(author.key, author);
    this.#renamed.push(author);
    this.#snapshot = null;
  }

  /** What the view comes to right now (P30). */
  digest(): string {
    if (this.#digest?.seq !== this.#seq) {
      const text = viewDigest(this.#tracked.items.values(), this.#tracked.cases.values());
      this.#digest = { seq: this.#seq, text };
    }
    return this.#digest.text;
  }

  /**
   * Everything after one frame of this run as one frame, made from what the view is now: what was put away or taken back
   * since is not told again (REL-06). Null where the ring does not reach back so far: then a snapshot is due (P29).
   */
  frameSince(from: { viewRun: string; viewSeq: number }): Frame[] | null {
    const missed = from.viewRun === this.run ? this.#ring.missed(from.viewSeq, this.#seq) : null;
    if (!missed) return null;
    if (from.viewSeq === this.#seq) return [];
    const ids = [...missed.ids.keys()].toSorted();
    const there = ids.map((id) => this.items.get(id)).filter((item) => item !== undefined);
    // What came and went meanwhile was never there for this browser, not even its id.
    const remove = ids.filter((id) => !this.items.has(id) && missed.ids.get(id) === true);
    const patch: Patch = { put: there.map(packItem), remove, pens: this.pens };
    if (missed.cases.length > 0) patch.cases = [...missed.cases];
    if (missed.authors.length > 0) patch.authors = [...missed.authors];
    if (missed.rules) patch.rules = missed.rules;
    return [{ seq: this.#seq, since: from.viewSeq, patch }];
  }

  /** The frames after a snapshot that was made a moment ago. */
  framesAfter(seq: number): Frame[] {
    return this.#ring.after(seq, this.#seq) ?? [];
  }

  /** The whole view as of `atLeast` or later, encoded and compressed once for all who ask. */
  snapshot(about: { epoch: string; schema: unknown; atLeast: number; now: number }): ViewSnapshot {
    const { epoch, schema, now } = about;
    const kept = this.#kept(now);
    if (kept && kept.seq >= about.atLeast) return kept;
    const put = [...this.#tracked.items.values()].toSorted((a, b) => (a.record.id < b.record.id ? -1 : 1));
    const shared: Patch = {
      // In the order of ids: the order of drawing is nobody's business before something has been let out.
      put: put.map(packItem),
      cases: [...this.#tracked.cases.values()],
      authors: [...this.#known.values()],
      pens: this.#pens.table(),
      rules: this.#rules,
    };
    const made = new ViewSnapshot({ epoch, schema, viewRun: this.run, viewSeq: this.#seq, shared });
    this.#snapshot = { made, at: now, isChanged: false };
    return made;
  }

  /** Where the snapshot stands that somebody would be given now; frames from there on bring them up to date. */
  snapshotSeq(now: number): number {
    return this.#kept(now)?.seq ?? this.#seq;
  }

  #kept(now: number): ViewSnapshot | null {
    if (!this.#snapshot) return null;
    const { made, at, isChanged } = this.#snapshot;
    const isGood = this.#seq - made.seq <= longestTail && (!isChanged || now - at < changedForMs);
    return isGood ? made : null;
  }

  /** What has left the view must not be handed out any more; what was changed, not for long. */
  #ageSnapshot(patch: Patch): void {
    if (patch.remove) this.#snapshot = null;
    else if (patch.set && this.#snapshot) this.#snapshot = { ...this.#snapshot, isChanged: true };
  }

  /** Said in a frame that is due anyway or on its own, but only of what has changed since it was said last. */
  #addCheck(frame: Frame, now: number): void {
    if (this.#seq === this.#checked.seq || now - this.#checked.at < checkEveryMs) return;
    this.#checked = { seq: this.#seq, at: now };
    frame.seq = this.#seq;
    frame.check = this.digest();
  }

  /** Authors whose key this view meets for the first time; nobody is named before there is something of theirs to see. */
  #newAuthors(patch: Patch, { pointers = [] }: PointerNews = {}): Author[] {
    const stamps = [...(patch.put ?? []), ...(patch.set ?? [])].map((line) => line.stamp?.by ?? '');
    const keys = new Set([...stamps, ...(patch.cases ?? []).map(({ by }) => by), ...pointers.map(({ by }) => by)]);
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
