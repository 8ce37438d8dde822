import type { ErrorCode } from '@bridgeboard/protocol';
import { actingAs } from '../board/board-rules.ts';
import type { BoardState, Slot } from '../board/board-state.ts';
import { EntryDraft, type Actor } from '../journal/entry-draft.ts';
import { RecordProjector } from '../view/project-record.ts';
import { viewerOf } from '../view/viewer.ts';
import type { ActOutcome } from './decide-case.ts';
import { powers } from './decision-tables.ts';
import { putAway, withAllInside } from './put-away.ts';
import { refusalWhileStopped } from './who-may.ts';

/** P22: puts a record of the own school away from everybody but its staff, with all that stands in it; or brings it back. */
export function hideRecord(
  state: BoardState,
  input: { actor: Actor; record: string; hidden: boolean; now: number },
): ActOutcome {
  const { actor, hidden } = input;
  const stopped = refusalWhileStopped(state, actor);
  if (stopped) return stopped;
  const slot = recordFor(state, input);
  if (typeof slot === 'string') return { refused: slot };
  const draft = new EntryDraft(state, { at: input.now, by: actor.person });
  // Put away once more, it stays away when the rejection that did it first is undone (P10).
  const once = { school: actor.school, hidden, isMeant: ({ id }: Slot) => id === slot.id };
  putAway(draft, withAllInside(state, slot), once);
  draft.audit({ action: hidden ? 'record.hide' : 'record.show', by: actor.person, subjects: [slot.id] });
  return { entry: draft.seal({ kind: 'hide', actor, client: undefined }) };
}

/** The record that this member of staff may put away or bring back now, or why not. */
function recordFor(
  state: BoardState,
  { actor, record }: { actor: Actor; record: string },
): Slot | Extract<ErrorCode, 'NOT_FOUND' | 'FORBIDDEN' | 'PUT_AWAY'> {
  const slot = state.slots.get(record);
  const version = slot && new RecordProjector(state, viewerOf(actor)).record(slot.id);
  if (actingAs(state, actor)?.role !== 'staff' || !version) return 'NOT_FOUND';
  // P17: pages and the document are in every view, always; a picture goes with the images that show it.
  const isAlwaysThere = ['page', 'document', 'asset'].includes(version.typeName);
  const decider = slot.school === actor.school ? 'own staff' : 'other staff';
  if (powers.putAway[decider] !== 'yes' || isAlwaysThere) return 'FORBIDDEN';
  return slot.kept ? 'PUT_AWAY' : slot;
}
