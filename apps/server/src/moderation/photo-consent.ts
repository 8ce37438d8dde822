import type { Board, Verdict } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import { Refused } from '../http/refusal.ts';
import type { CaseInPlace, LiveBoard, Person } from '../rooms/live-board.ts';

/** A decision that somebody is about to take. */
interface AboutToDecide {
  readonly by: Person;
  readonly board: Board;
  readonly live: Pick<LiveBoard, 'viewFor'>;
  readonly item: CaseInPlace;
  readonly verdict: Verdict;
}

/**
 * CN4: a pupil's picture is let out no further than the family has agreed to. Throws `Refused` PHOTO_NO_CONSENT or
 * PHOTO_NOT_TO_PARTNER. Consent that is taken back after this is asked still holds: bytes are asked for anew each time.
 */
export async function checkPhotoConsent(directory: Pick<Directory, 'pupil'>, about: AboutToDecide): Promise<void> {
  const { by, board, live, item, verdict } = about;
  if (verdict !== 'board' && verdict !== 'school') return;
  const view = live.viewFor(by);
  if (!item.case.records.some((id) => view.get(id)?.record['type'] === 'image')) return;
  const pupil = await directory.pupil(item.author);
  if (pupil?.consent.photoOnBoard === false) throw new Refused('PHOTO_NO_CONSENT');
  const isAbroad = verdict === 'board' && board.schools.length > 1;
  if (isAbroad && pupil?.consent.photoToPartner === false) throw new Refused('PHOTO_NOT_TO_PARTNER');
}
