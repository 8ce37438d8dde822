import type { Change, ChangeContent, EntryFacts, Inverse, JournalEntry } from '@bridgeboard/protocol';

import { hashOf } from '../board/canonical.ts';
import { chainOf } from './chain.ts';
import { bytesOf, entryLimit, isOver, type EntryLimit } from './entry-size.ts';

/** One step of an act as it goes into a part. */
interface Step {
  readonly change: Change;
  readonly content: ChangeContent;
  readonly inverse: Inverse | null;
}

/** Commas, and digits that a larger number has more. */
const slackBytes = 64;

/**
 * P32: the entries that keep an act, which is one where it is small enough; else its steps in parts, and a commit with all the
 * rest. They belong into one append. `chain` is that of the entry before.
 */
export function entriesOf(act: JournalEntry, chain: string, limit = entryLimit): JournalEntry[] {
  const { kind, client, refused, changes: _, contentHash: _hash, chain: _chain, ...about } = act.facts;
  if (kind === 'part' || kind === 'commit' || !isOver(act, limit)) return [act];
  const first = about.seq;
  let last = chain;
  const sealed = (facts: Pick<EntryFacts, 'seq' | 'kind'> & Partial<EntryFacts>, steps: readonly Step[]) => {
    const entry = seal({ ...about, ...facts, partOf: first }, steps, last);
    last = entry.facts.chain;
    return entry;
  };
  const parts = packed(stepsOf(act), limit, bytesOf(seal({ ...about, kind: 'part', partOf: first }, [], chain)));
  const kept = parts.map((steps, i) => sealed({ kind: 'part', seq: first + i }, steps));
  const rest = { ...(client ? { client } : {}), ...(refused ? { refused } : {}) };
  const commit = sealed({ kind: 'commit', act: kind, seq: first + parts.length, ...rest }, []);
  return [...kept, { ...commit, audit: act.audit, effects: act.effects }];
}

function stepsOf({ facts, content }: JournalEntry): Step[] {
  const { contents, inverses } = 'contents' in content ? content : { contents: [], inverses: [] };
  return facts.changes.map((change, i) => ({ change, content: contents[i] ?? null, inverse: inverses[i] ?? null }));
}

/** In order, as many in each part as go into it beside what every part holds. A step is never cut: it is a record at most. */
function packed(steps: readonly Step[], limit: EntryLimit, emptyBytes: number): Step[][] {
  const room = limit.bytes - emptyBytes - slackBytes;
  const parts: Step[][] = [];
  let left = 0;
  for (const step of steps) {
    const bytes = bytesOf([step.change, step.content, step.inverse]);
    const part = parts.at(-1);
    if (part && bytes <= left) part.push(step);
    else parts.push([step]);
    left = (part && bytes <= left ? left : room) - bytes;
  }
  return parts;
}

function seal(
  about: Omit<EntryFacts, 'changes' | 'contentHash' | 'chain'>,
  steps: readonly Step[],
  before: string,
): JournalEntry {
  const content = { contents: steps.map((step) => step.content), inverses: steps.map((step) => step.inverse) };
  const facts = { ...about, changes: steps.map(({ change }) => change), contentHash: hashOf(content) };
  return { facts: { ...facts, chain: chainOf(before, facts) }, content, audit: [], effects: [] };
}
