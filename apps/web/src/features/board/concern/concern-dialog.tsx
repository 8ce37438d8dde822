import type { ReactNode } from 'react';

import { useT } from '../../../i18n/translate.ts';
import { isTransient } from '../../../lib/call-failed.ts';
import { describeFailure } from '../../../lib/describe-failure.ts';
import { isolate } from '../../../lib/isolate.ts';
import { ConcernForm } from '../../../ui/concern-form.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { useReport } from './concern-api.ts';
import type { WorriedAbout } from './concern-desk.ts';
import { ConcernReceipt } from './concern-receipt.tsx';

type ConcernDialogProps = { readonly about: WorriedAbout; readonly onClose: () => void };

/** What is wrong; then who looks at it and by when. */
export function ConcernDialog({ about, onClose }: ConcernDialogProps): ReactNode {
  const t = useT();
  const report = useReport(about.subject);
  return (
    <Dialog title={t(report.data === undefined ? 'concern.title' : 'concern.thanks')} onClose={onClose}>
      {report.data === undefined ? (
        <ConcernForm
          about={aboutWords(about, t)}
          isSending={report.isPending}
          problem={stateWords(report, t)}
          onSend={(told) => report.mutate(told)}
        />
      ) : (
        <ConcernReceipt receipt={report.data} isPiece={about.subject.kind === 'piece'} onClose={onClose} />
      )}
    </Dialog>
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
