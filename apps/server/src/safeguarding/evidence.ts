import type { ReportedPiece } from '@bridgeboard/domain';
import { reach, role, type BoardRecord } from '@bridgeboard/protocol';
import * as z from 'zod';

import type { LiveBoard } from '../rooms/live-board.ts';

const person = z.strictObject({ person: z.string(), school: z.string(), role });
/** As the board had it: what kept it once need not be read as strictly as what is drawn now. */
const record = z.custom<BoardRecord>((value) => typeof value === 'object' && value !== null && 'typeName' in value);

/** What is sealed with a report: what the reporter wrote, and what the server knew at that moment. */
export const sealedReport = z.strictObject({
  words: z.string().nullable(),
  piece: z
    .strictObject({
      isDeleted: z.boolean(),
      isPutAway: z.boolean(),
      versions: z.array(z.strictObject({ id: z.string(), reach, by: z.string(), at: z.number(), record })),
      /** Pictures that it shows, with the hashes of their bytes. */
      pictures: z.array(z.strictObject({ asset: z.string(), hash: z.string() })),
      /** Who had it on the screen, and who could see it besides (SG-26). */
      onScreen: z.array(person),
      could: z.array(person),
    })
    .nullable(),
});
export type SealedReport = z.infer<typeof sealedReport>;

/** What is sealed with a later line: words alone. */
export const sealedWords = z.strictObject({ words: z.string() });

/** Records of a very large frame are left out from the end on, so that no report is too large to be kept. */
const mostLength = 2_000_000;

/** What a piece is at this moment, as it is sealed. */
export function evidenceOf(
  piece: ReportedPiece,
  about: { live: Pick<LiveBoard, 'present'>; hashes: ReadonlyMap<string, string> },
): SealedReport['piece'] {
  const present = about.live.present();
  const could = piece.seers.filter(({ person: id }) => !present.has(id));
  const onScreen = piece.isDeleted || piece.isPutAway ? [] : piece.seers.filter(({ person: id }) => present.has(id));
  let length = 0;
  const versions = piece.versions.filter((version, at) => {
    length += JSON.stringify(version).length;
    return at === 0 || length < mostLength;
  });
  return {
    isDeleted: piece.isDeleted,
    isPutAway: piece.isPutAway,
    versions: versions.map((version) => ({ ...version, record: { ...version.record } })),
    pictures: [...about.hashes].map(([asset, hash]) => ({ asset, hash })),
    onScreen: onScreen.map((one) => ({ ...one })),
    could: could.map((one) => ({ ...one })),
  };
}
