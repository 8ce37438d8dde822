import type { Verdict } from '@bridgeboard/protocol';
import { hashOf } from '../board/canonical.ts';
import type { BoardState, Layer, ReviewCase, Slot } from '../board/board-state.ts';
import { versionOf } from '../view/version.ts';
import type { Viewer } from '../view/viewer.ts';

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
 * and bound shapes of these, and the bindings of these arrows. Staff are shown all of it together.
 */
export function caseItem(state: BoardState, reviewCase: ReviewCase): CaseItem {
  const slots = new Map<string, Slot>();
  const waiting = [...reviewCase.records];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const slot = state.slots.get(id);
    if (!slot || slots.has(id) || !heldBy(slot, reviewCase.author)) continue;
    slots.set(id, slot);
    waiting.push(...neededBy(state, slot, reviewCase));
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

/** Whether a verdict on a case of this author changes this record; what merely came along may stay as it is. */
export function isTouchedBy(slot: Slot, decision: { author: string; verdict: Verdict }): boolean {
  const { author, verdict } = decision;
  if (verdict === 'return') return false;
  return layersBy(slot, author).some((layer) => layer.reach === 'held' || verdict === 'board');
}

function heldBy(slot: Slot, author: string): boolean {
  return slot.layers.some((layer) => layer.author === author);
}

function neededBy(state: BoardState, slot: Slot, reviewCase: ReviewCase): string[] {
  const version = versionOf(slot, staffOf(reviewCase));
  if (!version) return [];
  const pointsTo = [version['parentId'], version['fromId'], version['toId']];
  const bindings = [...state.referrers.of(slot.id)].filter((id) => {
    const binding = id.startsWith('binding:') ? versionOf(state.slots.get(id), staffOf(reviewCase)) : null;
    return binding?.['fromId'] === slot.id;
  });
  return [...pointsTo, ...bindings].filter((id) => typeof id === 'string');
}

function contentOf(state: BoardState, slots: readonly Slot[], reviewCase: ReviewCase): unknown {
  const viewer = staffOf(reviewCase);
  const versions = slots.map((slot) => versionOf(slot, viewer));
  const places = new Map<string, unknown>();
  for (const version of versions) {
    let parent = version && versionOf(state.slots.get(String(version['parentId'])), viewer);
    while (parent?.typeName === 'shape' && !places.has(parent.id)) {
      places.set(parent.id, [parent['parentId'], parent['x'], parent['y'], parent['rotation']]);
      parent = versionOf(state.slots.get(String(parent['parentId'])), viewer);
    }
  }
  return { versions, places: [...places].toSorted(([a], [b]) => (a < b ? -1 : 1)) };
}

/** A case is judged as the staff of its school see it. */
function staffOf(reviewCase: ReviewCase): Extract<Viewer, { kind: 'staff' }> {
  return { kind: 'staff', school: reviewCase.school };
}
