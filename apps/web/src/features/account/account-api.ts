import { getOwnSessions, postEndSessions } from '@bridgeboard/protocol';
import type { OwnSession } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

const sessionsKey = ['account', 'sessions'];

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
