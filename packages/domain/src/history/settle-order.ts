import type { EntryDraft } from '../journal/entry-draft.ts';
import { OrderKeys } from '../view/order-keys.ts';

/** An act that has put records back, `placed`, to where they once stood. */
interface Placing {
  readonly draft: EntryDraft;
  readonly placed: ReadonlySet<string>;
}

/** P18: what stands again where it was has its old order key, or a new one beside it where somebody has that by now. */
export function settleOrder(act: Placing): void {
  const { state } = act.draft;
  const keys = new OrderKeys(state, { kind: 'guests' });
  const taken = new Map<string, Map<string, string>>();
  for (const id of [...act.placed].toSorted()) {
    const base = state.slots.get(id)?.base;
    if (typeof base?.['index'] !== 'string') continue;
    const parent = typeof base['parentId'] === 'string' ? base['parentId'] : '';
    const siblings = taken.get(parent) ?? keysUnder(act, parent);
    taken.set(parent, siblings);
    if (siblings.get(base['index']) === id) continue;
    const index = keys.place({ parent, key: base['index'], id });
    act.draft.add({ kind: 'set-base', id }, { index });
  }
}

/** The order keys in base under one parent, each with the record that keeps it: one that has not moved, if there is any. */
function keysUnder(act: Placing, parent: string): Map<string, string> {
  const { slots, referrers } = act.draft.state;
  const pages = (): string[] => [...slots.entries()].map(([id]) => id).filter((id) => id.startsWith('page:'));
  const keys = new Map<string, string>();
  for (const id of parent === '' ? pages() : [...referrers.of(parent)].toSorted()) {
    const base = slots.get(id)?.base;
    if (typeof base?.['index'] !== 'string' || (parent !== '' && base['parentId'] !== parent)) continue;
    if (!keys.has(base['index']) || !act.placed.has(id)) keys.set(base['index'], id);
  }
  return keys;
}
