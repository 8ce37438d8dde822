import type { ErrorCode, JournalEntry } from '@bridgeboard/protocol';
import type { BoardState, Slot } from '../board/board-state.ts';
import { isAssetId } from '../board/assets.ts';
import { EntryDraft, type Actor } from '../journal/entry-draft.ts';
import { putAway, withAllInside, withWholeGroup } from './put-away.ts';
import { memberFor, refusalWhileStopped } from './who-may.ts';

interface HidePersonInput {
  readonly actor: Actor;
  readonly person: string;
  /** Null puts everything away that the person has on the board; ids bring back what of these was put away. */
  readonly bringBack: readonly string[] | null;
  readonly now: number;
}

/** The records that became otherwise, and the entry to keep; null where all of it was so before. Or why it is not to be. */
type HidePersonOutcome =
  | { readonly entry: JournalEntry | null; readonly records: readonly string[] }
  | { readonly refused: ErrorCode };

/**
 * P40: puts everything away at once that a pupil of the own school has on the board, each thing as P22 does, or brings back what
 * such an act put away. NOT_FOUND for anybody else's people, FORBIDDEN for staff.
 */
export function hidePerson(state: BoardState, input: HidePersonInput): HidePersonOutcome {
  const stopped = refusalWhileStopped(state, input.actor);
  if (stopped) return stopped;
  const { actor, person, bringBack } = input;
  const member = memberFor(state, actor, { person, act: 'putAway' });
  if (typeof member === 'string') return { refused: member };
  if (member.role === 'staff') return { refused: 'FORBIDDEN' };
  const hidden = bringBack === null;
  const found = hidden ? slotsOf(state, person) : bringBack.flatMap((id) => state.slots.get(id) ?? []);
  const inside = found.flatMap((slot) => (hidden ? withAllInside(state, slot) : withWholeGroup(state, slot)));
  const draft = new EntryDraft(state, { at: input.now, by: actor.person });
  const all = [...new Map(inside.map((slot) => [slot.id, slot])).values()];
  const records = putAway(draft, all, { school: actor.school, hidden, isMeant: (slot) => slot.author === person });
  if (draft.isEmpty) return { entry: null, records };
  draft.audit({ action: hidden ? 'person.hide' : 'person.show', by: actor.person, subjects: [person] });
  return { entry: draft.seal({ kind: 'hide', actor, client: undefined }), records };
}

/** In the order of ids. Pictures go with the images that show them. */
function slotsOf(state: BoardState, person: string): Slot[] {
  const own: Slot[] = [];
  for (const [id, slot] of state.slots.entries()) if (slot.author === person && !isAssetId(id)) own.push(slot);
  return own.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
