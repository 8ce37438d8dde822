import { encode } from 'uqr';

/** Modules of quiet paper around a code, without which cameras do not find it. */
const quietZone = 3;

/** A QR code as one path in a square of `size` units, for a page of the app and for one that the server makes. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: quietZone });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: dark.join('') };
}
