import { addFigures, modes, noFigures, operations, troubles } from '@bridgeboard/testkit/simulator';

import type { Result, Wrong } from './run-all.ts';

/** The figures of a run: how many histories failed in which way, and how much was looked at. */
export interface Report {
  readonly histories: number;
  /** Messages that held what their receiver may not see, or came out of order; and acts that were kept otherwise. */
  readonly violations: number;
  /** Characters that told outsiders of secrets. */
  readonly differingBytes: number;
  readonly lostAcked: number;
  readonly diverged: number;
  readonly untrueState: number;
  readonly faults: number;
  readonly failed: number;
  readonly seed: number;
  readonly seconds: number;
  readonly [figure: string]: number;
}

export function reportOf(results: readonly Result[], about: { seed: number; seconds: number }): Report {
  const wrong = results.flatMap((one) => one.wrong);
  const count = (kind: string): number => wrong.filter((one) => one.kind === kind).length;
  const { met, ...figures } = results.map((one) => one.figures).reduce(addFigures, noFigures);
  const { pairs, possible } = pairsOf(met);
  return {
    histories: results.reduce((sum, one) => sum + one.histories, 0),
    violations: count('violations'),
    differingBytes: wrong.reduce((sum: number, one: Wrong) => sum + one.differingBytes, 0),
    lostAcked: count('lostAcked'),
    diverged: count('diverged'),
    untrueState: count('untrueState'),
    faults: count('faults'),
    failed: wrong.length,
    seed: about.seed,
    seconds: Math.round(about.seconds * 10) / 10,
    ...figures,
    pairsMet: pairs,
    pairsPossible: possible,
  };
}

/** What was never met, a line each. */
export function coverageOf(results: readonly Result[]): string[] {
  const { met } = results.map((one) => one.figures).reduce(addFigures, noFigures);
  const missing = allPairs().filter((pair) => !(pair in met));
  return missing.length === 0
    ? []
    : [`never met: ${missing.slice(0, 40).join(', ')}${missing.length > 40 ? ' …' : ''}`];
}

function pairsOf(met: Readonly<Record<string, number>>): { pairs: number; possible: number } {
  const all = allPairs();
  return { pairs: all.filter((pair) => pair in met).length, possible: all.length };
}

function allPairs(): string[] {
  return operations.flatMap(({ name, kind }) =>
    kind === 'edit' || kind === 'act'
      ? modes.flatMap((mode) => troubles.map((trouble) => `${name} · ${mode} · ${trouble}`))
      : [],
  );
}
