import { concernReasons } from '@bridgeboard/protocol';
import type { ConcernReason } from '@bridgeboard/protocol';
import { CircleHelp, CloudRain, EyeOff, Frown, KeyRound, Send, TriangleAlert } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { FormEvent, ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { isTransient } from '../../../lib/call-failed.ts';
import { describeFailure } from '../../../lib/describe-failure.ts';
import { isolate } from '../../../lib/isolate.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useReport } from './concern-api.ts';
import type { WorriedAbout } from './concern-desk.ts';
import styles from './concern-dialog.module.css';
import { ConcernReceipt } from './concern-receipt.tsx';

const icons = {
  unkind: Frown,
  scared: CloudRain,
  private: KeyRound,
  body: EyeOff,
  danger: TriangleAlert,
  other: CircleHelp,
} as const satisfies Record<ConcernReason, LucideIcon>;

const mostCharacters = 500;

type ConcernDialogProps = { readonly about: WorriedAbout; readonly onClose: () => void };

/** What is wrong, by a picture; more words if one likes; then who looks at it and by when. */
export function ConcernDialog({ about, onClose }: ConcernDialogProps): ReactNode {
  const t = useT();
  const report = useReport(about.subject);
  return (
    <Dialog title={t(report.data === undefined ? 'concern.title' : 'concern.thanks')} onClose={onClose}>
      {report.data === undefined ? (
        <Telling about={about} report={report} />
      ) : (
        <ConcernReceipt receipt={report.data} isPiece={about.subject.kind === 'piece'} onClose={onClose} />
      )}
    </Dialog>
  );
}

type TellingProps = { readonly about: WorriedAbout; readonly report: ReturnType<typeof useReport> };

function Telling({ about, report }: TellingProps): ReactNode {
  const t = useT();
  const [reason, setReason] = useState<ConcernReason | null>(null);
  const [words, setWords] = useState('');
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (reason !== null && !report.isPending) report.mutate({ reason, words });
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <p className={styles.about}>{aboutWords(about, t)}</p>
      <fieldset className={styles.reasons}>
        <legend className={styles.legend}>{t('concern.title')}</legend>
        {concernReasons.map((one) => (
          <ReasonTile key={one} reason={one} isChosen={reason === one} onChoose={setReason} />
        ))}
      </fieldset>
      <TextField
        label={t('concern.words')}
        hint={t('concern.wordsHint')}
        size="touch"
        dir="auto"
        autoComplete="off"
        maxLength={mostCharacters}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className={styles.quiet}>{t('concern.lead')}</p>
      <p className={styles.problem} role="status">
        {stateWords(report, t)}
      </p>
      <Button
        type="submit"
        look="primary"
        size="touch"
        wide
        icon={Send}
        unavailable={reason === null ? t('concern.title') : undefined}
      >
        {t(report.isPending ? 'concern.sending' : 'concern.send')}
      </Button>
    </form>
  );
}

type ReasonTileProps = {
  readonly reason: ConcernReason;
  readonly isChosen: boolean;
  readonly onChoose: (reason: ConcernReason) => void;
};

function ReasonTile({ reason, isChosen, onChoose }: ReasonTileProps): ReactNode {
  const t = useT();
  const Icon = icons[reason];
  return (
    <label className={styles.tile}>
      <input type="radio" name="reason" value={reason} checked={isChosen} onChange={() => onChoose(reason)} />
      <Icon aria-hidden />
      <span>{t(`concern.reason.${reason}`)}</span>
    </label>
  );
}

function aboutWords({ subject, name = '' }: WorriedAbout, t: ReturnType<typeof useT>): string {
  return subject.kind === 'person'
    ? t('concern.about.person', { name: isolate(name) })
    : t(`concern.about.${subject.kind}`);
}

/** What keeps the report from being there: it goes on trying by itself where that can help. */
function stateWords(report: ReturnType<typeof useReport>, t: ReturnType<typeof useT>): string {
  const { error, failureReason } = report;
  if (error !== null) return describeFailure(error, t);
  return failureReason !== null && isTransient(failureReason) ? t('concern.notYet') : '';
}
