import type { DeletedPage } from '@bridgeboard/protocol';
import { History } from 'lucide-react';

import { useT } from '../../../i18n/translate.ts';
import { describeFailure } from '../../../lib/describe-failure.ts';
import { formatLocale } from '../../../lib/format-locale.ts';
import type { MenuItem } from '../../../ui/menu.tsx';
import { showToast } from '../../../ui/show-toast.tsx';
import { useBoard } from '../board-context.ts';
import { pageName } from '../page-name.ts';
import { useDeletedPages, useRestorePage } from './deleted-pages-api.ts';

/** So many fit into a menu; the others come into it as these are brought back. */
const mostShown = 5;

/** Lines of the page menu that bring deleted pages back (P17), while the menu is open. */
export function usePageRestores(isOpen: boolean): MenuItem[] {
  const t = useT();
  const { boardId } = useBoard();
  const restore = useRestorePage(boardId);
  const pages = useDeletedPages(boardId, isOpen);
  function bringBack({ page, name }: DeletedPage): void {
    restore.mutate(page, {
      onSuccess: () => showToast({ text: t('board.page.restored', { name: pageName(name, t) }) }, page),
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }, page),
    });
  }
  const moment = new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium', timeStyle: 'short' });
  return pages.slice(0, mostShown).map((one) => ({
    id: one.page,
    label: t('board.page.restore', { name: pageName(one.name, t) }),
    note: t('board.page.deleted', { when: moment.format(one.deletedAt), who: one.by?.label ?? '', count: one.things }),
    icon: History,
    onSelect: () => bringBack(one),
  }));
}
