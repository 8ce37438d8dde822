import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Editor } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TopBar, TopBarRule, TopBarTitle } from '../../../ui/top-bar.tsx';
import { useBoard } from '../board-context.ts';
import { BoardSaveState } from '../board-save-state.tsx';
import { ConcernButton } from '../concern/concern-button.tsx';
import { PageMenu } from '../page-menu.tsx';
import { slotOf } from '../people-words.ts';
import { MyWork } from './my-work.tsx';
import { PassOn } from './pass-on.tsx';
import styles from './pupil-top-bar.module.css';
import type { SharedTablet } from './shared-tablet.ts';

type PupilTopBarProps = {
  readonly editor: Editor | null;
  readonly onLeave: () => void;
  readonly tablet: SharedTablet | undefined;
};

/** Where one is, whether it is safe, and what became of the own work. */
export function PupilTopBar({ editor, onLeave, tablet }: PupilTopBarProps): ReactNode {
  const t = useT();
  const { title, you, schools } = useBoard();
  return (
    <TopBar
      size="touch"
      start={
        <>
          <IconButton icon={ArrowLeft} size="touch" label={t('board.leave')} onClick={onLeave} />
          <TopBarTitle>{title}</TopBarTitle>
        </>
      }
      middle={
        <>
          {editor !== null && <PageMenu editor={editor} mayChange={false} />}
          <TopBarRule />
          <BoardSaveState />
        </>
      }
      end={
        <>
          {tablet !== undefined && <PassOn tablet={tablet} />}
          <ConcernButton />
          <MyWork editor={editor} />
          <span className={styles.who}>
            <Avatar name={you.label} slot={slotOf(you, schools)} />
          </span>
        </>
      }
    />
  );
}
