import { getDoor, postAdmit, postDismiss, postDoor } from '@bridgeboard/protocol';
import type { Door } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query';

import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

function doorKey(boardId: string): readonly string[] {
  return ['door', boardId];
}

/** The door of a board as the own school's staff see it, looked at every two seconds. */
export function useDoor(boardId: string): UseQueryResult<Door> {
  return useQuery({
    queryKey: doorKey(boardId),
    queryFn: ({ signal }) => call(getDoor, { params: { board: boardId }, signal }),
    ...pollEvery(2_000),
  });
}

/** Each change at the door answers the door as it is then, which takes the place of what was known. */
function useDoorChange<Input>(
  boardId: string,
  change: (input: Input) => Promise<Door>,
): UseMutationResult<Door, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    ...actNow,
    mutationFn: change,
    onSuccess: async (door) => {
      // An answer to an older look may still be on its way; it must not put the door back.
      await client.cancelQueries({ queryKey: doorKey(boardId) });
      client.setQueryData(doorKey(boardId), door);
    },
  });
}

/** Opens the door for so many minutes; 0 shuts it. */
export function useOpenDoor(boardId: string): UseMutationResult<Door, Error, number> {
  return useDoorChange(boardId, (minutes) => call(postDoor, { params: { board: boardId }, body: { minutes } }));
}

/** Lets waiting pupils of the own school in. */
export function useAdmit(boardId: string): UseMutationResult<Door, Error, readonly string[]> {
  return useDoorChange(boardId, (pupils) =>
    call(postAdmit, { params: { board: boardId }, body: { pupils: [...pupils] } }),
  );
}

/** Sends pupils of the own school out. */
export function useDismiss(boardId: string): UseMutationResult<Door, Error, readonly string[]> {
  return useDoorChange(boardId, (pupils) =>
    call(postDismiss, { params: { board: boardId }, body: { pupils: [...pupils] } }),
  );
}
