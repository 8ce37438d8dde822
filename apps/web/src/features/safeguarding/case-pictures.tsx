import type { ConcernCaseView } from '@bridgeboard/protocol';
import { ImageOff, ShieldAlert, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './desk.module.css';
import { useStep } from './safeguarding-api.ts';

/** Pictures of a report. One that is sealed is never shown: in its place stands what to do, and what not. */
export function CasePictures({ view }: { readonly view: ConcernCaseView }): ReactNode {
  const t = useT();
  const isSealed = view.pictures.some(({ state }) => state === 'sealed');
  if (view.pictures.length === 0) return null;
  return (
    <section className={isSealed ? styles.never : styles.pictures} aria-label={t('desk.evidence')}>
      {isSealed && (
        <div className={styles.warning}>
          <ShieldAlert aria-hidden />
          <div>
            <h2>{t('desk.never.title')}</h2>
            <p>{t('desk.never.text')}</p>
          </div>
        </div>
      )}
      {view.pictures.map((picture) => (
        <OnePicture key={picture.asset} view={view} picture={picture} />
      ))}
    </section>
  );
}

type OnePictureProps = { readonly view: ConcernCaseView; readonly picture: ConcernCaseView['pictures'][number] };

function OnePicture({ view, picture: { asset, state } }: OnePictureProps): ReactNode {
  const t = useT();
  const step = useStep(view.id);
  const [isDestroying, setIsDestroying] = useState(false);
  const set = (to: 'sealed' | 'freed' | 'destroyed'): void => step.mutate({ step: 'picture', asset, to });
  return (
    <div className={styles.picture}>
      <Badge tone={state === 'sealed' ? 'danger' : 'plain'} icon={ImageOff}>
        {t(`desk.picture.${state}`)}
      </Badge>
      {state === 'free' && <Button onClick={() => set('sealed')}>{t('desk.picture.seal')}</Button>}
      {state === 'sealed' && view.decides && (
        <>
          <Button onClick={() => set('freed')}>{t('desk.picture.release')}</Button>
          {!view.isHeld && (
            <Button look="danger" icon={Trash2} onClick={() => setIsDestroying(true)}>
              {t('desk.picture.destroy')}
            </Button>
          )}
        </>
      )}
      {isDestroying && (
        <Dialog title={t('desk.picture.destroy')} onClose={() => setIsDestroying(false)}>
          <div className={styles.stack}>
            <p>{t('desk.picture.destroySure')}</p>
            <Button
              look="danger"
              icon={Trash2}
              onClick={() => {
                setIsDestroying(false);
                set('destroyed');
              }}
            >
              {t('desk.picture.destroy')}
            </Button>
            <Button look="plain" onClick={() => setIsDestroying(false)}>
              {t('app.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
