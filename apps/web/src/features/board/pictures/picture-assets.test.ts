import type { TLAsset, TLAssetContext } from 'tldraw';
import { expect, it } from 'vitest';

import { pictureAssets } from './picture-assets.ts';

/** Which picture is fetched that is shown this wide on the screen. */
function fetched(widthPx: number, { hasWeakLink }: { hasWeakLink: boolean }): unknown {
  const props = { src: '/a/x', w: 1_000, h: 500 };
  const asset = { type: 'image', props } as unknown as TLAsset;
  const context = { steppedScreenScale: widthPx / 1_000, dpr: 1 } as TLAssetContext;
  return pictureAssets(hasWeakLink).resolve?.(asset, context);
}

it('[LK2] the small picture does where it is shown small, and on a weak link until it is shown three times as large', () => {
  expect([320, 321].map((px) => fetched(px, { hasWeakLink: false }))).toEqual(['/a/x?size=small', '/a/x']);
  expect([960, 961].map((px) => fetched(px, { hasWeakLink: true }))).toEqual(['/a/x?size=small', '/a/x']);
});
