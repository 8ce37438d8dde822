import { ArrowLeft, Clock3, Eye, Inbox } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Editor } from 'tldraw';
import { useLocation } from 'wouter';

import { paths } from '../../../app/paths.ts';
import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { CountBadge } from '../../../ui/count-badge.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { MenuItem } from '../../../ui/menu.tsx';
import { TopBar, TopBarRule, TopBarTitle } from '../../../ui/top-bar.tsx';
import { useBoard } from '../board-context.ts';
import { BoardSaveState } from '../board-save-state.tsx';
import { ConcernButton } from '../concern/concern-button.tsx';
import { PageMenu } from '../page-menu.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { HereNow } from './here-now.tsx';
import styles from './staff-top-bar.module.css';
import { usePageRestores } from './use-page-restores.ts';

type StaffTopBarProps = {
  readonly editor: Editor | null;
  readonly waiting: number;
  readonly isQueueOpen: boolean;
  readonly onQueue: () => void;
  readonly share: ReactNode;
  readonly onLeave: () => void;
};

/** Where one is, who sees this, whether it is safe, who is here, and what waits. */
export function StaffTopBar(props: StaffTopBarProps): ReactNode {
  const t = useT();
  const { title, schools } = useBoard();
  return (
    <TopBar
      start={
        <>
          <IconButton icon={ArrowLeft} label={t('board.back')} onClick={props.onLeave} />
          <TopBarTitle>{title}</TopBarTitle>
        </>
      }
      middle={
        <>
          {props.editor !== null && <StaffPageMenu editor={props.editor} />}
          <TopBarRule />
          <span className={styles.reach}>
            <Eye aria-hidden />
            <span className={styles.words}>{t('board.whoSees', { count: schools.length })}</span>
          </span>
          <TopBarRule />
          <BoardSaveState />
        </>
      }
      end={
        <>
          <HereNow />
          <ConcernButton />
          <Button
            icon={Inbox}
            after={<CountBadge count={props.waiting} />}
            aria-expanded={props.isQueueOpen}
            onClick={props.onQueue}
          >
            <VisuallyHidden where="phone">{t('board.queue')}</VisuallyHidden>
          </Button>
          {props.share}
        </>
      }
    />
  );
}

/** The page menu with the way into the board's past, and the pages that were deleted and can be brought back. */
function StaffPageMenu({ editor }: { readonly editor: Editor }): ReactNode {
  const [isOpen, setIsOpen] = useState(false);
  const restores = usePageRestores(isOpen);
  const t = useT();
  const { boardId } = useBoard();
  const [, navigate] = useLocation();
  const past: MenuItem = {
    id: 'past',
    label: t('timeline.open'),
    icon: Clock3,
    onSelect: () => navigate(paths.timeline(boardId)),
  };
  return <PageMenu editor={editor} mayChange restores={[past, ...restores]} onOpenChange={setIsOpen} />;
}
