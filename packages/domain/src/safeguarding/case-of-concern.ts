import type { ConcernEvent, ConcernLine, ConcernOutcome } from '@bridgeboard/protocol';

/** How far a school has come with a report. */
type ConcernStatus = 'received' | 'seen' | 'in hand' | 'closed';

/** A report as one school's leads have it: each school goes its own way with it. */
export interface ConcernCase {
  readonly status: ConcernStatus;
  readonly outcome: ConcernOutcome | null;
  /** Who looks after it besides the leads. */
  readonly handedTo: readonly string[];
  /** Any school's word is enough for the evidence to stay (SG-24). */
  readonly isHeld: boolean;
  /** What is off everybody's board because of it, and whether that is over. */
  readonly kept: readonly string[];
  readonly isBack: boolean;
  /** Pictures whose bytes nobody gets, and those that are gone. */
  readonly sealed: readonly string[];
  readonly destroyed: readonly string[];
}

const received: ConcernCase = {
  status: 'received',
  outcome: null,
  handedTo: [],
  isHeld: false,
  kept: [],
  isBack: false,
  sealed: [],
  destroyed: [],
};

/** What the lines of a report, in their order, come to for a school. */
export function caseOfConcern(lines: readonly ConcernLine[], school: string): ConcernCase {
  const held = new Set<string>();
  let found = received;
  for (const { event, by } of lines) {
    if (event.kind === 'hold') held[event.isOn ? 'add' : 'delete'](by?.school ?? '');
    else found = after(found, event, by?.school === school);
  }
  return { ...found, isHeld: held.size > 0 };
}

type Of<K extends ConcernEvent['kind']> = Extract<ConcernEvent, { kind: K }>;

/** One event more. `isOwn`: somebody of this school did it. */
function after(before: ConcernCase, event: Exclude<ConcernEvent, { kind: 'hold' }>, isOwn: boolean): ConcernCase {
  switch (event.kind) {
    case 'kept':
      return { ...before, kept: [...new Set([...before.kept, ...event.records])] };
    case 'let-back':
      return { ...before, isBack: true };
    case 'picture':
      return withPicture(before, event);
    default:
      return isOwn ? onItsWay(before, event) : before;
  }
}

function withPicture(before: ConcernCase, { asset, to }: Of<'picture'>): ConcernCase {
  const sealed = before.sealed.filter((one) => one !== asset);
  if (to === 'sealed') return { ...before, sealed: [...sealed, asset] };
  return to === 'freed' ? { ...before, sealed } : { ...before, sealed, destroyed: [...before.destroyed, asset] };
}

/** How far a school is, by what its own people did. */
function onItsWay(
  before: ConcernCase,
  event: Exclude<ConcernEvent, { kind: 'hold' | 'kept' | 'let-back' | 'picture' }>,
): ConcernCase {
  switch (event.kind) {
    case 'reported':
    case 'again':
    case 'noted':
    case 'forgotten':
      return before;
    case 'seen':
      return before.status === 'received' ? { ...before, status: 'seen' } : before;
    case 'taken':
      return { ...before, status: 'in hand' };
    case 'handed':
      return { ...before, handedTo: [...before.handedTo, event.to] };
    case 'closed':
      return { ...before, status: 'closed', outcome: event.outcome };
    case 'reopened':
      return { ...before, status: 'in hand', outcome: null };
  }
}

/** SG-24: whether a report keeps what it is about: as long as any of its schools has not closed it, or holds it. */
export function isConcernStanding(lines: readonly ConcernLine[], schools: readonly string[]): boolean {
  const cases = schools.map((school) => caseOfConcern(lines, school));
  return cases.some(({ status, isHeld }) => status !== 'closed' || isHeld);
}
