import { boundsOf, drawPicture, type ThemeName } from '@bridgeboard/picture';
import type { BoardRecord } from '@bridgeboard/protocol';

import { aloneOnAPage, alonePage } from '../alone-on-a-page.ts';
import type { GatherPictures } from '../picture-addresses.ts';
import type { SealedReport } from './evidence.ts';

type Versions = NonNullable<SealedReport['piece']>['versions'];

const size = { width: 640, height: 480 } as const;
const marginPx = 24;
const mostPictureBytes = 4_000_000;

/** The newest version of each sealed record, alone on a page: what stood around it is nobody's concern. */
export async function drawEvidence(
  versions: Versions,
  about: { gather: GatherPictures; theme: ThemeName; pictures: readonly string[] },
): Promise<string> {
  const newest = new Map<string, BoardRecord>(versions.map(({ id, record }) => [id, record]));
  const records = aloneOnAPage(
    [...newest.values()],
    about.pictures.map((id) => `asset:${id}`),
  );
  const bounds = boundsOf(records, [...newest.keys()]);
  const frame =
    bounds === null
      ? ('fit' as const)
      : { x: bounds.x - marginPx, y: bounds.y - marginPx, w: bounds.w + 2 * marginPx, h: bounds.h + 2 * marginPx };
  const pictures = await about.gather({ records, inFull: new Set(newest.keys()), mostBytes: mostPictureBytes });
  return drawPicture({ records, page: alonePage, frame, ...size, theme: about.theme, pictures });
}
