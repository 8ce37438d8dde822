import type { PupilTrust } from '@bridgeboard/protocol';

/** What staff trust pupils with, and what was put away of theirs (TL3): of each pupil the newest mark of each kind. */
export interface TrustList {
  /** Keeps or replaces by the pupil's id. */
  put(trust: PupilTrust): Promise<void>;
  of(pupil: string): Promise<PupilTrust | null>;
  /** Those of a school, in order of id. */
  trustOf(school: string): Promise<PupilTrust[]>;
  remove(pupil: string): Promise<void>;
}
