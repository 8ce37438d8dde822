import { getBoard, getPublications, postAgree, postPublication, postWithdraw } from '@bridgeboard/protocol';
import type { BoardLine, PublicationLine } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

function publicationsKey(boardId: string): readonly string[] {
  return ['publications', boardId];
}

/** The board's publications, newest first. */
export function usePublications(boardId: string): UseQueryResult<PublicationLine[]> {
  return useQuery({
    queryKey: publicationsKey(boardId),
    queryFn: async ({ signal }) => (await call(getPublications, { params: { board: boardId }, signal })).publications,
    ...pollEvery(5_000),
  });
}

/** The board itself: whose it is. */
export function useBoardLine(boardId: string): UseQueryResult<BoardLine> {
  return useQuery({
    queryKey: ['board', boardId],
    queryFn: ({ signal }) => call(getBoard, { params: { board: boardId }, signal }),
    ...pollEvery(30_000),
  });
}

function usePublishing<Input>(
  boardId: string,
  act: (input: Input) => Promise<PublicationLine>,
): UseMutationResult<PublicationLine, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: act,
    onSettled: () => client.invalidateQueries({ queryKey: publicationsKey(boardId) }),
  });
}

/** Publishes the own school's approved pieces and asks the other schools for theirs. */
export function usePublish(boardId: string): UseMutationResult<PublicationLine, Error, void> {
  return usePublishing(boardId, () => call(postPublication, { params: { board: boardId } }));
}

/** Adds the own school's approved pieces to a publication. */
export function useAgree(boardId: string): UseMutationResult<PublicationLine, Error, string> {
  return usePublishing(boardId, (publication) => call(postAgree, { params: { publication } }));
}

/** Ends a public page at once. */
export function useWithdraw(boardId: string): UseMutationResult<PublicationLine, Error, string> {
  return usePublishing(boardId, (publication) => call(postWithdraw, { params: { publication } }));
}
