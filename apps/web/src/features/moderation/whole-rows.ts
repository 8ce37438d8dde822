import { readMark } from '@bridgeboard/protocol';
import type { QueueItem, SchoolBrief, WaitingLine, WholeQueue } from '@bridgeboard/protocol';

import type { ToldItems } from './whole-queue-api.ts';

/** What waits as rows of one list: what is in a piece stands there once it has been told; until then its row says whose it is. */
export function wholeRows(queue: WholeQueue, about: { told: ToldItems; school: SchoolBrief }): QueueItem[] {
  const { told, school } = about;
  const titles = new Map(queue.boards.map(({ id, title }) => [id, title]));
  return queue.lines.flatMap((line): QueueItem[] => {
    const item = told.items.get(line.case);
    if (item) return [item];
    if (told.gone.has(line.case)) return [];
    const author = queue.authors[line.author] ?? { name: '', className: '' };
    return [
      blank(line, {
        boardTitle: titles.get(line.board) ?? '',
        author: author.name,
        className: author.className,
        ...(author.isGuest ? { isGuest: true } : {}),
        school,
      }),
    ];
  });
}

function blank(
  line: WaitingLine,
  known: Pick<QueueItem, 'boardTitle' | 'author' | 'className' | 'isGuest' | 'school'>,
): QueueItem {
  const { case: id, board, kinds, openedAt, changedAt } = line;
  // What was found is known before the words are; where it stands comes with them.
  const found = line.found.map((mark) => ({ ...readMark(mark), from: 0, to: 0 }));
  const nothing = { marks: 0, words: '', remarks: [], found, hash: '', changesApproved: false };
  return { case: id, board, kinds, openedAt, changedAt, ...known, ...nothing, kind: kindOf(kinds), status: 'waiting' };
}

/** Whether what is in it has been told. */
export function isTold({ marks }: Pick<QueueItem, 'marks'>): boolean {
  return marks > 0;
}

function kindOf(kinds: WaitingLine['kinds']): QueueItem['kind'] {
  const [only, ...others] = kinds;
  if (only === undefined || others.length > 0) return 'mixed';
  return only === 'words' ? 'text' : only;
}
