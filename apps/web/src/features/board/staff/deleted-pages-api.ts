import { getDeletedPages, postRestorePage } from '@bridgeboard/protocol';
import type { DeletedPage } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult } from '@tanstack/react-query';

import { actNow } from '../../../lib/act-now.ts';
import { call } from '../../../lib/api-client.ts';

type Answer = { readonly pages: readonly DeletedPage[] };

function deletedKey(boardId: string): readonly string[] {
  return ['deleted-pages', boardId];
}

/** Pages that the own school may bring back, newest first; asked anew each time somebody wants to see them. */
export function useDeletedPages(boardId: string, isWanted: boolean): readonly DeletedPage[] {
  const { data } = useQuery({
    queryKey: deletedKey(boardId),
    queryFn: ({ signal }) => call(getDeletedPages, { params: { board: boardId }, signal }),
    enabled: isWanted,
    staleTime: 0,
  });
  return data?.pages ?? [];
}

/** Brings a page back. */
export function useRestorePage(boardId: string): UseMutationResult<Answer, Error, string> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: (page: string) => call(postRestorePage, { params: { board: boardId, record: page } }),
    onSuccess: (answer) => client.setQueryData(deletedKey(boardId), answer),
  });
}
