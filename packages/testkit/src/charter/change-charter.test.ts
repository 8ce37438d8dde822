import { changeCharter, leaveCharter, rulesIn, signCharter, whatHolds, type CharterWish } from '@bridgeboard/domain';
import { strictRules, type CharterChange, type Partnership } from '@bridgeboard/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partnershipOf, randomChange, randomPolicies, widerLines } from './random-policies.ts';

const [riverside, alNoor, lycee] = ['school-riverside', 'school-al-noor', 'school-lycee'];
const stranger = 'school-stranger';

function holdingIn(partnership: Partnership): ReturnType<typeof whatHolds> {
  const zoned = (school: string) => ({ school, timeZone: 'UTC', rules: rulesIn(partnership, school) });
  return whatHolds(partnership.schools.map(zoned));
}

function strictPartnership(...schools: string[]): Partnership {
  return partnershipOf(schools.map((school) => ({ school, timeZone: 'UTC', rules: strictRules })));
}

let count = 0;
function attempt(partnership: Partnership, school: string, wish: CharterWish) {
  count += 1;
  return changeCharter(partnership, wish, { by: { school, person: `person-of-${school}` }, now: count });
}

function done(partnership: Partnership, school: string, wish: CharterWish): Partnership {
  const outcome = attempt(partnership, school, wish);
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.partnership;
}

const set = (change: CharterChange, newId = 'proposal-1'): CharterWish => ({ kind: 'set', change, newId });
const nickname: CharterChange = { line: 'names', value: 'nickname' };

describe('two schools', () => {
  const start = strictPartnership(riverside, alNoor);

  it('[CH3] a stricter value holds at once, and the history says who, when and from what', () => {
    const after = done(start, riverside, set({ line: 'keepMonths', value: 6 }));
    expect(holdingIn(after).keepMonths).toBe(6);
    expect(after.proposals).toEqual([]);
    const event = { school: riverside, by: 'person-of-school-riverside', act: 'tightened', at: count };
    const values = { change: { line: 'keepMonths', value: 6 }, before: { line: 'keepMonths', value: 12 } };
    expect(after.history).toEqual([{ ...event, ...values }]);
  });

  it('[CH4] a looser value waits for the other school, and holds for both when that agrees', () => {
    const proposed = done(start, alNoor, set(nickname));
    expect(holdingIn(proposed).names).toBe('pseudonym');
    expect(rulesIn(proposed, alNoor).names).toBe('pseudonym');
    const agreed = done(proposed, riverside, { kind: 'agree', proposal: 'proposal-1' });
    expect(holdingIn(agreed).names).toBe('nickname');
    expect(agreed.proposals).toEqual([]);
    expect(agreed.history.map(({ act, school }) => `${school} ${act}`)).toEqual([
      'school-al-noor proposed',
      'school-riverside agreed',
      'school-riverside loosened',
      'school-al-noor loosened',
    ]);
  });

  it('[CH4] of hours only the own ones change: a day that begins earlier is looser, however much it ends earlier', () => {
    const earlier: CharterChange = { line: 'hours', value: { from: 420, to: 960 } };
    const proposed = done(start, alNoor, set(earlier));
    expect(rulesIn(proposed, alNoor).hours).toEqual(strictRules.hours);
    const agreed = done(proposed, riverside, { kind: 'agree', proposal: 'proposal-1' });
    expect(rulesIn(agreed, alNoor).hours).toEqual({ from: 420, to: 960 });
    expect(rulesIn(agreed, riverside).hours).toEqual(strictRules.hours);
  });

  it('[CH5] a proposal is withdrawn by its own school and refused by another, and then it is gone', () => {
    const proposed = done(start, alNoor, set(nickname));
    expect(attempt(proposed, riverside, { kind: 'withdraw', proposal: 'proposal-1' })).toEqual({
      refused: 'FORBIDDEN',
    });
    expect(attempt(proposed, alNoor, { kind: 'agree', proposal: 'proposal-1' })).toEqual({ refused: 'FORBIDDEN' });
    expect(attempt(proposed, alNoor, { kind: 'refuse', proposal: 'proposal-1' })).toEqual({ refused: 'FORBIDDEN' });
    for (const [school, kind] of [[alNoor, 'withdraw'] as const, [riverside, 'refuse'] as const]) {
      const after = done(proposed, school, { kind, proposal: 'proposal-1' });
      expect(after.proposals).toEqual([]);
      expect(attempt(after, riverside, { kind: 'agree', proposal: 'proposal-1' })).toEqual({ refused: 'NOT_FOUND' });
    }
  });

  it('[CH5] choosing the value that holds takes an own proposal back, and another proposal takes its place', () => {
    const proposed = done(start, alNoor, set(nickname));
    expect(done(proposed, alNoor, set({ line: 'names', value: 'pseudonym' })).proposals).toEqual([]);
    const year = done(start, alNoor, set({ line: 'keepMonths', value: 24 }));
    const twoYears = done(year, alNoor, set({ line: 'keepMonths', value: 36 }, 'proposal-2'));
    expect(twoYears.proposals.map(({ id }) => id)).toEqual(['proposal-2']);
  });

  it('[CH6] whoever is no school of the partnership changes nothing and learns nothing', () => {
    const proposed = done(start, alNoor, set(nickname));
    expect(attempt(proposed, stranger, set(nickname))).toEqual({ refused: 'NOT_FOUND' });
    expect(attempt(proposed, stranger, { kind: 'agree', proposal: 'proposal-1' })).toEqual({ refused: 'NOT_FOUND' });
  });
});

