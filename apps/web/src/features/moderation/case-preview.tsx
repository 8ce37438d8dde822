import type { QueueItem } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { firstNameOf } from '../../lib/first-name.ts';
import { CasePicture } from './case-picture.tsx';
import { PiecePreview } from './piece-preview.tsx';

/** The piece of a case where it will hang. */
export function CasePreview({ item }: { readonly item: QueueItem }): ReactNode {
  const t = useT();
  const seen = item.changesApproved ? 'queue.seenChanged' : 'queue.seenBy';
  return (
    <PiecePreview
      seen={t(seen, { name: firstNameOf(item.author), school: item.school.shortName })}
      picture={(zoom) => <CasePicture item={item} view="place" zoom={zoom} />}
    />
  );
}
