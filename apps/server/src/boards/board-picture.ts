import { drawPicture } from '@bridgeboard/picture';
import type { ThemeName } from '@bridgeboard/picture';
import type { BoardRecord, ViewItem } from '@bridgeboard/protocol';

import type { GatherPictures } from '../picture-addresses.ts';

/** Wide enough for a card on a sharp screen; a page of cards stays light. */
const cardSize = { width: 640, height: 400, mostPictureBytes: 150_000 };

/** The pages in the board's own order. */
export function pagesInOrder(records: readonly BoardRecord[]): BoardRecord[] {
  const order = (page: BoardRecord): string => `${String(page['index'])} ${page.id}`;
  const pages = records.filter(({ typeName }) => typeName === 'page');
  return pages.toSorted((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** A page of a board as one view has it, the first where none is named; as large as a card where nothing else is said. */
export async function drawBoard(board: {
  items: ReadonlyMap<string, ViewItem>;
  title: string;
  theme: ThemeName;
  gather: GatherPictures;
  page?: string | undefined;
  size?: typeof cardSize | undefined;
}): Promise<string> {
  const records = [...board.items.values()].map((item) => item.record);
  const { mostPictureBytes, ...size } = board.size ?? cardSize;
  const pictures = await board.gather({ records, mostBytes: mostPictureBytes });
  const page = board.page ?? pagesInOrder(records)[0]?.id ?? 'page:page';
  return drawPicture({
    records,
    page,
    frame: 'fit',
    ...size,
    theme: board.theme,
    title: board.title,
    pictures,
  });
}
