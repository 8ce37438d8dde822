import type { ErrorCode } from '@bridgeboard/protocol';

/** A picture ready to be sent, made on the device: small, upright, and without what the camera wrote beside it. */
export interface ShrunkPicture {
  readonly bytes: Blob;
  readonly width: number;
  readonly height: number;
}

/** What a file chooser offers, and what is taken when it is dropped or pasted. A phone turns its own kinds into these. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

const mostPx = 2_048;
/** A file beyond this is no photo, and a tablet would run out of memory over it. */
const mostBytes = 60_000_000;
const quality = 0.85;

/** Draws a picture anew, no larger than a board needs it; or why that cannot be done. */
export async function shrinkPicture(file: Blob): Promise<ShrunkPicture | ErrorCode> {
  if (!pictureTypes.some((type) => type === file.type)) return 'FILE_TYPE';
  if (file.size > mostBytes) return 'FILE_TOO_BIG';
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return 'FILE_TYPE';
  }
  const factor = Math.min(1, mostPx / Math.max(bitmap.width, bitmap.height));
  const width = Math.max(1, Math.round(bitmap.width * factor));
  const height = Math.max(1, Math.round(bitmap.height * factor));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  pen?.drawImage(bitmap, 0, 0, width, height);
  bitmap.close();
  const bytes = await encoded(canvas);
  return bytes === null ? 'FILE_TYPE' : { bytes, width, height };
}

/** A browser that cannot write WebP says so by writing PNG, which is too large for a photo. */
async function encoded(canvas: HTMLCanvasElement): Promise<Blob | null> {
  const webp = await blobOf(canvas, 'image/webp');
  if (webp === null || webp.type === 'image/webp') return webp;
  const pen = canvas.getContext('2d');
  if (pen) {
    // JPEG knows nothing to see through: paper is better behind it than black.
    pen.globalCompositeOperation = 'destination-over';
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
  }
  return blobOf(canvas, 'image/jpeg');
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob | null> {
  return new Promise((resolve) => {
    canvas.toBlob(resolve, type, quality);
  });
}
