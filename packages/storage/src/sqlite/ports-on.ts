import type { Storage } from '../ports/storage.ts';
import { SqliteAssetStore } from './asset-store.ts';
import { SqliteAuditLog } from './audit-log.ts';
import { SqliteBoardCatalogue } from './board-catalogue.ts';
import { SqliteBoardJournal } from './board-journal.ts';
import { SqliteConcernLog } from './concern-log.ts';
import { SqliteDirectory } from './directory.ts';
import { SqliteErasureList } from './erasure-list.ts';
import { SqliteInvitationList } from './invitation-list.ts';
import { SqlitePublicationStore } from './publication-store.ts';
import { SqliteQueueIndex } from './queue-index.ts';
import type { Reserve } from './reserve.ts';
import type { SqliteConnection } from './sqlite-connection.ts';
import { SqliteTrustList } from './trust-list.ts';

/** The ports that share the boards' file. */
export type SqlitePorts = Pick<
  Storage,
  | 'journal'
  | 'directory'
  | 'catalogue'
  | 'queue'
  | 'publications'
  | 'invitations'
  | 'erasures'
  | 'audit'
  | 'concerns'
  | 'trust'
  | 'assets'
>;

/** All ports on one connection; with room held back where the store is written to. */
export function portsOn(connection: SqliteConnection, reserve?: Reserve): SqlitePorts {
  return {
    journal: new SqliteBoardJournal({ connection, reserve }),
    directory: new SqliteDirectory({ connection }),
    catalogue: new SqliteBoardCatalogue({ connection }),
    queue: new SqliteQueueIndex({ connection }),
    publications: new SqlitePublicationStore({ connection }),
    invitations: new SqliteInvitationList({ connection }),
    erasures: new SqliteErasureList({ connection }),
    audit: new SqliteAuditLog({ connection }),
    concerns: new SqliteConcernLog({ connection }),
    trust: new SqliteTrustList({ connection }),
    assets: new SqliteAssetStore({ connection }),
  };
}
