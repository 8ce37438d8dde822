import type { QueueItem } from '@bridgeboard/protocol';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { usePictureTheme } from '../../lib/use-picture-theme.ts';
import { caseLine, casePicture } from './case-words.ts';
import type { CaseView } from './case-words.ts';
import styles from './case-picture.module.css';

type CasePictureProps = {
  readonly item: QueueItem;
  /** place: where it will hang, the surroundings faded · close: alone and small. */
  readonly view: CaseView['view'];
  /** Its words stand beside it: nothing to read aloud twice. */
  readonly isDecoration?: boolean;
  /** 1 shows all of it; above that it is scrolled. */
  readonly zoom?: number;
};

/** Where the queue is card by card, as its page's styles say. */
const uprightScreen = '(max-width: 720px)';

/** A picture that did not come is asked for again after this long. */
const tryAgainMs = 4_000;

/** The server's drawing of a case; its words where the picture does not come. */
export function CasePicture({ item, view, isDecoration = false, zoom = 1 }: CasePictureProps): ReactNode {
  const t = useT();
  const looks = { view, theme: usePictureTheme() };
  const source = casePicture(item, looks);
  const [failed, setFailed] = useState('');
  useEffect(() => {
    if (failed === '') return undefined;
    const timer = setTimeout(() => setFailed(''), tryAgainMs);
    return () => clearTimeout(timer);
  }, [failed]);
  if (failed === source) return <p className={styles.words}>{caseLine(item, t)}</p>;
  const described = t('queue.pictureOf', { name: item.author, what: caseLine(item, t) });
  return (
    <picture className={styles.either}>
      {view === 'place' && <source media={uprightScreen} srcSet={casePicture(item, looks, 'tall')} />}
      <img
        className={styles[view]}
        src={source}
        alt={isDecoration ? '' : described}
        draggable={false}
        style={
          zoom === 1 ? undefined : { inlineSize: `${zoom * 100}%`, blockSize: `${zoom * 100}%`, maxInlineSize: 'none' }
        }
        onError={() => setFailed(source)}
      />
    </picture>
  );
}