describe('three schools', () => {
  const start = strictPartnership(riverside, alNoor, lycee);

  it('[CH4] a looser value waits for both others', () => {
    const one = done(done(start, alNoor, set(nickname)), riverside, { kind: 'agree', proposal: 'proposal-1' });
    expect(holdingIn(one).names).toBe('pseudonym');
    expect(done(one, riverside, { kind: 'agree', proposal: 'proposal-1' })).toBe(one);
    expect(holdingIn(done(one, lycee, { kind: 'agree', proposal: 'proposal-1' })).names).toBe('nickname');
  });

  it('[CH4] a school that tightens a line does not go on agreeing to loosen it', () => {
    const proposed = done(start, alNoor, set({ line: 'keepMonths', value: 24 }));
    const agreed = done(proposed, riverside, { kind: 'agree', proposal: 'proposal-1' });
    const tightened = done(agreed, riverside, set({ line: 'keepMonths', value: 6 }));
    expect(holdingIn(done(tightened, lycee, { kind: 'agree', proposal: 'proposal-1' })).keepMonths).toBe(6);
  });

  it('[CH7] a school that comes in brings its own rules; one that goes takes them along, and what was proposed is withdrawn', () => {
    const two = done(strictPartnership(riverside, alNoor), alNoor, set(nickname));
    const rules = { ...strictRules, keepMonths: 3 };
    const joined = signCharter(two, { by: { school: lycee, person: 'person-lycee' }, rules, now: 9 });
    expect(holdingIn(joined).keepMonths).toBe(3);
    const agreed = done(joined, riverside, { kind: 'agree', proposal: 'proposal-1' });
    expect(holdingIn(agreed).names).toBe('pseudonym');
    const act = { by: { school: lycee, person: 'person-lycee' }, now: 10 };
    const outcome = leaveCharter(agreed, act);
    const left = 'refused' in outcome ? agreed : outcome.partnership;
    expect(leaveCharter(left, act)).toEqual({ refused: 'NOT_FOUND' });
    expect([left.schools, left.proposals, holdingIn(left).names]).toEqual([[riverside, alNoor], [], 'pseudonym']);
  });
});

const acts = fc.array(
  fc.record({
    by: fc.nat(3),
    kind: fc.constantFrom('set', 'set', 'agree', 'refuse', 'withdraw'),
    change: randomChange,
    which: fc.nat(5),
  }),
  { minLength: 1, maxLength: 12 },
);

interface Step {
  readonly before: Partnership;
  readonly after: Partnership;
  readonly by: string;
  readonly wish: CharterWish;
}

/** What a step did that no step may do. */
function faultsOf({ before, after, by, wish }: Step): string[] {
  const proposal = before.proposals.find(({ id }) => wish.kind === 'agree' && id === wish.proposal);
  const signed = new Set([by, ...(proposal ? [proposal.school, ...proposal.agreed] : [])]);
  const isWider = before.schools.some((school) => isLoosened(before, after, school));
  const hasAll = before.schools.every((school) => signed.has(school));
  const [event] = after.history.slice(before.history.length).toReversed();
  const isTightened = event?.act === 'tightened' && wish.kind === 'set';
  return [
    isWider && !hasAll ? 'loosened before every school had agreed' : '',
    widerLines(holdingIn(after), holdingIn(before)).length > 0 && !isWider ? 'more holds than any school allows' : '',
    isTightened && Reflect.get(rulesIn(after, by), wish.change.line) !== wish.change.value
      ? 'a stricter value waits'
      : '',
  ].filter((fault) => fault !== '');
}

it('[SG-08, CH3, CH4] in any history nothing becomes wider before every school has agreed, and a stricter value holds at once', () => {
  fc.assert(
    fc.property(randomPolicies, acts, (policies, steps) => {
      let now = partnershipOf(policies);
      for (const [index, { by, kind, change, which }] of steps.entries()) {
        const school = now.schools[by % now.schools.length] ?? '';
        const proposal = now.proposals[which % Math.max(1, now.proposals.length)]?.id ?? 'none';
        const wish = kind === 'set' ? set(change, `proposal-${index}`) : { kind, proposal };
        const outcome = changeCharter(now, wish, { by: { school, person: 'somebody' }, now: index });
        const after = 'refused' in outcome ? now : outcome.partnership;
        expect(faultsOf({ before: now, after, by: school, wish })).toEqual([]);
        now = after;
      }
    }),
    { numRuns: 3_000 },
  );
});

/** Whether a school's own rules permit something after a step that they did not before it. */
function isLoosened(before: Partnership, after: Partnership, school: string): boolean {
  const [old, next] = [rulesIn(before, school), rulesIn(after, school)];
  const alone = (rules: typeof old) => whatHolds([{ school, timeZone: 'UTC', rules }]);
  const isWiderDay =
    old.hours !== null && (next.hours === null || next.hours.from < old.hours.from || next.hours.to > old.hours.to);
  return isWiderDay || widerLines(alone(next), alone(old)).length > 0;
}
