import { useEffect } from 'react';

import { useBoard } from '../board-context.ts';

/** Stands where a shape threw while it was drawn: nothing to be seen, and one more in the count of what cannot be shown. */
export function BrokenShape(): null {
  const { skipped } = useBoard();
  useEffect(() => skipped.notDrawn(), [skipped]);
  return null;
}
