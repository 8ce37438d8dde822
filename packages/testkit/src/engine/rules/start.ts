import type { Actor } from '@bridgeboard/domain';
import type { BoardRecord, Fields, Op, Verdict } from '@bridgeboard/protocol';

import { everybody, oliver, reed, type BoardWorld } from '../board-world.ts';

/** Puts these records on a board. */
export function put(...records: readonly BoardRecord[]): Op[] {
  return records.map((record) => ({ op: 'create', record: { ...record } }));
}

/** Draws records as a pupil, lets the burst close, and answers the one case they became. */
export function drawn(world: BoardWorld, by: Actor, ...records: readonly BoardRecord[]): string {
  const before = new Set([...world.state.cases.entries()].map(([id]) => id));
  world.must(by, ...put(...records));
  world.wait();
  const made = [...world.state.cases.entries()].map(([id]) => id).filter((id) => !before.has(id));
  if (made.length !== 1) throw new Error(`${made.length} cases were made`);
  return made[0] ?? '';
}

/** The same, and the own school's teacher decides. */
export function released(world: BoardWorld, ...records: readonly BoardRecord[]): string {
  const id = drawn(world, oliver, ...records);
  decided(world, id, 'board');
  return id;
}

/** A decision of the own school's teacher that must be taken. */
export function decided(world: BoardWorld, id: string, verdict: Verdict): void {
  const outcome = world.decide(reed, { case: id, verdict, note: 'Which fish?' });
  if ('refused' in outcome) throw new Error(`the decision was refused: ${outcome.refused}`);
}

/** Changes fields of a record of somebody's, lets the burst close, and answers the case that this became. */
export function changed(world: BoardWorld, change: { by: Actor; id: string; set: Fields }): string {
  const { by, id, set } = change;
  world.must(by, { op: 'update', id, set });
  world.wait();
  const layer = world.state.slots.get(id)?.layers.at(-1);
  if (!layer) throw new Error('the change waits nowhere');
  return layer.case;
}

/** Ids of everybody who sees a record. */
export function seers(world: BoardWorld, id: string): string[] {
  return everybody.filter((actor) => world.seenBy(actor).has(id)).map(({ person }) => person);
}
