import type { BoardRole, Role } from '@bridgeboard/protocol';
import { assetOfSlot } from '../board/assets.ts';
import type { BoardState, Member, Slot } from '../board/board-state.ts';
import { isPiece } from '../moderation/keep-away.ts';
import { withAllInside } from '../moderation/put-away.ts';
import { allVersions, type KnownVersion } from '../view/all-versions.ts';
import { shownVersion } from '../view/version.ts';
import { viewerOf } from '../view/viewer.ts';

/** What a reported piece is at the moment of the report, from the journal's entry `seq` on. */
export interface ReportedPiece {
  readonly seq: number;
  readonly author: string;
  readonly school: string;
  readonly role: BoardRole;
  readonly isDeleted: boolean;
  readonly isPutAway: boolean;
  /** The piece itself first, then what is put away with it; of each what was let out first. */
  readonly versions: readonly KnownVersion[];
  /** Pictures that it shows, by the ids of their records. */
  readonly assets: readonly string[];
  /** Who could see it on this board, as far as it had been let out, also where it is put away or deleted now (SG-26). */
  readonly seers: readonly Seer[];
}

/** Guests are not counted: they leave nothing behind by which anybody could be asked (BP6). */
interface Seer extends Pick<Member, 'person' | 'school'> {
  readonly role: Role;
}

/** So many records of a frame are kept with a report; the piece itself always is. */
const mostRecords = 60;

/** What a report is about, on the board or in its bin; null where the board has never had it. */
export function reportedPiece(state: BoardState, record: string): ReportedPiece | null {
  const live = state.slots.get(record);
  const slot = live ?? state.bin.get(record)?.slot;
  if (!slot || !isPiece(slot.id)) return null;
  const around = live ? withAllInside(state, live).filter(({ id }) => id !== slot.id) : [];
  const slots = [slot, ...around].slice(0, mostRecords);
  const pictures = slots.flatMap((one) => assetOfSlot(one) ?? []).filter((id) => typeof id === 'string');
  return {
    seq: state.seq,
    author: slot.author,
    school: slot.school,
    role: state.members.get(slot.author)?.role ?? 'pupil',
    isDeleted: live === undefined,
    isPutAway: slot.hidden,
    versions: slots.flatMap(allVersions),
    assets: [...new Set(pictures)],
    seers: seersOf(state, slot),
  };
}

function seersOf(state: BoardState, slot: Slot): ReportedPiece['seers'] {
  const open = { ...slot, hidden: false };
  const seers: Seer[] = [];
  for (const [, { person, school, role }] of state.members.entries()) {
    if (role === 'guest') continue;
    if (shownVersion(state, open, viewerOf({ person, school, role }))) seers.push({ person, school, role });
  }
  return seers;
}
