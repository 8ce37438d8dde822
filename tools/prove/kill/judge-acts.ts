import { WholeActs } from '@bridgeboard/domain';
import type { JournalEntry } from '@bridgeboard/protocol';

import type { BoardCase, Judgement } from './board-case.ts';

const acts: ReadonlySet<string> = new Set(['decision', 'undo-decision', 'hide', 'accept', 'govern']);

/** REL-23: acts and lines of the audit log are the same set, all that was answered as done is in it, and nothing else. */
export function judgeActs(one: BoardCase, judgement: Judgement): void {
  const kept = keptActs(one, judgement);
  for (const [person, { acts: asked }] of one.teachers) {
    const counts = new Map<string, { done: number; possible: number }>();
    for (const { kind, subject, code } of asked) {
      const key = `${kind} ${person} ${subject}`;
      const before = counts.get(key) ?? { done: 0, possible: 0 };
      const done = before.done + (code === null ? 1 : 0);
      counts.set(key, { done, possible: before.possible + (typeof code === 'string' ? 0 : 1) });
      if (code === null) judgement.acts += 1;
    }
    for (const [key, { done, possible }] of counts) {
      const times = kept.get(key) ?? 0;
      kept.delete(key);
      if (times < done) judgement.lost.push(`${key} was answered as done ${done} times and is kept ${times} times`);
      if (times > possible)
        judgement.phantom.push(`${key} is kept ${times} times, and at most ${possible} were possible`);
    }
  }
  for (const key of kept.keys()) judgement.phantom.push(`${key} was asked by nobody`);
}

/** How often each act stands in the audit log. */
function keptActs(one: BoardCase, judgement: Judgement): Map<string, number> {
  const kept = new Map<string, number>();
  for (const { facts, audit } of new WholeActs().take(one.entries)) {
    if (facts.seq <= one.since) continue;
    if (isAct(facts) !== audit.length > 0) {
      judgement.lost.push(`entry ${facts.seq} of board ${one.board} and its audit log have parted`);
    }
    for (const { by, subjects } of audit) {
      // What a board does by itself, following its charter, nobody asks for.
      if (by === '') continue;
      const key = `${facts.kind} ${by} ${subjects[0] ?? ''}`;
      kept.set(key, (kept.get(key) ?? 0) + 1);
    }
  }
  return kept;
}

/** An edit that no browser sent is a rewind. */
function isAct(facts: JournalEntry['facts']): boolean {
  return acts.has(facts.kind) || (facts.kind === 'edit' && !facts.client);
}
