import { getWholeQueue, mostItemsAsked, postQueueItems } from '@bridgeboard/protocol';
import type { QueueItem, WholeQueue } from '@bridgeboard/protocol';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useRef } from 'react';

import { call } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';
import { queueKeys } from './queue-api.ts';
import type { CaseRef } from './queue-api.ts';

/** All that waits, without what is in it. */
export type KnownQueue = { readonly version: string; readonly approvedToday: number; readonly queue: WholeQueue };

const linesKey = [queueKeys, 'lines'];

/** All that waits for the own school over all boards; a list that is known already is not sent again. */
export function useWholeQueue(): UseQueryResult<KnownQueue> {
  const client = useQueryClient();
  return useQuery({
    queryKey: linesKey,
    queryFn: async ({ signal }): Promise<KnownQueue> => {
      const before = client.getQueryData<KnownQueue>(linesKey);
      const known = before === undefined ? {} : { known: before.version };
      const { version, approvedToday, queue } = await call(getWholeQueue, { query: known, signal });
      return { version, approvedToday, queue: queue ?? before?.queue ?? { boards: [], authors: [], lines: [] } };
    },
    ...pollEvery(2_000),
  });
}

/** What has been told of cases so far. */
export type ToldItems = {
  readonly items: ReadonlyMap<string, QueueItem>;
  /** Asked for, and not there any more. */
  readonly gone: ReadonlySet<string>;
};

const nothingTold: ToldItems = { items: new Map(), gone: new Set() };

/** What is in some of what waits. What was told once stays known while others are asked for. */
export function useToldItems(wanted: readonly CaseRef[]): ToldItems {
  const told = useRef(nothingTold);
  const cases = wanted.slice(0, mostItemsAsked);
  const { data } = useQuery({
    queryKey: [queueKeys, 'items', cases.map((one) => one.case).join()],
    queryFn: async ({ signal }) => {
      const { items } = await call(postQueueItems, { body: { cases }, signal });
      told.current = withItems(told.current, { cases, items });
      return told.current;
    },
    enabled: cases.length > 0,
    placeholderData: keepPreviousData,
    ...pollEvery(4_000),
  });
  return data ?? nothingTold;
}

/** Takes an answer in: of what was asked for, it says what there is and what is gone. */
export function withItems(
  told: ToldItems,
  answer: { readonly cases: readonly CaseRef[]; readonly items: readonly QueueItem[] },
): ToldItems {
  const items = new Map(told.items);
  const gone = new Set(told.gone);
  for (const one of answer.cases) {
    items.delete(one.case);
    gone.add(one.case);
  }
  for (const item of answer.items) {
    items.set(item.case, item);
    gone.delete(item.case);
  }
  return { items, gone };
}
