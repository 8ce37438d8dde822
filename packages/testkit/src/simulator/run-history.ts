import type { History } from './history.ts';
import type { Failure } from './oracles/oracle.ts';
import { addFigures, type Figures } from './figures.ts';
import { runWorld } from './run-world.ts';
import { differingBytes, firstDifference } from './secrets/twins.ts';

/** What came of one history. */
export interface Outcome {
  readonly failures: readonly Failure[];
  readonly differingBytes: number;
  readonly figures: Figures;
}

/** Plays a history in a world of its own, or in two where it has secrets, and tells what was wrong. Nothing real is waited for. */
export async function runHistory(history: History): Promise<Outcome> {
  const one = await runWorld(history, 0);
  if (!history.secrets || one.failures.length > 0) return { ...one, differingBytes: 0 };
  const other = await runWorld(history, 1);
  const difference = other.failures.length > 0 ? null : firstDifference(one, other);
  return {
    failures: difference ? [difference] : other.failures,
    differingBytes: difference ? differingBytes(one, other) : 0,
    figures: addFigures(one.figures, other.figures),
  };
}
