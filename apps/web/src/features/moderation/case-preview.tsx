import type { QueueItem } from '@bridgeboard/protocol';
import { Eye, Maximize, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { firstNameOf } from '../../lib/first-name.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CasePicture } from './case-picture.tsx';
import styles from './case-preview.module.css';

const zooms = [1, 1.5, 2, 3] as const;

/** The piece where it will hang, large, with who sees it now. */
export function CasePreview({ item }: { readonly item: QueueItem }): ReactNode {
  const t = useT();
  const [step, setStep] = useState(0);
  const seen = item.changesApproved ? 'queue.seenChanged' : 'queue.seenBy';
  return (
    <div className={styles.preview}>
      {/* Scrolled by arrow keys as well, once it is larger than its frame. */}
      <div className={styles.frame} tabIndex={step === 0 ? -1 : 0} role="group" aria-label={t('queue.preview')}>
        <CasePicture item={item} view="place" zoom={zooms[step] ?? 1} />
      </div>
      <p className={styles.seen}>
        <Eye aria-hidden />
        {t(seen, { name: firstNameOf(item.author), school: item.school.shortName })}
      </p>
      <div className={styles.zoom} role="group" aria-label={t('queue.zoom')}>
        <IconButton icon={Minus} label={t('queue.zoomOut')} disabled={step === 0} onClick={() => setStep(step - 1)} />
        <IconButton
          icon={Plus}
          label={t('queue.zoomIn')}
          disabled={step === zooms.length - 1}
          onClick={() => setStep(step + 1)}
        />
        <IconButton icon={Maximize} label={t('queue.zoomFit')} disabled={step === 0} onClick={() => setStep(0)} />
      </div>
    </div>
  );
}
