import type { QueueItem } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { caseLine, casePicture } from './case-words.ts';
import type { CaseView } from './case-words.ts';
import { PiecePicture } from './piece-picture.tsx';

type CasePictureProps = {
  readonly item: QueueItem;
  readonly view: CaseView['view'];
  /** Its words stand beside it: nothing to read aloud twice. */
  readonly isDecoration?: boolean;
  readonly zoom?: number;
};

/** The drawing of a case. */
export function CasePicture({ item, view, isDecoration = false, zoom = 1 }: CasePictureProps): ReactNode {
  const t = useT();
  const line = caseLine(item, t);
  return (
    <PiecePicture
      addressOf={(looks, shape) => casePicture(item, looks, shape)}
      view={view}
      line={line}
      described={isDecoration ? '' : t('queue.pictureOf', { name: item.author, what: line })}
      zoom={zoom}
    />
  );
}
