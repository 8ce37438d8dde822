import type { Verdict } from '@bridgeboard/protocol';
import { hashOf } from '../board/canonical.ts';
import { isPutAway, waitsIn, type BoardState, type Layer, type ReviewCase, type Slot } from '../board/board-state.ts';
import { typeOf } from '../board/layers.ts';
import { versionAt } from '../view/closed-at.ts';
import { versionOf } from '../view/version.ts';
import { visibleLayers, type Viewer } from '../view/viewer.ts';

/** What a case is about right now: whose layers a decision lets out or drops, and the hash that names this content. */
export interface CaseItem {
  readonly slots: readonly Slot[];
  /** SHA-256 over the records as staff see them and the places of what they stand in (P8). */
  readonly hash: string;
  /** True where an earlier version has been released to the board already. */
  readonly changesApproved: boolean;
}

/**
 * The records of a case, with everything by the same author that has to go along because release is closed (P13): parents
 * and bound shapes of these, the bindings of these arrows, and all that stands in a group together (P14). Staff are shown all
 * of it together. What is looked at afterwards is there already, so nothing goes along.
 */
export function caseItem(state: BoardState, reviewCase: ReviewCase): CaseItem {
  const slots = new Map<string, Slot>();
  const { author, afterwards } = reviewCase;
  const waiting = new Set(reviewCase.records.filter((id) => waitsIn(state.slots.get(id), reviewCase)));
  for (const id of waiting) {
    const slot = state.slots.get(id);
    if (!slot) continue;
    if (afterwards || heldBy(slot, author)) slots.set(id, slot);
    else if (typeOf(slot) !== 'group' || slot.author !== author) continue;
    if (!afterwards) for (const needed of neededBy(state, slot, reviewCase)) waiting.add(needed);
  }
  const sorted = [...slots.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return {
    slots: sorted,
    hash: hashOf(contentOf(state, sorted, reviewCase)),
    changesApproved: sorted.some((slot) => slot.base !== null),
  };
}

/** The layers of an author on a slot, school below held. */
export function layersBy(slot: Slot, author: string): Layer[] {
  return slot.layers.filter((layer) => layer.author === author);
}

/** Whether a verdict on a case changes this record; what merely came along may stay as it is. */
export function isTouchedBy(
  slot: Slot,
  decision: { case: Pick<ReviewCase, 'id' | 'author' | 'afterwards'>; verdict: Verdict },
): boolean {
  const { case: found, verdict } = decision;
  if (verdict === 'return') return false;
  if (found.afterwards) return verdict === 'reject' && !isPutAway(slot);
  if (verdict === 'reject') return slot.layers.some((layer) => isDropped(layer, found));
  return layersBy(slot, found.author).some((layer) => layer.reach === 'held' || verdict === 'board');
}

/**
 * P9: reject drops what the author changed and nobody has let out: what is held, and what went to the school at once in this
 * case. What an earlier decision let out to the school stays.
 */
export function isDropped(layer: Layer, found: Pick<ReviewCase, 'id' | 'author'>): boolean {
  return layer.author === found.author && (layer.reach === 'held' || layer.case === found.id);
}

function heldBy(slot: Slot, author: string): boolean {
  return slot.layers.some((layer) => layer.author === author);
}

function neededBy(state: BoardState, slot: Slot, reviewCase: ReviewCase): string[] {
  const viewer = staffOf(reviewCase);
  const version = versionOf(slot, viewer);
  if (!version) return [];
  const about = String(version['about']);
  // CO2: what is out already needs no decision for something to be said about it.
  const unreleased = state.slots.get(about)?.base ? undefined : about;
  const pointsTo = [version['parentId'], version['fromId'], version['toId'], unreleased];
  const isGroup = version['type'] === 'group';
  const dependent = [...state.referrers.of(slot.id)].filter((id) => {
    const other = isGroup || id.startsWith('binding:') ? versionOf(state.slots.get(id), viewer) : null;
    return other?.['fromId'] === slot.id || (isGroup && other?.['parentId'] === slot.id);
  });
  return [...pointsTo, ...dependent].filter((id) => typeof id === 'string');
}

function contentOf(state: BoardState, slots: readonly Slot[], reviewCase: ReviewCase): unknown {
  const { author, afterwards } = reviewCase;
  const viewer: Viewer = afterwards ? { kind: 'guests' } : staffOf(reviewCase);
  const versions = slots.map((slot) => versionAt(slot, viewer));
  const places = new Map<string, unknown>();
  for (const version of versions) {
    let parent = version && versionOf(state.slots.get(String(version['parentId'])), viewer);
    while (parent?.typeName === 'shape' && !places.has(parent.id)) {
      places.set(parent.id, [parent['parentId'], parent['x'], parent['y'], parent['rotation']]);
      parent = versionOf(state.slots.get(String(parent['parentId'])), viewer);
    }
  }
  // Where others have changed it as well (P6), what is let out is not all that is seen: so what it is counts by itself too.
  const isShared = slots.some((slot) => visibleLayers(slot, viewer).some((layer) => layer.author !== author));
  const own = isShared && !afterwards ? slots.map((slot) => layersBy(slot, author).map(({ fields }) => fields)) : [];
  return { versions, places: [...places].toSorted(([a], [b]) => (a < b ? -1 : 1)), own };
}

/** A case is judged as the staff of its school see it. */
function staffOf(reviewCase: ReviewCase): Extract<Viewer, { kind: 'staff' }> {
  return { kind: 'staff', school: reviewCase.school };
}
