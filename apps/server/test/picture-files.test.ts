import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';

import type { MadePicture } from '../src/pictures/make-picture.ts';
import { PictureMaker } from '../src/pictures/picture-maker.ts';
import { canary, partsOf, photo, photoWithSecrets, png, svg } from './sample-pictures.ts';

const maker = new PictureMaker();
afterAll(() => maker[Symbol.dispose]());

async function made(bytes: Uint8Array): Promise<Extract<MadePicture, { full: Uint8Array }>> {
  const picture = await maker.make(bytes);
  if ('refused' in picture) throw new Error(picture.refused);
  return picture;
}

const gif = Buffer.from('R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==', 'base64');
const html = Buffer.from('<!doctype html><script>alert(1)</script>');
/** The head of a photo of an iPhone: no browser of ours sends one, they turn it into JPEG first. */
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(200)]);

describe('files that are no pictures', () => {
  it.each([
    ['an SVG, whatever its name', async () => Buffer.from(svg)],
    ['an SVG with a byte-order mark', async () => Buffer.from(`\uFEFF<?xml version="1.0"?>${svg}`)],
    ['a page', async () => html],
    ['a GIF', async () => gif],
    [
      'a TIFF',
      async () =>
        sharp(await photo())
          .tiff()
          .toBuffer(),
    ],
    [
      'an AVIF',
      async () =>
        sharp(await photo(64, 64))
          .avif()
          .toBuffer(),
    ],
    ['a HEIC', async () => heic],
    ['nothing but the head of a PNG', async () => png(9, 9).subarray(0, 40)],
    ['a photo broken off in the middle', async () => (await photo()).subarray(0, 400)],
    ['the head of a JPEG before a page', async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), html])],
    ['a PNG whose pixels are noise', async () => Buffer.from(png(40, 40)).fill(7, 80, 110)],
    ['one byte', async () => Buffer.from([0xff])],
  ])('[SEC-23] [SEC-24] %s is FILE_TYPE', async (_name, file) => {
    expect(await maker.make(await file())).toEqual({ refused: 'FILE_TYPE' });
  });

  it('[SEC-24] a picture of too many pixels is refused by its head, before it takes memory', async () => {
    for (const [width, height] of [
      [16_383, 16_383],
      [24_001, 1_000],
      [30_000, 20_000],
    ] as const) {
      expect(await maker.make(png(width, height))).toEqual({ refused: 'TOO_MANY_PIXELS' });
    }
  });

  it('[SEC-24] after each of them the next picture is made', async () => {
    await Promise.all([
      maker.make(html),
      maker.make(png(16_383, 16_383)),
      maker.make((await photo()).subarray(0, 400)),
    ]);
    expect(await made(await photo())).toMatchObject({ width: 640, height: 480 });
  });
});

describe('what is left of a picture', () => {
  it('[SG-16] is its pixels, upright, and nothing that was with them', async () => {
    const sent = await photoWithSecrets();
    expect(sent.toString('latin1').split(canary).length).toBeGreaterThan(5);
    const { width, height, full, small } = await made(sent);
    expect([width, height]).toEqual([480, 640]);
    for (const bytes of [full, small]) {
      expect(partsOf(bytes)).toEqual(['VP8 ']);
      expect(Buffer.from(bytes).includes(canary)).toBe(false);
      const told = await sharp(bytes).metadata();
      for (const name of ['exif', 'xmp', 'iptc', 'icc', 'orientation', 'comments'] as const) {
        expect(told[name], name).toBeUndefined();
      }
    }
  });

  it('[SG-16] [SEC-24] words in a PNG and a page behind a photo are gone', async () => {
    for (const sent of [png(40, 30), Buffer.concat([await photo(), html, Buffer.from(canary)])]) {
      const { full } = await made(sent);
      expect(partsOf(full)).toEqual(['VP8 ']);
      expect(Buffer.from(full).includes(canary)).toBe(false);
      expect(Buffer.from(full).includes('<script>')).toBe(false);
    }
  });

  it('[SEC-24] is one frame, at most 2,048 pixels wide or high, and a small one of 320', async () => {
    const large = await made(await photo(5_000, 2_500));
    expect([large.width, large.height]).toEqual([2_048, 1_024]);
    const { width, height } = await sharp(large.small).metadata();
    expect([width, height]).toEqual([320, 160]);
    const frames = await sharp(
      [gif, gif].map((frame) => frame),
      { join: { animated: true } },
    )
      .webp()
      .toBuffer();
    expect((await sharp((await made(frames)).full).metadata()).pages).toBeUndefined();
  });

  it('keeps what can be seen through', async () => {
    const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: '#0000' } })
      .png()
      .toBuffer();
    expect((await sharp((await made(clear)).full).metadata()).hasAlpha).toBe(true);
  });
});
