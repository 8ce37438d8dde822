import { consentKinds } from '@bridgeboard/protocol';
import type { ClassView, Consent } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { useNoteConsent } from './classes-api.ts';
import styles from './consents.module.css';

type Pupil = ClassView['pupils'][number];
type Kind = keyof Consent;
type Note = (pupils: readonly Pupil[], kind: Kind, given: boolean) => void;

/** What the families of a class agree to, pupil by pupil; a column's first box is for everybody. */
export function Consents({
  schoolClass,
  onDone,
}: {
  readonly schoolClass: ClassView;
  readonly onDone: () => void;
}): ReactNode {
  const t = useT();
  const noteConsent = useNoteConsent(schoolClass.id);
  const note: Note = (pupils, kind, given) =>
    noteConsent.mutate(
      { pupils: pupils.map(({ id }) => id), kind, given },
      { onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }) },
    );
  const { pupils } = schoolClass;
  return (
    <>
      <p className={styles.hint}>{t('classes.consent.hint')}</p>
      {pupils.length === 0 ? (
        <p>{t('classes.consent.nobody')}</p>
      ) : (
        <table className={styles.table} aria-label={t('classes.consent.title')}>
          <thead>
            <tr>
              <th scope="col">{t('classes.consent.pupil')}</th>
              {consentKinds.map((kind) => (
                <th key={kind} scope="col">
                  <label className={styles.all}>
                    {t(`classes.consent.${kind}`)}
                    <ForAll pupils={pupils} kind={kind} note={note} />
                  </label>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pupils.map((pupil) => (
              <PupilLine key={pupil.id} pupil={pupil} note={note} />
            ))}
          </tbody>
        </table>
      )}
      <div>
        <Button look="primary" onClick={onDone}>
          {t('classes.consent.done')}
        </Button>
      </div>
    </>
  );
}

type ForAllProps = { readonly pupils: readonly Pupil[]; readonly kind: Kind; readonly note: Note };

/** Neither on nor off where some have agreed and some have not. */
function ForAll({ pupils, kind, note }: ForAllProps): ReactNode {
  const t = useT();
  const given = pupils.filter(({ consent }) => consent[kind]).length;
  const isMixed = given > 0 && given < pupils.length;
  return (
    <input
      type="checkbox"
      aria-label={t('classes.consent.all', { what: t(`classes.consent.${kind}`) })}
      ref={(box) => {
        if (box !== null) box.indeterminate = isMixed;
      }}
      checked={given === pupils.length}
      onChange={(event) => note(pupils, kind, event.currentTarget.checked)}
    />
  );
}

function PupilLine({ pupil, note }: { readonly pupil: Pupil; readonly note: Note }): ReactNode {
  const t = useT();
  const { name, consent } = pupil;
  return (
    <tr>
      <th scope="row">
        <bdi>{name}</bdi>
      </th>
      {consentKinds.map((kind) => (
        <td key={kind}>
          <label className={styles.box}>
            <input
              type="checkbox"
              aria-label={t('classes.consent.one', { name, what: t(`classes.consent.${kind}`) })}
              checked={consent[kind]}
              onChange={(event) => note([pupil], kind, event.currentTarget.checked)}
            />
          </label>
        </td>
      ))}
    </tr>
  );
}
