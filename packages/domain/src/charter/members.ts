import type { Partnership, SchoolRules } from '@bridgeboard/protocol';
import type { CharterOutcome, Signatory } from './change-charter.ts';

/** A partnership that no school has signed yet. */
export function foundPartnership(facts: Pick<Partnership, 'id' | 'title' | 'createdAt'>): Partnership {
  return { ...facts, schools: [], version: 0, charters: [], proposals: [], invitations: [], history: [] };
}

interface Signing {
  readonly by: Signatory;
  readonly rules: SchoolRules;
  readonly now: number;
}

/** A school comes under the charter with its own rules: nothing that held before it becomes looser by that (SG-08). */
export function signCharter(partnership: Partnership, { by, rules, now }: Signing): Partnership {
  const { school, person } = by;
  return {
    ...partnership,
    schools: [...partnership.schools.filter((one) => one !== school), school],
    charters: [...partnership.charters.filter((signed) => signed.school !== school), { school, rules }],
    history: [...partnership.history, { at: now, school, by: person, act: 'signed', change: null, before: null }],
  };
}

/**
 * A school goes. What was proposed until then is withdrawn, and who was asked in: nobody has agreed to that among those who stay.
 * NOT_FOUND for a school that is not in it.
 */
export function leaveCharter(partnership: Partnership, { by, now }: Omit<Signing, 'rules'>): CharterOutcome {
  const { school, person } = by;
  if (!partnership.schools.includes(school)) return { refused: 'NOT_FOUND' };
  const left: Partnership = {
    ...partnership,
    schools: partnership.schools.filter((one) => one !== school),
    charters: partnership.charters.filter((signed) => signed.school !== school),
    proposals: [],
    invitations: [],
    history: [...partnership.history, { at: now, school, by: person, act: 'left', change: null, before: null }],
  };
  return { partnership: left };
}
