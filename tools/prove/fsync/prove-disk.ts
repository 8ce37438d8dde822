import { join } from 'node:path';

import { freshFolder } from '../stores/proof-store.ts';
import { checkOrder } from './check-order.ts';
import { cutPower } from './cut-power.ts';
import { readTrace } from './read-trace.ts';
import { traceServer } from './trace-server.ts';

/** A server that does not wait for the disk. */
const carelessFlags = ['--import', join(import.meta.dirname, 'without-sync.ts')];

export interface DiskWish {
  /** Path of a strace that may trace. */
  readonly strace: string;
  /** Edits to be answered while the server is watched. */
  readonly edits: number;
  readonly cuts: number;
  readonly seed: number;
  /** Whether the server waits for the disk; one that does not must be found out. */
  readonly isCareless?: boolean;
}

export interface DiskResult {
  readonly answers: number;
  /** Edits whose answer left before they were on the disk. */
  readonly early: readonly string[];
  readonly cuts: number;
  readonly lost: readonly string[];
}

/** Watches a server at work, checks the order of its waits and answers, and cuts the power at many moments of that run. */
export async function proveDisk({ strace, edits, cuts, seed, isCareless = false }: DiskWish): Promise<DiskResult> {
  await using folder = await freshFolder();
  const run = await traceServer({ strace, folder: folder.path, edits, flags: isCareless ? carelessFlags : [] });
  const steps = await readTrace(run.trace);
  const { answers, early } = checkOrder(steps);
  const cut = await cutPower({ ...run, steps }, { cuts, seed, folder: folder.path });
  return { answers, early, ...cut };
}
