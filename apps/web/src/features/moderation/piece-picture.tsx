import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import { usePictureTheme } from '../../lib/use-picture-theme.ts';
import type { CaseView } from './case-words.ts';
import styles from './piece-picture.module.css';

type PiecePictureProps = {
  /** Where the server's drawing is. */
  readonly addressOf: (looks: CaseView, shape?: 'wide' | 'tall') => string;
  /** place: where it will hang, the surroundings faded · close: alone and small. */
  readonly view: CaseView['view'];
  /** Its words, where the picture does not come. */
  readonly line: string;
  /** Read aloud; empty where its words stand beside it. */
  readonly described: string;
  /** 1 shows all of it; above that it is scrolled. */
  readonly zoom?: number;
};

/** Where the queue is card by card, as its page's styles say. */
const uprightScreen = '(max-width: 720px)';

/** A picture that did not come is asked for again after this long. */
const tryAgainMs = 4_000;

/** The server's drawing of a piece; its words where the picture does not come. */
export function PiecePicture({ addressOf, view, line, described, zoom = 1 }: PiecePictureProps): ReactNode {
  const looks = { view, theme: usePictureTheme() };
  const source = addressOf(looks);
  const [failed, setFailed] = useState('');
  useEffect(() => {
    if (failed === '') return undefined;
    const timer = setTimeout(() => setFailed(''), tryAgainMs);
    return () => clearTimeout(timer);
  }, [failed]);
  if (failed === source) return <p className={styles.words}>{line}</p>;
  return (
    <picture className={styles.either}>
      {view === 'place' && <source media={uprightScreen} srcSet={addressOf(looks, 'tall')} />}
      <img
        className={styles[view]}
        src={source}
        alt={described}
        draggable={false}
        loading={view === 'close' ? 'lazy' : 'eager'}
        style={
          zoom === 1 ? undefined : { inlineSize: `${zoom * 100}%`, blockSize: `${zoom * 100}%`, maxInlineSize: 'none' }
        }
        onError={() => setFailed(source)}
      />
    </picture>
  );
}
