import type { PieceOfWork } from '@bridgeboard/domain';
import { boundsOf, drawPicture, textOf } from '@bridgeboard/picture';
import type { ThemeName } from '@bridgeboard/picture';
import { reactionSigns, type BoardRecord, type ViewItem, type WorkPiece } from '@bridgeboard/protocol';

import { assetShownBy, type GatherPictures } from '../picture-addresses.ts';
import { excerptOf } from './case-excerpt.ts';

interface PieceInPlace {
  readonly piece: PieceOfWork;
  /** The board as whoever asks sees it: what the piece stands in is taken from there. */
  readonly items: ReadonlyMap<string, ViewItem>;
}

const widthPx = 320;
const mostBytes = 400_000;
const margin = 12;

function isShape({ typeName }: BoardRecord): boolean {
  return typeName === 'shape';
}

/** The shapes of a piece with what they stand in, on a page that has nothing else. */
function sceneOf({ piece, items }: PieceInPlace): BoardRecord[] {
  const { page } = piece.case;
  const scene = new Map(piece.records.map((record) => [record.id, record]));
  // What is put in here is come by as well, up to the page.
  for (const [id, record] of scene) {
    const parent = String(record['parentId']);
    if (!isShape(record) || parent === page || scene.has(parent)) continue;
    const around = items.get(parent)?.record;
    if (around) scene.set(parent, around);
    else scene.set(id, { ...record, parentId: page });
  }
  const pictures = [...scene.values()].flatMap((record) => assetShownBy(record) ?? []);
  const assets = [...new Set(pictures)].map((id) => ({ id, typeName: 'asset' }));
  return [{ id: page, typeName: 'page', name: '', index: 'a1', meta: {} }, ...scene.values(), ...assets];
}

function shapesOf({ records }: PieceOfWork): string[] {
  return records.filter(isShape).map(({ id }) => id);
}

/** A piece as its author's list tells of it. */
export function tellPiece(inPlace: PieceInPlace): WorkPiece {
  const { case: told, records, isPutAway } = inPlace.piece;
  const { id, page, changedAt, note } = told;
  const texts = records.map((record) => (isShape(record) ? textOf(record) : String(record['text'] ?? '')));
  const shapes = shapesOf(inPlace.piece);
  const isRejected = told.status === 'rejected';
  return {
    case: id,
    // To its author a piece that is being drawn waits already.
    status: told.status === 'drawing' || told.status === 'withdrawn' ? 'waiting' : told.status,
    page,
    changedAt,
    ...(note === undefined ? {} : { note }),
    words: excerptOf(texts),
    signs: records.flatMap(({ sign }) => reactionSigns.find((known) => known === sign) ?? []),
    isPutAway,
    place: shapes.length === 0 ? null : boundsOf(sceneOf(inPlace), shapes),
    records: isRejected ? records.filter(({ typeName }) => typeName === 'shape' || typeName === 'binding') : [],
  };
}

/** A piece alone, or null where nothing of it can be drawn. */
export async function drawPiece(
  inPlace: PieceInPlace,
  how: { theme: ThemeName; gather: GatherPictures },
): Promise<string | null> {
  const records = sceneOf(inPlace);
  const bounds = boundsOf(records, shapesOf(inPlace.piece));
  if (bounds === null) return null;
  const { x, y, w, h } = bounds;
  const frame = { x: x - margin, y: y - margin, w: w + 2 * margin, h: h + 2 * margin };
  const pictures = await how.gather({ records, mostBytes });
  const { page } = inPlace.piece.case;
  return drawPicture({ records, page, frame, width: widthPx, theme: how.theme, pictures });
}
