import { limits } from '@bridgeboard/domain';
import type { Op } from '@bridgeboard/protocol';
import { SendHorizontal } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { uniqueId } from 'tldraw';

import { useT } from '../../../i18n/translate.ts';
import { useKeysWithin } from '../../../lib/use-keys-within.ts';
import { Button } from '../../../ui/button.tsx';
import { useBoard } from '../board-context.ts';
import { tellRefused } from '../board-moments.tsx';
import { useObservable } from '../use-observable.ts';
import styles from './comment-form.module.css';
import { isReadFirst } from './may-remark.ts';
import type { Comment } from './remarks-about.ts';

type CommentFormProps = {
  readonly piece: string;
  /** The own comment that is being put in other words; null for a new one. */
  readonly changing: Comment | null;
  readonly onDone: () => void;
};

/** The place to write a comment. What was begun is there again when the card is opened again. */
export function CommentForm({ piece, changing, onDone }: CommentFormProps): ReactNode {
  const t = useT();
  const id = useId();
  const { session, remarks, you } = useBoard();
  const rules = useObservable(session.rules);
  const [words, setWords] = useState(() => changing?.text ?? remarks.drafts.get(piece) ?? '');
  const write = (next: string): void => {
    setWords(next);
    if (changing === null) remarks.drafts.set(piece, next);
  };
  const send = (): void => {
    const text = words.trim();
    if (text === '') return;
    const refused = remarks.do(opOf({ piece, changing, text }));
    tellRefused(refused, t);
    if (refused.length > 0) return;
    write('');
    onDone();
  };
  const form = useRef<HTMLFormElement>(null);
  useKeysWithin(form, ({ key, ctrlKey, metaKey }) => {
    if (key === 'Enter' && (ctrlKey || metaKey)) send();
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send();
  };
  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      <label htmlFor={id} className={styles.label}>
        {changing === null ? t('remark.words') : t('remark.changing')}
      </label>
      <div className={styles.line}>
        <textarea
          id={id}
          className={styles.field}
          rows={2}
          dir="auto"
          autoComplete="off"
          autoFocus={changing !== null}
          maxLength={limits[you.role].commentLength}
          value={words}
          data-start="words"
          onChange={(event) => write(event.currentTarget.value)}
        />
        <Button type="submit" look="primary" size="touch" icon={SendHorizontal}>
          {t('remark.send')}
        </Button>
      </div>
      {you.role === 'pupil' && isReadFirst(rules, you.school) && <p className={styles.hint}>{t('remark.readFirst')}</p>}
    </form>
  );
}

function opOf(about: { piece: string; changing: Comment | null; text: string }): Op {
  const { piece, changing, text } = about;
  if (changing) return { op: 'update', id: changing.id, set: { text } };
  return { op: 'create', record: { id: `comment:${uniqueId()}`, typeName: 'comment', about: piece, text, meta: {} } };
}
