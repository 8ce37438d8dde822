import type { AuditHead, Board, ConcernHead } from '@bridgeboard/protocol';
import type { Storage } from '@bridgeboard/storage';

import { createBetterAuthIdentity } from './accounts/better-auth/better-auth-identity.ts';
import type { Identity } from './accounts/identity.ts';
import { systemRandom } from './time-and-chance.ts';

/** A store with the identities in it, opened to be read from or written to as a whole. */
export interface WholeStore {
  readonly storage: Storage;
  readonly identity: Pick<Identity, 'archive' | 'bringIn' | 'forget'>;
}

/** A store to be read as of one moment: what boards there are, up to which entry each of them counts, and the last lines of the two logs. */
export interface StoreOfNow extends WholeStore {
  readonly auditHead: AuditHead;
  readonly concernHead: ConcernHead;
  readonly boards: readonly (Board & { readonly lastSeq: number })[];
}

/** The sign-in library wants a secret. Cookies are signed with it, and nobody signs in here. */
const noSecret = 'a backup signs nobody in, so this is no secret';

export async function wholeStore(storage: Storage): Promise<WholeStore> {
  const parts = { database: storage.identityDatabase, secret: noSecret, isHttps: false, random: systemRandom };
  return { storage, identity: createBetterAuthIdentity(parts) };
}

/** Fixes the moment: what is appended to a journal from here on is not part of it (BK1). */
export async function asOfNow(store: WholeStore): Promise<StoreOfNow> {
  const { audit, catalogue, concerns, directory, journal } = store.storage;
  // First: the log never tells of an entry that is not in its journal, and of a restored board it must not either.
  const auditHead = await audit.head();
  const concernHead = await concerns.head();
  const boards = new Map<string, StoreOfNow['boards'][number]>();
  for (const { id } of await directory.schools()) {
    for (const board of await catalogue.boardsOf(id)) {
      if (!boards.has(board.id)) boards.set(board.id, { ...board, lastSeq: await journal.lastSeq(board.id) });
    }
  }
  return { ...store, auditHead, concernHead, boards: [...boards.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)) };
}

/** Whether nothing has ever been kept in a store. */
export async function isEmptyStore({ storage, identity }: WholeStore): Promise<boolean> {
  if ((await storage.directory.schools()).length > 0 || (await storage.erasures.all()).length > 0) return false;
  for await (const _ of identity.archive()) return false;
  return true;
}
