import type { BoardPeople, BoardSchool } from '@bridgeboard/protocol';
import { Heart, User } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { fillPath } from '../../lib/api-client.ts';
import { usePictureTheme } from '../../lib/use-picture-theme.ts';
import { Button } from '../../ui/button.tsx';
import { buttonClass } from '../../ui/button-look.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SchoolMark } from '../../ui/school-mark.tsx';
import { Select } from '../../ui/select.tsx';
import type { FamilyPage } from './families-api.ts';
import styles from './see-as.module.css';

type SeeAsProps = {
  readonly boardId: string;
  readonly people: BoardPeople;
  readonly family: FamilyPage | null;
};

/** Whose eyes: a pupil of the own school, or everybody who sees what reached the whole board. */
type Eyes = { readonly as: 'pupil' | 'everybody'; readonly who: string; readonly hint: string | undefined };

/** The board with other people's eyes, for whoever wants to be sure. */
export function SeeAs({ boardId, people, family }: SeeAsProps): ReactNode {
  const t = useT();
  const [eyes, setEyes] = useState<Eyes>();
  return (
    <section>
      <h2 id="see-as" className={styles.title}>
        {t('permissions.seeAs')}
      </h2>
      <ul role="list" aria-labelledby="see-as" className={styles.list}>
        {people.schools.map((part) => (
          <li key={part.school.id}>
            <button
              type="button"
              className={buttonClass({ wide: true, hasIcon: true })}
              onClick={() => setEyes(eyesOfPupil(part, t))}
            >
              <SchoolMark slot={part.school.mark} />
              {t('permissions.seeAs.pupil', { school: part.school.shortName })}
            </button>
          </li>
        ))}
        <li>
          <Button
            wide
            icon={User}
            onClick={() => setEyes({ as: 'everybody', who: t('permissions.seeAs.guest'), hint: undefined })}
          >
            {t('permissions.seeAs.guest')}
          </Button>
        </li>
        <li>
          <Button
            wide
            icon={Heart}
            unavailable={family === null ? t('permissions.families.none') : undefined}
            onClick={() => family && window.open(family.href, '_blank', 'noopener')}
          >
            {t('permissions.seeAs.family')}
          </Button>
        </li>
      </ul>
      {eyes !== undefined && (
        <Seen boardId={boardId} eyes={eyes} pages={people.pages} onClose={() => setEyes(undefined)} />
      )}
    </section>
  );
}

/** Of another school what reached the whole board is shown: what else its pupils see among themselves nobody here may know. */
function eyesOfPupil({ school, isOwn, looksFirst }: BoardSchool, t: ReturnType<typeof useT>): Eyes {
  const who = t('permissions.seeAs.pupil', { school: school.shortName });
  if (isOwn) return { as: 'pupil', who, hint: t('permissions.seeAs.ownHint') };
  const id = looksFirst ? 'permissions.seeAs.looksFirstHint' : 'permissions.seeAs.otherHint';
  return { as: 'everybody', who, hint: t(id, { school: school.shortName }) };
}

type SeenProps = {
  readonly boardId: string;
  readonly eyes: Eyes;
  readonly pages: BoardPeople['pages'];
  readonly onClose: () => void;
};

function Seen({ boardId, eyes, pages, onClose }: SeenProps): ReactNode {
  const t = useT();
  const theme = usePictureTheme();
  const title = t('permissions.seeAs.title', { who: eyes.who });
  const [page, setPage] = useState(pages[0]?.id ?? '');
  const query = new URLSearchParams({ as: eyes.as, page, theme }).toString();
  const src = `${fillPath('/api/boards/:board/picture.svg', { board: boardId })}?${query}`;
  return (
    <Dialog title={title} onClose={onClose} wide>
      {eyes.hint !== undefined && <p>{eyes.hint}</p>}
      {pages.length > 1 && (
        <Select
          label={t('permissions.seeAs.page')}
          value={page}
          options={pages.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setPage}
        />
      )}
      <img src={src} alt={title} className={styles.picture} />
      <div>
        <Button onClick={onClose} autoFocus>
          {t('app.close')}
        </Button>
      </div>
    </Dialog>
  );
}
