import {
  getSchoolProvider,
  postRemoveSchoolProvider,
  postSchoolProvider,
  postTrySchoolProvider,
} from '@bridgeboard/protocol';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import type { AnswerOf, BodyOf } from '../../lib/api-client.ts';
import { schoolKey, useChange } from './school-api.ts';

export type OwnProvider = AnswerOf<typeof getSchoolProvider>;

/** The own school's provider of sign-in, all but its secret; for administrators. */
export function useSchoolProvider(isAsked: boolean): UseQueryResult<OwnProvider> {
  return useQuery({
    queryKey: [...schoolKey, 'provider'],
    queryFn: ({ signal }) => call(getSchoolProvider, { signal }),
    enabled: isAsked,
  });
}

/** PROVIDER_ADDRESS, PROVIDER_AWAY or PROVIDER_CLIENT where it would sign nobody in; PASSWORD_WRONG. */
export function useSetProvider(
  onDone: () => void,
): UseMutationResult<unknown, Error, BodyOf<typeof postSchoolProvider>> {
  return useChange((body: BodyOf<typeof postSchoolProvider>) => call(postSchoolProvider, { body }), onDone);
}

export function useTryProvider(): UseMutationResult<unknown, Error, void> {
  return useMutation({ ...actNow, mutationFn: () => call(postTrySchoolProvider) });
}

export function useRemoveProvider(onDone: () => void): UseMutationResult<unknown, Error, string> {
  return useChange((password: string) => call(postRemoveSchoolProvider, { body: { password } }), onDone);
}
