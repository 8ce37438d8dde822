import { getAudit } from '@bridgeboard/protocol';
import type { AuditAct, AuditView } from '@bridgeboard/protocol';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';

import { call } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

/** What of the log is asked for; what is empty is not. */
export type ActivityWish = {
  readonly acts: readonly AuditAct[];
  readonly person: string;
  readonly board: string;
  readonly day: string;
};

/** The own school's lines, page by page, the newest first. */
export function useActivity(wish: ActivityWish): UseInfiniteQueryResult<InfiniteData<AuditView>> {
  return useInfiniteQuery({
    queryKey: ['activity', wish],
    queryFn: ({ pageParam, signal }) => call(getAudit, { query: queryOf(wish, pageParam), signal }),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    ...pollEvery(30_000),
  });
}

function queryOf({ acts, ...rest }: ActivityWish, below: number): Readonly<Record<string, string>> {
  const asked = { ...rest, act: acts.join(','), below: below === 0 ? '' : String(below) };
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== ''));
}
