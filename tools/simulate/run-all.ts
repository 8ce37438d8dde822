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

/** How far a run is. */
export interface Progress {
  readonly histories: number;
  readonly wrong: number;
}

/** What a worker says: how far it is, now and then, and in the end what it has found. */
export type FromWorker = { readonly progress: Progress } | { readonly result: Result };

/** Plays all histories of a run, shared out over worker threads. Rejects when a worker breaks. */
export async function runAll(
  run: Omit<Share, 'worker'>,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<Result[]> {
  const workers = Math.min(run.workers, Math.max(1, run.count));
  const reached = Array.from({ length: workers }, (): Progress => ({ histories: 0, wrong: 0 }));
  const shares = reached.map((_, worker) =>
    runShare({ ...run, worker, workers }, (progress) => {
      reached[worker] = progress;
      const sum = (of: keyof Progress): number => reached.reduce((total, each) => total + each[of], 0);
      onProgress({ histories: sum('histories'), wrong: sum('wrong') });
    }),
  );
  return Promise.all(shares);
}

function runShare(share: Share, onProgress: (progress: Progress) => void): Promise<Result> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: share });
    worker.on('message', (said: FromWorker) => {
      if ('progress' in said) onProgress(said.progress);
      else resolve(said.result);
    });
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`a worker ended with ${code} before it had anything to tell`)));
  });
}
