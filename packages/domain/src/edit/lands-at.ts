import { isRemarkId, type PupilLevel, type BoardRole } from '@bridgeboard/protocol';

import { landings, type Landing, type LandingMode, type LandingRow } from '../moderation/decision-tables.ts';

/** What a change is, as far as its landing depends on it before anything that lies on the record has a say. */
interface ChangeKind {
  readonly role: BoardRole;
  readonly level: PupilLevel;
  readonly what: LandingRow['what'];
  readonly whose: LandingRow['whose'];
  readonly mode: LandingMode;
}

/** What the table knows a record as. */
export function kindOf(id: string): LandingRow['what'] {
  return isRemarkId(id) ? 'remark' : 'piece';
}

/** P3, P6: where a change goes by the table, or why it is not taken. */
export function landsAt(change: ChangeKind): Landing {
  const row = landings.find(
    ({ role, level, what, whose }) =>
      role === change.role && level === change.level && what === change.what && whose === change.whose,
  );
  return row?.lands[change.mode] ?? 'FORBIDDEN';
}
