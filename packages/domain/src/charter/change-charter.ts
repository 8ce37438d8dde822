import type {
  CharterAct,
  CharterChange,
  CharterEvent,
  CharterProposal,
  ErrorCode,
  Partnership,
} from '@bridgeboard/protocol';
import { rulesIn } from './charter-rules.ts';
import { isAsStrict, lineOf, withLine } from './strictness.ts';

/** Somebody who may speak for a school of the partnership. */
export interface Signatory {
  readonly school: string;
  readonly person: string;
}

interface Act {
  readonly by: Signatory;
  readonly now: number;
}

export type CharterWish =
  | { readonly kind: 'set'; readonly change: CharterChange; readonly newId: string }
  | { readonly kind: 'agree' | 'refuse' | 'withdraw'; readonly proposal: string };

export type CharterOutcome = { readonly partnership: Partnership } | { readonly refused: ErrorCode };

/**
 * What a partnership becomes when a school wants something of its charter. A stricter value of the own line holds at once;
 * anything else becomes a proposal and waits until every other school has agreed. NOT_FOUND for a proposal that is not open,
 * FORBIDDEN where it is another school's to answer.
 */
export function changeCharter(partnership: Partnership, wish: CharterWish, act: Act): CharterOutcome {
  if (!partnership.schools.includes(act.by.school)) return { refused: 'NOT_FOUND' };
  if (wish.kind === 'set') return { partnership: setLine(partnership, wish, act) };
  const proposal = partnership.proposals.find(({ id }) => id === wish.proposal);
  if (!proposal) return { refused: 'NOT_FOUND' };
  const isOwn = proposal.school === act.by.school;
  if (isOwn !== (wish.kind === 'withdraw')) return { refused: 'FORBIDDEN' };
  if (wish.kind === 'agree') return { partnership: agree(partnership, proposal, act) };
  const { change } = proposal;
  const said = eventOf(act, { act: wish.kind === 'refuse' ? 'refused' : 'withdrawn', change, before: null });
  return { partnership: saying(without(partnership, proposal), said) };
}

function setLine(
  partnership: Partnership,
  { change, newId }: { change: CharterChange; newId: string },
  act: Act,
): Partnership {
  const { school, person } = act.by;
  const rules = rulesIn(partnership, school);
  const before = lineOf(rules, change.line);
  // What a school now wants of a line takes the place of what it wanted of it before.
  const isReplaced = (one: CharterProposal): boolean => one.school === school && one.change.line === change.line;
  const withdrawn = partnership.proposals.filter(isReplaced);
  const told = withdrawn.map((one) => eventOf(act, { act: 'withdrawn', change: one.change, before: null }));
  const open = { ...partnership, proposals: partnership.proposals.filter((one) => !isReplaced(one)) };
  if (isSame(before, change)) return saying(open, ...told);
  if (isAsStrict(change, rules)) {
    const held = withRules(takingBack(open, school, change), school, withLine(rules, change));
    return saying(held, ...told, eventOf(act, { act: 'tightened', change, before }));
  }
  const proposal: CharterProposal = { id: newId, school, by: person, at: act.now, change, agreed: [] };
  const proposed = { ...open, proposals: [...open.proposals, proposal] };
  return settle(saying(proposed, ...told, eventOf(act, { act: 'proposed', change, before })), proposal, act);
}

function agree(partnership: Partnership, proposal: CharterProposal, act: Act): Partnership {
  const { school } = act.by;
  if (proposal.agreed.includes(school)) return partnership;
  const agreed = { ...proposal, agreed: [...proposal.agreed, school] };
  const proposals = partnership.proposals.map((one) => (one.id === proposal.id ? agreed : one));
  const said = eventOf(act, { act: 'agreed', change: proposal.change, before: null });
  return settle(saying({ ...partnership, proposals }, said), agreed, act);
}

/** A proposal that every other school has agreed to holds from here on; the schools that agreed loosen their own line with it. */
function settle(partnership: Partnership, proposal: CharterProposal, act: Act): Partnership {
  const others = partnership.schools.filter((school) => school !== proposal.school);
  if (!others.every((school) => proposal.agreed.includes(school))) return partnership;
  const { change } = proposal;
  // Hours are of each school's own day: the others' stay, and the overlap goes on to hold.
  const loosened = change.line === 'hours' ? [proposal.school] : partnership.schools;
  let next = without(partnership, proposal);
  for (const school of loosened) {
    const rules = rulesIn(next, school);
    const before = lineOf(rules, change.line);
    if (school !== proposal.school && (isSame(before, change) || isAsStrict(change, rules))) continue;
    const event = eventOf({ ...act, by: { ...act.by, school } }, { act: 'loosened', change, before });
    next = saying(withRules(next, school, withLine(rules, change)), event);
  }
  return next;
}

/** Whoever tightens a line does not go on agreeing to a proposal that loosens it. */
function takingBack(partnership: Partnership, school: string, { line }: CharterChange): Partnership {
  const proposals = partnership.proposals.map((one) =>
    one.change.line === line ? { ...one, agreed: one.agreed.filter((other) => other !== school) } : one,
  );
  return { ...partnership, proposals };
}

function withRules(partnership: Partnership, school: string, rules: ReturnType<typeof rulesIn>): Partnership {
  const others = partnership.charters.filter((signed) => signed.school !== school);
  return { ...partnership, charters: [...others, { school, rules }] };
}

function without(partnership: Partnership, proposal: CharterProposal): Partnership {
  return { ...partnership, proposals: partnership.proposals.filter(({ id }) => id !== proposal.id) };
}

function saying(partnership: Partnership, ...events: readonly CharterEvent[]): Partnership {
  return events.length === 0 ? partnership : { ...partnership, history: [...partnership.history, ...events] };
}

interface Said {
  readonly act: CharterAct;
  readonly change: CharterChange | null;
  readonly before: CharterChange | null;
}

function eventOf({ by, now }: Act, said: Said): CharterEvent {
  return { at: now, school: by.school, by: by.person, ...said };
}

function isSame(one: CharterChange, other: CharterChange): boolean {
  return JSON.stringify(one.value) === JSON.stringify(other.value);
}
