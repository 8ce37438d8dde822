import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { BoardTool } from './board-tools.ts';
import type { ToolInHand } from './use-tools.ts';

type ToolButtonProps = {
  readonly tool: BoardTool;
  readonly tools: ToolInHand;
  /** With its word below, for pupils; else the word is its tooltip. */
  readonly withWord: boolean;
};

/** One tool of the bar. */
export function ToolButton({ tool, tools, withWord }: ToolButtonProps): ReactNode {
  const t = useT();
  const shared = { icon: tool.icon, 'aria-pressed': tools.isInHand(tool), onClick: () => tools.takeUp(tool) };
  if (withWord) {
    return (
      <Button look="plain" size="touch" stacked {...shared}>
        {t(tool.label)}
      </Button>
    );
  }
  const keys = tool.key === undefined ? {} : { 'aria-keyshortcuts': tool.key };
  return (
    <IconButton
      {...shared}
      {...keys}
      label={tool.key === undefined ? t(tool.label) : t('board.tool.withKey', { tool: t(tool.label), key: tool.key })}
    />
  );
}
