import { authorKey, schoolRulesOf, type BoardState, type Slot } from '@bridgeboard/domain';
import { isRemarkId, type BoardRole, type PupilLevel } from '@bridgeboard/protocol';

/** Somebody who has been on the board and is not away. */
interface BoardMember {
  readonly person: string;
  readonly author: string;
  readonly school: string;
  readonly role: BoardRole;
  readonly level: PupilLevel;
  readonly frozen: boolean;
}

interface SchoolLevels {
  readonly level: PupilLevel;
  readonly classLevels: Readonly<Record<string, PupilLevel>>;
  /** Schools whose staff have stopped the drawing of this one alone. */
  readonly frozenBy: readonly string[];
}

/** How a board stands for its people, besides the rules that everybody is told. */
export interface BoardPermissions {
  readonly members: readonly BoardMember[];
  /** For who comes: of each school, and of classes for which something else was said. */
  readonly levels: ReadonlyMap<string, SchoolLevels>;
  /** Whether the drawing of all pupils is stopped. */
  readonly frozen: boolean;
  readonly openAllowed: boolean;
  readonly pages: readonly { id: string; name: string; staffOnly: boolean }[];
  readonly counts: { readonly held: number; readonly school: number; readonly board: number };
}

/** How a board stands, as staff of one school may know it: what waits is counted of that school alone. */
export function permissionsOf(state: BoardState, school: string): BoardPermissions {
  const { openAllowed, frozenBy } = state.whole;
  const members = [...state.members.entries()].flatMap(([person, { away, ...member }]) =>
    away === null ? [{ ...member, person, author: authorKey(state, person) }] : [],
  );
  const levels = new Map(state.schools.map((one) => [one, schoolRulesOf(state, one)]));
  return {
    members,
    levels,
    openAllowed,
    frozen: frozenBy.length > 0,
    pages: pagesOf(state),
    counts: countsOf(state, school),
  };
}

function pagesOf(state: BoardState): { id: string; name: string; staffOnly: boolean }[] {
  const pages = [...state.slots.entries()].flatMap(([, { base }]) => (base?.typeName === 'page' ? [base] : []));
  const inOrder = pages.toSorted((one, other) => (String(one['index']) < String(other['index']) ? -1 : 1));
  return inOrder.map(({ id, name }) => ({
    id,
    name: String(name),
    staffOnly: state.whole.staffPages.includes(id),
  }));
}

function countsOf(state: BoardState, school: string): BoardPermissions['counts'] {
  const counts = { held: 0, school: 0, board: 0 };
  for (const [id, slot] of state.slots.entries()) {
    if (!(id.startsWith('shape:') || isRemarkId(id)) || slot.hidden) continue;
    if (slot.base) counts.board += 1;
    const reach = waitsAt(slot, school);
    if (reach) counts[reach] += 1;
  }
  return counts;
}

/** Where something of this school's waits on a record, lowest first. */
function waitsAt(slot: Slot, school: string): 'held' | 'school' | null {
  const reaches = slot.layers.flatMap((layer) => (layer.school === school ? [layer.reach] : []));
  return reaches.includes('held') ? 'held' : (reaches[0] ?? null);
}
