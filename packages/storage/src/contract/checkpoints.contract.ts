import { describe, expect, it } from 'vitest';
import { freshId, sampleEntry, sampleManifest } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

/** What every journal does with checkpoints. */
export function checkpointsContract(open: OpenTestStore): void {
  describe('checkpoints', () => {
    const store = useStore(open);

    it('a board without a checkpoint has none', async () => {
      expect(await store.storage.journal.latestCheckpoint(freshId())).toBeNull();
    });

    it('[P32] manifest and chunks come back as they were', async () => {
      const board = freshId();
      const manifest = sampleManifest(board, 4, 3);
      const chunks = ['{"a":"é"}', '', '[1,2]'];
      await store.storage.journal.putCheckpoint(manifest, chunks);
      expect(await store.storage.journal.latestCheckpoint(board)).toStrictEqual({ manifest, chunks });
    });

    it('a checkpoint may have no chunks', async () => {
      const manifest = sampleManifest(freshId(), 1, 0);
      await store.storage.journal.putCheckpoint(manifest, []);
      expect(await store.storage.journal.latestCheckpoint(manifest.board)).toStrictEqual({ manifest, chunks: [] });
    });

    it('chunks keep their order beyond ten', async () => {
      const manifest = sampleManifest(freshId(), 1, 12);
      const chunks = Array.from({ length: 12 }, (_, index) => `chunk ${index}`);
      await store.storage.journal.putCheckpoint(manifest, chunks);
      expect((await store.storage.journal.latestCheckpoint(manifest.board))?.chunks).toStrictEqual(chunks);
    });

    it('the newest one counts', async () => {
      const board = freshId();
      await store.storage.journal.putCheckpoint(sampleManifest(board, 4, 2), ['a', 'b']);
      await store.storage.journal.putCheckpoint(sampleManifest(board, 9, 1), ['c']);
      expect(await store.storage.journal.latestCheckpoint(board)).toStrictEqual({
        manifest: sampleManifest(board, 9, 1),
        chunks: ['c'],
      });
    });

    it('one that is older than the newest changes nothing', async () => {
      const board = freshId();
      await store.storage.journal.putCheckpoint(sampleManifest(board, 9, 1), ['c']);
      await store.storage.journal.putCheckpoint(sampleManifest(board, 4, 2), ['a', 'b']);
      expect((await store.storage.journal.latestCheckpoint(board))?.chunks).toStrictEqual(['c']);
    });

    it('one of the same number takes the place of the first', async () => {
      const board = freshId();
      await store.storage.journal.putCheckpoint(sampleManifest(board, 9, 2), ['a', 'b']);
      await store.storage.journal.putCheckpoint(sampleManifest(board, 9, 1), ['c']);
      expect(await store.storage.journal.latestCheckpoint(board)).toStrictEqual({
        manifest: sampleManifest(board, 9, 1),
        chunks: ['c'],
      });
    });

    it('[P32] several put at once leave the newest, whole', async () => {
      const board = freshId();
      const puts = [3, 7, 5, 1].map((seq) =>
        store.storage.journal.putCheckpoint(
          sampleManifest(board, seq, 3),
          [1, 2, 3].map((part) => `${seq}.${part}`),
        ),
      );
      await Promise.all(puts);
      expect((await store.storage.journal.latestCheckpoint(board))?.chunks).toStrictEqual(['7.1', '7.2', '7.3']);
    });

    it('boards do not mix', async () => {
      const [one, two] = [freshId(), freshId()];
      await store.storage.journal.putCheckpoint(sampleManifest(one, 4, 1), ['one']);
      await store.storage.journal.putCheckpoint(sampleManifest(two, 9, 1), ['two']);
      expect((await store.storage.journal.latestCheckpoint(one))?.chunks).toStrictEqual(['one']);
    });

    it('the journal stays as it is', async () => {
      const entry = sampleEntry(freshId(), 1);
      await store.storage.journal.append([entry]);
      await store.storage.journal.putCheckpoint(sampleManifest(entry.facts.board, 1, 1), ['a']);
      expect(await store.storage.journal.read(entry.facts.board, 1, 10)).toStrictEqual([entry]);
    });

    it('a manifest that counts other chunks is refused', async () => {
      const board = freshId();
      await expect(store.storage.journal.putCheckpoint(sampleManifest(board, 1, 2), ['a'])).rejects.toBeInstanceOf(
        RangeError,
      );
      expect(await store.storage.journal.latestCheckpoint(board)).toBeNull();
    });

    it('a chunk that ends inside a character is refused, for it could not come back as it was', async () => {
      const board = freshId();
      const put = store.storage.journal.putCheckpoint(sampleManifest(board, 1, 2), ['a\ud83d', '\ude00b']);
      await expect(put).rejects.toBeInstanceOf(RangeError);
      expect(await store.storage.journal.latestCheckpoint(board)).toBeNull();
    });

    it('[P32] a chunk over 4 MiB is refused', async () => {
      const manifest = sampleManifest(freshId(), 1, 1);
      const chunk = 'x'.repeat(4 * 1024 * 1024 + 1);
      await expect(store.storage.journal.putCheckpoint(manifest, [chunk])).rejects.toBeInstanceOf(RangeError);
    });
  });
}
