import { getConcern, getConcernEvidence, getConcerns, postConcernStep } from '@bridgeboard/protocol';
import type { ConcernCaseView, ConcernEvidence, ConcernList, ConcernStep } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import { isTransient } from '../../lib/call-failed.ts';
import { pollEvery } from '../../lib/polling.ts';

const everyCase = ['concerns'];
const oneCase = (id: string): string[] => ['concern', id];

/** Each look is written down, so nothing is looked at again by itself. */
const lookedAtOnce = {
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  gcTime: 0,
  retry: (_failures: number, error: Error) => isTransient(error),
} as const;

/** Reports that this person looks after; new ones are there within seconds. */
export function useConcerns(): UseQueryResult<ConcernList> {
  return useQuery({
    queryKey: everyCase,
    queryFn: ({ signal }) => call(getConcerns, { signal }),
    ...pollEvery(4_000),
  });
}

export function useConcernCase(id: string): UseQueryResult<ConcernCaseView> {
  return useQuery({
    queryKey: oneCase(id),
    queryFn: ({ signal }) => call(getConcern, { params: { concern: id }, signal }),
    ...lookedAtOnce,
  });
}

/** What was sealed, once somebody has asked to see it. */
export function useEvidence(id: string, isAsked: boolean): UseQueryResult<ConcernEvidence> {
  return useQuery({
    queryKey: [...oneCase(id), 'evidence'],
    queryFn: ({ signal }) => call(getConcernEvidence, { params: { concern: id }, signal }),
    enabled: isAsked,
    ...lookedAtOnce,
  });
}

/** Does something about a report; the page then shows it as it is. */
export function useStep(id: string, onDone?: () => void): UseMutationResult<object, Error, ConcernStep> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (body: ConcernStep) => call(postConcernStep, { params: { concern: id }, body }),
    onSuccess: async () => {
      onDone?.();
      await client.invalidateQueries({ queryKey: oneCase(id), exact: true });
      await client.invalidateQueries({ queryKey: everyCase });
    },
  });
}
