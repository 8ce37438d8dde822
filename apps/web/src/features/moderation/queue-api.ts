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

/** One decision for one case or several, as they were looked at: changed content is refused and not let out unseen. */
export type Decisions = { readonly items: readonly QueueItem[]; readonly verdict: Verdict; readonly note: string };

/** What became of several: each by itself, because one that changed must not keep the others waiting. */
export type Outcomes<T> = { readonly done: readonly T[]; readonly failed: ReadonlyMap<T, unknown> };

/** So many are asked at a time: a class's work is decided in a moment, and the server has time for the others. */
const atOnce = 4;

async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<unknown>): Promise<Outcomes<T>> {
  const waiting = [...all];
  const done: T[] = [];
  const failed = new Map<T, unknown>();
  const takeNext = async (): Promise<void> => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const that = one;
      await work(that).then(
        () => done.push(that),
        (reason: unknown) => failed.set(that, reason),
      );
    }
  };
  await Promise.all(Array.from({ length: atOnce }, takeNext));
  return { done, failed };
}

/** Decides cases; the queue is asked again whatever came of it. */
export function usePostDecisions(boardId: string): UseMutationResult<Outcomes<QueueItem>, Error, Decisions> {
  const refresh = useRefreshQueue(boardId);
  return useMutation({
    ...actNow,
    mutationFn: ({ items, verdict, note }: Decisions) =>
      eachOf(items, (item) =>
        call(postDecision, {
          params: { board: boardId, case: item.case },
          body: { verdict, hash: item.hash, ...(note === '' ? {} : { note }) },
        }),
      ),
    onSettled: refresh,
  });
}

/** Undoes the last decision on each of these cases; CHANGED where a piece moved on since. */
export function usePostUndos(boardId: string): UseMutationResult<Outcomes<string>, Error, readonly string[]> {
  const refresh = useRefreshQueue(boardId);
  return useMutation({
    ...actNow,
    mutationFn: (cases: readonly string[]) =>
      eachOf(cases, (caseId) => call(postUndoDecision, { params: { board: boardId, case: caseId } })),
    onSettled: refresh,
  });
}
