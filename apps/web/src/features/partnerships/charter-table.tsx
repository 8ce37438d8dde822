import type { CharterPage } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { DrawingView } from '../../drawings/drawing-view.tsx';
import { logo } from '../../drawings/logo.ts';
import { SchoolMark } from '../../ui/school-mark.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import type { CharterReading } from './charter-reading.ts';
import styles from './charter.module.css';
import { HoldsCell } from './holds-cell.tsx';
import { charterLines, lineTitle } from './line-words.ts';
import { SchoolCell } from './school-cell.tsx';
import { useSpeech } from './speech.ts';

/** One row a line: the own school's value, what holds, then the other schools'. */
export function CharterTable({ reading }: { readonly reading: CharterReading }): ReactNode {
  const speech = useSpeech();
  const { page, own } = reading;
  const others = page.schools.filter(({ id }) => id !== own.id);
  const ownSchool = page.schools.find(({ id }) => id === own.id);
  if (ownSchool === undefined) return null;
  return (
    <table className={styles.table} aria-labelledby="charter-title">
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>{speech.t('charter.rule')}</VisuallyHidden>
          </th>
          <SchoolHead school={ownSchool} isOwn />
          <th scope="col" className={styles.middle}>
            <span className={styles.head}>
              <DrawingView drawing={logo} className={styles.logo} />
              {speech.t('charter.whatHolds')}
            </span>
          </th>
          {others.map((school) => (
            <SchoolHead key={school.id} school={school} isOwn={false} />
          ))}
        </tr>
      </thead>
      <tbody>
        {charterLines.map((line) => (
          <tr key={line}>
            <th scope="row">{lineTitle(line, speech)}</th>
            <td className={styles.own}>
              <ColumnName school={ownSchool} />
              <SchoolCell line={line} school={ownSchool} reading={reading} />
            </td>
            <td className={styles.middle}>
              <HoldsCell line={line} reading={reading} />
            </td>
            {others.map((school) => (
              <td key={school.id}>
                <ColumnName school={school} />
                <SchoolCell line={line} school={school} reading={reading} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SchoolHead({
  school,
  isOwn,
}: {
  readonly school: CharterPage['schools'][number];
  readonly isOwn: boolean;
}): ReactNode {
  const { t } = useSpeech();
  return (
    <th scope="col">
      <span className={styles.head}>
        <SchoolMark
          slot={school.mark}
          name={t('charter.school', { school: school.shortName, place: school.place })}
          strong
        />
        {isOwn && <span className={styles.yours}>{t('charter.yours')}</span>}
      </span>
    </th>
  );
}

/** Where there are no columns each value says whose it is. */
function ColumnName({ school }: { readonly school: CharterPage['schools'][number] }): ReactNode {
  return (
    <span className={styles.columnName}>
      <SchoolMark slot={school.mark} name={school.shortName} />
    </span>
  );
}
