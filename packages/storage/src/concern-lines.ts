import { keptConcernLine, type ConcernDraft, type ConcernHead, type KeptConcernLine } from '@bridgeboard/protocol';
import { checkGiven } from './stored-json.ts';

/** The head of a log without lines. */
export const noConcerns: ConcernHead = { number: 0, hash: '' };

/** Throws a RangeError for a line that does not follow, or could not be read back. */
export function checkConcernFollows(before: ConcernHead, kept: KeptConcernLine): KeptConcernLine {
  if (kept.line.number !== before.number + 1) {
    throw new RangeError(`line ${kept.line.number} does not follow ${before.number}`);
  }
  return checkGiven(keptConcernLine, kept);
}

/** Whether this is how a report begins, of which there is one. */
export function beginsConcern({ event }: Pick<ConcernDraft, 'event'>): boolean {
  return event.kind === 'reported';
}
