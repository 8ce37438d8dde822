import { defaultAddFontsFromNode, tipTapDefaultExtensions } from 'tldraw';
import type { TLTextOptions } from 'tldraw';

/** tldraw's rich text without links: an address in a note is words to be read, and the gate takes no other. */
export const textOptions: TLTextOptions = {
  addFontsFromNode: defaultAddFontsFromNode,
  tipTapConfig: { extensions: tipTapDefaultExtensions.filter(({ name }) => name !== 'link') },
};
