import { factorDueAt } from '@bridgeboard/domain';
import type { FactorRule, StaffLine } from '@bridgeboard/protocol';

/** Whether a member of staff has no second factor although their school asks for one, now or soon; false where that is not told. */
export function lacksFactor({ roles, hasFactor }: StaffLine, rule: FactorRule): boolean {
  return hasFactor === false && factorDueAt(rule, roles) !== null;
}
