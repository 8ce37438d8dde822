import type { BoardRecord, FieldName, Fields, Reach } from '@bridgeboard/protocol';
import { isAssetId } from '../board/assets.ts';
import type { Layer, Slot } from '../board/board-state.ts';
import { hasMade } from '../board/layers.ts';
import { placeFields } from '../board/place-fields.ts';
import { pointersIn } from '../board/references.ts';
import type { LandingMode, LandingRow } from '../moderation/decision-tables.ts';
import { trustKindOf } from '../trust/trust-kind.ts';
import { modeWithTrust } from '../trust/trust-modes.ts';
import { leadsToPage } from '../view/closed-at.ts';
import { visibleLayers } from '../view/viewer.ts';
import type { EditAct } from './edit-act.ts';
import { kindOf, landsAt } from './lands-at.ts';

/** How far something has been let out, lowest first. */
const reaches: readonly Reach[] = ['held', 'school', 'board'];

function lowest(...all: readonly Reach[]): Reach {
  return reaches.find((reach) => all.includes(reach)) ?? 'held';
}

/**
 * P3, P13: where a pupil's new record goes: as far as the mode lets it, but no further than what it points to; a group no
 * further than what this edit puts into it (P14).
 */
export function landingOfNew(act: EditAct, record: BoardRecord, isMarked: boolean): Reach {
  const members = (act.putInto.get(record.id) ?? []).map((id) => reachOfPlace(act, id));
  return lowest(
    targetOf(act, { record, whose: 'own', isMarked }),
    ...[...pointersIn(record)].map((id) => reachOf(act, id)),
    ...members,
  );
}

/**
 * P3, P13: where the fields of a pupil's change go: as far as the mode lets them, but no further than the record itself and what
 * they point to, and never under something that already sets the same field for this pupil.
 */
export function landingsOf(
  act: EditAct,
  slot: Slot,
  change: { readonly record: BoardRecord; readonly fields: Fields; readonly isMarked: boolean },
): Map<Reach, Fields> {
  const { record, fields, isMarked } = change;
  const pointed = [...pointersIn(fields)].map((id) => reachOf(act, id));
  const target = lowest(
    targetOf(act, { record, whose: ownership(act, slot), isMarked }),
    reachOfRecord(act, slot),
    ...pointed,
  );
  const isMoved = Object.keys(fields).some((name) => placeFields.has(name));
  const place = isMoved
    ? lowest(...[...placeFields].map((name) => landingOfField(act, slot, { name, target })))
    : target;
  const found = new Map<Reach, Fields>();
  for (const [name, value] of Object.entries(fields)) {
    const reach = placeFields.has(name) ? place : landingOfField(act, slot, { name, target });
    found.set(reach, { ...found.get(reach), [name]: value });
  }
  return found;
}

function targetOf(act: EditAct, of: { record: BoardRecord; whose: LandingRow['whose']; isMarked: boolean }): Reach {
  const { level, actor } = act;
  const mode = of.isMarked ? 'marked' : modeFor(act, of.record);
  const landing = landsAt({ role: actor.role, level, what: kindOf(of.record.id), whose: of.whose, mode });
  return landing === 'board' || landing === 'school' ? landing : 'held';
}

/** What stands above the mode stands above trust too. */
function modeFor({ mode, trust, draft }: EditAct, record: BoardRecord): LandingMode {
  if (mode === 'late' || mode === 'marked') return mode;
  const kind = trustKindOf(record);
  return modeWithTrust(mode, { level: trust[kind], kind, openAllowed: draft.state.whole.openAllowed });
}

function ownership(act: EditAct, slot: Slot): LandingRow['whose'] {
  return slot.author === act.actor.person ? 'own' : 'others';
}

function landingOfField(act: EditAct, slot: Slot, field: { name: FieldName; target: Reach }): Reach {
  const { name, target } = field;
  const setting = visibleLayers(slot, act.viewer).filter((layer) => name in layer.fields);
  const isOwn = (layer: Layer): boolean => layer.author === act.actor.person;
  if (setting.some((layer) => isOwn(layer) && layer.reach === 'held')) return 'held';
  if (target === 'board' && setting.length > 0) return 'school';
  // On a record that is out for the school only, its own first version lies lowest, so a change of it would not be seen.
  const isUnder = target === 'school' && !slot.base && setting.some((layer) => !isOwn(layer));
  return isUnder && slot.layers.some((layer) => isOwn(layer) && hasMade(layer)) ? 'held' : target;
}

function reachOfRecord(act: EditAct, slot: Slot): Reach {
  if (slot.base) return 'board';
  const made = slot.layers.find(hasMade);
  return made?.reach === 'school' && made.school === act.actor.school ? 'school' : 'held';
}

/** How far something that is pointed to can be seen, all the way up to its page. */
function reachOf(act: EditAct, id: string): Reach {
  // A picture goes wherever the image goes that shows it, and may come with it.
  if (isAssetId(id)) return 'board';
  const { state } = act.draft;
  if (leadsToPage(state, id, { kind: 'guests' })) return 'board';
  return leadsToPage(state, id, { kind: 'pupils', school: act.actor.school }) ? 'school' : 'held';
}

/** How far a new place of a record can go. */
function reachOfPlace(act: EditAct, id: string): Reach {
  const slot = act.draft.state.slots.get(id);
  if (!slot) return 'board';
  const target = reachOfRecord(act, slot);
  return lowest(...[...placeFields].map((name) => landingOfField(act, slot, { name, target })));
}
