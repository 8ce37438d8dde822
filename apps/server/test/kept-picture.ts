import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import type { Asset } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { makePicture } from '../src/pictures/make-picture.ts';
import { png } from './sample-pictures.ts';

/** Whose picture it is, where and when it was uploaded, and how large it is. */
type Wish = Pick<Asset, 'id' | 'board' | 'author' | 'school' | 'uploadedAt' | 'width' | 'height'>;

/** Keeps a picture as an upload does, without a server. */
export async function keepPicture({ assets, blobs }: Pick<Storage, 'assets' | 'blobs'>, wish: Wish): Promise<Asset> {
  const { width, height } = wish;
  const made = await makePicture({ bytes: png(width, height), mostPixels: width * height });
  if ('refused' in made) throw new Error(`the picture was refused: ${made.refused}`);
  const keep = async (bytes: Uint8Array): Promise<Asset['full']> => {
    const hash = createHash('sha256').update(bytes).digest('hex');
    await blobs.put(hash, Readable.from([bytes]));
    return { hash, bytes: bytes.length };
  };
  const [full, small] = [await keep(made.full), await keep(made.small)];
  const asset: Asset = { ...wish, upload: `upload-of-${wish.id}`, mimeType: 'image/webp', full, small, isKept: false };
  await assets.create(asset);
  return asset;
}
