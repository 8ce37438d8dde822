import type { Door } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { DrawingView } from '../../drawings/drawing-view.tsx';
import { pinPictureNames, pinPictures } from '../../drawings/pin-pictures.ts';
import { formatAge } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { useNow } from '../../lib/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { useAdmit } from './door-api.ts';
import styles from './people-panel.module.css';

type WaitingListProps = {
  readonly boardId: string;
  readonly waiting: Door['waiting'];
};

/** Pupils of the own school at the door: all in with one press, or one by one. Nothing at all when nobody waits. */
export function WaitingList({ boardId, waiting }: WaitingListProps): ReactNode {
  const t = useT();
  const now = useNow(15_000);
  const admit = useAdmit(boardId);
  if (waiting.length === 0) return null;
  function letIn(pupils: readonly string[]): void {
    const tellProblem = (error: Error): void => showToast({ tone: 'problem', text: describeFailure(error, t) });
    void admit.mutateAsync(pupils).catch(tellProblem);
  }
  return (
    <section className={styles.part} aria-labelledby="at-the-door">
      <h2 id="at-the-door" className={styles.title}>
        {t('home.atTheDoor', { count: waiting.length })}
      </h2>
      <Button
        look="primary"
        wide
        onClick={() => letIn(waiting.map(({ pupil }) => pupil))}
        unavailable={admit.isPending ? t('people.lettingIn') : undefined}
      >
        {t('people.letInAll', { count: waiting.length })}
      </Button>
      <RowList labelledBy="at-the-door">
        {waiting.map(({ pupil, name, avatar, className, since }) => (
          <Row
            key={pupil}
            picture={<Picture name={avatar} />}
            title={<span dir="auto">{name}</span>}
            detail={t('people.waitsSince', { class: className, age: formatAge(now - since, t) })}
            end={
              <Button aria-label={t('people.letInOne', { name })} onClick={() => letIn([pupil])}>
                {t('people.letIn')}
              </Button>
            }
          />
        ))}
      </RowList>
    </section>
  );
}

function Picture({ name }: { readonly name: string }): ReactNode {
  const known = pinPictureNames.find((candidate) => candidate === name);
  return known === undefined ? null : <DrawingView drawing={pinPictures[known]} className={styles.avatar} />;
}
