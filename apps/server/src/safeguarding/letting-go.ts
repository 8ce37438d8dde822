import { isConcernStanding, sealConcern } from '@bridgeboard/domain';
import type { ConcernLog } from '@bridgeboard/storage';

import { allConcernLines } from '../all-concern-lines.ts';
import { concernOf, type KnownConcern } from './concern-book.ts';

interface Parts {
  readonly log: ConcernLog;
  readonly now: () => number;
}

/**
 * An erasure and what was sealed about a pupil (SG-24): what a report is still open about, or what any lead holds, stays; all else goes,
 * and the log says so. The pupil's other work goes in any case: what is held is the piece, not the pupil.
 */
export class LettingGo {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Lets go of what was sealed about somebody who is erased. The log says so first: what is gone without a word is a fault. */
  async of(person: string): Promise<void> {
    const { log, now } = this.#parts;
    for (const { id, schools, lines } of (await this.#about(person)).filter((one) => !stays(one))) {
      const kept = await log.linesOf(id);
      if (kept.every(({ content }) => content === null)) continue;
      const isSaid = lines.at(-1)?.event.kind === 'forgotten';
      const gone = { concern: id, at: now(), by: null, schools: [...schools], content: null };
      if (!isSaid) await log.append([{ ...gone, event: { kind: 'forgotten' as const } }], sealConcern);
      await log.forgetContents(id);
    }
  }

  /** Pictures of somebody whose bytes stay because a report about them does. */
  async heldPictures(person: string): Promise<Set<string>> {
    const staying = (await this.#about(person)).filter(stays);
    return new Set(staying.flatMap(({ event }) => event.assets));
  }

  async #about(person: string): Promise<KnownConcern[]> {
    const { log } = this.#parts;
    const about: KnownConcern[] = [];
    for await (const { line } of allConcernLines(log)) {
      if (line.event.kind !== 'reported' || line.event.whose?.person !== person) continue;
      const concern = concernOf((await log.linesOf(line.concern)).map((kept) => kept.line));
      if (concern) about.push(concern);
    }
    return about;
  }
}

function stays({ lines, schools }: KnownConcern): boolean {
  return isConcernStanding(lines, schools);
}
