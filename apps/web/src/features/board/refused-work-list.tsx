import type { BoardRecord } from '@bridgeboard/protocol';
import { textOf } from '@bridgeboard/picture';
import { CircleAlert, Copy, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { Button } from '../../ui/button.tsx';
import { Popover } from '../../ui/popover.tsx';
import { showToast } from '../../ui/show-toast.tsx';
import { useBoard } from './board-context.ts';
import { refusalWords } from './board-moments.tsx';
import styles from './refused-work-list.module.css';
import { useObservable } from './use-observable.ts';

/** Work that was not accepted, with its words, until its author has looked at it: nothing is dropped in silence. */
export function RefusedWorkList(): ReactNode {
  const t = useT();
  const { session } = useBoard();
  const refused = useObservable(session.refusedWork);
  return (
    <Popover
      label={t('board.refused.title')}
      align="start"
      trigger={
        <Button look="danger" icon={CircleAlert}>
          {t('save.notAccepted', { count: refused.length })}
        </Button>
      }
    >
      <p className={styles.lead}>{t('board.refused.lead')}</p>
      <ul role="list" className={styles.list}>
        {refused.map(({ id, code, whose, content }) => (
          <li key={id} className={styles.item}>
            <div>
              <p dir="auto" className={styles.words}>
                {wordsOf(content) || t('board.refused.drawing')}
              </p>
              <p className={styles.reason}>{refusalWords(code, whose?.label ?? null, t)}</p>
            </div>
            <div className={styles.actions}>
              {wordsOf(content) !== '' && (
                <Button icon={Copy} onClick={() => void copyWords(wordsOf(content), t('board.refused.copied'))}>
                  {t('board.refused.copy')}
                </Button>
              )}
              <Button look="plain" icon={Trash2} onClick={() => session.forgetRefused(id)}>
                {t('board.refused.forget')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Popover>
  );
}

function wordsOf(content: BoardRecord | null): string {
  return content === null ? '' : textOf(content);
}

async function copyWords(words: string, told: string): Promise<void> {
  await navigator.clipboard.writeText(words);
  showToast({ text: told }, 'copied');
}
