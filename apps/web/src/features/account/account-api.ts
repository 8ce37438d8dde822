import { getOwnSessions, getOwnSignIn, postEndSessions, postPassword } from '@bridgeboard/protocol';
import type { OwnSession } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import type { AnswerOf } from '../../lib/api-client.ts';
import { isTransient } from '../../lib/call-failed.ts';
import { pollEvery } from '../../lib/polling.ts';

/** Everything that is known of the own account. */
export const accountKey = ['account'];
const sessionsKey = [...accountKey, 'sessions'];

export type OwnSignIn = AnswerOf<typeof getOwnSignIn>;

/** How this person signs in. */
export function useOwnSignIn(): UseQueryResult<OwnSignIn> {
  return useQuery({
    queryKey: [...accountKey, 'sign-in'],
    queryFn: ({ signal }) => call(getOwnSignIn, { signal }),
    retry: (_failures, error) => isTransient(error),
  });
}

/** Where this person is signed in, the newest first. */
export function useOwnSessions(): UseQueryResult<OwnSession[]> {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: async ({ signal }) => (await call(getOwnSessions, { signal })).sessions,
    ...pollEvery(30_000),
  });
}

/** One of them by its id, or all but this one. */
export type WhichSessions = { readonly session: string } | { readonly others: true };

/** Ends sessions; the list is then what is left. */
export function useEndSessions(): UseMutationResult<{ sessions: OwnSession[] }, Error, WhichSessions> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (which: WhichSessions) => call(postEndSessions, { body: { which } }),
    onSuccess: ({ sessions }) => client.setQueryData(sessionsKey, sessions),
  });
}

type PasswordChange = { readonly password: string; readonly newPassword: string };

/** Another password: PASSWORD_WRONG, PASSWORD_SHORT, or RATE after too many. All other sessions end. */
export function useChangePassword(onDone: () => void): UseMutationResult<unknown, Error, PasswordChange> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (body: PasswordChange) => call(postPassword, { body }),
    async onSuccess() {
      onDone();
      await client.invalidateQueries({ queryKey: accountKey });
    },
  });
}
