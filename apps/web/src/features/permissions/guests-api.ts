import { getGuests, postEndGuest, postGuest } from '@bridgeboard/protocol';
import type { GuestLine } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

function guestsKey(boardId: string): readonly string[] {
  return ['guests', boardId];
}

/** Links for guests that hold now. */
export function useGuests(boardId: string): UseQueryResult<GuestLine[]> {
  return useQuery({
    queryKey: guestsKey(boardId),
    queryFn: async ({ signal }) => (await call(getGuests, { params: { board: boardId }, signal })).guests,
    ...pollEvery(3_000),
  });
}

/** Makes a link; the answer is its token, which is told this once. */
export function useMakeGuest(
  boardId: string,
): UseMutationResult<string, Error, { name: string; minutes: number; adds: boolean }> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: async (body) => (await call(postGuest, { params: { board: boardId }, body })).token,
    onSettled: () => client.invalidateQueries({ queryKey: guestsKey(boardId) }),
  });
}

/** Turns a link off, and whoever looks on by it. */
export function useEndGuest(boardId: string): UseMutationResult<unknown, Error, string> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (guest) => call(postEndGuest, { params: { board: boardId, guest } }),
    onSettled: () => client.invalidateQueries({ queryKey: guestsKey(boardId) }),
  });
}
