import type { Storage } from '@bridgeboard/storage';

import type { Ids } from '../http/create-api.ts';
import type { SignedIn } from '../http/signed-in.ts';
import type { Access, KnownBoard } from './access.ts';

/** Finds the board that an address is about: named itself, or by a picture or a publication of it. */
export function createBoardAbout(
  { assets, publications }: Pick<Storage, 'assets' | 'publications'>,
  access: Access,
): (session: SignedIn, ids: Ids) => Promise<KnownBoard | null> {
  const boardIn = async ({ board, asset, publication }: Ids): Promise<string | undefined> => {
    if (asset !== undefined) return (await assets.asset(asset))?.board;
    if (publication !== undefined) return (await publications.publication(publication))?.board;
    return board;
  };
  return async ({ person }, ids) => {
    const board = await boardIn(ids);
    return board === undefined ? null : access.standingOf(person, board);
  };
}
