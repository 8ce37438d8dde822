import { describe, expect, test } from 'vitest';

import { addFigures, noFigures } from './figures.ts';
import { makeHistory } from './history.ts';
import { runHistory } from './run-history.ts';

const histories = Number(process.env['HISTORIES'] ?? 500);
/** One in fifteen is as long as promised; the others are short, so that the whole takes no more than a minute of one core. */
const lengths = { full: 300, most: 60 };
/** The histories of one seed, so that a run can be repeated; `pnpm simulate` takes others. */
const seed = 4;

describe('server, store, network and browsers together', { timeout: 60_000 + histories * 1_000 }, () => {
  test(`[REL-03] [REL-04] [REL-06] [REL-21] in ${histories} histories of up to ${lengths.full} steps nothing is lost, shown wrongly, or told to the wrong people`, async () => {
    let figures = noFigures;
    const wrong: string[] = [];
    for (let number = 0; number < histories; number += 1) {
      const outcome = await runHistory(makeHistory(seed, number, lengths));
      figures = addFigures(figures, outcome.figures);
      const [first] = outcome.failures;
      if (first) wrong.push(`pnpm simulate --seed ${seed} --only ${number}: ${first.kind}: ${first.what}`);
    }
    expect(wrong).toEqual([]);
    // A simulator in which nothing happens finds nothing wrong.
    expect(figures.acknowledged).toBeGreaterThan(histories * 5);
    expect(figures.viewsCompared).toBeGreaterThan(histories * 2);
    // P32: many acts are kept in parts, and of some the store has kept no more than a part.
    expect(figures.keptInParts).toBeGreaterThan(histories);
    expect(figures.begunInParts - figures.keptInParts).toBeGreaterThanOrEqual(Math.floor(histories / 100));
  });
});
