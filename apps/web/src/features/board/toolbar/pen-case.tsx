import { DefaultColorStyle, DefaultFillStyle, DefaultSizeStyle, getDefaultColorTheme, useValue } from 'tldraw';
import type { Editor, StyleProp } from 'tldraw';
import type { CSSProperties, ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { usePictureTheme } from '../../../lib/use-picture-theme.ts';
import { buttonClass } from '../../../ui/button-look.ts';
import { Chip } from '../../../ui/chip.tsx';
import { Popover } from '../../../ui/popover.tsx';
import styles from './pen-case.module.css';
import { fills, pens, penSizes } from './pens.ts';

type PenCaseProps = {
  readonly editor: Editor;
  /** With the word "Colour" below, for pupils. */
  readonly withWord: boolean;
};

/** Colour, width and fill: of what is selected, and of what is drawn next. */
export function PenCase({ editor, withWord }: PenCaseProps): ReactNode {
  const t = useT();
  const color = useStyle(editor, DefaultColorStyle);
  const name = pens.find((pen) => pen.color === color);
  const label = name === undefined ? t('board.tool.colour') : t('board.tool.colourIs', { colour: t(name.label) });
  return (
    <Popover
      label={t('board.tool.colour')}
      align="center"
      trigger={
        <button
          type="button"
          title={label}
          aria-label={withWord ? undefined : label}
          className={buttonClass({
            look: 'plain',
            size: withWord ? 'touch' : 'control',
            stacked: withWord,
            iconOnly: !withWord,
          })}
        >
          <Dot color={color} />
          {withWord && t('board.tool.colour')}
        </button>
      }
    >
      <Pens editor={editor} />
    </Popover>
  );
}

function Pens({ editor }: { readonly editor: Editor }): ReactNode {
  const t = useT();
  const color = useStyle(editor, DefaultColorStyle);
  const size = useStyle(editor, DefaultSizeStyle);
  const fill = useStyle(editor, DefaultFillStyle);
  return (
    <div className={styles.case}>
      <div role="group" aria-label={t('board.tool.colour')} className={styles.pens}>
        {pens.map((pen) => (
          <button
            key={pen.color}
            type="button"
            title={t(pen.label)}
            aria-label={t(pen.label)}
            aria-pressed={pen.color === color}
            className={styles.pen}
            onClick={() => setStyle(editor, DefaultColorStyle, pen.color)}
          >
            <Dot color={pen.color} />
          </button>
        ))}
      </div>
      <div role="group" aria-label={t('board.tool.width')} className={styles.row}>
        {penSizes.map((one) => (
          <button
            key={one.size}
            type="button"
            aria-label={t(one.label)}
            title={t(one.label)}
            aria-pressed={one.size === size}
            className={styles.pen}
            onClick={() => setStyle(editor, DefaultSizeStyle, one.size)}
          >
            <span className={styles.width} style={{ inlineSize: one.px, blockSize: one.px }} />
          </button>
        ))}
      </div>
      <div role="group" aria-label={t('board.tool.fill')} className={styles.row}>
        {fills.map((one) => (
          <Chip
            key={one.fill}
            aria-pressed={one.fill === fill}
            onClick={() => setStyle(editor, DefaultFillStyle, one.fill)}
          >
            {t(one.label)}
          </Chip>
        ))}
      </div>
    </div>
  );
}

function Dot({ color }: { readonly color: string }): ReactNode {
  const theme = getDefaultColorTheme({ isDarkMode: usePictureTheme() === 'dark' });
  const known = pens.find((pen) => pen.color === color)?.color ?? 'black';
  const style: CSSProperties = { background: theme[known].solid };
  return <span aria-hidden className={styles.dot} style={style} />;
}

/** The style of the selection where it has one, else of what is drawn next. */
function useStyle<T>(editor: Editor, style: StyleProp<T>): T {
  return useValue(
    style.id,
    () => {
      const shared = editor.isIn('select') ? editor.getSharedStyles().get(style) : undefined;
      return shared?.type === 'shared' ? shared.value : editor.getStyleForNextShape(style);
    },
    [editor, style],
  );
}

function setStyle<T>(editor: Editor, style: StyleProp<T>, value: T): void {
  editor.run(() => {
    editor.markHistoryStoppingPoint('change style');
    if (editor.isIn('select')) editor.setStyleForSelectedShapes(style, value);
    editor.setStyleForNextShapes(style, value);
  });
}
