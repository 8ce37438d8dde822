import { queueLinesOf } from '../../../../../apps/server/src/rooms/queue-lines.ts';
import type { World } from '../world.ts';
import type { Oracle } from './oracle.ts';

/** D18: once all is quiet, the lists of what waits for each school say what the board says. */
export class QueueOracle implements Oracle {
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  async rested(): Promise<void> {
    const state = (await this.#world.process?.open())?.state;
    if (!state) return;
    const { queue } = this.#world.store.storage;
    const all = queueLinesOf(state, new Set([...state.cases.entries()].map(([id]) => id)));
    for (const school of state.schools) {
      const listed = [...(await queue.openOf(school)), ...(await queue.returnedOf(school))];
      const waiting = all.filter((line) => line.school === school && ['open', 'returned'].includes(line.status));
      if (inOrder(listed) !== inOrder(waiting)) {
        this.#world.watch.fail(
          'diverged',
          `the queue of ${school} is ${inOrder(listed)}, should be ${inOrder(waiting)}`,
        );
      }
    }
  }
}

function inOrder(lines: readonly { readonly case: string }[]): string {
  const parts = lines.map((line) => Object.entries(line).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify(parts.map((line) => JSON.stringify(line)).toSorted());
}
