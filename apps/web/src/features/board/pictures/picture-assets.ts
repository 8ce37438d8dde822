import type { TLAssetStore } from 'tldraw';

/** As wide or high as the small size of a picture is. */
const smallPx = 320;
/** On a weak link the small one will do until it is looked at much larger. */
const smallOnWeakLinkPx = 3 * smallPx;

/** Where the editor gets the bytes of a picture: from our own server, the small ones first. It uploads nothing by itself. */
export function pictureAssets(hasWeakLink: boolean): TLAssetStore {
  const mostPx = hasWeakLink ? smallOnWeakLinkPx : smallPx;
  return {
    upload: () => Promise.reject(new Error('pictures are added by the board')),
    resolve({ type, props }, { steppedScreenScale, dpr }) {
      if (type !== 'image' || props.src === null) return null;
      const neededPx = Math.max(props.w, props.h) * steppedScreenScale * dpr;
      return neededPx <= mostPx ? `${props.src}?size=small` : props.src;
    },
  };
}
