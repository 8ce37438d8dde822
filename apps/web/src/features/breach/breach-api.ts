import { getBoards, getClass, getClasses, getSchool, postBreach } from '@bridgeboard/protocol';
import type { BreachAnswer, BreachQuestion } from '@bridgeboard/protocol';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import type { Choice } from '../../ui/choice-field.tsx';
import { call } from '../../lib/api-client.ts';
import { isTransient } from '../../lib/call-failed.ts';

/** Kinds of things that can be asked about, with their ids and names. */
export type Choices = Readonly<Record<'staff' | 'class' | 'board', readonly Choice[]>>;

/** The staff, classes and boards of the own school. */
export function useChoices(): UseQueryResult<Choices> {
  return useQuery({
    queryKey: ['breach-choices'],
    queryFn: async ({ signal }) => {
      const [{ staff }, { classes }, { boards, archived }] = await Promise.all([
        call(getSchool, { signal }),
        call(getClasses, { signal }),
        call(getBoards, { signal }),
      ]);
      return {
        staff: staff.map(({ id, name }) => ({ value: id, label: name })),
        class: classes.map(({ id, name }) => ({ value: id, label: name })),
        board: [...boards, ...archived].map(({ id, title }) => ({ value: id, label: title })),
      };
    },
  });
}

/** The pupils of a class; none while no class is chosen. */
export function usePupils(classId: string): UseQueryResult<readonly Choice[]> {
  return useQuery({
    queryKey: ['breach-pupils', classId],
    queryFn: async ({ signal }) => {
      const { pupils } = await call(getClass, { params: { class: classId }, signal });
      return pupils.map(({ id, name }) => ({ value: id, label: name }));
    },
    enabled: classId !== '',
  });
}

/** Asks, and again until it is found. Each finding is written down, so nothing is looked for by itself. */
export function useBreach(question: BreachQuestion): UseQueryResult<BreachAnswer> {
  return useQuery({
    queryKey: ['breach', question],
    queryFn: ({ signal }) => call(postBreach, { body: question, signal }),
    refetchInterval: ({ state }) => (state.data?.state === 'looking' ? 500 : false),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    gcTime: 0,
    retry: (_failures: number, error: Error) => isTransient(error),
  });
}
