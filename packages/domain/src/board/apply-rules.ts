import type { Change } from '@bridgeboard/protocol';
import { schoolRulesOf } from './board-rules.ts';
import { touchFirstLook } from './first-look.ts';
import { newMember, type BoardState, type Member, type SchoolRules, type WholeRules } from './board-state.ts';
import { touchAll } from './touch-all.ts';

type RulesChange = Extract<Change, { kind: 'member' | 'member-changed' | 'board-rules' | 'school-rules' }>;

/** The part of `applyChange` that concerns people and rules. It changes no record: what was made stays where it is (P11). */
export function applyRules(state: BoardState, change: RulesChange): void {
  state.touched.rules = true;
  switch (change.kind) {
    case 'member': {
      const { person, school, role, alias } = change;
      state.members.set(person, { person, school, role, alias, ...newMember });
      return;
    }
    case 'member-changed': {
      const known = state.members.get(change.person);
      if (known) state.members.set(change.person, { ...known, ...given<Member>(change) });
      if (change.role !== undefined && change.role !== known?.role)
        touchFirstLook(state, ({ author }) => author === change.person);
      return;
    }
    case 'board-rules':
      state.whole = { ...state.whole, ...given<WholeRules>(change) };
      // P39: what schools see of the board comes or goes with it, whatever it is.
      if (change.stoppedBy) touchAll(state);
      return;
    case 'school-rules': {
      const { school, ...changed } = change;
      const before = schoolRulesOf(state, school);
      const after = { ...before, ...given<SchoolRules>(changed) };
      if (after.looksFirst !== before.looksFirst) touchFirstLook(state, (slot) => slot.school !== school);
      state.schoolRules.set(school, after);
    }
  }
}

/** The parts that a change names; the others stay. */
function given<Changed>({ kind: _, ...parts }: { readonly kind: string }): Partial<Changed> {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as Partial<Changed>;
}
