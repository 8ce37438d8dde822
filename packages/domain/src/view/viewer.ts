import type { BoardState, Layer, Slot } from '../board/board-state.ts';

/**
 * For whom a board is projected. The first three are shared views: everybody in one gets the same bytes (P27).
 * `pupil` is one pupil's own view, of which only the difference to the pupils' view travels, privately.
 */
export type Viewer =
  | { readonly kind: 'staff'; readonly school: string }
  | { readonly kind: 'pupils'; readonly school: string }
  | { readonly kind: 'guests' }
  | { readonly kind: 'pupil'; readonly school: string; readonly person: string };

/** Names a shared view among those of one board. */
export function viewerKey(viewer: Viewer): string {
  return viewer.kind === 'guests' ? 'guests' : `${viewer.kind}:${viewer.school}`;
}

/** P2: who sees a layer. */
export function seesLayer(viewer: Viewer, layer: Layer): boolean {
  switch (viewer.kind) {
    case 'staff':
      return layer.school === viewer.school;
    case 'pupils':
      return layer.reach === 'school' && layer.school === viewer.school;
    case 'pupil':
      return layer.author === viewer.person || (layer.reach === 'school' && layer.school === viewer.school);
    case 'guests':
      return false;
  }
}

/** P22: what is put away is gone for all but staff of the author's school. */
export function seesHidden(viewer: Viewer, slot: Slot): boolean {
  return viewer.kind === 'staff' && viewer.school === slot.school;
}

/** The view in which somebody works: what an edit of theirs is judged against (P34). */
export function viewerOf(actor: { person: string; school: string; role: 'staff' | 'pupil' }): Viewer {
  return actor.role === 'staff'
    ? { kind: 'staff', school: actor.school }
    : { kind: 'pupil', school: actor.school, person: actor.person };
}

/** The layers of a slot that a viewer sees, lowest first. */
export function visibleLayers(slot: Slot, viewer: Viewer): Layer[] {
  return slot.layers.filter((layer) => seesLayer(viewer, layer));
}

/** How an author is named on the wire: the school's place on the board and the alias number, nothing else. */
export function authorKey(state: BoardState, person: string): string {
  const member = state.members.get(person);
  return member ? `${state.schools.indexOf(member.school)}.${member.alias}` : '';
}
