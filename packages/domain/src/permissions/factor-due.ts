import type { FactorRule, StaffRole } from '@bridgeboard/protocol';

/** Who leads at a school: what they open is everybody's. */
export const leading: readonly StaffRole[] = ['administrator', 'lead'];

/** From when on a member of staff may not go without a second factor, ms since 1970; null where their school does not ask it of them. */
export function factorDueAt({ of, from }: FactorRule, roles: readonly StaffRole[]): number | null {
  switch (of) {
    case 'nobody':
      return null;
    case 'leading':
      return roles.some((role) => leading.includes(role)) ? from : null;
    case 'staff':
      return from;
  }
}
