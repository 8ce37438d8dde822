import {
  reactionSigns,
  type Author,
  type BoardRecord,
  type CaseView,
  type ReactionSign,
  type Stamp,
} from '@bridgeboard/protocol';

/** Something that was said about a piece, by whom, when, and whether it is out. */
interface Said {
  readonly id: string;
  readonly by: Author;
  readonly isOwn: boolean;
  /** Null while the server has not answered. */
  readonly at: number | null;
  readonly state: 'out' | 'waiting' | 'returned';
  /** Put away by staff of the author's school, who alone see it still. */
  readonly isAway: boolean;
  /** What the teacher wrote where it came back. */
  readonly note: string | null;
}

/** A comment with its words, or a reaction with its sign. */
export interface Comment extends Said {
  readonly text: string;
}
export interface Reaction extends Said {
  readonly sign: ReactionSign;
}

/** What was said about one piece: nothing is counted, and nothing stands above anything but by its age (CO9). */
export interface RemarksAbout {
  readonly comments: readonly Comment[];
  readonly reactions: readonly Reaction[];
}

/** Who looks, and what their browser knows of stamps, people and cases. */
export interface Reader {
  readonly you: Author;
  readonly stampOf: (id: string) => Stamp | null;
  readonly authors: ReadonlyMap<string, Author>;
  readonly cases: ReadonlyMap<string, CaseView>;
}

/** Sorts what was said about a piece, the oldest first; what is on its way to the server is the newest. */
export function remarksAbout(records: readonly BoardRecord[], reader: Reader): RemarksAbout {
  const back = new Map<string, CaseView>();
  for (const one of reader.cases.values()) {
    if (one.status === 'returned') for (const id of one.records) back.set(id, one);
  }
  const said = records.flatMap((record) => {
    const about = saidOf(record.id, reader, back.get(record.id));
    return about ? [{ about, record }] : [];
  });
  const inOrder = said.toSorted(
    (a, b) => (a.about.at ?? Infinity) - (b.about.at ?? Infinity) || (a.about.id < b.about.id ? -1 : 1),
  );
  return {
    comments: inOrder.flatMap(({ about, record: { text } }) => (typeof text === 'string' ? [{ ...about, text }] : [])),
    reactions: inOrder.flatMap(({ about, record }) => {
      const sign = reactionSigns.find((known) => known === record['sign']);
      return sign ? [{ ...about, sign }] : [];
    }),
  };
}

function saidOf(id: string, { you, stampOf, authors }: Reader, back: CaseView | undefined): Said | null {
  const stamp = stampOf(id);
  // Without a stamp the server has not heard of it: it was said here.
  if (!stamp) return { id, by: you, isOwn: true, at: null, state: 'out', isAway: false, note: null };
  const by = stamp.by === you.key ? you : authors.get(stamp.by);
  if (!by) return null;
  const state = back ? 'returned' : stamp.reach === 'held' ? 'waiting' : 'out';
  const isAway = stamp.putAway === true;
  return { id, by, isOwn: by.key === you.key, at: stamp.at, state, isAway, note: back?.note ?? null };
}
