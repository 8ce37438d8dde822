import type { BoardRecord, Fields, Json } from '@bridgeboard/protocol';

import type { Slot } from './board-state.ts';
import { madeOf } from './layers.ts';

/** What a version goes with, one step on the way up to its page: a shape's container, a binding's arrow, a remark's piece. */
export function standsWith(version: Readonly<Fields> | BoardRecord): Json | undefined {
  return version['parentId'] ?? version['fromId'] ?? version['about'];
}

/** What a record goes with where it has been let out furthest. */
export function goesWith(slot: Slot): Json | undefined {
  const made = madeOf(slot);
  return made && standsWith(made);
}
