import { getFirstLook, getFirstLookPicture, postAccept, postTakeBackAccepted } from '@bridgeboard/protocol';
import type { LookPiece } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../../lib/act-now.ts';
import { call, fillPath } from '../../../lib/api-client.ts';
import type { AnswerOf } from '../../../lib/api-client.ts';
import { pollEvery } from '../../../lib/polling.ts';
import type { CaseView } from '../case-words.ts';

/** What waits to be looked at, or what was looked at and is shown to the own pupils. */
export type LookList = 'waiting' | 'accepted';

/** A piece of another school's, named by its first record; its hash is over all that is in it. */
export type LookItem = LookPiece & { readonly case: string; readonly hash: string };

type Looks = { readonly isOn: boolean; readonly items: readonly LookItem[] };

const looksKey = 'first-look';

function asItems({ isOn, pieces }: AnswerOf<typeof getFirstLook>): Looks {
  const items = pieces.map((piece) => ({
    ...piece,
    case: piece.records[0]?.record ?? '',
    hash: piece.records.map(({ hash }) => hash).join(' '),
  }));
  return { isOn, items };
}

/** Other schools' work on a board that the own staff look at before their pupils do. */
export function useLooks(boardId: string, list: LookList): UseQueryResult<Looks> {
  return useQuery({
    queryKey: [looksKey, boardId, list],
    queryFn: async ({ signal }) => {
      const query = list === 'accepted' ? { query: { accepted: 'true' } } : {};
      return asItems(await call(getFirstLook, { params: { board: boardId }, ...query, signal }));
    },
    ...pollEvery(3_000),
  });
}

/** One act about several pieces: shows them to the own pupils, or takes that back. */
export type LookAct = { readonly items: readonly LookItem[]; readonly isShown: boolean };

/** So many records are taken in one act. */
const mostRecords = 200;

/** Acts on pieces, each as it was looked at; the lists are asked again whatever came of it. */
export function usePostLook(boardId: string): UseMutationResult<void, Error, LookAct> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: async ({ items, isShown }: LookAct) => {
      const params = { board: boardId };
      for (const records of inParts(items)) {
        if (isShown) await call(postAccept, { params, body: { records } });
        else await call(postTakeBackAccepted, { params, body: { records: records.map(({ record }) => record) } });
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: [looksKey, boardId] }),
  });
}

/** Whole pieces, as many at a time as one act takes. */
function inParts(items: readonly LookItem[]): LookItem['records'][] {
  const parts: LookItem['records'][] = [];
  for (const { records } of items) {
    const last = parts.at(-1);
    if (last && last.length + records.length <= mostRecords) last.push(...records);
    else parts.push([...records]);
  }
  return parts;
}

/** Address of the server's drawing of a piece; the hash in it makes each version a picture of its own. */
export function lookPicture(
  { board, item }: { readonly board: string; readonly item: LookItem },
  { view, theme }: CaseView,
  shape: 'wide' | 'tall' = 'wide',
): string {
  const path = fillPath(getFirstLookPicture.path, { board, record: item.case });
  const version = `${item.records.length}.${item.records.map(({ hash }) => hash.slice(0, 6)).join('')}`;
  return `${path}?${new URLSearchParams({ view, theme, shape, version }).toString()}`;
}
