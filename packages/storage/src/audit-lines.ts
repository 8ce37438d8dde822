import { keptAuditLine, type AuditHead, type KeptAuditLine } from '@bridgeboard/protocol';
import { checkGiven } from './stored-json.ts';

/** The head of a log without lines. */
export const noLines: AuditHead = { number: 0, hash: '' };

/** How many lines one search looks through where nothing but reading finds them: nobody else may wait for it. */
export const linesPerSearch = 20_000;

/** Throws a RangeError for a line that does not follow, or could not be read back. */
export function checkFollows(before: AuditHead, kept: KeptAuditLine): KeptAuditLine {
  if (kept.line.number !== before.number + 1) {
    throw new RangeError(`line ${kept.line.number} does not follow ${before.number}`);
  }
  return checkGiven(keptAuditLine, kept);
}
