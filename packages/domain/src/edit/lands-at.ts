import type { BoardMode, PupilLevel, Role } from '@bridgeboard/protocol';
import { landings, type Landing, type LandingRow } from '../moderation/decision-tables.ts';

/** What a change is, as far as its landing depends on it before anything that lies on the record has a say. */
interface ChangeKind {
  readonly role: Role;
  readonly level: PupilLevel;
  readonly whose: LandingRow['whose'];
  readonly mode: BoardMode | 'late';
}

/** P3, P6: where a change goes by the table, or why it is not taken. */
export function landsAt(change: ChangeKind): Landing {
  const row = landings.find(
    ({ role, level, whose }) => role === change.role && level === change.level && whose === change.whose,
  );
  return row?.lands[change.mode] ?? 'FORBIDDEN';
}
