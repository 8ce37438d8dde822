import { Check } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useBoard } from '../board-context.ts';
import { useObservable } from '../use-observable.ts';
import styles from './describe-picture.module.css';
import type { PictureDraft } from './picture-desk.ts';

/** As long as words on the board may be, without becoming a text. */
const mostCharacters = 300;

/** Asks for the words of each picture that was chosen, one after the other. */
export function DescribePictures(): ReactNode {
  const { pictures } = useBoard();
  const [draft] = useObservable(pictures.drafts);
  return draft === undefined ? null : <DescribePicture key={draft.upload} draft={draft} />;
}

function DescribePicture({ draft }: { readonly draft: PictureDraft }): ReactNode {
  const t = useT();
  const { pictures } = useBoard();
  const [words, setWords] = useState('');
  const [isDecoration, setIsDecoration] = useState(false);
  const [isAsked, setIsAsked] = useState(false);
  const isMissing = words.trim() === '' && !isDecoration;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsAsked(true);
    if (!isMissing) pictures.describe(draft, isDecoration ? '' : words.trim());
  };
  return (
    <Dialog title={t('picture.describe.title')} onClose={() => pictures.discard(draft)}>
      <form className={styles.form} onSubmit={submit}>
        <img className={styles.preview} src={draft.url} alt={t('picture.describe.preview')} />
        <TextField
          label={t('picture.describe.field')}
          hint={t('picture.describe.hint')}
          problem={isAsked && isMissing ? t('picture.describe.missing') : undefined}
          size="touch"
          dir="auto"
          autoComplete="off"
          maxLength={mostCharacters}
          value={words}
          disabled={isDecoration}
          onChange={(event) => setWords(event.target.value)}
        />
        <label className={styles.choice}>
          <input type="checkbox" checked={isDecoration} onChange={(event) => setIsDecoration(event.target.checked)} />
          {t('picture.describe.decoration')}
        </label>
        <div className={styles.actions}>
          <Button type="submit" look="primary" size="touch" icon={Check}>
            {t('picture.describe.add')}
          </Button>
          <Button look="plain" size="touch" onClick={() => pictures.discard(draft)}>
            {t('app.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
