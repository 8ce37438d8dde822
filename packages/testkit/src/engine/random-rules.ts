import type { Actor, GovernEvent, TrustLevels } from '@bridgeboard/domain';
import type { BoardMode, OpeningHours, PupilLevel, TrustLevel } from '@bridgeboard/protocol';
import fc from 'fast-check';

import { everybody, type BoardWorld } from './board-world.ts';
import { pick, type Stage } from './stage.ts';

/** One change of a board's rules, or of how somebody stands on it. */
export interface RuleStep {
  readonly do: 'rule';
  readonly what: number;
  readonly who: number;
  readonly target: number;
}

const number = fc.nat({ max: 999 });

export const ruleStep: fc.Arbitrary<RuleStep> = fc.record({
  do: fc.constant('rule' as const),
  what: number,
  who: number,
  target: number,
});

/** How a board stands when a history begins: the mode of each school, whether it looks first, and the level of each pupil. */
export interface Opening {
  readonly looking: readonly boolean[];
  readonly modes: readonly BoardMode[];
  readonly levels: readonly PupilLevel[];
  /** What each pupil is trusted with, for words and for drawings. */
  readonly trust: readonly TrustLevels[];
}

const trusted = fc.constantFrom<(TrustLevel | undefined)[]>(undefined, 'before', 'after', 'trusted', undefined);

export const opening: fc.Arbitrary<Opening> = fc.record({
  looking: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
  modes: fc.array(fc.constantFrom<BoardMode>('held', 'own-school', 'open'), { minLength: 2, maxLength: 2 }),
  levels: fc.array(fc.constantFrom<PupilLevel>('own', 'all', 'own', 'own'), { minLength: 3, maxLength: 3 }),
  trust: fc.array(fc.record({ words: trusted, drawing: trusted }), { minLength: 3, maxLength: 3 }),
});

/** Lets a board stand so; the board itself has been allowed mode `open`. */
export function begin(world: BoardWorld, { looking, modes, levels, trust }: Opening): void {
  world.rule(null, { kind: 'allow-open', allowed: true });
  world.state.schools.forEach((school, i) => {
    world.rule(null, { kind: 'set-mode', school, mode: modes[i] ?? 'held' });
    world.rule(null, { kind: 'look-first', school, isOn: looking[i] ?? false });
  });
  const pupils = everybody.filter(({ role }) => role === 'pupil');
  pupils.forEach(({ person }, i) => world.rule(null, { kind: 'change-member', person, level: levels[i] ?? 'own' }));
  pupils.forEach(({ person }, i) => world.gates.trust.set(person, trust[i] ?? {}));
}

/** Histories begin on the first of January 1970, a Thursday, and are short. */
const neverToday: OpeningHours = { days: [1], from: 480, to: 960 };
const levels: readonly PupilLevel[] = ['own', 'all', 'comment', 'own', 'view', 'all'];

type Making = (about: { school: string; person: string; target: number }) => GovernEvent;

/** Modes and levels most often; every stop is taken back about as often as it is set, or nobody would draw any more. */
const makings: readonly [Making, ...Making[]] = [
  ({ school }) => ({ kind: 'set-mode', school, mode: 'held' }),
  ({ school }) => ({ kind: 'set-mode', school, mode: 'own-school' }),
  ({ school }) => ({ kind: 'set-mode', school, mode: 'own-school' }),
  ({ school }) => ({ kind: 'set-mode', school, mode: 'open' }),
  ({ school }) => ({ kind: 'set-mode', school, mode: 'open' }),
  ({ target }) => ({ kind: 'allow-open', allowed: target % 4 > 0 }),
  ({ person }) => ({ kind: 'change-member', person, level: 'all' }),
  ({ person }) => ({ kind: 'change-member', person, level: 'all' }),
  ({ person, target }) => ({
    kind: 'change-member',
    person,
    level: pick(['view', 'own', 'comment', 'own'] as const, target),
  }),
  ({ school, target }) => ({ kind: target % 3 === 0 ? 'freeze' : 'unfreeze', whom: { school } }),
  ({ target }) => ({ kind: target % 4 === 0 ? 'freeze' : 'unfreeze', whom: { all: true } }),
  ({ person, target }) => ({ kind: target % 3 === 0 ? 'freeze' : 'unfreeze', whom: { person } }),
  ({ target }) => ({ kind: 'stop-everything', isOn: target % 4 === 0 }),
  ({ target }) => ({ kind: 'cursors', shown: target % 2 === 0 }),
  ({ school, target }) => ({ kind: 'needs-teacher', school, needed: target % 3 === 0 }),
  ({ school, target }) => ({ kind: 'set-level', school, level: levels[target % levels.length] ?? 'own' }),
  ({ school, target }) => {
    const pupils = everybody.filter((_, i) => (target + i) % 3 > 0).map(({ person }) => person);
    return { kind: 'set-class-level', school, class: '5B', pupils, level: levels[target % levels.length] ?? 'own' };
  },
  ({ school, target }) => ({ kind: 'set-hours', school, hours: target % 3 === 0 ? neverToday : null }),
  ({ target }) => ({ kind: 'staff-page', page: 'page:page', isOn: target % 4 === 0 }),
  ({ school, target }) => ({ kind: 'look-first', school, isOn: target % 4 > 0 }),
  ({ person, target }) =>
    target % 3 === 0 ? { kind: 'remove-member', person, why: 'left' } : { kind: 'return-member', person },
];

/** Somebody, or the board itself, changes a rule; most often somebody who may. */
export function takeRule(world: BoardWorld, step: RuleStep, stage: Stage): void {
  const about = pick(everybody, step.target);
  if (!about) return;
  const { school, person } = about;
  const event = pick(makings, step.what)({ school, person, target: Math.floor(step.target / everybody.length) });
  if (stage.mayRule && !stage.mayRule(event)) return;
  world.govern(ruler(step, school), event);
}

function ruler(step: RuleStep, school: string): Actor | null {
  if (step.who % 3 === 0) return null;
  const staff = everybody.find((one) => one.role === 'staff' && one.school === school) ?? null;
  return step.who % 3 === 1 ? staff : (pick(everybody, step.who) ?? null);
}
