import { trustStanding, type TrustHistory, type TrustLevels, type TrustStanding } from '@bridgeboard/domain';
import { trustKind, usualTrustAfter } from '@bridgeboard/protocol';
import type { TrustKind, TrustLevel, TrustMark } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';
import pLimit from 'p-limit';

/** A pupil and the school whose staff alone say what they are trusted with (TL1). */
export interface SchoolPupil {
  readonly id: string;
  readonly school: string;
}

export type TrustStandings = Readonly<Record<TrustKind, TrustStanding>>;

interface Parts {
  readonly storage: Pick<Storage, 'trust' | 'queue' | 'directory'>;
  /** Resolves when the queue's index knows of all that was decided. */
  readonly settled: () => Promise<void>;
}

/**
 * What each pupil is trusted with on all boards. It follows from review cases and marks, so that it is the same however often it is
 * asked; what rooms ask with each edit is remembered until something happens that counts.
 */
export class PupilTrustBook {
  readonly #parts: Parts;
  readonly #levels = new Map<string, Promise<TrustLevels>>();
  /** A pupil's marks are kept as one: two at once must not undo each other. */
  readonly #inTurn = pLimit(1);

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Levels of the kinds for which the pupil has one. */
  levelsOf(pupil: SchoolPupil): Promise<TrustLevels> {
    return this.#levels.get(pupil.id) ?? this.#remember(pupil, Promise.resolve());
  }

  async standingsOf(pupil: SchoolPupil): Promise<TrustStandings> {
    await this.#parts.settled();
    const { storage } = this.#parts;
    const [known, judged, school] = await Promise.all([
      storage.trust.of(pupil.id),
      storage.queue.decidedOf(pupil.id),
      storage.directory.school(pupil.school),
    ]);
    const after = school ? school.trustAfter : usualTrustAfter;
    const history: TrustHistory = { marks: known?.marks ?? [], judged, after };
    const of = (kind: TrustKind): TrustStanding => trustStanding(history, kind);
    return { words: of('words'), drawing: of('drawing'), picture: of('picture') };
  }

  /** Keeps a mark; edits that come from now on wait for it, so that a fall holds at once (TL3). */
  async mark(pupil: SchoolPupil, mark: TrustMark): Promise<void> {
    const kept = this.#inTurn(() => this.#keep(pupil, mark));
    void this.#remember(pupil, kept);
    await kept;
  }

  /** Something of the pupil's was decided. */
  forget(pupil: string): void {
    this.#levels.delete(pupil);
  }

  /** A rule for many has changed. */
  forgetAll(): void {
    this.#levels.clear();
  }

  #remember(pupil: SchoolPupil, first: Promise<void>): Promise<TrustLevels> {
    const asked = first.then(() => this.#ask(pupil));
    this.#levels.set(pupil.id, asked);
    // Nothing is remembered of a store that could not answer.
    asked.catch(() => this.forget(pupil.id));
    return asked;
  }

  async #ask(pupil: SchoolPupil): Promise<TrustLevels> {
    const standings = await this.standingsOf(pupil);
    const levels: Partial<Record<TrustKind, TrustLevel>> = {};
    for (const kind of trustKind.options) {
      const { level } = standings[kind];
      if (level !== null) levels[kind] = level;
    }
    return levels;
  }

  async #keep({ id, school }: SchoolPupil, mark: TrustMark): Promise<void> {
    const { trust } = this.#parts.storage;
    const others = (await trust.of(id))?.marks.filter(({ kind }) => kind !== mark.kind) ?? [];
    await trust.put({ id, school, marks: [...others, mark] });
  }
}
