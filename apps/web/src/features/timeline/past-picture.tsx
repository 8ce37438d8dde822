import { EyeOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Loading } from '../../ui/loading.tsx';
import { Select } from '../../ui/select.tsx';
import { usePastView } from './timeline-api.ts';
import styles from './timeline-screen.module.css';

/** Whoever drags along is not shown each moment on the way. */
const restMs = 150;

type PastPictureProps = { readonly boardId: string; readonly at: number; readonly when: string };

/** The board as it stood at a moment, a page at a time. */
export function PastPicture({ boardId, at, when }: PastPictureProps): ReactNode {
  const t = useT();
  const [page, setPage] = useState('');
  const { data, error, isPlaceholderData } = usePastView(boardId, { at: useRested(at), page });
  if (data === undefined) {
    return <div className={styles.paper}>{error === null ? <Loading /> : <p>{describeFailure(error, t)}</p>}</div>;
  }
  const nameOf = (name: string): string => (/^\d+$/.test(name) ? t('board.page.name', { number: Number(name) }) : name);
  return (
    <div className={styles.paper} aria-busy={isPlaceholderData}>
      <img
        className={styles.picture}
        src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(data.picture)}`}
        alt={t('timeline.picture', { when })}
        draggable={false}
      />
      {data.pages.length > 1 && (
        <span className={styles.pages}>
          <Select
            label={t('timeline.page')}
            value={data.page}
            options={data.pages.map(({ id, name }) => ({ value: id, label: nameOf(name) }))}
            onChange={setPage}
          />
        </span>
      )}
      {data.missing > 0 && (
        <p className={styles.missing}>
          <EyeOff aria-hidden />
          {t('timeline.missing', { count: data.missing })}
        </p>
      )}
    </div>
  );
}

function useRested(at: number): number {
  const [rested, setRested] = useState(at);
  useEffect(() => {
    const timer = setTimeout(() => setRested(at), restMs);
    return () => clearTimeout(timer);
  }, [at]);
  return rested;
}
