import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import styles from './school.module.css';

/** Why what was asked did not happen. The place is there before there is anything to say, so that it is read aloud. */
export function Failure({ error }: { readonly error: Error | null }): ReactNode {
  const t = useT();
  return (
    <div role="alert">
      {error !== null && (
        <p className={styles.failure}>
          <CircleAlert aria-hidden /> {describeFailure(error, t)}
        </p>
      )}
    </div>
  );
}
