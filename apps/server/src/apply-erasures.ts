import { serializedSchema } from '@bridgeboard/domain/schema-check';
import type { Erasure } from '@bridgeboard/protocol';

import { AuditFeed } from './audit/audit-feed.ts';
import { AuditKeeper } from './audit-keeper.ts';
import { Erasures } from './erasure/erasures.ts';
import { PictureShelf } from './pictures/picture-shelf.ts';
import { LettingGo } from './safeguarding/letting-go.ts';
import { systemRandom } from './time-and-chance.ts';
import type { WholeStore } from './whole-store.ts';
import { BackupFailure } from './backup/backup-failure.ts';

/** Puts these on the list of a store that nobody has open but this process, and carries them out, done before or not (ER4). */
export async function applyErasures(store: WholeStore, list: readonly Erasure[], now: () => number): Promise<void> {
  const { storage, identity } = store;
  for (const erasure of list) await storage.erasures.put({ ...erasure, doneAt: null });
  const failed: unknown[] = [];
  const shelf = new PictureShelf(storage);
  const lettingGo = new LettingGo({ log: storage.concerns, now });
  const erasures = new Erasures({
    storage,
    keeper: new AuditKeeper({ log: storage.audit, clock: { now }, random: systemRandom }),
    forget: async (person) => void (await identity.forget(person)),
    forgetPictures: async (person) => shelf.forget(person, await lettingGo.heldPictures(person)),
    forgetReports: (person) => lettingGo.of(person),
    apart: (_board, _person, work) => work(),
    toldInFull: (board) => new AuditFeed({ storage, onError: (_what, reason) => failed.push(reason) }).catchUp([board]),
    letGo: () => Promise.resolve(),
    forgetPicturesOf: (board) => shelf.forgetBoard(board),
    schema: () => Promise.resolve(serializedSchema),
    now,
    onError: (_what, reason) => failed.push(reason),
  });
  await erasures.carryOut();
  if (failed.length > 0) {
    throw new BackupFailure('An erasure could not be carried out, so the store must not be used.', {
      cause: failed[0],
    });
  }
}
