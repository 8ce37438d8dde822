import {
  getDoor,
  getMembers,
  getPeople,
  postCursors,
  postFreeze,
  postLevel,
  postMembers,
  postSchoolRules,
  postStaffPage,
} from '@bridgeboard/protocol';
import type { BoardMembers, BoardPeople, Door } from '@bridgeboard/protocol';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';

import { useT } from '../../i18n/translate.ts';
import { actNow } from '../../lib/act-now.ts';
import { call } from '../../lib/api-client.ts';
import type { BodyOf } from '../../lib/api-client.ts';
import { describeFailure } from '../../lib/describe-failure.ts';
import { pollEvery } from '../../lib/polling.ts';
import { showToast } from '../../ui/show-toast.tsx';

function peopleKey(boardId: string): readonly string[] {
  return ['permissions', boardId];
}

/** Who may do what on a board, looked at every three seconds: other staff change it too. */
export function useBoardPeople(boardId: string): UseQueryResult<BoardPeople> {
  return useQuery({
    queryKey: peopleKey(boardId),
    queryFn: ({ signal }) => call(getPeople, { params: { board: boardId }, signal }),
    ...pollEvery(3_000),
  });
}

/** Who takes part in a board; asked anew with everything else of this page that is changed. */
export function useBoardMembers(boardId: string): UseQueryResult<BoardMembers> {
  return useQuery({
    queryKey: [...peopleKey(boardId), 'members'],
    queryFn: ({ signal }) => call(getMembers, { params: { board: boardId }, signal }),
    ...pollEvery(10_000),
  });
}

/** The door with the codes of the own classes. */
export function useCodes(boardId: string): UseQueryResult<Door> {
  return useQuery({
    queryKey: ['door', boardId],
    queryFn: ({ signal }) => call(getDoor, { params: { board: boardId }, signal }),
    ...pollEvery(10_000),
  });
}

/** What can be changed on this page; each is done at once, or said to be not done. */
export interface PermissionChanges {
  level(body: BodyOf<typeof postLevel>): void;
  school(body: BodyOf<typeof postSchoolRules>): void;
  members(body: BodyOf<typeof postMembers>): void;
  freeze(body: BodyOf<typeof postFreeze>): void;
  cursors(shown: boolean): void;
  page(body: BodyOf<typeof postStaffPage>): void;
}

export function usePermissionChanges(boardId: string): PermissionChanges {
  const t = useT();
  const client = useQueryClient();
  const { mutate } = useMutation({
    ...actNow,
    mutationFn: (act: () => Promise<unknown>) => act(),
    onError: (error) => showToast({ tone: 'problem', text: describeFailure(error, t) }, 'permissions'),
    onSettled: () => client.invalidateQueries({ queryKey: peopleKey(boardId) }),
  });
  const params = { board: boardId };
  return {
    level: (body) => mutate(() => call(postLevel, { params, body })),
    school: (body) => mutate(() => call(postSchoolRules, { params, body })),
    members: (body) => mutate(() => call(postMembers, { params, body })),
    freeze: (body) => mutate(() => call(postFreeze, { params, body })),
    cursors: (shown) => mutate(() => call(postCursors, { params, body: { shown } })),
    page: (body) => mutate(() => call(postStaffPage, { params, body })),
  };
}
