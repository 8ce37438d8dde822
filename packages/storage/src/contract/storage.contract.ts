import { describe, expect, it } from 'vitest';
import { StorageUnavailable } from '../ports/errors.ts';
import type { Storage } from '../ports/storage.ts';
import { assetStoreContract } from './asset-store.contract.ts';
import { sampleDraft, sealSample } from './audit-samples.ts';
import { auditLogContract } from './audit-log.contract.ts';
import { blobStoreContract, pieces, textOf } from './blob-store.contract.ts';
import { boardCatalogueContract } from './board-catalogue.contract.ts';
import { boardJournalContract } from './board-journal.contract.ts';
import { checkpointsContract } from './checkpoints.contract.ts';
import { concernLogContract } from './concern-log.contract.ts';
import { sampleConcern, sealSampleConcern } from './concern-samples.ts';
import { directoryContract } from './directory.contract.ts';
import { boardRemovalContract } from './board-removal.contract.ts';
import { erasureContract } from './erasure.contract.ts';
import { invitationListContract } from './invitation-list.contract.ts';
import { publicationStoreContract } from './publication-store.contract.ts';
import { queueIndexContract } from './queue-index.contract.ts';
import {
  freshId,
  hashOf,
  sampleAdmission,
  sampleAsset,
  sampleBoard,
  sampleEntry,
  sampleInvitation,
  sampleLine,
  sampleManifest,
  samplePublication,
  sampleSchool,
  sampleTrust,
} from './samples.ts';
import { trustListContract } from './trust-list.contract.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

const calls: Record<string, (storage: Storage) => Promise<unknown>> = {
  'journal.append': ({ journal }) => journal.append([sampleEntry(freshId(), 1)]),
  'journal.read': ({ journal }) => journal.read(freshId(), 1, 1),
  'directory.putSchool': ({ directory }) => directory.putSchool(sampleSchool()),
  'directory.schools': ({ directory }) => directory.schools(),
  'catalogue.create': ({ catalogue }) => catalogue.create(sampleBoard()),
  'catalogue.admission': ({ catalogue }) => catalogue.admission(freshId(), freshId()),
  'queue.apply': ({ queue }) => queue.apply(freshId(), 1, []),
  'queue.countSince': ({ queue }) => queue.countSince(freshId(), 'open', 0),
  'publications.create': ({ publications }) => publications.create(samplePublication()),
  'publications.publication': ({ publications }) => publications.publication(freshId()),
  'audit.append': ({ audit }) => audit.append([sampleDraft()], sealSample),
  'concerns.append': ({ concerns }) => concerns.append([sampleConcern()], sealSampleConcern),
  'concerns.head': ({ concerns }) => concerns.head(),
  'audit.head': ({ audit }) => audit.head(),
  'erasures.all': ({ erasures }) => erasures.all(),
  'trust.put': ({ trust }) => trust.put(sampleTrust()),
  'trust.of': ({ trust }) => trust.of(freshId()),
  'queue.returnedOf': ({ queue }) => queue.returnedOf(freshId()),
  'queue.decidedOf': ({ queue }) => queue.decidedOf(freshId()),
  'invitations.take': ({ invitations }) => invitations.take(freshId()),
  scrub: (storage) => storage.scrub(),
  'assets.create': ({ assets }) => assets.create(sampleAsset()),
  'assets.isUsed': ({ assets }) => assets.isUsed(hashOf('')),
  'blobs.put': ({ blobs }) => blobs.put(hashOf('x'), pieces('x')),
  'blobs.size': ({ blobs }) => blobs.size(hashOf('x')),
  ping: (storage) => storage.ping(),
};

