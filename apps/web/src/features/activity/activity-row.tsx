import type { AuditLineView, SchoolBrief } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { formatClock } from '../../i18n/format-time.ts';
import { useT } from '../../i18n/translate.ts';
import { formatLocale } from '../../lib/format-locale.ts';
import { isolate } from '../../lib/isolate.ts';
import { Row } from '../../ui/row-list.tsx';
import { groupOf, iconOfGroup } from './act-groups.ts';
import styles from './activity.module.css';
import { aboutWords, personWords } from './line-words.ts';

type ActivityRowProps = {
  readonly line: AuditLineView;
  readonly schools: readonly SchoolBrief[];
  readonly zone: string;
  readonly onPerson: (person: { id: string; name: string }) => void;
};

/** One line: what was done, by whom, where and to what, and at what time. */
export function ActivityRow({ line, schools, zone, onPerson }: ActivityRowProps): ReactNode {
  const t = useT();
  const at = new Date(line.at);
  const where = [
    ...(line.board === null || line.board.title === null ? [] : [isolate(line.board.title)]),
    ...aboutWords(line, schools, t),
    ...(line.network === null ? [] : [t('audit.network', { network: isolate(line.network) })]),
  ];
  return (
    <Row
      icon={iconOfGroup[groupOf(line.act)]}
      title={t(`audit.act.${line.act}`)}
      detail={
        <>
          <Who line={line} schools={schools} onPerson={onPerson} />
          {where.length > 0 && ` · ${where.join(' · ')}`}
        </>
      }
      end={
        <time className={styles.clock} dateTime={at.toISOString()}>
          {formatClock(at, zone, formatLocale())}
        </time>
      }
    />
  );
}

function Who({ line: { by }, schools, onPerson }: Omit<ActivityRowProps, 'zone'>): ReactNode {
  const t = useT();
  if (by === null) return t('audit.byInstance');
  const school = schools.find(({ id }) => id === by.school);
  const { id, name } = by;
  if (id !== null && name !== null) {
    return (
      <button type="button" className={styles.person} onClick={() => onPerson({ id, name })}>
        <bdi>{name}</bdi>
      </button>
    );
  }
  const words = personWords(by, schools, t);
  return school === undefined ? words : t('audit.personOf', { person: words, school: isolate(school.shortName) });
}
