import type { Board, QueueItem, ViewItem } from '@bridgeboard/protocol';

import type { CaseInPlace } from '../rooms/live-board.ts';
import type { TextChecks } from '../text-checks.ts';
import { contentOf } from './piece-content.ts';

/** What staff of their school call whoever made it. */
export type CaseAuthor = Pick<QueueItem, 'author' | 'className' | 'isGuest'>;

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
  const { id, status, openedAt, changedAt, hash = '', note } = found.case;
  return {
    case: id,
    board: board.id,
    boardTitle: board.title,
    author: author?.author ?? '',
    className: author?.className ?? '',
    ...(author?.isGuest ? { isGuest: true } : {}),
    school,
    ...contentOf(found.case.records, { view, check }),
    kinds: [...found.kinds],
    status,
    openedAt,
    changedAt,
    hash,
    ...(note === undefined ? {} : { note }),
    changesApproved: found.changesApproved,
  };
}
