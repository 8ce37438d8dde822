import { Worker } from 'node:worker_threads';

import type { Figures } from '@bridgeboard/testkit/simulator';

/** What one worker is asked: every so many-th history of a run. */
export interface Share {
  readonly seed: number;
  readonly steps: number;
  readonly from: number;
  readonly count: number;
  readonly worker: number;
  readonly workers: number;
}

/** What went wrong in one history. */
export interface Wrong {
  readonly number: number;
  readonly kind: string;
  readonly what: string;
  readonly differingBytes: number;
}

/** What a worker has found, of all its histories. */
export interface Result {
  readonly histories: number;
  readonly wrong: readonly Wrong[];
  readonly figures: Figures;
}

/** Plays all histories of a run, shared out over worker threads. Rejects when a worker breaks. */
export async function runAll(run: Omit<Share, 'worker'>): Promise<Result[]> {
  const workers = Math.min(run.workers, Math.max(1, run.count));
  return Promise.all(Array.from({ length: workers }, (_, worker) => runShare({ ...run, worker, workers })));
}

function runShare(share: Share): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: share });
    worker.once('message', (result: Result) => resolve(result));
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a worker ended with ${code} before it had anything to tell`)));
  });
}
