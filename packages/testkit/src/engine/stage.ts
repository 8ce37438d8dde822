import type { Actor, GovernEvent } from '@bridgeboard/domain';

import type { BoardWorld } from './board-world.ts';

/** What a random step may touch; the whole board and everybody where nothing is said. */
export interface Stage {
  /** Makes the ids of what a step creates. */
  readonly name: string;
  readonly actors?: readonly Actor[];
  readonly mayTarget?: (actor: Actor, id: string) => boolean;
  readonly mayDecide?: (id: string) => boolean;
  /** Whether this person puts things into frames. */
  readonly mayNest?: (actor: Actor) => boolean;
  /** Whether this person restores deleted pages. */
  readonly mayRestore?: (actor: Actor) => boolean;
  /** Whether this person puts everything of somebody's away. */
  readonly mayPutAway?: (actor: Actor, person: string) => boolean;
  /** Whether what this pupil is trusted with changes. */
  readonly mayTrust?: (person: string) => boolean;
  readonly mayRule?: (event: GovernEvent) => boolean;
}

/** Somebody on a stage. */
export interface Player {
  readonly actor: Actor;
  readonly stage: Stage;
}

/** Ids that this person sees and that the stage leaves to them, in order. */
export function targets(world: BoardWorld, by: Player, prefix: string): string[] {
  const { actor, stage } = by;
  return [...world.seenBy(actor).keys()].filter((id) => id.startsWith(prefix) && isTarget(stage, actor, id)).toSorted();
}

export function isTarget(stage: Stage, actor: Actor, id: string): boolean {
  return stage.mayTarget?.(actor, id) ?? true;
}

/** One of these by a number; undefined where there is none. */
export function pick<T>(from: readonly [T, ...T[]], number: number): T;
export function pick<T>(from: readonly T[], number: number): T | undefined;
export function pick<T>(from: readonly T[], number: number): T | undefined {
  return from[number % Math.max(1, from.length)];
}
