import type { DatabaseSync } from 'node:sqlite';
import type { mongo } from 'mongoose';
import type { AssetStore } from './asset-store.ts';
import type { AuditLog } from './audit-log.ts';
import type { BlobStore } from './blob-store.ts';
import type { BoardCatalogue } from './board-catalogue.ts';
import type { BoardJournal } from './board-journal.ts';
import type { ConcernLog } from './concern-log.ts';
import type { Directory } from './directory.ts';
import type { ErasureList } from './erasure-list.ts';
import type { InvitationList } from './invitation-list.ts';
import type { PublicationStore } from './publication-store.ts';
import type { QueueIndex } from './queue-index.ts';
import type { ServerLease } from './server-lease.ts';
import type { TrustList } from './trust-list.ts';

/** Where the sign-in library keeps its identities and sessions, in the terms of that library's own adapters. */
export type IdentityDatabase =
  | { readonly kind: 'memory' }
  /** A file of its own beside the boards: the library holds transactions open across awaits. */
  | { readonly kind: 'sqlite'; readonly database: DatabaseSync }
  /** `transactions`: whether the server can do them at all; a stand-alone one cannot. */
  | {
      readonly kind: 'mongo';
      readonly db: mongo.Db;
      readonly client: mongo.MongoClient;
      readonly transactions: boolean;
    };

/**
 * Everything an instance keeps. Each promise of a port fits one atomic write; nothing needs a transaction over ports.
 * After `close` each call rejects with `StorageUnavailable`.
 */
export interface Storage {
  readonly kind: 'memory' | 'sqlite' | 'mongo';
  /** What this store lacks, a sentence each, for the lines at start. */
  readonly notes: readonly string[];
  readonly journal: BoardJournal;
  readonly directory: Directory;
  readonly catalogue: BoardCatalogue;
  readonly queue: QueueIndex;
  readonly publications: PublicationStore;
  readonly erasures: ErasureList;
  readonly audit: AuditLog;
  readonly concerns: ConcernLog;
  readonly invitations: InvitationList;
  readonly trust: TrustList;
  readonly assets: AssetStore;
  readonly blobs: BlobStore;
  readonly identityDatabase: IdentityDatabase;
  /** Says which server has the store; null where opening it has taken it for this process already. */
  readonly lease: ServerLease | null;
  /**
   * Makes sure, as far as the store can, that what was taken away or replaced is in none of its files any more. May keep
   * everybody else waiting meanwhile.
   */
  scrub(): Promise<void>;
  /** Resolves when the store answers a read and a write. */
  ping(): Promise<void>;
  /** Keeps what was asked so far, then lets go of the store. Closing again does nothing. */
  close(): Promise<void>;
}
