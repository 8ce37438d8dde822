import { describe, expect, it } from 'vitest';
import { IdTaken } from '../ports/errors.ts';
import { freshId, hashOf, sampleAsset } from './samples.ts';
import { useStore, type OpenTestStore } from './use-store.ts';

/** The whole of what every store of uploaded pictures must do. */
export function assetStoreContract(open: OpenTestStore): void {
  describe('assets', () => {
    const store = useStore(open);
    const assets = (): typeof store.storage.assets => store.storage.assets;

    it('[REL-16] what is kept comes back; what is not there is null', async () => {
      const picture = sampleAsset();
      await assets().create(picture);
      expect(await assets().asset(picture.id)).toStrictEqual(picture);
      expect(await assets().asset(freshId())).toBeNull();
    });

    it('[SEC-25] an id is taken once, whoever is quicker', async () => {
      const picture = sampleAsset();
      const other = sampleAsset({ id: picture.id });
      const outcomes = await Promise.allSettled([assets().create(picture), assets().create(other)]);
      const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(refused.map(({ reason }) => reason as unknown)).toStrictEqual([expect.any(IdTaken)]);
    });

    it('an upload is found by its name, for its own person only', async () => {
      const picture = sampleAsset();
      await assets().create(picture);
      expect(await assets().uploadOf(picture.author, picture.upload)).toStrictEqual(picture);
      expect(await assets().uploadOf(freshId(), picture.upload)).toBeNull();
      expect(await assets().uploadOf(picture.author, freshId())).toBeNull();
    });

    it('[BK5] [ER1] all of a board, and all of a person, are found in order of id', async () => {
      const first = sampleAsset({ id: `a-${freshId()}` });
      const { board, author } = first;
      const [second, third] = [sampleAsset({ id: `b-${freshId()}`, board }), sampleAsset({ author })];
      for (const picture of [third, second, first]) await assets().create(picture);
      expect(await assets().assetsOf(board)).toStrictEqual([first, second]);
      expect(await assets().assetsBy(author)).toStrictEqual([first, third]);
      expect([...(await assets().assetsOf(freshId())), ...(await assets().assetsBy(freshId()))]).toStrictEqual([]);
    });

    it('bytes are counted by board and school, both sizes', async () => {
      const picture = sampleAsset();
      const { board, school } = picture;
      await assets().create(picture);
      await assets().create(sampleAsset({ board, school }));
      await assets().create(sampleAsset({ board }));
      expect(await assets().bytesOn(board, school)).toBe(9_000);
      expect(await assets().bytesOn(freshId(), school)).toBe(0);
    });

    it('uploads are counted by person, from a moment on', async () => {
      const author = freshId();
      for (const uploadedAt of [5, 6, 7]) await assets().create(sampleAsset({ author, uploadedAt }));
      expect(await assets().countSince(author, 6)).toBe(2);
      expect(await assets().countSince(freshId(), 0)).toBe(0);
    });

    it('[REL-22] those that nobody has marked as kept are found, oldest first', async () => {
      const [first, second, third] = [1, 2, 3].map((uploadedAt) => sampleAsset({ uploadedAt }));
      if (!first || !second || !third) throw new Error('three were made');
      for (const picture of [third, second, first]) await assets().create(picture);
      await assets().keep(second.id);
      await assets().keep(freshId());
      const found = await assets().unkept(4, 99);
      expect(found.map(({ id }) => id)).toStrictEqual([first.id, third.id]);
      expect(await assets().unkept(4, 1)).toStrictEqual([first]);
      expect(await assets().unkept(1, 9)).toStrictEqual([]);
      expect(await assets().asset(second.id)).toStrictEqual({ ...second, isKept: true });
    });

    it('[SG-37] a picture that moves is one of its new board, and nothing else of it changes', async () => {
      const picture = sampleAsset();
      await assets().create(picture);
      const board = freshId();
      await assets().moveTo(picture.id, board);
      await assets().moveTo(freshId(), board);
      expect(await assets().assetsOf(board)).toStrictEqual([{ ...picture, board }]);
      expect(await assets().assetsOf(picture.board)).toStrictEqual([]);
      expect(await assets().bytesOn(picture.board, picture.school)).toBe(0);
    });

    it('[ER1] bytes that others have too are in use beside a person, bytes of that person alone are not', async () => {
      const picture = sampleAsset();
      const { author } = picture;
      await assets().create(picture);
      await assets().create(sampleAsset({ author, small: picture.full }));
      expect(await assets().isUsed(picture.full.hash, author)).toBe(false);
      expect(await assets().isUsed(picture.full.hash, freshId())).toBe(true);
      await assets().create(sampleAsset({ small: picture.full }));
      expect(await assets().isUsed(picture.full.hash, author)).toBe(true);
    });

    it('[REL-22] bytes are in use as long as one picture has them, in either size', async () => {
      const picture = sampleAsset();
      const twin = sampleAsset({ full: picture.full });
      for (const one of [picture, twin]) await assets().create(one);
      for (const { hash } of [picture.full, picture.small]) expect(await assets().isUsed(hash)).toBe(true);
      await assets().remove(picture.id);
      expect(await assets().asset(picture.id)).toBeNull();
      expect(await assets().isUsed(picture.small.hash)).toBe(false);
      expect(await assets().isUsed(picture.full.hash)).toBe(true);
      await assets().remove(twin.id);
      await assets().remove(twin.id);
      expect(await assets().isUsed(picture.full.hash)).toBe(false);
      expect(await assets().isUsed(hashOf(freshId()))).toBe(false);
    });
  });
}
