import type { BoardRole } from '@bridgeboard/protocol';
import type { BoardState, Layer, Slot } from '../board/board-state.ts';
import { sight, type Onlooker } from '../moderation/decision-tables.ts';

/**
 * For whom a board is projected. The first three are shared views: everybody in one gets the same bytes (P27).
 * `pupil` is one pupil's own view, of which only the difference to the pupils' view travels, privately. `guest` is what guests see
 * and what one of them has made, who is of no school's view, whoever asked them in (BP8).
 */
export type Viewer =
  | { readonly kind: 'staff'; readonly school: string }
  | { readonly kind: 'pupils'; readonly school: string }
  | { readonly kind: 'guests' }
  | { readonly kind: 'pupil'; readonly school: string; readonly person: string }
  | { readonly kind: 'guest'; readonly school: string; readonly person: string };

/** As whom somebody on the board sees it. */
export type PersonalViewer = Extract<Viewer, { kind: 'staff' | 'pupil' | 'guest' }>;

/** The school that a view is of; null for guests, who are of none. */
export function schoolOf(viewer: Viewer): string | null {
  return viewer.kind === 'guests' || viewer.kind === 'guest' ? null : viewer.school;
}

/** Names a shared view among those of one board. */
export function viewerKey(viewer: Viewer): string {
  const school = schoolOf(viewer);
  return school === null ? 'guests' : `${viewer.kind}:${school}`;
}

/** P2: who sees a layer. */
export function seesLayer(viewer: Viewer, layer: Layer): boolean {
  return sight[onlookerOf(viewer, layer)][layer.reach];
}

/** P22: what is put away is gone for all but staff of the author's school. */
export function seesHidden(viewer: Viewer, slot: Slot): boolean {
  return sight[onlookerOf(viewer, slot)].putAway;
}

function onlookerOf(viewer: Viewer, of: { author: string; school: string }): Onlooker {
  if ('person' in viewer && viewer.person === of.author) return 'author';
  const school = schoolOf(viewer);
  if (school === null) return 'guests';
  const isOwn = school === of.school;
  if (viewer.kind === 'staff') return isOwn ? 'own staff' : 'other staff';
  return isOwn ? 'own pupils' : 'other pupils';
}

/** The view in which somebody works: what an edit of theirs is judged against (P34). */
export function viewerOf(actor: { person: string; school: string; role: BoardRole }): PersonalViewer {
  const { person, school, role } = actor;
  return role === 'staff' ? { kind: 'staff', school } : { kind: role, school, person };
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

/** Stands for a reach: who sees just what has been let out so far. */
export function viewerAt(reach: 'board' | 'school', school: string): Viewer {
  return reach === 'board' ? { kind: 'guests' } : { kind: 'pupils', school };
}

/** For whom a layer is the newest word: its author, and once it is out for the school, whoever there sees no more than that. */
export function viewerOfLayer({ author: person, school, reach }: Layer): Viewer {
  return reach === 'school' ? { kind: 'pupils', school } : { kind: 'pupil', school, person };
}

/** In whose views a layer can show: its author's, and those of the school's staff and, once it is out there, its pupils. */
export function viewersOfLayer({ author, school, reach }: Layer): Viewer[] {
  const own: Viewer[] = [
    { kind: 'pupil', school, person: author },
    { kind: 'staff', school },
  ];
  return reach === 'school' ? [...own, { kind: 'pupils', school }] : own;
}
