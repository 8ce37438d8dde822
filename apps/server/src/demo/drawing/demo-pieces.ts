import { alnoorPieces } from './alnoor-pieces.ts';
import type { DemoPiece } from './demo-piece.ts';
import { riversidePieces } from './riverside-pieces.ts';

export const demoBoardTitle = 'Our rivers: Aire and Challawa';

/**
 * The lived-in board of the demo, in the order in which it came about: within 1,100 by 720 page
 * units, drawings below words. Always the same, so that a second start shows the same board.
 */
export function demoPieces(): DemoPiece[] {
  return [...riversidePieces(), ...alnoorPieces()];
}
