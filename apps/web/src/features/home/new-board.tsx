import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { Button } from '../../ui/button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { Popover } from '../../ui/popover.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useMakeBoard, usePartnerships } from './home-api.ts';
import styles from './new-board.module.css';

const longestTitle = 120;

type NewBoardProps = {
  /** Stands in the title field, chosen, so that typing replaces it and Enter takes it. */
  readonly suggestedTitle: string;
  readonly onMade: (id: string) => void;
};

/** Two clicks to a blank board: this button, then "Make the board". */
export function NewBoard({ suggestedTitle, onMade }: NewBoardProps): ReactNode {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      label={t('home.newBoard')}
      // One filled button at a time: while the popover is open, the one inside it is the thing to do.
      trigger={
        <Button look={open ? 'quiet' : 'primary'} icon={Plus}>
          {t('home.newBoard')}
        </Button>
      }
    >
      <NewBoardForm suggestedTitle={suggestedTitle} onMade={onMade} />
    </Popover>
  );
}

function NewBoardForm({ suggestedTitle, onMade }: NewBoardProps): ReactNode {
  const t = useT();
  const makeBoard = useMakeBoard(onMade);
  const [problem, setProblem] = useState<string>();
  const partnerships = usePartnerships().data;
  if (partnerships?.length === 0) return <p className={styles.hint}>{t('home.noPartnership')}</p>;
  function handleSubmit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const title = String(form.get('title') ?? '').trim();
    const partnership = form.get('partnership');
    const choice = typeof partnership === 'string' ? { partnership } : {};
    setProblem(title === '' ? t('home.titleProblem') : undefined);
    if (title !== '' && !makeBoard.isPending) makeBoard.mutate({ title, ...choice });
  }
  const failure = makeBoard.isError ? describeFailure(makeBoard.error, t) : undefined;
  return (
    <form className={styles.form} onSubmit={handleSubmit} noValidate>
      <TextField
        label={t('home.title')}
        name="title"
        defaultValue={suggestedTitle}
        maxLength={longestTitle}
        autoComplete="off"
        dir="auto"
        autoFocus
        onFocus={(event) => event.currentTarget.select()}
        problem={problem ?? failure}
      />
      {partnerships !== undefined && partnerships.length > 1 && (
        <ChoiceField
          label={t('home.boardFor')}
          name="partnership"
          choices={partnerships.map((one) => ({ value: one.id, label: one.title }))}
        />
      )}
      <Button type="submit" look="primary" wide unavailable={makeBoard.isPending ? t('home.making') : undefined}>
        {t('home.make')}
      </Button>
      <p className={styles.hint}>{t('home.makeHint')}</p>
    </form>
  );
}
