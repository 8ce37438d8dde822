import type { BoardRules } from '@bridgeboard/protocol';
import { useValue } from 'tldraw';
import type { Editor } from 'tldraw';

import { useBoard } from '../board-context.ts';
import { restOf } from '../notices.ts';
import type { Rest } from '../notices.ts';
import { useObservable } from '../use-observable.ts';

/** Whether somebody who can only look on may still say something (CO5). */
export function mayRemark(rest: Rest | null): boolean {
  return rest === null || rest.message === 'board.commentOnly';
}

/** Whether a teacher reads what a pupil says before anybody else does. */
export function isReadFirst(rules: BoardRules | null, school: string): boolean {
  return (rules?.schools.find((one) => one.school === school)?.mode ?? 'held') === 'held';
}

/** Whether a piece still waits, so that what staff say about it, which is out at once, has nothing to stand on (CO2). */
export function usePieceWaits(piece: string | null): boolean {
  const { session, you } = useBoard();
  useObservable(session.stamps);
  const reach = piece === null ? undefined : session.stampOf(piece)?.reach;
  return you.role === 'staff' && reach !== undefined && reach !== 'board';
}

/** Whether this person may say something about what is on the page that is open. */
export function useMayRemark(editor: Editor): boolean {
  const { session, you, schools } = useBoard();
  const page = useValue('page', () => editor.getCurrentPageId(), [editor]);
  const [rules, standing] = [useObservable(session.rules), useObservable(session.standing)];
  return mayRemark(restOf({ you, schools, page, rules, standing }));
}
