import type { Tab } from './client/tab.ts';
import type { Operation, Step } from './operations/operation.ts';
import { pick } from './operations/picking.ts';
import type { World } from './world.ts';

/** What can be the matter with whoever does something. */
export const troubles = ['none', 'offline', 'joining', 'partitioned', 'slow', 'server down', 'store failing'] as const;
/** What becomes of pupils' work on a board. */
export const modes = ['held', 'own-school', 'open'] as const;
type Trouble = (typeof troubles)[number];

/** Counts which operation met which trouble under which mode of the board. */
export class Coverage {
  readonly met: Record<string, number> = {};
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  /** Does the step, and notes what it met if there was something to do. */
  meet(operation: Operation, step: Step): void {
    const tab = pick(
      this.#world.liveTabs.filter((one) => one.isUsable),
      step.who,
    );
    const name = `${operation.name} · ${this.#modeFor(tab)} · ${this.#troubleOf(tab)}`;
    if (operation.run(this.#world, step)) this.met[name] = (this.met[name] ?? 0) + 1;
  }

  #modeFor(tab: Tab | undefined): string {
    const rules = tab?.session.rules.value?.schools.find(({ school }) => school === tab.player.school);
    return rules?.mode ?? 'held';
  }

  #troubleOf(tab: Tab | undefined): Trouble {
    const { process, store } = this.#world;
    if (!process?.isAlive) return 'server down';
    if (store.nextAppend !== null || store.failingReads > 0) return 'store failing';
    if (!tab) return 'none';
    if (tab.device.line.isPartitioned) return 'partitioned';
    if (tab.device.line.extraMs > 0) return 'slow';
    const { state } = tab.session.status.value;
    return state === 'live' ? 'none' : state === 'joining' ? 'joining' : 'offline';
  }
}
