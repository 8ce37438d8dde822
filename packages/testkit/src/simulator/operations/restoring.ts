import { canaryId } from '../canary.ts';
import { board } from '../cast.ts';
import type { Operation } from './operation.ts';

/** Whoever looks after the server stops it, puts a backup of some seconds ago in place, and starts it again (P33, REL-19). */
export const restoring: readonly Operation[] = [
  {
    name: 'restore a backup',
    kind: 'fault',
    weight: 0.4,
    run: (world, step) => {
      const to = world.time.now() - pickMs(step.a);
      world.process?.die();
      world.restores += 1;
      void world.store.restore(board.id, { to, epoch: canaryId('server', `0epoch${world.restores}`) });
      return true;
    },
  },
];

/** From the very moment to long ago. */
function pickMs(number: number): number {
  return (number % 4) * (number % 40) * 250;
}
