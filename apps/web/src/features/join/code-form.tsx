import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { DrawingView } from '../../drawings/drawing-view.tsx';
import { frontDoorScene } from '../../drawings/front-door-scene.ts';
import { bareCode, codeLength, writeCode } from '../../front-door/class-code-text.ts';
import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import styles from './code-form.module.css';
import { JoinFrame } from './join-frame.tsx';

type CodeFormProps = {
  /** What the server said to the last code. */
  readonly failure: Error | undefined;
  readonly checking: boolean;
  readonly end: ReactNode;
  readonly onCode: (code: string) => void;
};

/** The class code in the app itself, for whoever comes here without one. */
export function CodeForm({ failure, checking, end, onCode }: CodeFormProps): ReactNode {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [tooShort, setTooShort] = useState(false);
  function handleSubmit(event: FormEvent): void {
    event.preventDefault();
    const code = bareCode(typed);
    const isWhole = code.length === codeLength;
    setTooShort(!isWhole);
    if (isWhole && !checking) onCode(code);
  }
  const refusal = failure === undefined ? '' : describeFailure(failure, t);
  const problem = tooShort ? t('frontDoor.codeShort') : refusal;
  return (
    <JoinFrame title={t('frontDoor.title')} lead={t('frontDoor.lead')} end={end}>
      <form className={styles.form} onSubmit={handleSubmit} noValidate>
        <input
          className={styles.code}
          dir="ltr"
          aria-label={t('frontDoor.code')}
          aria-invalid={problem !== ''}
          aria-describedby="code-problem"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={20}
          placeholder="XXXX-XXXX"
          value={typed}
          onChange={(event) => setTyped(tidy(event.target.value, typed))}
        />
        <Button type="submit" look="primary" size="touch" unavailable={checking ? t('join.checking') : undefined}>
          {t('frontDoor.go')}
        </Button>
        <p id="code-problem" role="alert" className={styles.problem}>
          {problem !== '' && (
            <>
              <CircleAlert aria-hidden /> {problem}
            </>
          )}
        </p>
      </form>
      <div className={styles.scene}>
        <DrawingView drawing={frontDoorScene} />
      </div>
    </JoinFrame>
  );
}

/** Groups what is typed or pasted as on the big screen; while letters are taken away, nothing is put back. */
function tidy(next: string, before: string): string {
  return next.length < before.length ? next.toUpperCase() : writeCode(next);
}
