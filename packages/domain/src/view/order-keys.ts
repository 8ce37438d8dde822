import type { Fields } from '@bridgeboard/protocol';
import { generateKeyBetween } from 'fractional-indexing';

import type { BoardState, Slot } from '../board/board-state.ts';
import { hashOf } from '../board/canonical.ts';
import { hasMade, typeOf } from '../board/layers.ts';
import { standingIn } from './standing-in.ts';
import { visibleLayers, type Viewer } from './viewer.ts';

/** How many halvings of the gap the record's id decides: enough that two releases at one place do not meet. */
const jitterSteps = 12;

/** A released sibling: its order key, and the key that was asked for when this very act placed it. */
interface Sibling {
  readonly key: string;
  readonly asked: string;
}

/**
 * P18: order keys of what is let out. Keys made next to hidden strokes would tell their number, and equal keys make tldraw's
 * generator throw, so no key of a layer goes further than the layer: the record gets a new one between the nearest siblings
 * that are out already, around the key that was asked for. Records placed by one act keep the order they were asked for in.
 */
export class OrderKeys {
  readonly #state: BoardState;
  readonly #viewer: Viewer;
  /** By parent; pages stand beside each other under `""`. */
  readonly #siblings = new Map<string, Map<string, Sibling>>();

  /** The viewer stands for the reach: guests for the board, a school's pupils for that school. */
  constructor(state: BoardState, viewer: Viewer) {
    this.#state = state;
    this.#viewer = viewer;
  }

  /** The new key of a record under a parent, near `key`. Its jitter comes from the record's id alone. */
  place(at: { parent: string; key: string; id: string }): string {
    const siblings = this.#under(at.parent);
    siblings.delete(at.id);
    let below: string | null = null;
    let above: string | null = null;
    for (const { key, asked } of siblings.values()) {
      if (asked <= at.key && (below === null || key > below)) below = key;
      if (asked > at.key && (above === null || key < above)) above = key;
    }
    const key = between(below, above, at.id);
    siblings.set(at.id, { key, asked: at.key });
    return key;
  }

  #under(parent: string): Map<string, Sibling> {
    const known = this.#siblings.get(parent);
    if (known) return known;
    const found = new Map<string, Sibling>();
    for (const id of this.#candidates(parent)) {
      const slot = this.#state.slots.get(id);
      const { index: key, parentId = '' } = slot ? placeAt(slot, this.#viewer) : {};
      if (typeof key !== 'string' || parentId !== parent) continue;
      // An empty group is in no view at this reach; whether it still is on the board, only its author knows.
      const isEmpty = typeOf(slot) === 'group' && standingIn(this.#state, id, this.#viewer).length === 0;
      if (!isEmpty) found.set(id, { key, asked: key });
    }
    this.#siblings.set(parent, found);
    return found;
  }

  *#candidates(parent: string): Iterable<string> {
    if (parent !== '') yield* this.#state.referrers.of(parent);
    else for (const [id] of this.#state.slots.entries()) if (id.startsWith('page:')) yield id;
  }
}

/** A key above all of these siblings, for a record that is put on top of what its maker sees. */
export function keyOnTop(keys: readonly string[]): string {
  const top = keys.reduce<string | null>((one, other) => (one === null || other > one ? other : one), null);
  return generateKeyBetween(top, null);
}

function between(below: string | null, above: string | null, id: string): string {
  const seed = hashOf(id);
  let low = below;
  let high = above ?? generateKeyBetween(generateKeyBetween(low, null), null);
  for (let step = 0; step < jitterSteps; step += 1) {
    const middle = generateKeyBetween(low, high);
    if (Number.parseInt(seed[step] ?? '0', 16) % 2 === 0) low = middle;
    else high = middle;
  }
  return generateKeyBetween(low, high);
}

/** Where a record stands at a reach, put away or not; nothing where it is not there. A page is full of records, so no more is looked at. */
function placeAt(slot: Slot, viewer: Viewer): Fields {
  const layers = visibleLayers(slot, viewer);
  if (!slot.base && !layers.some(hasMade)) return {};
  const place: Fields = {};
  for (const version of [slot.base, ...layers.map((layer) => layer.fields)]) {
    for (const name of ['index', 'parentId']) {
      const value = version?.[name];
      if (value !== undefined) place[name] = value;
    }
  }
  return place;
}
