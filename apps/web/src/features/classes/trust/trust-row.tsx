import { trustKind, trustLevel } from '@bridgeboard/protocol';
import type { ClassTrust, TrustKind, TrustLine } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT, type Translate } from '../../../i18n/translate.ts';
import { describeFailure } from '../../../lib/describe-failure.ts';
import { formatLocale } from '../../../lib/format-locale.ts';
import { isolate } from '../../../lib/isolate.ts';
import { ChoiceField } from '../../../ui/choice-field.tsx';
import { showToast } from '../../../ui/show-toast.tsx';
import { useSetTrust } from './trust-api.ts';
import styles from './trust.module.css';

type TrustRowProps = {
  readonly classId: string;
  readonly pupil: ClassTrust['pupils'][number];
  readonly after: ClassTrust['after'];
};

/** One pupil: a level for each kind of content, with its cause. */
export function TrustRow({ classId, pupil, after }: TrustRowProps): ReactNode {
  const t = useT();
  return (
    <li className={styles.row}>
      <h3>
        <bdi>{pupil.name}</bdi>
      </h3>
      <div className={styles.kinds} role="group" aria-label={t('trust.of', { name: isolate(pupil.name) })}>
        {trustKind.options.map((kind) => (
          <div key={kind} className={styles.kind}>
            <TrustChoice classId={classId} pupil={pupil} kind={kind} />
            <p>{causeOf(pupil[kind], { after, t })}</p>
          </div>
        ))}
      </div>
    </li>
  );
}

type TrustChoiceProps = Omit<TrustRowProps, 'after'> & { readonly kind: TrustKind };

function TrustChoice({ classId, pupil, kind }: TrustChoiceProps): ReactNode {
  const t = useT();
  const set = useSetTrust(classId);
  const choices = [
    { value: '', label: t('trust.level.board') },
    ...trustLevel.options.map((level) => ({ value: level, label: t(`trust.level.${level}`) })),
  ];
  return (
    <ChoiceField
      label={t(`trust.kind.${kind}`)}
      choices={choices}
      value={pupil[kind].level ?? ''}
      onChange={({ currentTarget: { value } }) =>
        set.mutate(
          { pupil: pupil.id, kind, level: trustLevel.options.find((level) => level === value) ?? null },
          { onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }) },
        )
      }
    />
  );
}

/** Why it is so, and how far it is to the next level. */
function causeOf(line: TrustLine, { after, t }: { after: number | null; t: Translate }): string {
  const date = line.at === null ? '' : new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium' }).format(line.at);
  const cause = t(`trust.cause.${line.cause}`, { date, name: isolate(line.by ?? t('trust.somebody')) });
  if (after === null || line.level === 'trusted') return cause;
  return t('trust.progress', { cause, clean: line.clean, after });
}
