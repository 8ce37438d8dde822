import {
  getBoards,
  getConcerns,
  getDoor,
  getPartnerships,
  getWaiting,
  postBoard,
  postBringBack,
} from '@bridgeboard/protocol';
import type { BoardLine, ConcernList, Door, PartnershipLine } from '@bridgeboard/protocol';
import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import type { AnswerOf, BodyOf } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

const boardsKey = ['boards'];

export type Waiting = AnswerOf<typeof getWaiting>;
export type WaitingBoard = Waiting['boards'][number];

/** The boards this person may see, newest change first, and the archived ones, next to go first. */
export function useBoards(): UseQueryResult<AnswerOf<typeof getBoards>> {
  return useQuery({
    queryKey: boardsKey,
    queryFn: ({ signal }) => call(getBoards, { signal }),
    ...pollEvery(10_000),
  });
}

/** Brings an archived board back among the others. */
export function useBringBack(onBack: () => void): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (board: string) => call(postBringBack, { params: { board } }),
    onSuccess: async () => {
      onBack();
      await client.invalidateQueries({ queryKey: boardsKey });
    },
  });
}

/** What waits for a decision of the own school, by board. */
export function useWaiting(): UseQueryResult<Waiting> {
  return useQuery({
    queryKey: ['waiting'],
    queryFn: ({ signal }) => call(getWaiting, { signal }),
    ...pollEvery(5_000),
  });
}

/** Reports of concern that this person looks after; most staff have none. */
export function useConcerns(): UseQueryResult<ConcernList> {
  return useQuery({
    queryKey: ['concerns'],
    queryFn: ({ signal }) => call(getConcerns, { signal }),
    ...pollEvery(5_000),
  });
}

/** A board with pupils of the own school at its door. */
export type DoorWaiting = { readonly board: BoardLine; readonly waiting: Door['waiting'] };

/** Who stands at the doors that are open now; a shut door is not asked about. */
export function useOpenDoors(boards: readonly BoardLine[], now: number): DoorWaiting[] {
  const open = boards.filter((board) => board.doorOpenUntil > now);
  const doors = useQueries({
    queries: open.map((board) => ({
      queryKey: ['door', board.id],
      queryFn: ({ signal }: { signal: AbortSignal }) => call(getDoor, { params: { board: board.id }, signal }),
      ...pollEvery(5_000),
    })),
  });
  const counted = new Set<string>();
  return open.flatMap((board, index) => {
    // A pupil waits for the school, not for one board: at several open doors each is counted once.
    const waiting = (doors[index]?.data?.waiting ?? []).filter(({ pupil }) => !counted.has(pupil));
    for (const { pupil } of waiting) counted.add(pupil);
    return waiting.length === 0 ? [] : [{ board, waiting }];
  });
}

/** What a board can be for. */
export function usePartnerships(): UseQueryResult<PartnershipLine[]> {
  return useQuery({
    queryKey: ['partnerships'],
    queryFn: async ({ signal }) => (await call(getPartnerships, { signal })).partnerships,
  });
}

/** Makes a blank board for a partnership of the school's and hands its id to `onMade`. */
export function useMakeBoard(
  onMade: (id: string) => void,
): UseMutationResult<{ id: string }, Error, BodyOf<typeof postBoard>> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (body: BodyOf<typeof postBoard>) => call(postBoard, { body }),
    onSuccess: async ({ id }) => {
      onMade(id);
      await client.invalidateQueries({ queryKey: boardsKey });
    },
  });
}
