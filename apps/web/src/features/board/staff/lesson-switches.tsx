import { OctagonX, Pencil, Snowflake, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useValue } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useBoard } from '../board-context.ts';
import { isStopped } from '../notices.ts';
import { isAuthorsShown } from '../overlay/authors-shown.ts';
import { useObservable } from '../use-observable.ts';
import { useLessonActs } from './lesson-acts.ts';
import styles from './lesson-bar.module.css';

/** Labels every piece with whoever made it, or takes the labels away. */
export function AuthorsSwitch(): ReactNode {
  const t = useT();
  const isShown = useValue(isAuthorsShown);
  return (
    <IconButton
      icon={Users}
      label={t(isShown ? 'board.authors.hide' : 'board.authors.show')}
      aria-pressed={isShown}
      onClick={() => isAuthorsShown.set(!isShown)}
    />
  );
}

/** Stops the drawing of all pupils, or lets them go on. */
export function FreezeSwitch(): ReactNode {
  const t = useT();
  const { session } = useBoard();
  const acts = useLessonActs();
  const rules = useObservable(session.rules);
  const schools = rules?.schools ?? [];
  const isFrozen = schools.length > 0 && schools.every(({ frozen }) => frozen);
  // While everything is stopped that is what there is to let go on.
  if (isStopped(rules)) return null;
  return (
    <Button look="plain" icon={isFrozen ? Pencil : Snowflake} onClick={() => acts.freeze(!isFrozen)}>
      {t(isFrozen ? 'board.freeze.end' : 'board.freeze.do')}
    </Button>
  );
}

/** For when something has to end now: nobody draws, and the other schools see nothing, until this school lets it go on. */
export function StopSwitch(): ReactNode {
  const t = useT();
  const { session, you } = useBoard();
  const acts = useLessonActs();
  const isStopped = useObservable(session.rules)?.stoppedBy.includes(you.school) === true;
  if (isStopped)
    return (
      <span className={styles.always}>
        <Button look="primary" icon={Pencil} onClick={() => acts.stop(false)}>
          {t('board.stop.end')}
        </Button>
      </span>
    );
  return (
    <span className={styles.always}>
      <Button look="danger" icon={OctagonX} onClick={() => acts.stop(true)}>
        {t('board.stop.do')}
      </Button>
    </span>
  );
}
