import { describe, expect, it } from 'vitest';
import { IdTaken } from '../ports/errors.ts';
import { freshId, samplePart, samplePublication } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

/** What every store of publications does, whatever keeps it. */
export function publicationStoreContract(open: OpenTestStore): void {
  describe('publications', () => {
    const store = useStore(open);

    it('[D19] a publication comes back deep-equal, its records too', async () => {
      const publication = samplePublication({ parts: [samplePart()] });
      await store.storage.publications.create(publication);
      expect(await store.storage.publications.publication(publication.id)).toStrictEqual(publication);
    });

    it('an unknown publication is null', async () => {
      expect(await store.storage.publications.publication(freshId())).toBeNull();
    });

    it('an id that is taken is refused, and the first publication stays', async () => {
      const publication = samplePublication();
      await store.storage.publications.create(publication);
      const other = { ...publication, title: 'Other' };
      await expect(store.storage.publications.create(other)).rejects.toBeInstanceOf(IdTaken);
      expect(await store.storage.publications.publication(publication.id)).toStrictEqual(publication);
    });

    it('publications of a board are listed newest first, then by id', async () => {
      const board = freshId();
      const publications = [5, 9, 5].map((createdAt) => samplePublication({ board, createdAt }));
      for (const publication of [...publications, samplePublication()]) {
        await store.storage.publications.create(publication);
      }
      const tied = [publications[0]?.id, publications[2]?.id];
      expect((await store.storage.publications.publicationsOf(board)).map(({ id }) => id)).toStrictEqual([
        publications[1]?.id,
        ...tied.sort(),
      ]);
    });

    it('a board without publications has none', async () => {
      expect(await store.storage.publications.publicationsOf(freshId())).toStrictEqual([]);
    });

    it('[D19] each school adds its part once, in the order they agreed', async () => {
      const publication = samplePublication();
      const parts = [samplePart(), samplePart({ records: [] })];
      await store.storage.publications.create(publication);
      for (const part of parts) expect(await store.storage.publications.addPart(publication.id, part)).toBe(true);
      expect(await store.storage.publications.publication(publication.id)).toStrictEqual({ ...publication, parts });
    });

    it('[D19] a second part of a school is refused and the first stays', async () => {
      const part = samplePart();
      const publication = samplePublication({ parts: [part] });
      await store.storage.publications.create(publication);
      expect(await store.storage.publications.addPart(publication.id, { ...part, records: [] })).toBe(false);
      expect((await store.storage.publications.publication(publication.id))?.parts).toStrictEqual([part]);
    });

    it('[D19] of two parts of one school at once, one is taken', async () => {
      const publication = samplePublication();
      await store.storage.publications.create(publication);
      const part = samplePart();
      const taken = await Promise.all([1, 2].map(() => store.storage.publications.addPart(publication.id, part)));
      expect(taken.sort()).toStrictEqual([false, true]);
      expect((await store.storage.publications.publication(publication.id))?.parts).toStrictEqual([part]);
    });

    it('a part of an unknown publication is refused', async () => {
      expect(await store.storage.publications.addPart(freshId(), samplePart())).toBe(false);
    });

    it('a part of a withdrawn publication is refused', async () => {
      const publication = samplePublication();
      await store.storage.publications.create(publication);
      await store.storage.publications.withdraw(publication.id, freshId(), 5);
      expect(await store.storage.publications.addPart(publication.id, samplePart())).toBe(false);
    });

    it('a withdrawal says who and when, and keeps the rest', async () => {
      const publication = samplePublication({ parts: [samplePart()] });
      const by = freshId();
      await store.storage.publications.create(publication);
      expect(await store.storage.publications.withdraw(publication.id, by, 5)).toBe(true);
      const ended = { ...publication, withdrawnAt: 5, withdrawnBy: by };
      expect(await store.storage.publications.publication(publication.id)).toStrictEqual(ended);
      expect(await store.storage.publications.publicationsOf(publication.board)).toStrictEqual([ended]);
    });

    it('a second withdrawal changes nothing', async () => {
      const publication = samplePublication();
      await store.storage.publications.create(publication);
      await store.storage.publications.withdraw(publication.id, freshId(), 5);
      expect(await store.storage.publications.withdraw(publication.id, freshId(), 6)).toBe(false);
      expect((await store.storage.publications.publication(publication.id))?.withdrawnAt).toBe(5);
    });

    it('of two withdrawals at once, one counts', async () => {
      const publication = samplePublication();
      await store.storage.publications.create(publication);
      const done = await Promise.all(
        [5, 6].map((at) => store.storage.publications.withdraw(publication.id, freshId(), at)),
      );
      expect(done.sort()).toStrictEqual([false, true]);
    });

    it('a withdrawal of an unknown publication is false', async () => {
      expect(await store.storage.publications.withdraw(freshId(), freshId(), 5)).toBe(false);
    });
  });
}
