import { Eye, Maximize, Minus, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import styles from './piece-preview.module.css';

const zooms = [1, 1.5, 2, 3] as const;

type PiecePreviewProps = {
  /** Who sees it now. */
  readonly seen: string;
  readonly picture: (zoom: number) => ReactNode;
};

/** The piece where it will hang, large, with who sees it now. */
export function PiecePreview({ seen, picture }: PiecePreviewProps): ReactNode {
  const t = useT();
  const [step, setStep] = useState(0);
  return (
    <div className={styles.preview}>
      {/* Scrolled by arrow keys as well, once it is larger than its frame. */}
      <div className={styles.frame} tabIndex={step === 0 ? -1 : 0} role="group" aria-label={t('queue.preview')}>
        {picture(zooms[step] ?? 1)}
      </div>
      <p className={styles.seen}>
        <Eye aria-hidden />
        {seen}
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
