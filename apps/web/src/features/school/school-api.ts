import {
  getSchool,
  getSchoolWords,
  getWaysIn,
  postDeskHours,
  postEndStaff,
  postFactorRule,
  postForgetFactor,
  postInvitation,
  postOwnRules,
  postReadInvitation,
  postSchoolFacts,
  postSchoolWords,
  postSetUp,
  postSetUpPartner,
  postStaffRoles,
  postTakeInvitation,
  postTrustAfter,
  postWithdrawInvitation,
} from '@bridgeboard/protocol';
import type { DeskHours, FactorRule, OwnSchool, SchoolRules, SchoolWords, StaffRole } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import type { AnswerOf, BodyOf } from '../../lib/api-client.ts';
import { isTransient } from '../../lib/call-failed.ts';
import { pollEvery } from '../../lib/polling.ts';

/** All that is asked about the own school. */
export const schoolKey = ['school'];

/** The own school: facts, rules, staff, and for administrators what is offered. */
export function useSchool(): UseQueryResult<OwnSchool> {
  return useQuery({
    queryKey: schoolKey,
    queryFn: ({ signal }) => call(getSchool, { signal }),
    ...pollEvery(20_000),
  });
}

export type WordsOfSchool = AnswerOf<typeof getSchoolWords>;

/** What pupils' words are looked through for: the school's own words, and the lists that come with the product. */
export function useSchoolWords(): UseQueryResult<WordsOfSchool> {
  return useQuery({ queryKey: [...schoolKey, 'words'], queryFn: ({ signal }) => call(getSchoolWords, { signal }) });
}

/**
 * Something an administrator changes. What is shown here and who one is are asked for again, whatever came of it. `onDone`
 * runs first, and also where what it was asked of is not shown any more.
 */
export function useChange<Input, Answer>(
  change: (input: Input) => Promise<Answer>,
  onDone: (answer: Answer) => void,
): UseMutationResult<Answer, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: change,
    onSuccess: onDone,
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: schoolKey }),
        client.invalidateQueries({ queryKey: ['me'] }),
      ]);
    },
  });
}

export function useChangeFacts(onDone: () => void): UseMutationResult<unknown, Error, BodyOf<typeof postSchoolFacts>> {
  return useChange((body: BodyOf<typeof postSchoolFacts>) => call(postSchoolFacts, { body }), onDone);
}

export function useChangeRules(onDone: () => void): UseMutationResult<unknown, Error, SchoolRules> {
  return useChange((body: SchoolRules) => call(postOwnRules, { body }), onDone);
}

export function useChangeDesk(onDone: () => void): UseMutationResult<unknown, Error, DeskHours> {
  return useChange((body: DeskHours) => call(postDeskHours, { body }), onDone);
}

export function useChangeFactor(onDone: () => void): UseMutationResult<unknown, Error, FactorRule> {
  return useChange((body: FactorRule) => call(postFactorRule, { body }), onDone);
}

/** Whether this instance sends mail; null as long as nobody knows. */
export function useSendsMail(): boolean | null {
  const ways = useQuery({
    queryKey: ['ways-in'],
    queryFn: ({ signal }) => call(getWaysIn, { signal }),
    staleTime: Infinity,
    retry: (_failures, error) => isTransient(error),
  });
  return ways.data?.mail ?? null;
}

export function useChangeWords(onDone: () => void): UseMutationResult<unknown, Error, SchoolWords> {
  return useChange((body: SchoolWords) => call(postSchoolWords, { body }), onDone);
}

export function useChangeTrust(onDone: () => void): UseMutationResult<unknown, Error, number | null> {
  return useChange((after: number | null) => call(postTrustAfter, { body: { after } }), onDone);
}

export function useSetRoles(person: string, onDone: () => void): UseMutationResult<unknown, Error, StaffRole[]> {
  return useChange((roles: StaffRole[]) => call(postStaffRoles, { params: { person }, body: { roles } }), onDone);
}

export function useEndAccount(person: string, onDone: () => void): UseMutationResult<unknown, Error, void> {
  return useChange(() => call(postEndStaff, { params: { person } }), onDone);
}

export function useForgetFactor(person: string, onDone: () => void): UseMutationResult<unknown, Error, void> {
  return useChange(() => call(postForgetFactor, { params: { person } }), onDone);
}

export type Invited = AnswerOf<typeof postInvitation>;

export function useInvite(
  onDone: (invited: Invited) => void,
): UseMutationResult<Invited, Error, BodyOf<typeof postInvitation>> {
  return useChange((body: BodyOf<typeof postInvitation>) => call(postInvitation, { body }), onDone);
}

export function useWithdraw(invitation: string, onDone: () => void): UseMutationResult<unknown, Error, void> {
  return useChange(() => call(postWithdrawInvitation, { params: { invitation } }), onDone);
}

/**
 * Makes the first school, or by a partnership's link one more; whoever did it is signed in. What was loaded here before is
 * forgotten.
 */
export function useSetUp(
  token: string | undefined,
  onDone: () => void,
): UseMutationResult<unknown, Error, BodyOf<typeof postSetUp>> {
  return useComeIn((body: BodyOf<typeof postSetUp>) => {
    if (token === undefined) return call(postSetUp, { body });
    const { school, administrator } = body;
    return call(postSetUpPartner, { body: { token, school, administrator } });
  }, onDone);
}

export function useTakeInvitation(
  onDone: () => void,
): UseMutationResult<unknown, Error, BodyOf<typeof postTakeInvitation>> {
  return useComeIn((body: BodyOf<typeof postTakeInvitation>) => call(postTakeInvitation, { body }), onDone);
}

function useComeIn<Input>(
  comeIn: (input: Input) => Promise<unknown>,
  onDone: () => void,
): UseMutationResult<unknown, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: comeIn,
    onSuccess: () => {
      client.removeQueries();
      onDone();
    },
  });
}

/** What the link of an invitation offers. */
export function useInvitation(token: string): UseQueryResult<AnswerOf<typeof postReadInvitation>> {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call(postReadInvitation, { body: { token }, signal }),
    retry: false,
  });
}
