import { Maximize, Minus, Plus } from 'lucide-react';
import { useValue } from 'tldraw';
import type { Editor } from 'tldraw';
import type { ReactNode } from 'react';

import { currentLocale } from '../../../i18n/language.ts';
import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { showWholeBoard } from '../editor/show-whole-board.ts';
import styles from './zoom-control.module.css';

const gently = { animation: { duration: 120 } };

/** Nearer, farther, full size, the whole board. */
export function ZoomControl({ editor }: { readonly editor: Editor }): ReactNode {
  const t = useT();
  const zoom = useValue('zoom', () => editor.getZoomLevel(), [editor]);
  const percent = new Intl.NumberFormat(currentLocale(), { style: 'percent' }).format(zoom);
  const middle = (): ReturnType<Editor['getViewportScreenCenter']> => editor.getViewportScreenCenter();
  return (
    <div role="group" aria-label={t('board.zoom')} className={styles.zoom}>
      <IconButton icon={Minus} label={t('board.zoom.out')} onClick={() => editor.zoomOut(middle(), gently)} />
      <Button look="plain" title={t('board.zoom.full')} onClick={() => editor.resetZoom(middle(), gently)}>
        <span className={styles.percent}>{percent}</span>
      </Button>
      <IconButton icon={Plus} label={t('board.zoom.in')} onClick={() => editor.zoomIn(middle(), gently)} />
      <IconButton
        icon={Maximize}
        label={t('board.zoom.all')}
        onClick={() => showWholeBoard(editor, { isGentle: true })}
      />
    </div>
  );
}
