import { parentPort, workerData } from 'node:worker_threads';

import { addFigures, makeHistory, noFigures, runHistory } from '@bridgeboard/testkit/simulator';

import { keepFailure } from './keep-failure.ts';
import type { FromWorker, Share, Wrong } from './run-all.ts';

/** Failures that are shrunk; the next ones most often say the same. */
const mostShrunk = 3;
/** How many histories are played between two words of how far this is. */
const tellEvery = 500;

function tell(said: FromWorker): void {
  parentPort?.postMessage(said);
}

const { seed, steps, from, count, worker, workers } = workerData as Share;
let figures = noFigures;
let histories = 0;
const wrong: Wrong[] = [];
for (let number = from + worker; number < from + count; number += workers) {
  const history = makeHistory(seed, number, { full: steps, most: steps });
  const outcome = await runHistory(history);
  figures = addFigures(figures, outcome.figures);
  histories += 1;
  if (histories % tellEvery === 0) tell({ progress: { histories, wrong: wrong.length } });
  const [first] = outcome.failures;
  if (!first) continue;
  const { kind, what } = first;
  wrong.push({ number, kind, what, differingBytes: outcome.differingBytes });
  if (wrong.length <= mostShrunk) await keepFailure(history, first, { seed, number });
  else console.error(`history ${number} of seed ${seed}: ${kind}: ${what}`);
}
tell({ result: { histories, wrong, figures } });
