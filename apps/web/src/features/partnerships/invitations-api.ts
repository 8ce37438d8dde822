import {
  getSchool,
  postPartnership,
  postReadPartnershipInvitation,
  postSchoolInvitation,
  postSchoolInvitationAnswer,
  postSignPartnership,
} from '@bridgeboard/protocol';
import type { CharterPage, PartnershipOffer, School } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import type { AnswerOf } from '../../lib/api-client.ts';
import { listKey } from './partnerships-api.ts';

/** Something that changes the own school's partnerships; they are asked for again, whatever came of it. */
function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>): UseMutationResult<Answer, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: listKey }),
  });
}

export function useBegin(): UseMutationResult<CharterPage, Error, string> {
  return useChange((title: string) => call(postPartnership, { body: { title } }));
}

/** The answer holds the link's token, this once. */
export function useInviteSchool(
  partnership: string,
): UseMutationResult<AnswerOf<typeof postSchoolInvitation>, Error, void> {
  return useChange(() => call(postSchoolInvitation, { params: { partnership } }));
}

export function useAnswerInvitation(
  partnership: string,
  invitation: string,
): UseMutationResult<CharterPage, Error, 'confirm' | 'withdraw'> {
  const params = { partnership, invitation };
  return useChange((answer: 'confirm' | 'withdraw') => call(postSchoolInvitationAnswer, { params, body: { answer } }));
}

/** Who asks by a link. */
export function useOffer(token: string): UseQueryResult<PartnershipOffer> {
  return useQuery({
    queryKey: ['partnership offer', token],
    queryFn: ({ signal }) => call(postReadPartnershipInvitation, { body: { token }, signal }),
    retry: false,
  });
}

export function useSign(token: string): UseMutationResult<unknown, Error, void> {
  return useChange(() => call(postSignPartnership, { body: { token } }));
}

/** The own school with the rules that it would bring in. */
export function useOwnSchool(): UseQueryResult<School> {
  return useQuery({
    queryKey: ['school', 'own'],
    queryFn: async ({ signal }) => (await call(getSchool, { signal })).school,
  });
}
