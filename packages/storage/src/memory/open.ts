import type { Storage } from '../ports/storage.ts';
import { MemoryAssetStore } from './asset-store.ts';
import { MemoryAuditLog } from './audit-log.ts';
import { MemoryBlobStore } from './blob-store.ts';
import { MemoryBoardCatalogue } from './board-catalogue.ts';
import { MemoryBoardJournal } from './board-journal.ts';
import { MemoryConcernLog } from './concern-log.ts';
import { MemoryTrustList } from './trust-list.ts';
import { MemoryDirectory } from './directory.ts';
import { MemoryErasureList } from './erasure-list.ts';
import { MemoryInvitationList } from './invitation-list.ts';
import { MemoryLife } from './memory-life.ts';
import { MemoryPublicationStore } from './publication-store.ts';
import { MemoryQueueIndex } from './queue-index.ts';

/** A store that lives as long as the process: for tests. */
export async function openMemoryStorage(): Promise<Storage> {
  const life = new MemoryLife();
  return {
    kind: 'memory',
    notes: ['Everything is kept in memory alone and is gone when the server stops.'],
    journal: new MemoryBoardJournal({ life }),
    directory: new MemoryDirectory({ life }),
    catalogue: new MemoryBoardCatalogue({ life }),
    queue: new MemoryQueueIndex({ life }),
    assets: new MemoryAssetStore({ life }),
    blobs: new MemoryBlobStore({ life }),
    publications: new MemoryPublicationStore({ life }),
    invitations: new MemoryInvitationList({ life }),
    erasures: new MemoryErasureList({ life }),
    audit: new MemoryAuditLog({ life }),
    concerns: new MemoryConcernLog({ life }),
    trust: new MemoryTrustList({ life }),
    identityDatabase: { kind: 'memory' },
    lease: null,
    scrub: () => life.use(() => undefined),
    ping: () => life.use(() => undefined),
    close: async () => life.close(),
  };
}
