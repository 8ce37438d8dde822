import type { Board, Verdict } from '@bridgeboard/protocol';
import type { Directory } from '@bridgeboard/storage';

import { Refused } from '../http/refusal.ts';
import type { CaseInPlace } from '../rooms/live-board.ts';

/** A decision that somebody is about to take. */
interface AboutToDecide {
  readonly board: Pick<Board, 'schools'>;
  readonly item: Pick<CaseInPlace, 'author' | 'showsPicture'>;
  readonly verdict: Verdict;
}

/**
 * CN4: a pupil's picture is let out no further than the family has agreed to. Throws `Refused` PHOTO_NO_CONSENT or
 * PHOTO_NOT_TO_PARTNER. Consent that is taken back after this is asked still holds: bytes are asked for anew each time.
 */
export async function checkPhotoConsent(directory: Pick<Directory, 'pupil'>, about: AboutToDecide): Promise<void> {
  const { board, item, verdict } = about;
  if (!item.showsPicture || (verdict !== 'board' && verdict !== 'school')) return;
  const consent = (await directory.pupil(item.author))?.consent;
  if (consent?.photoOnBoard === false) throw new Refused('PHOTO_NO_CONSENT');
  const isAbroad = verdict === 'board' && board.schools.length > 1;
  if (isAbroad && consent?.photoToPartner === false) throw new Refused('PHOTO_NOT_TO_PARTNER');
}
