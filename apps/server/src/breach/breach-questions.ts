import type { BreachAnswer, BreachQuestion } from '@bridgeboard/protocol';
import pLimit from 'p-limit';

import { found } from '../http/refusal.ts';
import type { Person } from '../rooms/live-board.ts';
import type { SchoolBriefs } from '../school-briefs.ts';
import type { Clock } from '../time-and-chance.ts';
import { findBreach, type BreachParts, type Found } from './find-breach.ts';

interface Parts extends Pick<BreachParts, 'storage'> {
  readonly reportsFor: (asker: Person) => BreachParts['reportsOpenTo'];
  readonly schoolBrief: SchoolBriefs;
  readonly clock: Clock;
  readonly wait: (ms: number) => Promise<unknown>;
}

interface Running {
  readonly begunAt: number;
  readonly finding: Promise<Found | null>;
  looked: number;
  boards: number;
}

/** Longer than this no browser is kept waiting: it is told how far it is, and asks again. */
const patienceMs = 5_000;
/** What nobody has come back for is forgotten. */
const forgottenAfterMs = 600_000;

/** Questions after a breach: one after another, because each reads through a school's boards, and the same again until it is answered. */
export class BreachQuestions {
  readonly #parts: Parts;
  readonly #inTurn = pLimit(1);
  readonly #running = new Map<string, Running>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Rejects with `Refused` NOT_FOUND where the school has no such account or board. */
  async ask(asker: Person, question: BreachQuestion): Promise<BreachAnswer> {
    const key = JSON.stringify([asker.id, question.of, question.from, question.until]);
    this.#forgetOld();
    const running = this.#running.get(key) ?? this.#begin(asker, question);
    this.#running.set(key, running);
    const over = await Promise.race([running.finding.then(isOver, isOver), this.#parts.wait(patienceMs)]);
    if (over !== true) return { state: 'looking', boards: running.boards, looked: running.looked };
    this.#running.delete(key);
    const { others, ...findings } = found(await running.finding);
    const { clock, schoolBrief } = this.#parts;
    const told = [...others].map(async ([id, pupils]) => ({ school: await schoolBrief(id), pupils: pupils.size }));
    const { timeZone } = await schoolBrief(asker.school);
    return { state: 'found', findings: { ...findings, others: await Promise.all(told) }, at: clock.now(), timeZone };
  }

  #begin(asker: Person, question: BreachQuestion): Running {
    const { storage, reportsFor, clock } = this.#parts;
    const onBoard = (looked: number, boards: number): void => void Object.assign(running, { looked, boards });
    const parts = { storage, reportsOpenTo: reportsFor(asker), onBoard };
    const finding = this.#inTurn(() => findBreach(parts, asker.school, question));
    // Whoever asks again hears of it; nobody else does.
    finding.catch(() => undefined);
    const running: Running = { begunAt: clock.now(), finding, looked: 0, boards: 0 };
    return running;
  }

  #forgetOld(): void {
    const before = this.#parts.clock.now() - forgottenAfterMs;
    for (const [key, { begunAt }] of this.#running) if (begunAt < before) this.#running.delete(key);
  }
}

function isOver(): true {
  return true;
}
