import { getBoard, getQueue, postDecision, postUndoDecision } from '@bridgeboard/protocol';
import type { BoardLine, QueueItem, Verdict } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';
import { useCallback } from 'react';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import type { AnswerOf } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

type QueueAnswer = AnswerOf<typeof getQueue>;

/** What waits, of one board or of all, and what was done today. */
export type Queue = { readonly items: readonly QueueItem[]; readonly approvedToday: number };

/** A case by its board and its own id. */
export type CaseRef = Pick<QueueItem, 'board' | 'case'>;

/** All that is asked about what waits: a decision changes the lists of one board and of all. */
export const queueKeys = 'queue';

function queueKey(boardId: string): readonly string[] {
  return [queueKeys, boardId];
}

/** What waits for the own school on one board, looked at every two seconds. */
export function useQueue(boardId: string): UseQueryResult<QueueAnswer> {
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
export function useRefreshQueue(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(() => client.invalidateQueries({ queryKey: [queueKeys] }), [client]);
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
export function usePostDecisions(): UseMutationResult<Outcomes<QueueItem>, Error, Decisions> {
  const refresh = useRefreshQueue();
  return useMutation({
    ...actNow,
    mutationFn: ({ items, verdict, note }: Decisions) =>
      eachOf(items, (item) =>
        call(postDecision, {
          params: { board: item.board, case: item.case },
          body: { verdict, hash: item.hash, ...(note === '' ? {} : { note }) },
        }),
      ),
    onSettled: refresh,
  });
}

/** Undoes the last decision on each of these cases; CHANGED where a piece moved on since. */
export function usePostUndos(): UseMutationResult<Outcomes<CaseRef>, Error, readonly CaseRef[]> {
  const refresh = useRefreshQueue();
  return useMutation({
    ...actNow,
    mutationFn: (cases: readonly CaseRef[]) =>
      eachOf(cases, ({ board, case: id }) => call(postUndoDecision, { params: { board, case: id } })),
    onSettled: refresh,
  });
}
