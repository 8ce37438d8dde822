import { checkGiven, type Schema } from './stored-json.ts';

/** The newest line of a chained log. */
export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** The head of a log without lines. */
export const noLines: ChainHead = { number: 0, hash: '' };

/** Throws a RangeError for a line that does not follow, or could not be read back. */
export function checkFollows<Kept extends { readonly line: ChainHead }>(
  schema: Schema<Kept>,
  { before, kept }: { before: ChainHead; kept: Kept },
): Kept {
  if (kept.line.number !== before.number + 1) {
    throw new RangeError(`line ${kept.line.number} does not follow ${before.number}`);
  }
  return checkGiven(schema, kept);
}
