import { trustStanding, type TrustHistory, type TrustLevels, type TrustStanding } from '@bridgeboard/domain';
import { trustKind, usualTrustAfter } from '@bridgeboard/protocol';
import type { QueueLine, TrustKind, TrustLevel, TrustMark } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';
import pLimit from 'p-limit';

/** A pupil and the school whose staff alone say what they are trusted with (TL1). */
export interface SchoolPupil {
  readonly id: string;
  readonly school: string;
}

export type TrustStandings = Readonly<Record<TrustKind, TrustStanding>>;

type JudgedHistory = Omit<TrustHistory, 'judged'> & { readonly judged: readonly QueueLine[] };

/** What rooms were told last of a pupil. */
interface Remembered {
  readonly levels: Promise<TrustLevels>;
  /** The cases that the levels follow from; null until it is known. */
  judged: ReadonlySet<string> | null;
}

interface Parts {
  readonly storage: Pick<Storage, 'trust' | 'queue' | 'directory'>;
  /** Resolves when the queue's index knows of all that was decided by now. */
  readonly upToNow: () => Promise<void>;
}

/**
 * What each pupil is trusted with on all boards. It follows from review cases and marks, so that it is the same however often it is
 * asked; what rooms ask with each edit is remembered until something happens that counts.
 */
export class PupilTrustBook {
  readonly #parts: Parts;
  readonly #remembered = new Map<string, Remembered>();
  /** A pupil's marks are kept as one: two at once must not undo each other. */
  readonly #inTurn = pLimit(1);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Levels of the kinds for which the pupil has one. */
  levelsOf(pupil: SchoolPupil): Promise<TrustLevels> {
    return this.#remembered.get(pupil.id)?.levels ?? this.#remember(pupil, Promise.resolve());
  }

  async standingsOf(pupil: SchoolPupil): Promise<TrustStandings> {
    // What is being marked counts already: whoever puts something away and looks sees what that did.
    await this.#inTurn(() => undefined);
    return standingsIn(await this.#historyOf(pupil));
  }

  /** Keeps a mark; edits that come from now on wait for it, so that a fall holds at once (TL3). Answers the level before it. */
  async mark(pupil: SchoolPupil, mark: TrustMark): Promise<TrustLevel | null> {
    const kept = this.#inTurn(() => this.#keep(pupil, mark));
    void this.#remember(pupil, kept);
    return kept;
  }

  /** A case is otherwise now. Only one that is decided counts, or one that was: all others change with each stroke. */
  heard({ author, case: id, status }: Pick<QueueLine, 'author' | 'case' | 'status'>): void {
    const judged = this.#remembered.get(author)?.judged;
    const isDecided = status === 'approved' || status === 'rejected';
    if (isDecided || judged === null || judged?.has(id) === true) this.#remembered.delete(author);
  }

  /** A rule for many has changed. */
  forgetAll(): void {
    this.#remembered.clear();
  }

  #remember(pupil: SchoolPupil, first: Promise<unknown>): Promise<TrustLevels> {
    const asked = async (): Promise<TrustLevels> => {
      await first;
      const history = await this.#historyOf(pupil);
      one.judged = new Set(history.judged.map((line) => line.case));
      return levelsIn(history);
    };
    const one: Remembered = { judged: null, levels: Promise.resolve().then(asked) };
    this.#remembered.set(pupil.id, one);
    // Nothing is remembered of a store that could not answer.
    one.levels.catch(() => this.#remembered.delete(pupil.id));
    return one.levels;
  }

  async #historyOf(pupil: SchoolPupil): Promise<JudgedHistory> {
    await this.#parts.upToNow();
    const { storage } = this.#parts;
    const [known, judged, school] = await Promise.all([
      storage.trust.of(pupil.id),
      storage.queue.decidedOf(pupil.id),
      storage.directory.school(pupil.school),
    ]);
    return { marks: known?.marks ?? [], judged, after: school ? school.trustAfter : usualTrustAfter };
  }

  async #keep(pupil: SchoolPupil, mark: TrustMark): Promise<TrustLevel | null> {
    const history = await this.#historyOf(pupil);
    const others = history.marks.filter(({ kind }) => kind !== mark.kind);
    await this.#parts.storage.trust.put({ ...pupil, marks: [...others, mark] });
    return trustStanding(history, mark.kind).level;
  }
}

function standingsIn(history: TrustHistory): TrustStandings {
  const of = (kind: TrustKind): TrustStanding => trustStanding(history, kind);
  return { words: of('words'), drawing: of('drawing'), picture: of('picture') };
}

function levelsIn(history: TrustHistory): TrustLevels {
  const standings = standingsIn(history);
  const levels: Partial<Record<TrustKind, TrustLevel>> = {};
  for (const kind of trustKind.options) {
    const { level } = standings[kind];
    if (level !== null) levels[kind] = level;
  }
  return levels;
}
