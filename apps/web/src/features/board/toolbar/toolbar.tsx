import type { ReactNode } from 'react';
import type { Editor } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { classNames } from '../../../ui/class-names.ts';
import { pupilShapes, pupilTools, staffShapes, staffTools } from './board-tools.ts';
import { PenCase } from './pen-case.tsx';
import { PictureButton } from './picture-button.tsx';
import { ShapesMenu } from './shapes-menu.tsx';
import { ToolButton } from './tool-button.tsx';
import styles from './toolbar.module.css';
import { UndoButton, UndoButtons } from './undo-buttons.tsx';
import { useTools } from './use-tools.ts';

type ToolbarProps = {
  readonly editor: Editor;
  readonly forWhom: 'staff' | 'pupil';
};

/** What there is to work with: few tools with their words for pupils, all of them with keys for staff. */
export function Toolbar({ editor, forWhom }: ToolbarProps): ReactNode {
  const t = useT();
  const tools = useTools(editor);
  const isPupil = forWhom === 'pupil';
  const inBar = isPupil ? pupilTools : staffTools;
  return (
    <div role="toolbar" aria-label={t('board.tools')} className={classNames(styles.bar, isPupil && styles.roomy)}>
      {inBar.map((tool) => (
        <ToolButton key={tool.id} tool={tool} tools={tools} withWord={isPupil} />
      ))}
      <PictureButton editor={editor} withWord={isPupil} />
      <ShapesMenu shapes={isPupil ? pupilShapes : staffShapes} tools={tools} withWord={isPupil} />
      <span aria-hidden className={styles.rule} />
      <PenCase editor={editor} withWord={isPupil} />
      <span aria-hidden className={styles.rule} />
      {isPupil ? <UndoButton editor={editor} /> : <UndoButtons editor={editor} />}
    </div>
  );
}
