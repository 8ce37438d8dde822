import { drawPicture } from '@bridgeboard/picture';
import type { ThemeName } from '@bridgeboard/picture';
import type { BoardRecord, ViewItem } from '@bridgeboard/protocol';

import type { GatherPictures } from '../picture-addresses.ts';

/** Wide enough for a card on a sharp screen. */
const widthPx = 640;
const heightPx = 400;

/** A page of cards stays light. */
const mostPictureBytes = 150_000;

/** The page that comes first in the board's own order. */
function firstPageOf(records: readonly BoardRecord[]): string {
  const order = (page: BoardRecord): string => `${String(page['index'])} ${page.id}`;
  const pages = records.filter(({ typeName }) => typeName === 'page');
  return pages.toSorted((one, other) => (order(one) < order(other) ? -1 : 1))[0]?.id ?? 'page:page';
}

/** A board's first page as one person sees it, for its card. */
export async function drawBoard(board: {
  items: ReadonlyMap<string, ViewItem>;
  title: string;
  theme: ThemeName;
  gather: GatherPictures;
}): Promise<string> {
  const records = [...board.items.values()].map((item) => item.record);
  const pictures = await board.gather({ records, mostBytes: mostPictureBytes });
  const page = firstPageOf(records);
  return drawPicture({
    records,
    page,
    frame: 'fit',
    width: widthPx,
    height: heightPx,
    theme: board.theme,
    title: board.title,
    pictures,
  });
}
