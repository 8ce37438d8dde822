import {
  getCharter,
  getPartnerships,
  postCharterLine,
  postLeavePartnership,
  postProposalAnswer,
} from '@bridgeboard/protocol';
import type { CharterChange, CharterPage, PartnershipLine } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

export const listKey = ['partnerships'];
const charterKey = (id: string): string[] => [...listKey, id];

/** The own school's partnerships. */
export function usePartnerships(): UseQueryResult<PartnershipLine[]> {
  return useQuery({
    queryKey: listKey,
    queryFn: async ({ signal }) => (await call(getPartnerships, { signal })).partnerships,
    ...pollEvery(30_000),
  });
}

/** A charter; what the other school changes is seen within seconds. */
export function useCharter(id: string): UseQueryResult<CharterPage> {
  return useQuery({
    queryKey: charterKey(id),
    queryFn: ({ signal }) => call(getCharter, { params: { partnership: id }, signal }),
    ...pollEvery(5_000),
  });
}

/** What an administrator does to a charter: a line of the own school's, or an answer to a proposal. */
export type CharterWish =
  | { readonly set: CharterChange }
  | { readonly proposal: string; readonly answer: 'agree' | 'refuse' | 'withdraw' };

/** Does it, and shows the charter as the server has it then. */
export function useChangeCharter(id: string): UseMutationResult<CharterPage, Error, CharterWish> {
  const client = useQueryClient();
  const params = { partnership: id };
  return useMutation({
    ...actNow,
    mutationFn: (wish: CharterWish) => {
      if ('set' in wish) return call(postCharterLine, { params, body: wish.set });
      const { proposal, answer } = wish;
      return call(postProposalAnswer, { params: { ...params, proposal }, body: { answer } });
    },
    onSuccess: async (page) => {
      client.setQueryData(charterKey(id), page);
      await client.invalidateQueries({ queryKey: listKey, exact: true });
    },
  });
}

/** Takes the own school out. Its charter is not asked for again: it is not this school's to read any more. */
export function useLeave(id: string): UseMutationResult<PartnershipLine[], Error, void> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: async () => (await call(postLeavePartnership, { params: { partnership: id } })).partnerships,
    onSuccess: (lines) => client.setQueryData(listKey, lines),
  });
}
