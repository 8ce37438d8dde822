import { Shapes } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Popover } from '../../../ui/popover.tsx';
import type { BoardTool } from './board-tools.ts';
import styles from './toolbar.module.css';
import type { ToolInHand } from './use-tools.ts';

type ShapesMenuProps = {
  readonly shapes: readonly BoardTool[];
  readonly tools: ToolInHand;
  readonly withWord: boolean;
};

/** Shapes and the rarer tools; the one in the hand shows on the button. */
export function ShapesMenu({ shapes, tools, withWord }: ShapesMenuProps): ReactNode {
  const t = useT();
  const [isOpen, setIsOpen] = useState(false);
  const inHand = shapes.find((shape) => tools.isInHand(shape));
  const shared = { icon: inHand?.icon ?? Shapes, 'aria-pressed': inHand !== undefined };
  return (
    <Popover
      label={t('board.tool.shapes')}
      align="center"
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger={
        withWord ? (
          <Button look="plain" size="touch" stacked {...shared}>
            {t('board.tool.shapes')}
          </Button>
        ) : (
          <IconButton {...shared} label={t('board.tool.shapes')} />
        )
      }
    >
      <div className={styles.grid}>
        {shapes.map((shape) => (
          <Button
            key={shape.id}
            look="plain"
            stacked
            icon={shape.icon}
            aria-pressed={tools.isInHand(shape)}
            onClick={() => {
              tools.takeUp(shape);
              setIsOpen(false);
            }}
          >
            {t(shape.label)}
          </Button>
        ))}
      </div>
    </Popover>
  );
}
