import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { caseLine } from '../case-words.ts';
import type { CaseView } from '../case-words.ts';
import { PiecePicture } from '../piece-picture.tsx';
import { lookPicture } from './look-api.ts';
import type { LookItem } from './look-api.ts';

type LookPictureProps = {
  readonly boardId: string;
  readonly item: LookItem;
  readonly view: CaseView['view'];
  readonly isDecoration?: boolean;
  readonly zoom?: number;
};

/** The drawing of a piece that another school let out. */
export function LookPicture({ boardId, item, view, isDecoration = false, zoom = 1 }: LookPictureProps): ReactNode {
  const t = useT();
  const line = caseLine(item, t);
  return (
    <PiecePicture
      addressOf={(looks, shape) => lookPicture({ board: boardId, item }, looks, shape)}
      view={view}
      line={line}
      described={isDecoration ? '' : t('queue.pictureOf', { name: item.author.label, what: line })}
      zoom={zoom}
    />
  );
}
