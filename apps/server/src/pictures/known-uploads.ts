import type { Uploads } from '@bridgeboard/domain';
import type { AssetStore } from '@bridgeboard/storage';

import type { Clock } from '../time-and-chance.ts';
import { unusedMs } from './picture-sweep.ts';
import { factsOf } from './uploads.service.ts';

/** An upload that is so close to being swept away can no longer be put on its board, so that none is swept while it is. */
const spareMs = 3_600_000;

/**
 * What a board asks when an image shows a picture that is new there: which of these pictures this person has uploaded to this
 * board. Ids are those of their records.
 */
export function knownUploads({ assets, clock }: { assets: AssetStore; clock: Clock }) {
  return async (about: { board: string; person: string; ids: readonly string[] }): Promise<Uploads> => {
    const oldest = clock.now() - unusedMs + spareMs;
    const found = await Promise.all(about.ids.map((id) => assets.asset(id.slice('asset:'.length))));
    const own = found.filter((one) => one?.board === about.board && one.author === about.person);
    const fresh = own.filter((one) => one !== null).filter((one) => one.isKept || one.uploadedAt > oldest);
    return new Map(fresh.map((one) => [`asset:${one.id}`, factsOf(one)]));
  };
}
