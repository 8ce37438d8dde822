import type { LessonWithSessions } from '../../../apps/server/src/lesson-with-sessions.ts';
import { makeSessions } from '../../sessions/make-sessions.ts';
import { freshFolder, type ProofStore } from '../stores/proof-store.ts';
import type { Judgement } from './board-case.ts';
import { Crowd } from './crowd.ts';
import { judgeBoard } from './judge.ts';
import { pause } from './pause.ts';
import { readJournals } from './read-journals.ts';

const modes = ['held', 'open', 'own-school', 'held'] as const;
const answersWithinMs = 60_000;

/** Who works on what. */
export interface WorkWish {
  readonly store: ProofStore;
  /** One to four, each in another mode. */
  readonly boards: number;
  /** Pupils in all; two teachers a board come with them. */
  readonly pupils: number;
  readonly seed: number;
  /** Where the server of the nth person of a board is; asked at each coming in. */
  readonly url: (nth: number) => string;
}

/** A crowd at work on the boards of a store, from the making of the boards to the verdict on what is kept. */
export class Work implements AsyncDisposable {
  readonly lessons: readonly LessonWithSessions[];
  readonly crowd: Crowd;
  readonly #store: ProofStore;
  readonly #before: readonly number[];
  readonly #folder: AsyncDisposable;
  #living: Promise<void> = Promise.resolve();

  private constructor(parts: {
    store: ProofStore;
    lessons: readonly LessonWithSessions[];
    before: readonly number[];
    folder: AsyncDisposable;
    crowd: Crowd;
  }) {
    this.lessons = parts.lessons;
    this.crowd = parts.crowd;
    this.#store = parts.store;
    this.#before = parts.before;
    this.#folder = parts.folder;
  }

  /** Makes boards and people. No server may have the store open. */
  static async prepare(wish: WorkWish): Promise<Work> {
    const { store, seed, url } = wish;
    const lessons = await makeLessons(wish);
    const journals = await readJournals(
      store,
      lessons.map(({ board }) => board),
    );
    const folder = await freshFolder();
    const crowd = new Crowd({ lessons, folder: folder.path, url, seed });
    return new Work({ store, lessons, before: journals.map(({ length }) => length), folder, crowd });
  }

  /** Everybody comes in and goes to work. */
  begin(): void {
    this.#living = this.crowd.live();
    // It is awaited in the end; until then nobody may be listening.
    this.#living.catch(() => undefined);
  }

  /** Until so great a part of the pupils has been answered once more; says how long that took, in ms. */
  async answered(part: number): Promise<number> {
    const before = this.crowd.answers();
    const began = performance.now();
    const enough = (): boolean => {
      const now = this.crowd.answers();
      return now.filter((answers, at) => answers > (before[at] ?? 0)).length >= part * before.length;
    };
    while (!enough()) {
      if (performance.now() - began > answersWithinMs) throw new Error(`no answers within ${answersWithinMs} ms`);
      // Whoever is forgotten by the server ends the run at once.
      await Promise.race([pause(10), this.#living]);
    }
    return performance.now() - began;
  }

  /** Everybody stops once they have their answers. Resolves with what went wrong, or null. */
  async end(): Promise<string | null> {
    this.crowd.stop();
    return this.#living.then(() => null, String);
  }

  /** Compares what was answered with what is kept. No server may have the store open. */
  async verdict(): Promise<Judgement> {
    const journals = await readJournals(
      this.#store,
      this.lessons.map(({ board }) => board),
    );
    const judgements = this.crowd.stories().map((story, at) => {
      return judgeBoard({ ...story, since: this.#before[at] ?? 0, entries: journals[at] ?? [] });
    });
    return addUp(judgements);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.crowd.giveUp();
    await this.end();
    await this.#folder[Symbol.asyncDispose]();
  }
}

async function makeLessons({ store, boards, pupils }: WorkWish): Promise<LessonWithSessions[]> {
  const { dataDir, mongoUrl } = store;
  const lessons: LessonWithSessions[] = [];
  for (const mode of modes.slice(0, boards)) {
    const wish = { schools: 2, pupils: Math.ceil(pupils / boards), mode };
    lessons.push(await makeSessions({ dataDir, ...(mongoUrl === undefined ? {} : { mongoUrl }), ...wish }));
  }
  return lessons;
}

function addUp(judgements: readonly Judgement[]): Judgement {
  const sum = (of: 'acked' | 'acts'): number => judgements.reduce((total, one) => total + one[of], 0);
  const all = (of: 'lost' | 'phantom'): string[] => judgements.flatMap((one) => one[of]);
  return { acked: sum('acked'), acts: sum('acts'), lost: all('lost'), phantom: all('phantom') };
}
