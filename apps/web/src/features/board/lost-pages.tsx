import { useEffect, useRef } from 'react';

import { useT } from '../../i18n/translate.ts';
import { showToast } from '../../ui/show-toast.tsx';
import { useBoard } from './board-context.ts';
import { pageName } from './page-name.ts';
import { useObservable } from './use-observable.ts';

/** Whoever comes back later than this, in ms, finds it under "My work" or in the page menu, and is not told each time. */
const newsForMs = 24 * 3_600_000;

/** Tells that a page went with own work on it (P17). Shows nothing itself. */
export function LostPages(): null {
  const t = useT();
  const { session, you } = useBoard();
  const lost = useObservable(session.lost);
  const told = useRef(new Set<string>());
  useEffect(() => {
    for (const { page, name, at } of lost) {
      const key = `${page} ${at}`;
      if (told.current.has(key) || Date.now() - at > newsForMs) continue;
      told.current.add(key);
      const message = you.role === 'staff' ? 'board.page.lostStaff' : 'board.page.lost';
      showToast({ tone: 'note', text: t(message, { name: pageName(name, t) }) }, `lost-${page}`);
    }
  }, [lost, you.role, t]);
  return null;
}
