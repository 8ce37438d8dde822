import type { Author, BoardRules, CaseView, Frame, Patch } from '@bridgeboard/protocol';

/** How many frames are kept for sessions that come back. */
const size = 256;

interface Kept {
  readonly seq: number;
  /** Records that the patch brings, and those that it says something else of. */
  readonly brought: readonly string[];
  readonly changed: readonly string[];
  readonly frame: Frame;
}

/** What frames said of records, cases and people, without what they said: that may have been put away since. */
export interface Missed {
  /** Every record that was spoken of; true where the browser had it before. */
  readonly ids: ReadonlyMap<string, boolean>;
  readonly cases: readonly CaseView[];
  readonly authors: readonly Author[];
  readonly rules: BoardRules | undefined;
}

/** The last frames of one run of a view. */
export class FrameRing {
  #kept: Kept[] = [];

  /** @param patch before it was shortened for the wire */
  add(frame: Frame & { seq: number }, patch: Patch): void {
    const brought = (patch.put ?? []).map(({ record }) => record.id);
    const grown = (patch.grow ?? []).map(([id]) => String(id));
    const changed = [...(patch.set ?? []).map(({ id }) => id), ...grown, ...(patch.remove ?? [])];
    this.#kept.push({ seq: frame.seq, brought, changed, frame });
    // Cut seldom, so that a busy view does not copy its ring at every tick.
    if (this.#kept.length >= 2 * size) this.#kept = this.#kept.slice(-size);
  }

  /** Nobody is brought up to date by what has been told until now. */
  clear(): void {
    this.#kept = [];
  }

  /** The frames after this number as they were, or null where the ring does not reach back so far. */
  after(seq: number, last: number): Frame[] | null {
    return this.#after(seq, last)?.map(({ frame }) => frame) ?? null;
  }

  /** What the frames after this number were about, or null as in `after`. */
  missed(seq: number, last: number): Missed | null {
    const kept = this.#after(seq, last);
    if (!kept) return null;
    const patches = kept.map(({ frame }) => frame.patch ?? {});
    return {
      ids: firstMentions(kept),
      cases: [...new Map(patches.flatMap(({ cases = [] }) => cases).map((one) => [one.id, one])).values()],
      authors: patches.flatMap(({ authors = [] }) => authors),
      rules: patches.findLast(({ rules }) => rules)?.rules,
    };
  }

  #after(seq: number, last: number): Kept[] | null {
    const missed = last - seq;
    if (missed < 0 || missed > Math.min(this.#kept.length, size)) return null;
    return missed === 0 ? [] : this.#kept.slice(-missed);
  }
}

function firstMentions(kept: readonly Kept[]): Map<string, boolean> {
  const mentions = new Map<string, boolean>();
  for (const { brought, changed } of kept) {
    for (const id of brought) if (!mentions.has(id)) mentions.set(id, false);
    for (const id of changed) if (!mentions.has(id)) mentions.set(id, true);
  }
  return mentions;
}
