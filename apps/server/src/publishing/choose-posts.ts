import { distance } from './gather-pieces.ts';
import type { Piece } from './gather-pieces.ts';

/** One line of a published page: words with a picture, words alone, or a picture alone. */
export interface Post {
  readonly piece: Piece;
  /** What to show: the piece itself, or a drawing of the same hand close by; nothing where it would repeat the words. */
  readonly picture: Piece | undefined;
}

/** A note and a drawing by the same hand that are no further apart belong to one thought, in page units. */
const sameThoughtWithin = 160;

function has(piece: Piece, isSo: (type: unknown) => boolean): boolean {
  return piece.records.some((record) => record.typeName === 'shape' && isSo(record['type']));
}

function isDrawnOn(piece: Piece): boolean {
  return has(piece, (type) => type !== 'text' && type !== 'note');
}

function nearest(to: Piece, drawings: readonly Piece[]): Piece | undefined {
  const near = drawings
    .filter(({ author, page }) => author === to.author && page === to.page)
    .map((drawing) => ({ drawing, away: distance(drawing.box, to.box) }))
    .filter(({ away }) => away <= sameThoughtWithin);
  return near.toSorted((one, other) => one.away - other.away)[0]?.drawing;
}

function pictureFor(piece: Piece, drawings: Set<Piece>): Piece | undefined {
  if (isDrawnOn(piece)) return piece;
  const drawing = nearest(piece, [...drawings]);
  if (drawing === undefined) return has(piece, (type) => type === 'note') ? piece : undefined;
  // Each drawing is shown once.
  drawings.delete(drawing);
  return drawing;
}

/**
 * What was written comes first, each with its picture; then the pupils' drawings that stand for themselves. What a
 * teacher draws without words is there to lead the eye on the board and is left to the board's picture.
 */
export function choosePosts(pieces: readonly Piece[]): { written: Post[]; drawn: Post[] } {
  const drawings = new Set(pieces.filter(({ words, role }) => words === '' && role === 'pupil'));
  const written = pieces
    .filter(({ words }) => words !== '')
    .map((piece) => ({ piece, picture: pictureFor(piece, drawings) }));
  return { written, drawn: [...drawings].map((piece) => ({ piece, picture: piece })) };
}
