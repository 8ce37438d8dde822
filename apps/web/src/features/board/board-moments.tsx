import type { ErrorCode } from '@bridgeboard/protocol';
import type { RefusedWork } from '@bridgeboard/sync-client';
import { useEffect } from 'react';

import { useT } from '../../i18n/translate.ts';
import type { MessageId, Translate } from '../../i18n/translate.ts';
import { showToast } from '../../ui/show-toast.tsx';
import { useBoard } from './board-context.ts';

/** Tells of what happens to the person's own work: refused, or a board that was set back. Shows nothing itself. */
export function BoardMoments(): null {
  const t = useT();
  const { session } = useBoard();
  useEffect(
    () =>
      session.listen({
        changed: () => undefined,
        refused: (work) => tellRefused(work, t),
        restored: () => showToast({ tone: 'note', text: t('board.restored') }, 'restored'),
      }),
    [session, t],
  );
  return null;
}

/** One toast for a handful of refusals of one kind: a child reads one sentence. */
export function tellRefused(work: readonly RefusedWork[], t: Translate): void {
  for (const code of new Set(work.map((one) => one.code))) {
    const whose = work.find((one) => one.code === code)?.whose;
    showToast({ tone: 'problem', text: refusalWords(code, whose?.label ?? null, t) }, `refused-${code}`);
  }
}

/** A refusal in plain words: whose it is, or the code's own sentence. */
export function refusalWords(code: ErrorCode, whose: string | null, t: Translate): string {
  if (code === 'NOT_YOURS' && whose !== null) return t('board.belongsTo', { name: whose });
  const id: MessageId = `error.${code}`;
  return t(id);
}
