import {
  getMe,
  postSignIn,
  postSignInCode,
  postSignOut,
  getWaysIn,
  postAskForReset,
  postBeginPasskeySignIn,
  postPasskeySignIn,
  postProvider,
  postProviderAnswer,
  postReset,
} from '@bridgeboard/protocol';
import type { Me } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import type { AnswerOf } from '../../lib/api-client.ts';
import { showPasskey } from '../../lib/ask-device.ts';
import { CallFailed, failureCode, isTransient } from '../../lib/call-failed.ts';
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

/** What is to be shown before anybody is signed in. */
export type NextStep = 'code' | 'passkey';

type SignInSteps = { readonly onDone: () => void; readonly onNext: (step: NextStep) => void };

/**
 * Signs staff in: SIGN_IN_FAILED for a wrong pair, RATE after too many. Where too many sign in at once it goes on asking,
 * and `failureReason` says so. What was loaded here before is forgotten.
 */
export function useSignIn({ onDone, onNext }: SignInSteps): UseMutationResult<unknown, Error, Credentials> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (credentials: Credentials) => call(postSignIn, { body: credentials }),
    retry: (_failures, error) => failureCode(error) === 'BUSY',
    retryDelay: (_failures, error) => (error instanceof CallFailed && error.retryAfterMs) || 1_000,
    onSuccess: (answer) => {
      client.removeQueries();
      if ('next' in answer) onNext(answer.next);
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

/** By a passkey, first step and second in one: PASSKEY_REFUSED, or what the device says. What was loaded here before is forgotten. */
export function usePasskeySignIn(onDone: () => void): UseMutationResult<unknown, Error, void> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    async mutationFn() {
      const { options } = await call(postBeginPasskeySignIn);
      return call(postPasskeySignIn, { body: { shown: await showPasskey(options) } });
    },
    onSuccess: () => {
      client.removeQueries();
      onDone();
    },
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

/** Which ways in this instance has. */
export function useWaysIn(): UseQueryResult<AnswerOf<typeof getWaysIn>> {
  return useQuery({
    queryKey: ['ways-in'],
    queryFn: ({ signal }) => call(getWaysIn, { signal }),
    staleTime: Infinity,
    retry: (_failures, error) => isTransient(error),
  });
}

/** Asks for a link by mail: the answer is the same for every address. */
export function useAskForLink(): UseMutationResult<unknown, Error, string> {
  return useMutation({ ...actNow, mutationFn: (email: string) => call(postAskForReset, { body: { email } }) });
}

/** A new password by a link: LINK_OVER where it was used or is too old, PASSWORD_SHORT. */
export function useResetPassword(
  onDone: () => void,
): UseMutationResult<unknown, Error, { readonly token: string; readonly password: string }> {
  return useMutation({
    ...actNow,
    mutationFn: (body: { readonly token: string; readonly password: string }) => call(postReset, { body }),
    onSuccess: onDone,
  });
}

/** Where a school's provider is asked, or with null the one of all others: PROVIDER_AWAY where it does not answer. */
export function useBeginProvider(): UseMutationResult<AnswerOf<typeof postProvider>, Error, string | null> {
  return useMutation({ ...actNow, mutationFn: (school: string | null) => call(postProvider, { body: { school } }) });
}

type ProviderAnswer = {
  /** Whose way back it came by. */
  readonly school: string | null;
  readonly code?: string;
  readonly state: string;
  readonly iss?: string;
  readonly error?: string;
};

/** Signs in by what the provider answered: PROVIDER_REFUSED where that is nobody here, or not this browser's question. */
export function useFinishProvider({ onDone, onNext }: SignInSteps): UseMutationResult<unknown, Error, ProviderAnswer> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (body: ProviderAnswer) => call(postProviderAnswer, { body }),
    onSuccess: (answer) => {
      client.removeQueries();
      if ('next' in answer) onNext(answer.next);
      else onDone();
    },
  });
}
