import { sealConcern } from '@bridgeboard/domain';
import type { ConcernEvent, ConcernLine, ConcernPerson, KeptConcernLine } from '@bridgeboard/protocol';
import type { ConcernLog } from '@bridgeboard/storage';

import { allConcernLines } from '../all-concern-lines.ts';
import { openText, sealText } from '../sealed-text.ts';
import type { Clock, Random } from '../time-and-chance.ts';
import { sealedReport, sealedWords, type SealedReport } from './evidence.ts';

interface Parts {
  readonly log: ConcernLog;
  readonly key: Buffer;
  readonly clock: Clock;
  readonly random: Random;
}

/** The beginning of a report. */
type Reported = Extract<ConcernEvent, { kind: 'reported' }>;

/** A report with all that became of it. */
export interface KnownConcern {
  readonly id: string;
  readonly at: number;
  readonly by: ConcernPerson | null;
  readonly schools: readonly string[];
  readonly event: Reported;
  readonly lines: readonly ConcernLine[];
}

/** Something that happens to a report, with what is sealed beside its line. */
interface Happening {
  readonly event: ConcernEvent;
  readonly by: ConcernPerson | null;
  readonly sealed?: SealedReport | { readonly words: string } | undefined;
}

/** The log of reports, with the key to what is sealed in it. */
export class ConcernBook {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Keeps what happened; resolves when it survives a power cut. */
  async add(concern: Pick<KnownConcern, 'id' | 'schools'>, ...happenings: readonly Happening[]): Promise<void> {
    const { log, key, clock, random } = this.#parts;
    const at = clock.now();
    const drafts = happenings.map(({ event, by, sealed }) => ({
      concern: concern.id,
      at,
      by,
      schools: [...concern.schools],
      event,
      content: sealed === undefined ? null : sealText(JSON.stringify(sealed), { key, of: concern.id, random }),
    }));
    await log.append(drafts, sealConcern);
  }

  async find(id: string): Promise<KnownConcern | null> {
    return concernOf((await this.#parts.log.linesOf(id)).map(({ line }) => line));
  }

  /** Reports that concern a school, oldest first. */
  async of(school: string): Promise<KnownConcern[]> {
    const lines = Map.groupBy(await this.#parts.log.linesFor(school), ({ concern }) => concern);
    return [...lines.values()].flatMap((some) => concernOf(some) ?? []);
  }

  /** Reports of pieces that may still be on everybody's board. */
  async unprotected(): Promise<KnownConcern[]> {
    const lines: ConcernLine[] = [];
    for await (const { line } of allConcernLines(this.#parts.log)) lines.push(line);
    const byConcern = Map.groupBy(lines, ({ concern }) => concern);
    const all = [...byConcern.values()].flatMap((some) => concernOf(some) ?? []);
    return all.filter(({ event, lines: own }) => event.record !== null && !own.some(isKept));
  }

  /** What was sealed with the beginning of a report; null where that is gone. */
  async evidence(id: string): Promise<SealedReport | null> {
    const [first] = await this.#parts.log.linesOf(id);
    return first?.content ? sealedReport.parse(this.#open(id, first.content)) : null;
  }

  /** Words that were written beside later lines, by the number of the line. */
  async words(id: string): Promise<Map<number, string>> {
    const lines = await this.#parts.log.linesOf(id);
    const withWords = lines.filter(({ line, content }) => content !== null && line.event.kind !== 'reported');
    return new Map(withWords.map((kept) => [kept.line.number, this.#wordsOf(id, kept)]));
  }

  #wordsOf(id: string, { content }: KeptConcernLine): string {
    return sealedWords.parse(this.#open(id, content ?? '')).words;
  }

  #open(id: string, content: string): unknown {
    return JSON.parse(openText(content, { key: this.#parts.key, of: id }));
  }
}

function isKept({ event }: ConcernLine): boolean {
  return event.kind === 'kept';
}

/** The report that these are all lines of. */
export function concernOf(lines: readonly ConcernLine[]): KnownConcern | null {
  const [first] = lines;
  if (first?.event.kind !== 'reported') return null;
  const { concern: id, at, by, schools, event } = first;
  return { id, at, by, schools, event, lines };
}
