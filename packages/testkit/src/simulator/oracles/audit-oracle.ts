import type { JournalEntry } from '@bridgeboard/protocol';

import type { Tab } from '../client/tab.ts';
import type { Acted, Oracle } from './oracle.ts';
import type { Watch } from './watch.ts';

const actKinds: ReadonlySet<string> = new Set([
  'decision',
  'undo-decision',
  'hide',
  'restore-page',
  'accept',
  'govern',
]);

/** REL-23: an act of moderation and its line in the audit log are kept together, and what was answered as done is there. */
export class AuditOracle implements Oracle {
  readonly #watch: Watch;
  readonly #kept = new Map<string, number>();
  readonly #answered = new Map<string, number>();

  constructor(watch: Watch) {
    this.#watch = watch;
  }

  kept(acts: readonly JournalEntry[]): void {
    for (const { facts, audit } of acts) {
      // An edit that no browser sent is a rewind.
      const isAct = actKinds.has(facts.kind) || (facts.kind === 'edit' && !facts.client);
      // P38: who reads the log must not learn from it that there was a report.
      const isReport = facts.kind === 'hide' && !facts.actor;
      if ((isAct && !isReport) !== audit.length > 0)
        this.#watch.fail('violations', `entry ${facts.seq} and its audit log disagree`);
      for (const { by, subjects } of audit) count(this.#kept, `${facts.kind} ${by} ${subjects[0] ?? ''}`);
    }
  }

  acted(tab: Tab, { kind, subject, isDone }: Acted): void {
    if (isDone && actKinds.has(kind) && kind !== 'govern') count(this.#answered, `${kind} ${tab.player.id} ${subject}`);
  }

  rested(): void {
    for (const [act, times] of this.#answered) {
      if ((this.#kept.get(act) ?? 0) < times)
        this.#watch.fail('lostAcked', `${act} was answered as done and is not kept`);
    }
  }
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
