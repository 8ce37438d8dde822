import * as z from 'zod/mini';

import { entityId } from './ids.ts';

/** SHA-256 of bytes, hex: what stored bytes are called inside the store, and nowhere else. */
export const blobHash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** Bytes of one size of a picture. */
const assetBlob = z.object({ hash: blobHash, bytes: z.int().check(z.positive()) });

/** One picture that somebody uploaded to a board. Its id is random, so that nothing tells whether equal bytes are kept (P19). */
export const asset = z.object({
  id: entityId,
  board: entityId,
  author: entityId,
  school: entityId,
  /** The name that the browser gave this upload: sent again, it is the same picture. */
  upload: entityId,
  mimeType: z.enum(['image/webp']),
  width: z.int().check(z.positive()),
  height: z.int().check(z.positive()),
  full: assetBlob,
  /** The same picture, at most 320 pixels wide or high. */
  small: assetBlob,
  uploadedAt: z.number(),
  /** Whether it was found on its board after a day; those that were not are gone. */
  isKept: z.boolean(),
});
export type Asset = z.infer<typeof asset>;

/** As much of a picture as its board has to know. */
export const uploadedAsset = z.object({
  id: entityId,
  mimeType: z.string(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
});
export type UploadedAsset = z.infer<typeof uploadedAsset>;
