import { getPicture, putPicture } from '@bridgeboard/protocol';
import type { Asset, Board } from '@bridgeboard/protocol';
import type { AssetStore, BlobStore } from '@bridgeboard/storage';

import { PreparedAnswer } from '../http/call.ts';
import type { Api } from '../http/call.ts';
import { found, Refused } from '../http/refusal.ts';
import { barePolicy } from '../http/security-headers.ts';
import { readBlob } from '../picture-addresses.ts';
import type { LiveBoards, Person } from '../rooms/live-board.ts';
import type { MayShowPicture } from '../picture-consent.ts';
import type { IsSealed } from '../sealed-pictures.ts';
import type { Uploads } from './uploads.service.ts';

interface PictureRoutes {
  readonly uploads: Uploads;
  readonly assets: AssetStore;
  readonly blobs: BlobStore;
  readonly boards: LiveBoards;
  readonly isSealed: IsSealed;
  readonly mayShow: MayShowPicture;
}

/** Pictures: adding one, and its bytes for whoever's view has it. */
export function mountPictures(api: Api, parts: PictureRoutes): void {
  api.on(putPicture, async ({ session: { person }, board, ids, request }) =>
    parts.uploads.take({ person, board, upload: ids.upload }, request),
  );

  api.on(getPicture, async ({ session: { person }, board, ids, request }) => {
    if (await parts.isSealed(ids.asset)) throw new Refused('SEALED');
    const asset = found(await seenBy(parts, { person, board }, ids.asset));
    const { hash } = request.query['size'] === 'small' ? asset.small : asset.full;
    const bytes = found(await readBlob(parts.blobs, hash));
    return new PreparedAnswer({ text: bytes, type: asset.mimeType, policy: barePolicy, isDownload: true });
  });
}

/** P19, P23: what is not in this person's view is answered like what never was. Asked anew for each request, so hiding works at once. */
async function seenBy(
  { assets, boards, mayShow }: PictureRoutes,
  { person, board }: { person: Person; board: Board },
  id: string,
): Promise<Asset | null> {
  const asset = await assets.asset(id);
  if (asset === null) return null;
  const isUploader = asset.author === person.id;
  const isSeen = (await boards.open(board.id)).seesAsset(person, { id: `asset:${id}`, isUploader });
  return isSeen && (isUploader || (await mayShow(asset, person))) ? asset : null;
}
