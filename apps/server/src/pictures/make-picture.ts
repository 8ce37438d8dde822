import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import type { Sharp } from 'sharp';

/** What a picture may be at most, and how large its two sizes are, in pixels. */
export interface PictureWish {
  readonly bytes: Uint8Array;
  readonly mostPixels: number;
}

/** A picture made anew from its pixels alone, in two sizes; or why it was not. */
export type MadePicture =
  | { readonly width: number; readonly height: number; readonly full: Uint8Array; readonly small: Uint8Array }
  | { readonly refused: 'FILE_TYPE' | 'TOO_MANY_PIXELS' };

const taken: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);
/** Enough of a file to know what it is. */
const headBytes = 4_100;
const fullPx = 2_048;
const smallPx = 320;

// No other decoder of the library can be reached, whatever a file pretends to be.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
});
sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes a picture and encodes it anew: upright, one frame, in sRGB, without anything that is not a pixel (SG-16). What
 * follows the picture in its file, or was hidden in it, has no way through.
 */
export async function makePicture({ bytes, mostPixels }: PictureWish): Promise<MadePicture> {
  const type = await fileTypeFromBuffer(bytes.subarray(0, headBytes));
  if (!taken.has(type?.mime ?? '')) return { refused: 'FILE_TYPE' };
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > mostPixels) return { refused: 'TOO_MANY_PIXELS' };
    const strict = { limitInputPixels: mostPixels, pages: 1, failOn: 'warning' } as const;
    const upright = sharp(bytes, strict).autoOrient().toColourspace('srgb');
    const full = await within(upright, fullPx).webp({ quality: 84 }).toBuffer({ resolveWithObject: true });
    const small = await within(sharp(full.data), smallPx).webp({ quality: 76 }).toBuffer();
    return { width: full.info.width, height: full.info.height, full: full.data, small };
  } catch {
    // Broken off, spoilt, or something else under this name: the library's own words would tell how it works.
    return { refused: 'FILE_TYPE' };
  }
}

function within(picture: Sharp, px: number): Sharp {
  return picture.resize({ width: px, height: px, fit: 'inside', withoutEnlargement: true });
}
