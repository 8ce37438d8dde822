import { textOf } from '@bridgeboard/picture';
import {
  isRemarkId,
  reactionSigns,
  type Board,
  type BoardRecord,
  type QueueItem,
  type Remark,
  type ViewItem,
} from '@bridgeboard/protocol';

import type { CaseInPlace } from '../rooms/live-board.ts';
import type { TextChecks } from '../text-checks.ts';
import { excerptOf, excerptWithFinds } from './case-excerpt.ts';

const kinds: Readonly<Record<string, QueueItem['kind']>> = { note: 'note', text: 'text', image: 'picture' };

function kindOf(shapes: readonly BoardRecord[]): QueueItem['kind'] {
  const found = new Set(shapes.map((shape) => kinds[String(shape['type'])] ?? 'drawing'));
  return found.size === 1 ? ([...found][0] ?? 'mixed') : 'mixed';
}

/** CO10: what is said in a case, with the piece that each is about. */
function remarksOf(records: readonly BoardRecord[], view: ReadonlyMap<string, ViewItem>): Remark[] {
  return records.flatMap((record): Remark[] => {
    const { about, text, sign } = record;
    if (!isRemarkId(record.id)) return [];
    const piece = view.get(String(about))?.record;
    const given = reactionSigns.find((known) => known === sign) ?? null;
    return [
      { text: typeof text === 'string' ? text : null, sign: given, about: excerptOf(piece ? [textOf(piece)] : []) },
    ];
  });
}

/** What staff of their school call whoever made it. */
export type CaseAuthor = Pick<QueueItem, 'author' | 'className'>;

/** What a case is told from. */
export interface CaseFacts {
  readonly board: Board;
  readonly found: CaseInPlace;
  readonly view: ReadonlyMap<string, ViewItem>;
  readonly check: Awaited<ReturnType<TextChecks['of']>>;
  readonly school: QueueItem['school'];
  readonly author: CaseAuthor | undefined;
}

/** A case with all that is needed to judge it. */
export function itemOf({ board, found, view, check, school, author }: CaseFacts): QueueItem {
  const records = found.case.records.flatMap((id) => view.get(id)?.record ?? []);
  const shapes = records.filter(({ typeName }) => typeName === 'shape');
  const remarks = remarksOf(records, view);
  const { id, status, openedAt, changedAt, hash = '', note } = found.case;
  return {
    case: id,
    board: board.id,
    boardTitle: board.title,
    author: author?.author ?? '',
    className: author?.className ?? '',
    school,
    kind: shapes.length === 0 && remarks.length > 0 ? 'text' : kindOf(shapes),
    kinds: [...found.kinds],
    marks: shapes.length + remarks.length,
    ...excerptWithFinds([...shapes.map(textOf), ...remarks.map(({ text }) => text ?? '')], check),
    remarks,
    status,
    openedAt,
    changedAt,
    hash,
    ...(note === undefined ? {} : { note }),
    changesApproved: found.changesApproved,
  };
}
