import { postGuestConcern } from '@bridgeboard/protocol';
import type { ConcernReason } from '@bridgeboard/protocol';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';

import { useT } from '../../i18n/translate.ts';
import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import { isTransient } from '../../lib/call-failed.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { listWords } from '../../lib/list-words.ts';
import { backOff } from '../../lib/polling.ts';
import { Button } from '../../ui/button.tsx';
import { ConcernForm } from '../../ui/concern-form.tsx';
import { Dialog } from '../../ui/dialog.tsx';

/** What a guest is worried about: one text on the board, or all of it. */
export type GuestWorry = { readonly record: string | null; readonly text: string };

type GuestReportProps = { readonly worry: GuestWorry; readonly onClose: () => void };

/** A guest says what is wrong, and reads who looks at it. */
export function GuestReport({ worry, onClose }: GuestReportProps): ReactNode {
  const t = useT();
  const [id] = useState(() => crypto.randomUUID());
  const { data, error, failureReason, isPending, mutate } = useMutation({
    ...actNow,
    mutationFn: ({ reason, words }: { reason: ConcernReason; words: string }) =>
      call(postGuestConcern, {
        body: { id, record: worry.record, reason, ...(words.trim() === '' ? {} : { words: words.trim() }) },
      }),
    retry: (_failures, reason) => isTransient(reason),
    retryDelay: (failures) => backOff(1_000, failures),
  });
  const isTrying = failureReason !== null && isTransient(failureReason);
  const problem = error === null ? (isTrying ? t('concern.notYet') : '') : describeFailure(error, t);
  return (
    <Dialog title={t(data === undefined ? 'concern.title' : 'concern.thanks')} onClose={onClose}>
      {data === undefined ? (
        <ConcernForm
          about={worry.record === null ? t('concern.about.board') : worry.text}
          isSending={isPending}
          problem={problem}
          onSend={mutate}
        />
      ) : (
        <div role="status">
          <p>{t('publication.reportWho', { schools: listWords(data.schools) })}</p>
          <p>{t('concern.now')}</p>
          <Button look="primary" size="touch" wide autoFocus onClick={onClose}>
            {t('concern.close')}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
