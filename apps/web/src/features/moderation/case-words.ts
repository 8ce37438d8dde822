import { getCasePicture } from '@bridgeboard/protocol';
import type { QueueItem } from '@bridgeboard/protocol';

import type { Translate } from '../../i18n/translate.ts';
import { fillPath } from '../../lib/api-client.ts';

/** What a piece says of itself before anybody has seen its picture. */
export type PieceContent = Pick<QueueItem, 'kind' | 'marks' | 'words' | 'found' | 'remarks'>;

/** What a case is in one line: its own words, else what kind of thing it is. */
export function caseLine(item: PieceContent, t: Translate): string {
  return item.words === '' ? caseKind(item, t) : item.words;
}

/** What kind of thing a case is: something drawn, or only something said about a piece. */
export function caseKind(item: PieceContent, t: Translate): string {
  if (!isRemark(item)) return t(`queue.kind.${item.kind}`);
  return t(item.remarks.some(({ text }) => text !== null) ? 'queue.kind.comment' : 'queue.kind.reaction');
}

/** Whether nothing is drawn in a case. */
export function isRemark({ marks, remarks }: Pick<PieceContent, 'marks' | 'remarks'>): boolean {
  return remarks.length > 0 && marks === remarks.length;
}

/** Whether what the pupil made is to be read; phrases for it are others than for a drawing. */
export function isWritten({ kind }: Pick<QueueItem, 'kind'>): boolean {
  return kind !== 'drawing' && kind !== 'picture';
}

/** How a case is drawn: `place` where it will hang, the surroundings faded; `close` alone and small. */
export type CaseView = { readonly view: 'place' | 'close'; readonly theme: 'light' | 'dark' };

/**
 * Address of the server's drawing of a case; the hash in it makes each version a picture of its own. `tall` fills an
 * upright screen.
 */
export function casePicture(item: QueueItem, { view, theme }: CaseView, shape: 'wide' | 'tall' = 'wide'): string {
  const path = fillPath(getCasePicture.path, { board: item.board, case: item.case });
  return `${path}?${new URLSearchParams({ view, theme, shape, hash: item.hash }).toString()}`;
}
