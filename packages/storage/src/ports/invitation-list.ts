import type { Invitation } from '@bridgeboard/protocol';

/** Places on a school's staff that are offered; one that was taken or withdrawn is not in it any more. */
export interface InvitationList {
  /** Keeps or replaces by id. */
  put(invitation: Invitation): Promise<void>;
  invitation(id: string): Promise<Invitation | null>;
  /** Those of a school, in order of id. */
  invitationsOf(school: string): Promise<Invitation[]>;
  /** Takes one out. Of several who take the same one at once, one alone is answered true. */
  take(id: string): Promise<boolean>;
}
