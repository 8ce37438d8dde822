import type { BoardState } from '@bridgeboard/domain';

import type { Story } from './diary.ts';
import { recordOf } from './drawing.ts';
import type { BoardCase, Judgement } from './board-case.ts';

type Slot = NonNullable<ReturnType<BoardState['slots']['get']>>;

/** Where records may stand by what their author was told; null for one that is gone. */
type Places = Map<string, (number | null)[]>;

/** On the board that comes of the journal, each record is where its author's last answered edit put it. */
export function judgeRecords(one: BoardCase, state: BoardState, judgement: Judgement): void {
  const known = new Set<string>();
  for (const { person, story } of one.pupils.values()) {
    for (const [id, places] of placesOf(story)) {
      known.add(id);
      const place = placeOf(state.slots.get(id), person);
      if (places.includes(place)) continue;
      const words = `${id} stands at ${String(place)} and should at ${places.map(String).join(' or ')}`;
      const isOlder = place === null || places.some((wanted) => wanted !== null && place < wanted);
      (isOlder ? judgement.lost : judgement.phantom).push(words);
    }
  }
  for (const [id] of state.slots.entries()) {
    if (id.startsWith('shape:') && !known.has(id)) judgement.phantom.push(`nobody made ${id}`);
  }
}

function placesOf(story: Story): Places {
  const places: Places = new Map();
  for (const [seq, { ops, refused }] of [...story.edits].toSorted(([a], [b]) => a - b)) {
    const notTaken = new Set((refused ?? []).map(({ op }) => op));
    ops.forEach((op, at) => {
      const id = recordOf(op);
      const before = places.get(id) ?? [null];
      const after = op.op === 'delete' ? null : seq;
      // Without an answer nobody knows whether it was taken.
      if (refused === null) places.set(id, [...before, after]);
      else places.set(id, notTaken.has(at) ? before : [after]);
    });
  }
  return places;
}

/** Where its author sees a record: in the last of the author's layers that says so, else in base. */
function placeOf(slot: Slot | undefined, person: string): number | null {
  if (!slot) return null;
  const said = slot.layers.findLast(({ author, fields }) => author === person && 'x' in fields)?.fields['x'];
  const place = said ?? slot.base?.['x'];
  return typeof place === 'number' ? place : null;
}