/** The whole of what every adapter must do. */
export function storageContract(open: OpenTestStore): void {
  boardJournalContract(open);
  checkpointsContract(open);
  directoryContract(open);
  boardCatalogueContract(open);
  queueIndexContract(open);
  publicationStoreContract(open);
  erasureContract(open);
  boardRemovalContract(open);
  auditLogContract(open);
  concernLogContract(open);
  trustListContract(open);
  invitationListContract(open);
  assetStoreContract(open);
  blobStoreContract(async () => {
    const { storage, release } = await open();
    return { blobs: storage.blobs, release };
  });

  describe('the store as a whole', () => {
    const store = useStore(open);

    it('answers a ping, again and again', async () => {
      await store.storage.ping();
      await expect(store.storage.ping()).resolves.toBeUndefined();
    });

    it('names itself and where identities go alike', () => {
      expect(store.storage.identityDatabase.kind).toBe(store.storage.kind);
    });

    it('says what it lacks in whole sentences', () => {
      for (const note of store.storage.notes) expect(note).toMatch(/^[A-Z].*\.$/);
    });
  });

  describe('closing', () => {
    it.each(Object.entries(calls))('after it %s is refused as unavailable', async (_name, call) => {
      const store = await open();
      await store.storage.close();
      await expect(call(store.storage)).rejects.toBeInstanceOf(StorageUnavailable);
      await store.release();
    });

    it('closing again does nothing', async () => {
      const store = await open();
      await store.storage.close();
      await expect(store.storage.close()).resolves.toBeUndefined();
      await store.release();
    });
  });
}

/** What adapters do that outlive the process. */
export function persistenceContract(open: OpenTestStore): void {
  describe('opened again', () => {
    it('[D3] everything that was kept is there, also what was asked for just before closing', async () => {
      const { storage, reopen, release } = await open();
      if (reopen === undefined) throw new Error('this store keeps nothing');
      const [entry, board, school] = [sampleEntry(freshId(), 1), sampleBoard(), sampleSchool()];
      const concern = sampleConcern();
      const trust = sampleTrust();
      const [picture, invitation] = [sampleAsset(), sampleInvitation()];
      const [line, admission, publication] = [sampleLine(), sampleAdmission(), samplePublication()];
      const manifest = sampleManifest(entry.facts.board, 1, 1);
      await storage.journal.putCheckpoint(manifest, ['chunk']);
      await storage.blobs.put(hashOf('bytes'), pieces('bytes'));
      const last = Promise.all([
        storage.journal.append([entry]),
        storage.catalogue.create(board),
        storage.catalogue.admit(admission),
        storage.directory.putSchool(school),
        storage.queue.apply(line.board, 7, [line]),
        storage.publications.create(publication),
        storage.audit.append([sampleDraft()], sealSample),
        storage.concerns.append([concern], sealSampleConcern),
        storage.erasures.put({ id: line.author.padEnd(10, 'x'), kind: 'person', askedAt: 1, doneAt: null }),
        storage.assets.create(picture),
        storage.trust.put(trust),
        storage.invitations.put(invitation),
      ]);
      await Promise.all([last, storage.close()]);
      const again = await reopen();
      expect(await again.journal.read(entry.facts.board, 1, 9)).toStrictEqual([entry]);
      expect(await again.journal.latestCheckpoint(entry.facts.board)).toStrictEqual({ manifest, chunks: ['chunk'] });
      expect(await again.catalogue.board(board.id)).toStrictEqual(board);
      expect(await again.catalogue.admission(admission.board, admission.pupil)).toStrictEqual(admission);
      expect(await again.directory.schools()).toStrictEqual([school]);
      expect(await again.queue.openOf(line.school)).toStrictEqual([line]);
      expect(await again.queue.appliedSeq(line.board)).toBe(7);
      expect(await again.publications.publication(publication.id)).toStrictEqual(publication);
      expect(await again.erasures.all()).toHaveLength(1);
      expect((await again.audit.head()).number).toBe(1);
      expect(await again.audit.read(1, 9)).toHaveLength(1);
      expect(await again.concerns.linesOf(concern.concern)).toHaveLength(1);
      expect(await again.trust.of(trust.id)).toStrictEqual(trust);
      expect(await again.invitations.invitation(invitation.id)).toStrictEqual(invitation);
      expect(await again.assets.asset(picture.id)).toStrictEqual(picture);
      expect(await textOf(await again.blobs.read(hashOf('bytes')))).toBe('bytes');
      await release();
    });
  });
}
