import {
  keptConcernLine,
  type ConcernDraft,
  type ConcernHead,
  type ConcernLine,
  type KeptConcernLine,
} from '@bridgeboard/protocol';
import { checkFollows, noLines } from '../chained-lines.ts';
import { beginsConcern } from '../concern-lines.ts';
import { checkLimit } from '../journal-rows.ts';
import type { ConcernLog, SealConcern } from '../ports/concern-log.ts';
import { fromJson } from '../stored-json.ts';
import type { MemoryLife } from './memory-life.ts';

/** What became of reports, in this process's memory. */
export class MemoryConcernLog implements ConcernLog {
  readonly #life: MemoryLife;
  /** Line `number` stands at place `number - 1`. */
  #lines: string[] = [];
  #head = noLines;

  constructor({ life }: { life: MemoryLife }) {
    this.#life = life;
  }

  append<Draft extends Pick<ConcernDraft, 'concern' | 'event'>>(
    drafts: readonly Draft[],
    seal: SealConcern<Draft>,
  ): Promise<void> {
    return this.#life.use(() => {
      for (const draft of drafts) {
        if (beginsConcern(draft) && this.#all().some(({ line }) => line.concern === draft.concern)) continue;
        const kept = checkFollows(keptConcernLine, { before: this.#head, kept: seal(this.#head, draft) });
        this.#lines.push(JSON.stringify(kept));
        this.#head = { number: kept.line.number, hash: kept.line.hash };
      }
    });
  }

  read(fromNumber: number, limit: number): Promise<KeptConcernLine[]> {
    const most = checkLimit(limit);
    return this.#life.use(() =>
      this.#all()
        .filter(({ line }) => line.number >= fromNumber)
        .slice(0, most),
    );
  }

  head(): Promise<ConcernHead> {
    return this.#life.use(() => this.#head);
  }

  linesOf(concern: string): Promise<KeptConcernLine[]> {
    return this.#life.use(() => this.#all().filter(({ line }) => line.concern === concern));
  }

  linesFor(school: string): Promise<ConcernLine[]> {
    return this.#life.use(() => this.#where((line) => line.schools.includes(school)));
  }

  linesAbout(asset: string): Promise<ConcernLine[]> {
    return this.#life.use(() => this.#where(({ event }) => event.kind === 'picture' && event.asset === asset));
  }

  forgetContents(concern: string): Promise<void> {
    return this.#life.use(() => {
      const kept = this.#all().map((one) => (one.line.concern === concern ? { ...one, content: null } : one));
      this.#lines = kept.map((one) => JSON.stringify(one));
    });
  }

  #where(isWanted: (line: ConcernLine) => boolean): ConcernLine[] {
    return this.#all().flatMap(({ line }) => (isWanted(line) ? [line] : []));
  }

  #all(): KeptConcernLine[] {
    return this.#lines.map((text, place) => fromJson(keptConcernLine, text, `line ${place + 1}`));
  }
}
