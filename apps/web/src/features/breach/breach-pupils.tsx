import type { BreachFindings, BreachPupil, PupilData } from '@bridgeboard/protocol';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { isolate } from '../../lib/isolate.ts';
import { listWords } from '../../lib/list-words.ts';
import { whenOf } from '../../lib/when-of.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './breach.module.css';

type PupilsProps = { readonly findings: BreachFindings; readonly timeZone: string };

/** As many as are read on a screen; the files have all. */
const shownAtOnce = 100;

/** Pupil by pupil: what could be seen and why, and beside it what the log says was done. */
export function BreachPupils({ findings, timeZone }: PupilsProps): ReactNode {
  const t = useT();
  const [most, setMost] = useState(shownAtOnce);
  const [name, setName] = useState('');
  const wanted = name.trim().toLocaleLowerCase();
  const found = findings.pupils.filter((pupil) => `${pupil.name} ${pupil.class}`.toLocaleLowerCase().includes(wanted));
  const titles = new Map(findings.boards.map(({ id, title }) => [id, title]));
  return (
    <>
      <TextField label={t('breach.findPupil')} value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <div className={styles.wide}>
        <table className={styles.table} aria-labelledby="breach-pupils">
          <thead>
            <tr>
              <th scope="col">{t('breach.pupil')}</th>
              <th scope="col">{t('breach.couldSee')}</th>
              <th scope="col">{t('breach.didDo')}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, most).map((pupil) => (
              <PupilRow key={pupil.id} pupil={pupil} titles={titles} timeZone={timeZone} />
            ))}
          </tbody>
        </table>
      </div>
      {found.length > most && (
        <Button onClick={() => setMost(most + shownAtOnce)}>{t('breach.more', { count: found.length - most })}</Button>
      )}
    </>
  );
}

type RowProps = {
  readonly pupil: BreachPupil;
  readonly titles: ReadonlyMap<string, string>;
  readonly timeZone: string;
};

function PupilRow({ pupil, titles, timeZone }: RowProps): ReactNode {
  const t = useT();
  const words = (kinds: readonly PupilData[]): string => listWords(kinds.map((kind) => t(`breach.data.${kind}`)));
  return (
    <tr>
      <th scope="row">
        <bdi>{pupil.name}</bdi>
        <br />
        <bdi className={styles.quiet}>{pupil.class}</bdi>
      </th>
      <td data-column={t('breach.couldSee')}>
        {words(pupil.could)}
        {pupil.work.length > 0 && (
          <ul className={styles.boards}>
            {pupil.work.map(({ board, pieces, since }) => (
              <li key={board}>
                {t('breach.onBoard', {
                  board: isolate(titles.get(board) ?? t('breach.leftBoard')),
                  count: pieces,
                  when: whenOf(since, timeZone, t),
                })}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td data-column={t('breach.didDo')}>
        {pupil.did.length === 0 ? '–' : listWords(pupil.did.map((act) => t(`audit.act.${act}`)))}
      </td>
    </tr>
  );
}
