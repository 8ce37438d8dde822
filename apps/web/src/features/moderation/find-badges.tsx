import type { TextFind } from '@bridgeboard/protocol';
import { Flag } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Badge } from '../../ui/badge.tsx';
import type { PieceContent } from './case-words.ts';

type Found = Pick<PieceContent, 'found'>;

function reasonsOf({ found }: Found): readonly (TextFind['kind'] | 'own')[] {
  return [...new Set(found.map(({ kind, list }) => (kind === 'words' && list === 'own' ? 'own' : kind)))];
}

/** Why a case should be looked at closely: what the text check found in its words, each reason once. */
export function FindBadges({ item }: { readonly item: Found }): ReactNode {
  const t = useT();
  return reasonsOf(item).map((reason) => (
    <Badge key={reason} tone="wait" icon={Flag}>
      {t(`queue.found.${reason}`)}
    </Badge>
  ));
}

/** The same in one badge, where there is little room. */
export function FindBadge({ item }: { readonly item: Found }): ReactNode {
  const t = useT();
  if (item.found.length === 0) return null;
  return (
    <Badge tone="wait" icon={Flag}>
      {reasonsOf(item)
        .map((reason) => t(`queue.find.${reason}`))
        .join(' · ')}
    </Badge>
  );
}
