import { boundsOf, drawPicture } from '@bridgeboard/picture';
import type { Box, ThemeName } from '@bridgeboard/picture';
import type { BoardRecord, ViewItem } from '@bridgeboard/protocol';

import type { GatherPictures } from '../picture-addresses.ts';

interface CasePicture {
  /** What it is of. */
  readonly of: { readonly records: readonly string[]; readonly page: string };
  /** The board as whoever decides on it sees it. */
  readonly items: ReadonlyMap<string, ViewItem>;
  /** `place` shows it where it will hang, `close` alone for a list. */
  readonly view: 'place' | 'close';
  /** In its place on an upright screen, so that a phone is filled. */
  readonly isTall: boolean;
  readonly theme: ThemeName;
  readonly gather: GatherPictures;
}

/** The surroundings stay, faded to this: a drawing alone says too little to judge it. */
const dim = 0.3;
const closeMargin = 24;
/** Staff have to see well what they decide on; in a list a glance is enough. */
const mostPictureBytes = { place: 6_000_000, close: 200_000 } as const;
const sizes = { wide: [1_040, 660], tall: [660, 800] } as const;

function grow({ x, y, w, h }: Box, by: number): Box {
  return { x: x - by, y: y - by, w: w + 2 * by, h: h + 2 * by };
}

/** The case where it will hang: among what is let out already, without all else that waits. */
function recordsAround({ of, items }: Pick<CasePicture, 'of' | 'items'>): BoardRecord[] {
  const own = new Set(shapesOf({ of, items }));
  const shown = [...items.values()].filter(({ record, stamp }) => stamp.reach === 'board' || own.has(record.id));
  return shown.map(({ record }) => record);
}

/** What a case shows: its own shapes, and the pieces about which something is said in it (CO10). */
function shapesOf({ of, items }: Pick<CasePicture, 'of' | 'items'>): string[] {
  const pieces = of.records.map((id) => String(items.get(id)?.record['about'] ?? id));
  return [...new Set(pieces)];
}

/** What a case is about, drawn from the records that whoever decides on it may see. */
export async function drawCase(picture: CasePicture): Promise<string> {
  const { of, view, isTall, theme, gather } = picture;
  const records = recordsAround(picture);
  const ids = shapesOf(picture);
  const inFull = new Set(view === 'place' ? ids : []);
  const pictures = await gather({ records, inFull, mostBytes: mostPictureBytes[view] });
  const { page } = of;
  if (view === 'place') {
    const [width, height] = isTall ? sizes.tall : sizes.wide;
    return drawPicture({ records, page, width, height, emphasis: { ids, dim }, theme, pictures });
  }
  const bounds = boundsOf(records, ids);
  const frame = bounds === null ? 'fit' : grow(bounds, closeMargin);
  return drawPicture({ records, page, frame, width: 160, height: 120, theme, pictures });
}

/** How a picture is asked for, by its address. */
export function looksOf(asked: Readonly<Record<string, unknown>>): Pick<CasePicture, 'view' | 'isTall' | 'theme'> {
  return {
    view: asked['view'] === 'close' ? 'close' : 'place',
    isTall: asked['shape'] === 'tall',
    theme: asked['theme'] === 'dark' ? 'dark' : 'light',
  };
}
