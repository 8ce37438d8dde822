import type { ClassView } from '@bridgeboard/protocol';
import { Printer, RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { paths } from '../../app/paths.ts';
import { bareCode, writeCode } from '../../front-door/class-code-text.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { buttonClass } from '../../ui/button-look.ts';
import { showToast } from '../../ui/show-toast.tsx';
import { useNewCode } from './classes-api.ts';
import styles from './classes.module.css';
import { Question } from './question.tsx';

/** The class code, to be read out or written on the wall, and a new one where it went too far. */
export function ClassCode({ schoolClass }: { readonly schoolClass: ClassView }): ReactNode {
  const t = useT();
  const [asks, setAsks] = useState(false);
  const newCode = useNewCode(schoolClass.id);
  function rotate(): void {
    setAsks(false);
    newCode.mutate(undefined, {
      onSuccess: () => showToast({ text: t('classes.newCodeDone') }),
      onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }),
    });
  }
  return (
    <section className={styles.section} aria-labelledby="code-title">
      <h2 id="code-title" className={styles.title}>
        {t('classes.code')}
      </h2>
      <p
        className={styles.code}
        aria-label={t('door.codeSpelled', { code: [...bareCode(schoolClass.code)].join(' ') })}
      >
        <bdi dir="ltr">{writeCode(schoolClass.code)}</bdi>
      </p>
      <p className={styles.hint}>{t('classes.codeHint')}</p>
      <div className={styles.buttons}>
        <a
          href={paths.classCards(schoolClass.id)}
          target="_blank"
          rel="noopener"
          className={buttonClass({ hasIcon: true })}
        >
          <Printer aria-hidden />
          {t('classes.cards')}
        </a>
        <Button icon={RefreshCw} onClick={() => setAsks(true)}>
          {t('classes.newCode')}
        </Button>
      </div>
      {asks && (
        <Question
          title={t('classes.newCodeTitle', { class: schoolClass.name })}
          text={t('classes.newCodeText')}
          action={t('classes.newCodeDo')}
          keep={t('classes.newCodeKeep')}
          onDo={rotate}
          onKeep={() => setAsks(false)}
        />
      )}
    </section>
  );
}
