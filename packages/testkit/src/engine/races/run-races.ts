import { isDeepStrictEqual } from 'node:util';

import { plain, replayed } from '../rewinding.ts';
import { allRaces, type Race } from './race.ts';
import { RaceJudge } from './race-judge.ts';
import { RaceWorld } from './race-world.ts';

/** What races came to. */
interface RaceReport {
  readonly interleavings: number;
  /** In words, each with the race it was found in. */
  readonly violations: readonly string[];
}

/**
 * Runs races of three actors with two steps each over one note (MOD3): all of them, or each nth. The judge knows only what
 * was done and what it came to, and says what everybody may see then.
 */
export function runRaces({ each = 1 }: { readonly each?: number } = {}): RaceReport {
  const violations: string[] = [];
  let [at, run] = [0, 0];
  for (const race of allRaces()) {
    at += 1;
    if (at % each !== 0) continue;
    run += 1;
    violations.push(...faultsOf(race).map((fault) => `${fault}: ${nameOf(race)}`));
  }
  return { interleavings: run, violations };
}

function faultsOf({ start, turns }: Race): readonly string[] {
  const world = new RaceWorld(start);
  const judge = new RaceJudge(world, start);
  for (const { actor, step } of turns) judge.take(actor, step);
  const { state, journal } = world.board;
  const isSame = isDeepStrictEqual(plain(replayed(journal)), plain(state));
  return isSame ? judge.faults : [...judge.faults, 'the journal gives another board'];
}

function nameOf({ start, turns }: Race): string {
  const steps = turns.map(({ actor, step }) => `${actor} ${step.kind === 'decide' ? step.verdict : step.kind}`);
  return `${start.mode}${start.letOut ? ', let out before' : ''}${start.pause ? '' : ', without a pause'}: ${steps.join(', ')}`;
}
