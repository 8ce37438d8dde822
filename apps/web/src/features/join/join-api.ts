import { getLobby, postCode, postPin } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import type { AnswerOf } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

/** The class behind a code, with the names to pick from. */
export type ClassAtDoor = AnswerOf<typeof postCode>;
export type PupilTile = ClassAtDoor['pupils'][number];
export type Lobby = AnswerOf<typeof getLobby>;

/** Shows a class code at the door. JOIN_REFUSED says no more than that it opens nothing now. */
export function usePostCode(): UseMutationResult<ClassAtDoor, Error, string> {
  return useMutation({ ...actNow, mutationFn: (code: string) => call(postCode, { body: { code } }) });
}

export type PinTry = { readonly pupil: string; readonly pin: readonly number[] };

/** Four pictures of one pupil. PIN_WRONG, or PIN_PAUSED with the time to wait. */
export function usePostPin(): UseMutationResult<{ name: string }, Error, PinTry> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: ({ pupil, pin }: PinTry) => call(postPin, { body: { pupil, pin: [...pin] } }),
    // Tablets are shared: what the pupil before had loaded is forgotten.
    onSuccess: () => client.removeQueries(),
  });
}

/** Where the pupil at the door stands, looked at every two seconds. */
export function useLobby(): UseQueryResult<Lobby> {
  return useQuery({
    queryKey: ['lobby'],
    queryFn: ({ signal }) => call(getLobby, { signal }),
    ...pollEvery(2_000),
  });
}
