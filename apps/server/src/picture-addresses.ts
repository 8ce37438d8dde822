import type { BoardRecord } from '@bridgeboard/protocol';
import type { AssetStore, BlobStore } from '@bridgeboard/storage';

import type { MayShowPicture, PictureReader } from './picture-consent.ts';
import type { IsSealed } from './sealed-pictures.ts';

/** Addresses that hold the bytes of pictures themselves, by the ids of their records. */
export type PictureAddresses = ReadonlyMap<string, string>;

/** What of a view's pictures is wanted for a drawing of it. */
interface Wish {
  /** One view's records, as it may see them: only pictures that are among them are looked up. */
  readonly records: readonly BoardRecord[];
  /** Images that are worth being seen in full; of all others the small picture will do. */
  readonly inFull?: ReadonlySet<string>;
  /** Once so many bytes are gathered the rest is left out, and its place is drawn instead. */
  readonly mostBytes: number;
}

/** Gathers pictures for a drawing, which can load nothing by itself. */
export type GatherPictures = (wish: Wish) => Promise<PictureAddresses>;

/** The pictures that may be shown to whoever the drawing is for. */
export type GatherFor = (reader: PictureReader) => GatherPictures;

/** The pictures of this store, but for those that are sealed (SG-15) or not for this reader (CN3): their places are drawn instead. */
export function createPictureGatherer(parts: {
  assets: Pick<AssetStore, 'asset'>;
  blobs: Pick<BlobStore, 'read'>;
  isSealed: IsSealed;
  mayShow: MayShowPicture;
}): GatherFor {
  const { assets, blobs, isSealed, mayShow } = parts;
  return (reader) =>
    async ({ records, inFull, mostBytes }) => {
      const found = new Map<string, string>();
      let left = mostBytes;
      for (const [id, isFull] of wantedOf(records, inFull)) {
        const asset = await assets.asset(id.slice('asset:'.length));
        const blob = isFull ? asset?.full : asset?.small;
        if (!asset || !blob || blob.bytes > left) continue;
        if ((await isSealed(asset.id)) || !(await mayShow(asset, reader))) continue;
        const bytes = await readBlob(blobs, blob.hash);
        if (bytes === null) continue;
        left -= blob.bytes;
        found.set(id, `data:${asset.mimeType};base64,${bytes.toString('base64')}`);
      }
      return found;
    };
}

/** Pictures that images of these records show and that are among them; those that are wanted in full come first. */
function wantedOf(records: readonly BoardRecord[], inFull: ReadonlySet<string> = new Set()): [string, boolean][] {
  const wanted = new Map<string, boolean>();
  for (const { id, typeName } of records) if (typeName === 'asset') wanted.set(id, false);
  for (const record of records) {
    const asset = assetShownBy(record);
    if (asset !== null && inFull.has(record.id) && wanted.has(asset)) wanted.set(asset, true);
  }
  return [...wanted].toSorted(([, one], [, other]) => Number(other) - Number(one));
}

/** The record of the picture that a shape shows, by its id; null where it shows none. */
export function assetShownBy({ props }: BoardRecord): string | null {
  const id = typeof props === 'object' && props !== null && 'assetId' in props ? props['assetId'] : null;
  return typeof id === 'string' ? id : null;
}

/** Bytes as one piece, or null. Pictures are kept small enough for that. */
export async function readBlob(blobs: Pick<BlobStore, 'read'>, hash: string): Promise<Buffer | null> {
  const pieces = await blobs.read(hash);
  if (pieces === null) return null;
  const found: Uint8Array[] = [];
  for await (const piece of pieces) found.push(piece);
  return Buffer.concat(found);
}
