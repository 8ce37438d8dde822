import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface BenchOptions {
  /** Only the row that the ratio comes from, once. */
  readonly quick: boolean;
  /** Where the figures go, or null. */
  readonly json: string | null;
  /** Names of the parts to run, or null for all. */
  readonly only: readonly string[] | null;
  /** How often each line of the fan-out table is run. */
  readonly runs: number;
}

export const usage =
  'Usage: pnpm bench [--quick] [--json FILE] [--only fan-out,profile,join-storm,opening,long-journal,group-commit,memory,viewers,full-board,slow-readers,sign-in-guesses,sign-in-among-guesses,way-in,long-queue,frame-time] [--runs N]';

/** Null where the arguments cannot be understood. */
export function readOptions(args: string[]): BenchOptions | null {
  const options = {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    only: { type: 'string' },
    runs: { type: 'string', default: '3' },
  } as const;
  try {
    const { quick, json, only, runs } = parseArgs({ args, options }).values;
    if (!/^[1-9]\d?$/.test(runs)) return null;
    return { quick, json: json ?? null, only: only?.split(',') ?? null, runs: Number(runs) };
  } catch {
    return null;
  }
}
