import type { Door } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { Row, RowList } from '../../ui/row-list.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { useAdmit, useDismiss } from './door-api.ts';
import styles from './people-panel.module.css';

type InsideListProps = {
  readonly boardId: string;
  readonly inside: Door['inside'];
};

/** Pupils of the own school who were let in. Sending one out can be undone. */
export function InsideList({ boardId, inside }: InsideListProps): ReactNode {
  const t = useT();
  const dismiss = useDismiss(boardId);
  const admit = useAdmit(boardId);
  function tellProblem(error: Error): void {
    showToast({ tone: 'problem', text: describeFailure(error, t) });
  }
  function sendOut(pupil: string, name: string): void {
    const onSuccess = (): void =>
      showToast({
        text: t('people.sentOut', { name }),
        onUndo: () => void admit.mutateAsync([pupil]).catch(tellProblem),
      });
    void dismiss.mutateAsync([pupil]).then(onSuccess, tellProblem);
  }
  return (
    <section className={styles.part} aria-labelledby="inside">
      <h2 id="inside" className={styles.title}>
        {t('people.inside', { count: inside.length })}
      </h2>
      {inside.length > 0 && (
        <RowList labelledBy="inside">
          {inside.map(({ pupil, name, className, online }) => (
            <Row
              key={pupil}
              title={<span dir="auto">{name}</span>}
              detail={
                <span className={online ? styles.online : undefined}>
                  {t(online ? 'people.here' : 'people.away', { class: className })}
                </span>
              }
              end={
                <Button look="plain" aria-label={t('people.sendOutOne', { name })} onClick={() => sendOut(pupil, name)}>
                  {t('people.sendOut')}
                </Button>
              }
            />
          ))}
        </RowList>
      )}
    </section>
  );
}
