import { getOwnWork, getWorkPicture } from '@bridgeboard/protocol';
import type { Author, WorkPiece } from '@bridgeboard/protocol';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { call, fillPath } from '../../../lib/api-client.ts';
import { useBoard } from '../board-context.ts';
import { useObservable } from '../use-observable.ts';

/** What a pupil has made on this board, asked for anew whenever something became of it. */
export function useWork({ key }: Author, isWanted = true): UseQueryResult<readonly WorkPiece[]> {
  const { boardId: board, session } = useBoard();
  const cases = [...useObservable(session.cases).values()].filter(({ by }) => by === key);
  const version = cases.map(({ id, status, changedAt }) => `${id} ${status} ${changedAt}`).join();
  return useQuery({
    queryKey: ['work', board, key, version],
    queryFn: async ({ signal }) => (await call(getOwnWork, { params: { board, author: key }, signal })).pieces,
    enabled: isWanted,
    // What is put away says so nowhere else: whoever opens the list is told anew.
    staleTime: 0,
    placeholderData: (before) => before,
  });
}

/** Address of the server's drawing of a piece; the moment in it makes each version a picture of its own. */
export function workPicture(
  piece: Pick<WorkPiece, 'case' | 'changedAt'>,
  about: { board: string; author: string; theme: 'light' | 'dark' },
): string {
  const { board, author, theme } = about;
  const path = fillPath(getWorkPicture.path, { board, author, case: piece.case });
  return `${path}?${new URLSearchParams({ theme, at: String(piece.changedAt) }).toString()}`;
}
