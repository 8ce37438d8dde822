import { crc32, deflateSync } from 'node:zlib';

import sharp from 'sharp';
import type { Sharp } from 'sharp';

/** Stands in every place of a file where something other than pixels can be. */
export const canary = 'XQ7canary';

function plain(width: number, height: number, background = '#3a7ca5'): Sharp {
  return sharp({ create: { width, height, channels: 3, background } });
}

/** A picture as a school's tablet takes it. */
export async function photo(width = 640, height = 480, colour?: string): Promise<Buffer> {
  return plain(width, height, colour).jpeg().toBuffer();
}

/** The same lying on its side, with the place and the camera's number in it, XMP, a colour profile, a comment and a file behind its end. */
export async function photoWithSecrets(): Promise<Buffer> {
  const exif = {
    IFD0: { Artist: canary, ImageDescription: canary, Copyright: canary },
    IFD2: { BodySerialNumber: canary },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '53/1 47/1 58/1', GPSLongitudeRef: 'W', GPSLongitude: '1/1 32/1 5/1' },
  };
  const told = await plain(640, 480)
    .withExif(exif)
    .withXmp(xmp)
    .withIccProfile('p3')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, 2 + canary.length]), Buffer.from(canary)]);
  const thumbnail = await photo(64, 64);
  return Buffer.concat([told.subarray(0, 2), comment, told.subarray(2), Buffer.from(canary), thumbnail]);
}

const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${canary}</dc:title></rdf:Description></rdf:RDF></x:xmpmeta>`;

export const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script><image href="https://evil.example/x"/></svg>`;

/** A PNG of so many pixels by its head, with words in it, and next to nothing behind. */
export function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(height > 9_999 ? 9 : (width * 3 + 1) * height));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from(`Author\0${canary}`)),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** Names of the parts of a WebP file. */
export function partsOf(webp: Uint8Array): string[] {
  const bytes = Buffer.from(webp);
  const names: string[] = [];
  for (let at = 12; at < bytes.length;) {
    names.push(bytes.toString('latin1', at, at + 4));
    const length = bytes.readUInt32LE(at + 4);
    at += 8 + length + (length % 2);
  }
  return names;
}
