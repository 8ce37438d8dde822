import { getPeople } from '@bridgeboard/protocol';
import type { Author } from '@bridgeboard/protocol';
import { useQuery } from '@tanstack/react-query';

import { call } from '../../../../lib/api-client.ts';
import { useBoard } from '../../board-context.ts';

/** Whether a pupil of the own school is stopped alone; null while nobody knows. Asked anew for each piece. */
export function useIsFrozen({ key }: Author, isWanted: boolean): boolean | null {
  const { boardId } = useBoard();
  const { data } = useQuery({
    queryKey: ['board-people', boardId, key],
    queryFn: ({ signal }) => call(getPeople, { params: { board: boardId }, signal }),
    enabled: isWanted,
    staleTime: 0,
  });
  const classes = data?.schools.flatMap((school) => school.classes) ?? [];
  const pupil = classes.flatMap(({ pupils }) => pupils).find(({ author }) => author === key);
  return pupil?.frozen ?? null;
}
