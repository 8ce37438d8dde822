import type { BoardPeople } from '@bridgeboard/protocol';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { useFamilyPage } from './families-api.ts';
import { ForEverybody } from './for-everybody.tsx';
import { useGuests } from './guests-api.ts';
import { LeftSchools } from './left-schools.tsx';
import { LinkList } from './link-list.tsx';
import styles from './people-screen.module.css';
import { chosenOf, sentencesOf } from './permission-words.ts';
import { useBoardMembers, usePermissionChanges } from './permissions-api.ts';
import { SchoolPart } from './school-part.tsx';
import { SeeAs } from './see-as.tsx';
import { SeenNow } from './seen-now.tsx';

type PeopleScreenProps = {
  readonly boardId: string;
  readonly people: BoardPeople;
};

/** Who may do what on a board: a sentence, the rows that make it true, and what follows from it right now. */
export function PeopleScreen({ boardId, people }: PeopleScreenProps): ReactNode {
  const t = useT();
  const changes = usePermissionChanges(boardId);
  const family = useFamilyPage(boardId);
  const members = useBoardMembers(boardId).data ?? null;
  const guests = useGuests(boardId).data ?? [];
  return (
    <main id="main" className={styles.main}>
      <div className={styles.rows}>
        <p className={styles.sentence} aria-live="polite">
          {[
            ...sentencesOf(people, { guests, families: family?.all ?? 0 }, t),
            ...(members === null ? [] : chosenOf(people, members, t)),
          ].join(' ')}
        </p>
        <LeftSchools people={people} />
        {people.schools.map((school) => (
          <SchoolPart
            key={school.school.id}
            part={school}
            people={people}
            members={members}
            changes={changes}
            family={family}
          />
        ))}
        <LinkList boardId={boardId} people={people} family={family} />
      </div>
      <aside className={styles.aside}>
        <SeenNow people={people} family={family} />
        <SeeAs boardId={boardId} people={people} family={family} />
        <ForEverybody people={people} changes={changes} />
      </aside>
    </main>
  );
}
