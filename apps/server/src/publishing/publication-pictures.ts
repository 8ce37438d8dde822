import { drawPicture } from '@bridgeboard/picture';
import type { ThemeName } from '@bridgeboard/picture';
import type { BoardRecord } from '@bridgeboard/protocol';

import type { PictureAddresses } from '../picture-addresses.ts';
import type { Piece } from './gather-pieces.ts';

const boardWidthPx = 1_100;
const smallPx = { width: 240, height: 180 } as const;
const marginUnits = 16;
/** A tiny mark is not blown up to fill its picture, in page units. */
const leastUnits = 120;

/** The whole board, for the top of the page. */
export function drawPublishedBoard(board: {
  records: readonly BoardRecord[];
  page: string;
  theme: ThemeName;
  title: string;
  pictures: PictureAddresses;
}): string {
  return drawPicture({ ...board, frame: 'fit', width: boardWidthPx });
}

/** One piece of work alone: what lies beside it belongs to others. */
export function drawPiece({ records, page, box }: Piece, pictures: PictureAddresses): string {
  const w = Math.max(leastUnits, box.w + 2 * marginUnits);
  const h = Math.max(leastUnits * 0.75, box.h + 2 * marginUnits);
  const frame = { x: box.x + box.w / 2 - w / 2, y: box.y + box.h / 2 - h / 2, w, h };
  return drawPicture({ records, page, frame, pictures, ...smallPx });
}

const escapes: Readonly<Record<string, string>> = {
  '%': '%25',
  '#': '%23',
  '<': '%3C',
  '>': '%3E',
  '"': '%22',
  '\n': '',
};

/** A picture as an address that holds it: a page with twenty small pictures makes no request for them. */
export function asDataAddress(svg: string): string {
  return `data:image/svg+xml,${svg.replaceAll(/[%#<>"\n]/g, (character) => escapes[character] ?? '')}`;
}
