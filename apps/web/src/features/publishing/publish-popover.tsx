import { Share } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './publish-panel.module.css';
import { PublishPanel } from './publish-panel.tsx';

type PublishPopoverProps = {
  readonly boardId: string;
  /** The school whose work this person publishes. */
  readonly ownSchool: string;
};

/** "Share" in the board's bar: who can see the board outside the schools, and changing that. */
export function PublishPopover(props: PublishPopoverProps): ReactNode {
  const t = useT();
  return (
    <Popover
      label={t('publish.title')}
      trigger={
        <Button icon={Share}>
          <VisuallyHidden where="phone">{t('publish.share')}</VisuallyHidden>
        </Button>
      }
    >
      <div className={styles.popover}>
        <PublishPanel {...props} />
      </div>
    </Popover>
  );
}
