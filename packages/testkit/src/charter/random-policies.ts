import { charterLines, foundPartnership, type ZonedRules } from '@bridgeboard/domain';
import type { CharterChange, CharterHolds, OpenHours, Partnership, SchoolRules } from '@bridgeboard/protocol';
import fc from 'fast-check';

/** Zones with and without clock changes, of half hours too, and on both sides of the date line. */
export const zones = [
  'Europe/London',
  'Africa/Lagos',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'Africa/Cairo',
] as const;

const hours: fc.Arbitrary<OpenHours> = fc
  .tuple(fc.integer({ min: 0, max: 1_439 }), fc.integer({ min: 1, max: 1_440 }))
  .map(([from, length]) => ({ from, to: Math.min(1_440, from + length) }));

const randomRules: fc.Arbitrary<SchoolRules> = fc.record({
  names: fc.constantFrom('pseudonym', 'nickname'),
  check: fc.constantFrom('before', 'after'),
  photos: fc.constantFrom('never', 'with-consent'),
  hours: fc.option(hours),
  families: fc.constantFrom('nothing', 'published'),
  keepMonths: fc.integer({ min: 1, max: 36 }),
});

const schoolIds = ['school-riverside', 'school-al-noor', 'school-lycee', 'school-fourth'] as const;

/** One to four schools, each with its own rules and zone. */
export const randomPolicies: fc.Arbitrary<ZonedRules[]> = fc
  .array(fc.record({ rules: randomRules, timeZone: fc.constantFrom(...zones) }), { minLength: 1, maxLength: 4 })
  .map((all) => all.map((one, index) => ({ ...one, school: schoolIds[index] ?? 'school-other' })));

export const randomChange: fc.Arbitrary<CharterChange> = fc
  .tuple(fc.constantFrom(...charterLines), randomRules)
  .map(([line, rules]) => ({ line, value: rules[line] }) as CharterChange);

/** A partnership of these schools that nobody has changed yet. */
export function partnershipOf(all: readonly ZonedRules[]): Partnership {
  return {
    ...foundPartnership({ id: 'partnership-1', title: 'Rivers', createdAt: 0 }),
    schools: all.map(({ school }) => school),
    charters: all.map(({ school, rules }) => ({ school, rules })),
  };
}

/** What a value permits, as a number: the larger, the more. */
function width({ names, check, photos, families, keepMonths }: CharterHolds): Readonly<Record<string, number>> {
  return {
    names: Number(names === 'nickname'),
    check: Number(check === 'after'),
    photos: Number(photos === 'with-consent'),
    families: Number(families === 'published'),
    keepMonths,
  };
}

/** The lines of which one charter permits more than another; hours are compared instant by instant elsewhere. */
export function widerLines(one: CharterHolds, other: CharterHolds): string[] {
  const [wide, narrow] = [width(one), width(other)];
  return Object.keys(wide).filter((line) => (wide[line] ?? 0) > (narrow[line] ?? 0));
}
