import { postConcern } from '@bridgeboard/protocol';
import type { ConcernReason, ConcernReceipt, ConcernSubject } from '@bridgeboard/protocol';
import { useMutation } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';

import { actNow } from '../../../lib/act-now.ts';
import { call } from '../../../lib/api-client.ts';
import { isTransient } from '../../../lib/call-failed.ts';
import { backOff } from '../../../lib/polling.ts';
import { useBoard } from '../board-context.ts';

const firstTryMs = 1_000;

/** Sends a report until it has its receipt, under one name: however often it is sent, it is one. */
export function useReport(
  about: ConcernSubject,
): UseMutationResult<ConcernReceipt, Error, { reason: ConcernReason; words: string }> {
  const { boardId } = useBoard();
  const [id] = useState(() => crypto.randomUUID());
  return useMutation({
    ...actNow,
    mutationFn: ({ reason, words }) =>
      call(postConcern, {
        params: { board: boardId },
        body: { id, about, reason, ...(words.trim() === '' ? {} : { words: words.trim() }) },
      }),
    retry: (_failures, error) => isTransient(error),
    retryDelay: (failures) => backOff(firstTryMs, failures),
  });
}
