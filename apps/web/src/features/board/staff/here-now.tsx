import type { Author, SchoolBrief } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { SchoolMark } from '../../../ui/school-mark.tsx';
import { useBoard } from '../board-context.ts';
import { shortOf } from '../people-words.ts';
import { useObservable } from '../use-observable.ts';
import styles from './here-now.module.css';

/** Faces of so many are shown for each school; the rest is a number. */
const facesShown = 3;

/** Who is on the board now, school by school, all schools alike. */
export function HereNow(): ReactNode {
  const { session, schools, you } = useBoard();
  const authors = useObservable(session.authors);
  const cursors = useObservable(session.cursors);
  const rules = useObservable(session.rules);
  // Who is here is known by their pointers; without them it would say that nobody is.
  if (rules?.cursorsOff === true) return null;
  const keys = new Set([you.key, ...[...cursors.values()].map(({ by }) => by)]);
  const here = [...keys].flatMap((key) => authors.get(key) ?? []);
  return schools.map((school) => (
    <SchoolHere key={school.id} school={school} here={here.filter((author) => author.school === school.id)} />
  ));
}

type SchoolHereProps = { readonly school: SchoolBrief; readonly here: readonly Author[] };

function SchoolHere({ school, here }: SchoolHereProps): ReactNode {
  const t = useT();
  const { schools } = useBoard();
  const staffFirst = here.toSorted((a, b) => Number(b.role === 'staff') - Number(a.role === 'staff'));
  const more = here.length - facesShown;
  return (
    <span
      role="group"
      aria-label={t('board.hereNow', { school: school.name, count: here.length })}
      className={styles.school}
    >
      <span title={school.name}>
        <SchoolMark slot={school.mark} />
      </span>
      <span className={styles.faces}>
        {staffFirst.slice(0, facesShown).map((author) => (
          <Avatar key={author.key} name={author.label} short={shortOf(author, schools)} slot={school.mark} />
        ))}
      </span>
      {more > 0 && <span className={styles.more}>{t('board.hereMore', { count: more })}</span>}
    </span>
  );
}
