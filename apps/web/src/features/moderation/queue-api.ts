import { getBoard, getQueue, postDecision, postUndoDecision } from '@bridgeboard/protocol';
import type { BoardLine, QueueItem, Verdict } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import type { AnswerOf } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

export type Queue = AnswerOf<typeof getQueue>;

/** One decision: the case as it was looked at, so that changed content is refused and not let out unseen. */
export type Decision = { readonly item: QueueItem; readonly verdict: Verdict; readonly note: string };

function queueKey(boardId: string): readonly string[] {
  return ['queue', boardId];
}

/** What waits for the own school on one board, looked at every two seconds. */
export function useQueue(boardId: string): UseQueryResult<Queue> {
  return useQuery({
    queryKey: queueKey(boardId),
    queryFn: ({ signal }) => call(getQueue, { params: { board: boardId }, signal }),
    ...pollEvery(2_000),
  });
}

/** The board whose queue this is: its name and its schools. */
export function useBoardOfQueue(boardId: string): UseQueryResult<BoardLine> {
  return useQuery({
    queryKey: ['board', boardId],
    queryFn: ({ signal }) => call(getBoard, { params: { board: boardId }, signal }),
    ...pollEvery(30_000),
  });
}

/** Asks for the queue again at once. */
export function useRefreshQueue(boardId: string): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: queueKey(boardId) }), [client, boardId]);
}

/** Decides a case; the queue is asked again whatever came of it. */
export function usePostDecision(boardId: string): UseMutationResult<unknown, Error, Decision> {
  const refresh = useRefreshQueue(boardId);
  return useMutation({
    ...actNow,
    mutationFn: ({ item, verdict, note }: Decision) =>
      call(postDecision, {
        params: { board: boardId, case: item.case },
        body: { verdict, hash: item.hash, ...(note === '' ? {} : { note }) },
      }),
    onSettled: refresh,
  });
}

/** Undoes the last decision on a case; CHANGED where the piece moved on since. */
export function usePostUndo(boardId: string): UseMutationResult<unknown, Error, string> {
  const refresh = useRefreshQueue(boardId);
  return useMutation({
    ...actNow,
    mutationFn: (caseId: string) => call(postUndoDecision, { params: { board: boardId, case: caseId } }),
    onSettled: refresh,
  });
}
