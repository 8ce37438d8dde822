import type { ErrorCode } from '@bridgeboard/protocol';
import type { RefusedWork } from '@bridgeboard/sync-client';
import { useEffect } from 'react';

import { formatClock, formatDate } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import type { MessageId, Translate } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { showToast } from '../../ui/show-toast.tsx';
import { useBoard } from './board-context.ts';
import { useObservable } from './use-observable.ts';

/** Tells of what happens to the person's own work: refused, or a board that was set back. Shows nothing itself. */
export function BoardMoments(): null {
  const t = useT();
  const { session, schools, you } = useBoard();
  const zone = schools.find(({ id }) => id === you.school)?.timeZone ?? 'UTC';
  const restored = useObservable(session.restored);
  useEffect(() => session.listen({ changed: () => undefined, refused: (work) => tellRefused(work, t) }), [session, t]);
  useEffect(() => {
    if (restored) showToast({ tone: 'note', text: restoredWords(restored.to, { t, zone }) }, 'restored');
  }, [restored, t, zone]);
  return null;
}

/** Which moment a board was set back to, on the clock of the reader's school. */
function restoredWords(to: number | null, how: { t: Translate; zone: string }): string {
  if (to === null) return how.t('board.restored');
  const at = new Date(to);
  const [day, clock] = [formatDate(at, how.zone, formatLocale()), formatClock(at, how.zone, formatLocale())];
  return how.t('board.restoredTo', { day, clock });
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
