import { getMe, postSignIn, postSignInCode, postSignOut } from '@bridgeboard/protocol';
import type { Me } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import { isTransient } from '../../lib/call-failed.ts';
import { backOff } from '../../lib/polling.ts';

export type Credentials = { readonly email: string; readonly password: string };

const meKey = ['me'];

/** Who is signed in on this device. Fails with SIGN_IN_NEEDED where nobody is. */
export function useMe(): UseQueryResult<Me> {
  return useQuery({
    queryKey: meKey,
    queryFn: ({ signal }) => call(getMe, { signal }),
    staleTime: 30_000,
    retry: (_failures, error) => isTransient(error),
    retryDelay: (failures) => backOff(1_000, failures),
  });
}

type SignInSteps = { readonly onDone: () => void; readonly onCode: () => void };

/** Signs staff in: SIGN_IN_FAILED for a wrong pair, RATE after too many. What was loaded here before is forgotten. */
export function useSignIn({ onDone, onCode }: SignInSteps): UseMutationResult<unknown, Error, Credentials> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (credentials: Credentials) => call(postSignIn, { body: credentials }),
    onSuccess: (answer) => {
      client.removeQueries();
      if ('next' in answer) onCode();
      else onDone();
    },
  });
}

/** The second step: CODE_WRONG, RATE, or SIGN_IN_NEEDED where the first one is too long ago. */
export function useSignInCode(onDone: () => void): UseMutationResult<unknown, Error, string> {
  return useMutation({
    ...actNow,
    mutationFn: (code: string) => call(postSignInCode, { body: { code } }),
    onSuccess: onDone,
  });
}

/** Ends the session here and forgets all that was loaded, so that the next person at this device sees none of it. */
export function useSignOut(onDone: () => void): UseMutationResult<unknown, Error, void> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: () => call(postSignOut),
    onSuccess: () => {
      client.removeQueries();
      onDone();
    },
  });
}
