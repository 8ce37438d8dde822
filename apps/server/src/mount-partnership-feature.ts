import type { Storage } from '@bridgeboard/storage';

import type { Api } from './http/call.ts';
import type { NewSchools } from './mount-schools.ts';
import { mountPartnerships } from './partnerships/partnerships.routes.ts';
import { Partnerships } from './partnerships/partnerships.service.ts';
import { mountSchoolInvitations } from './partnerships/school-invitations.routes.ts';
import { SchoolInvitations } from './partnerships/school-invitations.service.ts';
import type { LiveBoards } from './rooms/live-board.ts';
import type { SchoolBriefs } from './school-briefs.ts';
import type { Clock, Random } from './time-and-chance.ts';

interface PartnershipFeatureParts {
  readonly storage: Pick<Storage, 'directory' | 'catalogue'>;
  readonly boards: LiveBoards;
  /** Strikes schools that have left a partnership off its boards. */
  readonly strikeOff: (partnership: string) => Promise<void>;
  readonly newSchools: NewSchools;
  readonly schoolBrief: SchoolBriefs;
  readonly clock: Clock;
  readonly random: Random;
}

/** Partnerships, their charters, and how schools come into them and leave. */
export function mountPartnershipFeature(api: Api, parts: PartnershipFeatureParts): void {
  const { storage, boards, newSchools } = parts;
  const known = { ...parts, ...storage };
  const renewCharter = (board: string): Promise<void> => boards.renewCharter(board);
  mountPartnerships(api, new Partnerships({ ...known, renewCharter }));
  const invitations = new SchoolInvitations({ ...newSchools, ...known });
  mountSchoolInvitations(api, { invitations, signIn: newSchools.signIn });
}
