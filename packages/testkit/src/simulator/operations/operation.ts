import type { Chance } from '../chance.ts';
import type { World } from '../world.ts';

/** One thing that somebody or something does. The numbers pick among what is there, so that every step means something. */
export interface Step {
  /** Its number in the history it was made for: names what it creates, whatever else is left out. */
  readonly n: number;
  readonly op: string;
  readonly who: number;
  readonly a: number;
  readonly b: number;
  /** How long nothing else is done after it, in ms. */
  readonly waitMs: number;
}

/** What can happen in a world. Each issue of the product adds its own. */
export interface Operation {
  readonly name: string;
  /** How often it comes, beside the others. */
  readonly weight: number;
  /** Whether it is something a person does on the board, or something that goes wrong around it. */
  readonly kind: 'edit' | 'act' | 'page' | 'fault';
  /** Numbers of its own; small ones of chance where nothing is said. */
  readonly generate?: (chance: Chance) => Partial<Pick<Step, 'who' | 'a' | 'b' | 'waitMs'>>;
  /** After it, the world heals and comes to rest, and everything is compared. */
  readonly rests?: boolean;
  /** Does it; must not wait for anything. False where there was nothing to do it with. */
  readonly run: (world: World, step: Step) => boolean;
}
