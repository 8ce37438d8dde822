import { getPublications } from '@bridgeboard/protocol';
import { useQuery } from '@tanstack/react-query';

import { call } from '../../lib/api-client.ts';
import { pollEvery } from '../../lib/polling.ts';

/** The page that families read: where it is, and how many pieces of each school are on it. */
export type FamilyPage = { readonly href: string; readonly pieces: ReadonlyMap<string, number>; readonly all: number };

/** The newest publication that stands; null where there is none, or while it is not known. */
export function useFamilyPage(boardId: string): FamilyPage | null {
  const { data } = useQuery({
    queryKey: ['family-page', boardId],
    queryFn: ({ signal }) => call(getPublications, { params: { board: boardId }, signal }),
    ...pollEvery(20_000),
  });
  const found = data?.publications.find(({ withdrawnAt }) => withdrawnAt === null);
  if (found === undefined) return null;
  const agreed = found.parts.filter((part) => part.agreed);
  const pieces = new Map(agreed.map((part) => [part.school.id, part.pieces] as const));
  return {
    href: `/p/${encodeURIComponent(found.id)}`,
    pieces,
    all: agreed.reduce((sum, part) => sum + part.pieces, 0),
  };
}
