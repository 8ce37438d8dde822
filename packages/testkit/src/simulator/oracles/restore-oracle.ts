import type { Tab } from '../client/tab.ts';
import type { World } from '../world.ts';
import type { Oracle } from './oracle.ts';

/** P33: whoever had the board before a backup was put in place says, once all is quiet, that it was set back. */
export class RestoreOracle implements Oracle {
  readonly #world: World;
  /** Tabs that have to say so, with how often they had by then. */
  readonly #owing = new Map<Tab, number>();

  constructor(world: World) {
    this.#world = world;
  }

  restored(): void {
    for (const tab of this.#world.liveTabs) {
      if (tab.session.status.value.state === 'live' && !this.#owing.has(tab)) this.#owing.set(tab, tab.restored);
    }
  }

  rested(): void {
    for (const [tab, before] of this.#owing) {
      if (!tab.isOver && tab.restored === before) {
        this.#world.watch.fail('untrueState', `${tab.name} does not say that the board was set back`);
      }
    }
    this.#owing.clear();
  }
}
