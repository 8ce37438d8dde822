import { closedBy, whatHolds } from '@bridgeboard/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { randomPolicies, widerLines } from './random-policies.ts';

const instants = fc.array(fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }), {
  minLength: 1,
  maxLength: 4,
});
const runs = { numRuns: 10_000 };

it('[SG-08, CH1] adding a school never widens anything: 10,000 sets of rules', () => {
  fc.assert(
    fc.property(randomPolicies, instants, (all, ats) => {
      fc.pre(all.length > 1);
      const [before, after] = [whatHolds(all.slice(0, -1)), whatHolds(all)];
      expect(widerLines(after, before)).toEqual([]);
      const isShut = ({ hours }: typeof before, at: number): boolean => closedBy(hours, at).length > 0;
      expect(ats.filter((at) => isShut(before, at) && !isShut(after, at))).toEqual([]);
    }),
    runs,
  );
}, 60_000);

it('[SG-08, CH1] the order of the schools makes no difference, and no school is overruled', () => {
  fc.assert(
    fc.property(randomPolicies, instants, (all, ats) => {
      const [one, other] = [whatHolds(all), whatHolds(all.toReversed())];
      const values = ({ hours: _hours, setBy: _setBy, ...choices }: typeof one): typeof choices => choices;
      expect(values(other)).toEqual(values(one));
      for (const own of all) expect(widerLines(one, whatHolds([own]))).toEqual([]);
      for (const at of ats) {
        expect(closedBy(other.hours, at).toSorted()).toEqual(closedBy(one.hours, at).toSorted());
      }
    }),
    { numRuns: 2_000 },
  );
}, 60_000);

it('[CH1] of each line it is known whose value holds: never nobody, and never a school with a looser one', () => {
  fc.assert(
    fc.property(randomPolicies, (all) => {
      const holding = whatHolds(all);
      for (const [line, schools] of Object.entries(holding.setBy)) {
        expect(schools).not.toEqual([]);
        for (const { rules } of all.filter(({ school }) => line !== 'hours' && schools.includes(school))) {
          expect(rules).toHaveProperty(line, Reflect.get(holding, line));
        }
      }
    }),
    { numRuns: 1_000 },
  );
});
