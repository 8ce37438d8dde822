import { CircleAlert, Clock, RotateCw, X } from 'lucide-react';
import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { useEditor, useValue } from 'tldraw';
import type { PictureOnItsWay } from '@bridgeboard/sync-client';

import { currentLocale } from '../../../i18n/language.ts';
import { useT } from '../../../i18n/translate.ts';
import { withCharter } from '../../../lib/describe-failure.ts';
import { Button } from '../../../ui/button.tsx';
import { useBoard } from '../board-context.ts';
import { onScreen } from '../overlay/on-screen.ts';
import { useObservable } from '../use-observable.ts';
import styles from './pictures-on-their-way.module.css';

/** Own pictures that the server does not have yet, where they will hang, each with how far it is and what can be done. */
export function PicturesOnTheirWay(): ReactNode {
  const editor = useEditor();
  const { pictures } = useBoard();
  const onTheirWay = useObservable(pictures.outbox.onTheirWay);
  const page = useValue('page', () => editor.getCurrentPageId(), [editor]);
  return onTheirWay
    .filter(({ picture }) => picture.page === page)
    .map((one) => <OnItsWay key={one.picture.upload} one={one} />);
}

function OnItsWay({ one }: { readonly one: PictureOnItsWay }): ReactNode {
  const t = useT();
  const editor = useEditor();
  const { pictures } = useBoard();
  const { picture, progress } = one;
  const { upload, bytes, box, altText } = picture;
  const show = useBytesIn(bytes);
  const { left, top, width, height } = useValue('rect', () => onScreen(editor, boundsOf(box)), [editor, box]);
  const isGoing = progress.name === 'goes';
  return (
    <figure className={styles.picture} style={{ left, top, width, height }}>
      <img ref={show} className={styles.image} alt={altText} />
      <figcaption className={styles.card}>
        <Words one={one} />
        <span className={styles.actions}>
          {!isGoing && (
            <Button look="plain" icon={RotateCw} onClick={() => pictures.outbox.retry(upload)}>
              {t('picture.retry')}
            </Button>
          )}
          <Button look="plain" icon={X} onClick={() => pictures.outbox.cancel(upload)}>
            {t(isGoing ? 'app.cancel' : 'picture.remove')}
          </Button>
        </span>
      </figcaption>
    </figure>
  );
}

function Words({ one: { progress, isKept } }: { readonly one: PictureOnItsWay }): ReactNode {
  const t = useT();
  if (progress.name === 'goes') {
    const percent = new Intl.NumberFormat(currentLocale(), { style: 'percent' }).format(progress.done);
    return (
      <span className={styles.going}>
        {t('picture.goes', { percent })}
        <progress className={styles.bar} max={1} value={progress.done} aria-label={t('picture.goes', { percent })} />
      </span>
    );
  }
  const isRefused = progress.name === 'refused';
  const where = t(isKept ? 'picture.waits' : 'board.notKept');
  const reason = progress.code === null ? where : t(`error.${progress.code}`);
  const Icon = isRefused ? CircleAlert : Clock;
  return (
    <span role="status" className={isRefused ? styles.refused : styles.waits}>
      <Icon aria-hidden />
      {isRefused ? withCharter(reason, progress.charter, t) : reason}
    </span>
  );
}

function boundsOf({ x, y, w, h }: PictureOnItsWay['picture']['box']) {
  return { minX: x, minY: y, maxX: x + w, maxY: y + h };
}

/** Shows bytes in an image; their address ends with it. */
function useBytesIn(bytes: Blob): (image: HTMLImageElement) => () => void {
  return useCallback(
    (image) => {
      const url = URL.createObjectURL(bytes);
      image.src = url;
      return () => URL.revokeObjectURL(url);
    },
    [bytes],
  );
}
